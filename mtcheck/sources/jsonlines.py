"""JSON Lines: one article per line, read line by line, so that memory stays flat over any number of them."""

import io
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import BinaryIO

from mtcheck.article import Article, SkippedInput
from mtcheck.sources.decoding import Decoded, decode, wide_encoding
from mtcheck.sources.interface import Source, UnreadableError
from mtcheck.sources.rows import article_from, parse_json, row_id
from mtcheck.sources.streams import MEGABYTE

MAX_ROW_BYTES = 64 * MEGABYTE

_PEEKED = 64
"""Bytes that tell UTF-16 and UTF-32, marked or not."""

REMEMBERED_IDS = 100_000
"""How many of the latest ids a new one is compared with: memory stays flat."""


class JsonLinesSource(Source):
    """Rows of `{"id", "text", "title"?, "published"?, "url"?, "language"?}`; a broken one is skipped, by its line."""

    def __iter__(self) -> Iterator[Article | SkippedInput]:
        """Yield an article or a skipped row for each line that is not blank. Raises `UnreadableError`."""
        ids = _LatestIds()
        number = 0
        is_empty = True
        read_line = _line_reader(self.stream)
        while line := read_line(MAX_ROW_BYTES + 1):
            number += 1
            if len(line) > MAX_ROW_BYTES and not line.endswith(b"\n"):
                _pass_over_line(read_line)
                yield self.skipped(f"line {number}: longer than {MAX_ROW_BYTES // MEGABYTE} MB", id=self._place(number))
            elif line.strip():
                yield self._row(line, number, ids)
            else:
                continue
            is_empty = False
        if is_empty:
            raise UnreadableError("empty")

    def _row(self, line: bytes, number: int, ids: "_LatestIds") -> Article | SkippedInput:
        place, row = self._place(number), None
        try:
            decoded = _decode(line)
            row = parse_json(decoded.text)
            article = article_from(row, source=self.name, place=place)
        except UnreadableError as error:
            return self.skipped(f"line {number}: {error}", id=row_id(row) or place)
        notes = (*decoded.notes, *article.notes, *ids.note(article.id))
        return replace(article, notes=notes) if notes else article

    def _place(self, number: int) -> str:
        return f"{self.name}:{number}"


class _LatestIds:
    """The latest ids, as hashes, so that long ids cost no memory either."""

    def __init__(self) -> None:
        self._order: deque[int] = deque()
        self._known: set[int] = set()

    def note(self, id: str) -> tuple[str, ...]:
        """Remember an id and return a note if it has been used before."""
        key = hash(id)
        if key in self._known:
            return ("the id is also that of an earlier row",)
        self._known.add(key)
        self._order.append(key)
        if len(self._order) > REMEMBERED_IDS:
            self._known.discard(self._order.popleft())
        return ()


def _decode(line: bytes) -> Decoded:
    try:
        return Decoded(line.decode("utf-8"))
    except UnicodeDecodeError:
        return decode(line)


def _line_reader(stream: BinaryIO) -> Callable[[int], bytes]:
    """Return a function that reads one line, or that many bytes of it. UTF-16 and UTF-32 are turned into UTF-8."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    encoding = wide_encoding(buffered.peek(_PEEKED)[:_PEEKED])
    if encoding in (None, "utf-8"):
        return buffered.readline
    text = io.TextIOWrapper(buffered, encoding=encoding, errors="replace", newline="\n")
    return lambda size: text.readline(size).encode("utf-8", "replace")


def _pass_over_line(read_line: Callable[[int], bytes]) -> None:
    while (rest := read_line(MEGABYTE)) and not rest.endswith(b"\n"):
        pass
