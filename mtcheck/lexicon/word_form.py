"""The one spelling under which the lexicon files a word."""

import unicodedata

_TO_PLAIN = str.maketrans({"’": "'", "‑": "-"})


def word_form(word: str) -> str:
    """Return `word` in lower case, NFC, with straight apostrophes and plain hyphens, and without a possessive 's."""
    form = word if word.isascii() else unicodedata.normalize("NFC", word).translate(_TO_PLAIN)
    return form.lower().removesuffix("'s")
