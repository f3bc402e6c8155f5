"""The words that the network reads, the same in training and in use."""

import re

WORD = re.compile(r"[^\W_]+(?:['’.,\-][^\W_]+)*")
"""Words alone, so that nothing is learned from punctuation, which every engine sets its own way."""


def words_of(text: str) -> list[str]:
    """Return the words of a text, with one kind of apostrophe."""
    return [word.replace("’", "'") for word in WORD.findall(text)]


def spans_of(text: str) -> list[tuple[int, int]]:
    """Return where each of the words stands."""
    return [match.span() for match in WORD.finditer(text)]
