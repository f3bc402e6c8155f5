"""Text to paragraphs: what a line break means, decided once per text."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

Span = tuple[int, int]

# White space, control characters and those of no width, for use inside a regular expression's brackets. Joiners inside a
# word or an emoji are never touched: only the ends of a paragraph or sentence are trimmed with this.
BLANKS = r"\s\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff"

_BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_CONTENT = re.compile(rf"[^{BLANKS}](?:.*[^{BLANKS}])?", re.DOTALL)
_FIRST_WORD = re.compile(r"\S{1,40}")
_LIST_ITEM = re.compile(r"(?:[•●▪‣■◦*–—\-]|\d{1,3}[.)])\s")

# Plain text is wrapped at 60 to 80 columns (RFC 3676: at most 78); narrow columns and margins widen the range.
_NARROWEST, _WIDEST = 40, 120
_MIN_FULL_LINES = 2
_WRAPPED_SHARE = 0.5


class _Line(NamedTuple):
    """A line's span without blank ends; `follows` is True where exactly one line break parts it from the one before."""

    start: int
    end: int
    follows: bool

    @property
    def length(self) -> int:
        return self.end - self.start


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the half-open code-point spans of the paragraphs of `text` in order, blank ends trimmed.

    A blank line ends a paragraph. A single line break ends one too, unless the text as a whole is hard-wrapped: then a
    line goes on where the next begins with a small letter, or where its first word would not have fitted any more.
    """
    lines = list(_lines(text))
    width = _wrap_width(text, lines)
    if width is None:
        yield from ((line.start, line.end) for line in lines)
    else:
        yield from _unwrapped(text, lines, width)


def trim(text: str, start: int, end: int) -> Span | None:
    """Return `[start, end)` without blanks at its ends, or None where nothing else is in it."""
    content = _CONTENT.search(text, start, end)
    return content.span() if content else None


def _lines(text: str) -> Iterator[_Line]:
    position, breaks = 0, 0
    for start, end in _line_spans(text):
        if content := trim(text, start, end):
            yield _Line(*content, follows=breaks == 1 and position > 0)
            breaks, position = 0, end
        breaks += 1


def _line_spans(text: str) -> Iterator[Span]:
    start = 0
    for line_break in _BREAK.finditer(text):
        yield start, line_break.start()
        start = line_break.end()
    yield start, len(text)


def _wrap_width(text: str, lines: list[_Line]) -> int | None:
    """Return the column at which `text` is hard-wrapped, or None where its lines are paragraphs.

    Hard-wrapped means: of the lines that another follows directly, at least half are continued in lower case; and of those
    at least half, and at least two, are full: the next line's first word would not have fitted into the longest of them.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if b.follows]
    broken = [(a, b) for a, b in pairs if text[b.start].islower()]
    if not broken or len(broken) < _WRAPPED_SHARE * len(pairs):
        return None
    width = max(a.length for a, _ in broken)
    full = sum(_is_full(text, a, b, width) for a, b in broken)
    is_wrapped = full >= max(_MIN_FULL_LINES, _WRAPPED_SHARE * len(broken))
    return width if is_wrapped and _NARROWEST <= width <= _WIDEST else None


def _is_full(text: str, line: _Line, following: _Line, width: int) -> bool:
    word = _FIRST_WORD.match(text, following.start, following.end)
    return word is not None and line.length + 1 + len(word.group()) > width


def _unwrapped(text: str, lines: list[_Line], width: int) -> Iterator[Span]:
    start, last = lines[0].start, lines[0]
    for line in lines[1:]:
        if not (line.follows and _goes_on(text, last, line, width)):
            yield start, last.end
            start = line.start
        last = line
    yield start, last.end


def _goes_on(text: str, line: _Line, following: _Line, width: int) -> bool:
    if _LIST_ITEM.match(text, following.start, following.end):
        return False
    return text[following.start].islower() or _is_full(text, line, following, width)
