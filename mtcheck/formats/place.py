"""Where a finding is, as tools that show files need it: a path, and lines and columns where these exist."""

import os
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a text: line and column, both from 1; columns count code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of text from `start` up to but without `end`."""

    start: Position
    end: Position


class Lines:
    """Turns offsets into lines and columns. A line ends with LF, or CR LF, as editors and SARIF count them."""

    def __init__(self, text: str) -> None:
        """Find the lines of `text`, once. A byte order mark is no column, as editors show it."""
        self._starts = [1 if text.startswith("\ufeff") else 0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def start(self, line: int) -> int:
        """Return the offset at which a line, counted from 1, begins."""
        return self._starts[line - 1]

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset, a code-point index into the text."""
        line = max(1, bisect_right(self._starts, offset))
        return Position(line, max(1, offset - self._starts[line - 1] + 1))

    def region(self, start: int, end: int) -> Region:
        """Return the region of a half-open span of offsets."""
        return Region(self.position(start), self.position(end))


def path_of(source: str) -> str:
    """Return `source` as tools want it: relative to the working directory if below it, with forward slashes.

    A URL stays as it is; standard input and text without a source are called `stdin`.
    """
    if source in ("", "-"):
        return "stdin"
    if "://" in source:
        return source
    path = Path(os.path.normpath(source))
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return path.as_posix()
