"""Opens a file, a folder or a stream, finds the source that reads it, and turns what goes wrong into skipped inputs."""

import os
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from mtcheck.article import Article, SkippedInput
from mtcheck.sources import detect
from mtcheck.sources.decoding import refuse_binary
from mtcheck.sources.interface import Source, UnreadableError, one_line
from mtcheck.sources.metadata import without_surrogates
from mtcheck.sources.streams import GZIP_MAGIC, inflated, with_head

Read = Iterator[Article | SkippedInput]

_ADDRESS = re.compile(r"[a-z]{2,10}:/+\w", re.I)


def read_path(path: str, format: str | None) -> Read:
    """Yield what a file or a folder holds; one `SkippedInput` if it cannot be read."""
    name = shown(path)
    yield from _skipping(name, lambda: _folder(path, format) if os.path.isdir(path) else _file(path, format))  # noqa: PTH112


def read_stream(name: str, stream: BinaryIO, format: str | None) -> Read:
    """Yield what a stream called `name` holds; one `SkippedInput` if it cannot be read."""
    yield from _skipping(name, lambda: _contents(name, stream, format))


def shown(path: str) -> str:
    """Return a path as reports show it: with forward slashes, and only characters that can be written out."""
    return without_surrogates(path).replace(os.sep, "/")


def _skipping(name: str, contents: Callable[[], Read]) -> Read:
    try:
        yield from contents()
    except UnreadableError as error:
        yield SkippedInput(id=name, source=name, reason=one_line(str(error)))
    except OSError as error:
        yield SkippedInput(id=name, source=name, reason=one_line(_reason(error)))


def _reason(error: OSError) -> str:
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return "no such file"
    return (error.strerror or type(error).__name__).lower()


def _file(path: str, format: str | None) -> Read:
    try:
        opened = open(path, "rb", buffering=0)  # noqa: PTH123, SIM115 - Path("") is the working directory
    except ValueError as error:
        raise UnreadableError("no such file") from error
    except FileNotFoundError as error:
        if _ADDRESS.match(path):
            raise UnreadableError("mtcheck reads files: download the page first, or pipe it in and name -") from error
        raise
    with opened as stream:
        yield from _contents(shown(path), stream, format)


def _folder(path: str, format: str | None) -> Read:
    from mtcheck.sources.folder import FolderSource

    yield from FolderSource(shown(path), path, lambda file: read_path(file, format))


def _contents(name: str, stream: BinaryIO, format: str | None) -> Read:
    head, whole = with_head(stream)
    if head.startswith(GZIP_MAGIC):
        head, whole = with_head(inflated(whole))
    refuse_binary(head)
    yield from _source(format or detect.detect(name, head))(name, whole)


def _source(format: str) -> type[Source]:
    """Return the class that reads a format; what it needs is imported only now."""
    if format == detect.HTML:
        from mtcheck.sources.html import HtmlSource

        return HtmlSource
    if format == detect.FEED:
        from mtcheck.sources.feed import FeedSource

        return FeedSource
    if format == detect.JSON:
        from mtcheck.sources.jsondocument import JsonSource

        return JsonSource
    if format == detect.JSON_LINES:
        from mtcheck.sources.jsonlines import JsonLinesSource

        return JsonLinesSource
    from mtcheck.sources.text import TextSource

    return TextSource
