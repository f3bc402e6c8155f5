"""One name through one pivot language and back."""

import random

from generated.abjads import ABJADS, fill_vowels
from generated.alphabets import ALPHABETS
from generated.readings import sounds
from generated.syllabaries import SYLLABARIES

PIVOTS = ("ar", "el", "fa", "he", "ja", "ko", "ru", "tr", "uk", "zh")


def round_trip(word: str, origin: str, pivot: str, chance: random.Random) -> tuple[str, str]:
    """Return a folded word of a name as the pivot language writes it, and as that is read in Latin letters."""
    heard = sounds(word, origin, chance)
    if pivot in ABJADS:
        write, read, guesses = ABJADS[pivot]
        written = write.apply(heard, chance)
        return written, fill_vowels(read.apply(written, chance), guesses, chance)
    if pivot in ALPHABETS:
        to_script, from_script = ALPHABETS[pivot]
        written = to_script.apply(heard, chance)
        return written, from_script.apply(written, chance)
    to_characters, from_characters = SYLLABARIES[pivot]
    written = to_characters(heard, chance)
    return written, from_characters(written, chance)
