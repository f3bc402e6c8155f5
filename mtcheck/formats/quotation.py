"""A sentence quoted on a terminal: rows of a given width with a line of marks under them, as compilers show errors."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rich.cells import cell_len

from mtcheck.formats.characters import visible

FULL_ROWS = 4
"""A quotation of at most so many rows is shown whole, a longer one around its marks."""

_TOKEN = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to underline: code-point offsets, a short label to write beside it, a rank for its colour."""

    start: int
    end: int
    label: str
    rank: int


@dataclass(slots=True)
class Row:
    """One row: what to print, and the marks under it as runs of (cell, text, rank), left to right."""

    text: str
    marks: list[tuple[int, str, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the text that fills one row, with what is printed before and after it."""

    start: int
    end: int
    before: str
    after: str


def quote(text: str, start: int, end: int, marks: Sequence[Mark], width: int) -> list[Row]:
    """Return the rows that show `text[start:end]`, at most `width` cells each, with `marks` under them.

    White space is one blank per character and what a terminal would obey is shown as an escape, so that a mark stands
    under its span. Time and memory follow the length shown, not the length of the text.
    """
    ordered = sorted(marks, key=lambda m: (m.start, m.end))
    windows = _windows(text, start, end, ordered, width)
    rows: list[Row] = []
    open_marks: list[Mark] = []
    waiting = ordered[::-1]
    for piece in (p for window in windows for p in _wrap(text, window, (start, end), width)):
        while waiting and waiting[-1].start < max(piece.end, piece.start + 1):
            open_marks.append(waiting.pop())
        open_marks = [m for m in open_marks if m.end > piece.start or m.start == m.end >= piece.start]
        rows.append(_row(text, piece, open_marks, width))
    return rows


def shown(text: str) -> str:
    """Return `text` as it is printed: one blank per white-space character, escapes for what would not be seen."""
    return visible("".join(" " if c.isspace() else c for c in text))


def _windows(text: str, start: int, end: int, marks: Sequence[Mark], width: int) -> list[tuple[int, int]]:
    """Choose what to show: everything if it fits, else the surroundings of every mark, else the beginning."""
    if end - start <= FULL_ROWS * (width - 4):
        return [(start, end)]
    around = width // 2
    wanted = [w for m in marks for w in _around(m, around)] or [(start, start + 2 * width)]
    merged: list[tuple[int, int]] = []
    for low, high in sorted((max(start, low), min(end, high)) for low, high in wanted):
        if merged and low <= merged[-1][1] + around:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        elif low < high:
            merged.append((low, high))
    return [_between_words(text, window, (start, end), around // 2) for window in merged]


def _around(mark: Mark, around: int) -> list[tuple[int, int]]:
    """Return the stretch around a mark; of a long mark, its two ends."""
    if mark.end - mark.start <= 3 * around:
        return [(mark.start - around, mark.end + around)]
    return [(mark.start - around, mark.start + around), (mark.end - around, mark.end + around)]


def _between_words(text: str, window: tuple[int, int], whole: tuple[int, int], most: int) -> tuple[int, int]:
    """Narrow a window by `most` characters at either end, so that it begins and ends between words if it can."""
    low, high = window
    if low > whole[0] and (gap := re.search(r"\s", text[low : low + most])):
        low += gap.end()
    if high < whole[1] and (gap := re.search(r"\s\S*\Z", text[high - most : high])):
        high += gap.start() - most
    return (low, high) if low < high else window


def _wrap(text: str, window: tuple[int, int], whole: tuple[int, int], width: int) -> Iterator[_Piece]:
    """Fill rows greedily, word by word; a word wider than a row is cut."""
    room = width - 4  # leaves place for an ellipsis at either end
    rows: list[tuple[int, int]] = []
    first = last = window[0]
    used = 0
    for start, end, cells, blanks in _tokens(text, window, room):
        if used + cells > room and last > first:
            rows.append((first, last))
            first, used = start, 0
        used += cells + blanks
        last = end
    rows.append((first, last))
    for number, (low, high) in enumerate(rows):
        before = "… " if number == 0 and low > whole[0] else ""
        after = " …" if number == len(rows) - 1 and high < whole[1] else ""
        yield _Piece(low, high, before, after)


def _tokens(text: str, window: tuple[int, int], room: int) -> Iterator[tuple[int, int, int, int]]:
    """Yield words with the white space after them: start, end, the cells of the word, the cells of the white space."""
    for match in _TOKEN.finditer(text, *window):
        word = match.group().rstrip()
        if len(word) <= room and (cells := cell_len(shown(word))) <= room:
            yield match.start(), match.end(), cells, len(match.group()) - len(word)
        else:
            yield from _cut(text, match.start(), match.end(), room)


def _cut(text: str, start: int, end: int, room: int) -> Iterator[tuple[int, int, int, int]]:
    first, used = start, 0
    for at in range(start, end):
        cells = cell_len(shown(text[at]))
        if used + cells > room or at - first >= 4 * room:  # zero-width characters count for something, too
            yield first, at, used, 0
            first, used = at, 0
        used += cells
    yield first, end, used, 0


def _row(text: str, piece: _Piece, marks: Sequence[Mark], width: int) -> Row:
    body = text[piece.start : piece.end].rstrip()
    limit = piece.start + len(body)

    def cell(offset: int) -> int:
        return cell_len(piece.before + shown(text[piece.start : offset]))

    cells = [-1] * (width + 1)
    ends: dict[int, str] = {}
    for mark in sorted(marks, key=lambda m: m.rank):
        low, high = max(mark.start, piece.start), min(mark.end, limit)
        if low >= limit and mark.end > piece.end:
            continue  # it begins with the white space that ends this row: the next row shows it
        left = cell(min(low, limit))
        right = max(left + 1, cell(max(low, high)))
        cells[left:right] = [mark.rank] * (right - left)
        if mark.end <= piece.end:
            ends[right] = mark.label
    return Row(piece.before + shown(body) + piece.after, _labelled(_runs(cells), ends, width))


def _runs(cells: Sequence[int]) -> list[tuple[int, str, int]]:
    runs: list[tuple[int, str, int]] = []
    for at, rank in enumerate(cells):
        if rank < 0:
            continue
        if runs and runs[-1][2] == rank and runs[-1][0] + len(runs[-1][1]) == at:
            runs[-1] = (runs[-1][0], runs[-1][1] + "^", rank)
        else:
            runs.append((at, "^", rank))
    return runs


def _labelled(runs: Sequence[tuple[int, str, int]], ends: Mapping[int, str], width: int) -> list[tuple[int, str, int]]:
    """Write a mark's label after it, where the row has room before the next mark."""
    labelled = []
    for number, (at, run, rank) in enumerate(runs):
        stop = at + len(run)
        room = (runs[number + 1][0] if number + 1 < len(runs) else width) - stop
        label = ends.get(stop, "")
        labelled.append((at, f"{run} {label}" if label and len(label) + 2 <= room else run, rank))
    return labelled
