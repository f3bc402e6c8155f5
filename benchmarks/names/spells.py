"""One spell of one person in one office as a source states it, before the sources are merged."""

from dataclasses import dataclass
from datetime import date

OWN_SOURCE = "general knowledge"
OWN_LICENCE = "CC0"

_STRAIGHT: dict[int, str] = {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x2BC: "'", 0x2BB: "'"}


@dataclass(frozen=True, slots=True)
class Spell:
    name: str
    surname: str
    role: str
    title: str
    place: str
    start: date | None
    end: date | None
    source: str
    licence: str
    verified: bool
    is_monarch: bool = False
    aliases: tuple[str, ...] = ()


def ascii_quotes(text: str) -> str:
    """Straighten curly quotation marks and apostrophes."""
    return text.translate(_STRAIGHT)
