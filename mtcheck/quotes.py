"""Where a text quotes: pairs of double quotation marks, matched within a paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile(r"[“”„«»\"]|\r?\n|\r")
_OPEN_ONLY = {"“", "„", "«"}
_CLOSE_ONLY = {"”", "»"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch, marks included. `is_closed` is False where the paragraph ends before the quotation does."""

    start: int
    end: int
    is_closed: bool


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return the quotations of `text` in order, without overlap.

    News style opens every paragraph of a long quotation and closes only the last, so a mark left open ends with its
    paragraph (a line). Single quotation marks are left alone: they cannot be told from apostrophes reliably.
    """
    return tuple(_scan(text))


def _scan(text: str) -> Iterator[Quotation]:
    opened: int | None = None
    for match in _MARK.finditer(text):
        mark = match.group()
        if mark[0] in "\r\n":
            if opened is not None:
                yield Quotation(opened, match.start(), False)
            opened = None
        elif opened is None:
            if mark not in _CLOSE_ONLY:
                opened = match.start()
        elif mark not in _OPEN_ONLY:
            yield Quotation(opened, match.end(), True)
            opened = None
    if opened is not None:
        yield Quotation(opened, len(text), False)
