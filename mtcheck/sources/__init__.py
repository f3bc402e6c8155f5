"""What is read: plain text, HTML, RSS and Atom, JSON and JSON Lines, folders of these, and standard input."""

import io
import sys
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from mtcheck.article import Article, SkippedInput

STDIN = "-"


def read(
    paths: Sequence[str], *, stdin: BinaryIO | None = None, stdin_name: str = STDIN, format: str | None = None
) -> Iterator[Article | SkippedInput]:
    """Yield the articles of `paths` one by one, and a `SkippedInput` for whatever cannot be read: nothing raises.

    A path is a file, a folder (read recursively, in a fixed order) or `-` for standard input, which `stdin` replaces
    and reports call `stdin_name`. A file's suffix tells its format, else its content does; `format` (one of
    `mtcheck.sources.detect.FORMATS`) overrules both. JSON Lines are read as they come, in flat memory; gzip is unpacked
    on the way. Raises `ValueError` at once for an unknown format.
    """
    from mtcheck.sources.detect import FORMATS

    if format is not None and format not in FORMATS:
        raise ValueError(f"unknown input format {format!r}; known are {', '.join(FORMATS)}")
    return _read(paths, stdin, stdin_name, format)


def _read(
    paths: Sequence[str], stdin: BinaryIO | None, stdin_name: str, format: str | None
) -> Iterator[Article | SkippedInput]:
    from mtcheck.sources.reading import read_path, read_stream

    for path in paths:
        if path == STDIN:
            yield from read_stream(stdin_name, stdin or _standard_input(), format)
        else:
            yield from read_path(path, format)


def _standard_input() -> BinaryIO:
    """Return the process's own; a process that has none, such as a window program, reads nothing."""
    return getattr(sys.stdin, "buffer", None) or io.BytesIO()
