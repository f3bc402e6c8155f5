"""How often words, hyphenated and closed compounds and personal names stand in news that people wrote: counts only."""

from mtcheck.lexicon.lexicon import Compound, Lexicon
from mtcheck.lexicon.word_form import word_form
from mtcheck.lexicon.word_set import word_set

__all__ = ["Compound", "Lexicon", "word_form", "word_set"]
