"""What every source is: something that gives articles, and says which inputs it could not read."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import BinaryIO

from mtcheck.article import Article, SkippedInput

MAX_REASON = 200
"""How many characters of a reason are kept: it is one line of a report."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")


class UnreadableError(Exception):
    """An input, or a part of one, that cannot be read; the message is the reason an editor is told."""


class Source(ABC):
    """One input: iterating gives its articles, in order, each made only when asked for.

    Iterating may raise `UnreadableError` or `OSError`; `mtcheck.sources.read` turns both into a `SkippedInput`.
    """

    def __init__(self, name: str, stream: BinaryIO) -> None:
        """Take the name that reports show (a path, or `-`) and the bytes, which are read once."""
        self.name = name
        self.stream = stream

    @abstractmethod
    def __iter__(self) -> Iterator[Article | SkippedInput]:
        """Yield what the input holds."""

    def skipped(self, reason: str, *, id: str = "") -> SkippedInput:
        """Return the record of a part that cannot be read; without an `id` it stands for the whole input."""
        return SkippedInput(id=one_line(id) or self.name, source=self.name, reason=one_line(reason))


def one_line(reason: str) -> str:
    """Return `reason` without control characters and lone surrogates, at most `MAX_REASON` characters long."""
    line = _CONTROL.sub(" ", reason[: MAX_REASON * 4]).strip()
    return line if len(line) <= MAX_REASON else line[: MAX_REASON - 1] + "…"
