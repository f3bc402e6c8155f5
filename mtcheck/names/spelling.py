"""What a written name must be to go into a list, and which of its words are the family name."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from mtcheck.names.index import fold
from mtcheck.names.similarity import part_similarity
from mtcheck.names.titles import PARTICLES

MAX_NAME: Final = 120
"""Characters. A longer cell is a sentence, or an attack."""

LEAST_ALIKE: Final = 0.6
"""Likeness of two name parts, 0-1, from which on they may be spellings of one; what transliteration does stays above .7."""

_SUFFIXES: Final = frozenset({"jr", "jr.", "jnr", "sr", "sr.", "ii", "iii", "iv"})
# Particles that are as often a given name, a middle name or a conjunction: only lower case makes them particles.
_LOWER_ONLY: Final = frozenset({"ben", "la", "e", "y", "zu", "af", "av", "do"})
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Spreadsheets take a cell that begins so for a formula, or for one that goes on to the next quotation mark.
_UNSAFE: Final = ("=", "+", "-", "@", '"')


def clean(text: str) -> str:
    """Return `text` in Unicode form NFC, with every run of white space as one blank and none at the edges."""
    words = " ".join(text.split())
    return words if words.isascii() else unicodedata.normalize("NFC", words)


def name_problem(name: str) -> str | None:
    """Return why `name` cannot be a name that English newsrooms print, or None where it can.

    The reasons are for a reader and go on after the name: `is empty`, `holds a control character`, ...
    """
    if not name:
        return "is empty"
    if len(name) > MAX_NAME:
        return f"is longer than {MAX_NAME} characters"
    if not name.isprintable() and any(unicodedata.category(character) in _INVISIBLE for character in name):
        return "holds a control or invisible character"
    if name.startswith(_UNSAFE) or "|" in name:
        return "is no name"
    if name.isascii():
        return None if any(map(str.isalpha, name)) else "has no letters"
    letters = [character for character in name if unicodedata.category(character).startswith("L")]
    if not letters:
        return "has no letters"
    return None if all(map(_is_latin, letters)) else "is not in Latin letters"


def is_one_word(name: str) -> bool:
    """Whether a name has a single word: too little to tell its bearer from others."""
    return len(name.split()) == 1


def given_and_family(name: str, given: str = "", family: str = "") -> tuple[str, str]:
    """Return the given and the family name of `name`; what the caller knows of them stays, the rest is worked out.

    Without help the family name is the last word, with the particles before it; `Jr.` and numerals belong to neither. A name
    of one word is a family name.
    """
    words = _without_suffix(name.split())
    if family:
        return given or _rest(words, family), family
    if given:
        return given, _rest(words, given) or words[-1]
    first = len(words) - 1
    while first > 1 and _is_particle(words[first - 1]):
        first -= 1
    return " ".join(words[:first]), " ".join(words[first:])


def sound_alike(name: str, other: str) -> bool:
    """Whether any part of one name sounds somewhat like any part of the other, as spellings of one person's name do."""
    words, others = fold(name).replace(".", "").split(), fold(other).replace(".", "").split()
    if "".join(words) == "".join(others):
        return True
    return any(part_similarity(a, b) >= LEAST_ALIKE for a in words if len(a) > 1 for b in others if len(b) > 1)


def slug(name: str) -> str:
    """Return a readable id for `name`: lower-case words without accents, joined by hyphens; `unnamed` for none."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-") or "unnamed"


@lru_cache(maxsize=4096)
def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(("LATIN ", "MODIFIER LETTER ", "FULLWIDTH LATIN "))


def _is_particle(word: str) -> bool:
    return word.lower() in PARTICLES and (word.islower() or word.lower() not in _LOWER_ONLY)


def _without_suffix(words: list[str]) -> list[str]:
    return words[:-1] if len(words) > 2 and words[-1].lower() in _SUFFIXES else words


def _rest(words: list[str], part: str) -> str:
    """Return the words of a name before or behind one of its parts, or nothing where the part is at neither end."""
    folded, count = [fold(word) for word in words], len(part.split())
    wanted = [fold(word) for word in part.split()]
    if folded[-count:] == wanted:
        return " ".join(words[:-count]).rstrip(",")
    return " ".join(words[count:]) if folded[:count] == wanted else ""
