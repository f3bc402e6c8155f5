"""Short word lists in code, written as prose instead of as a column of quoted strings."""


def word_set(words: str) -> frozenset[str]:
    """Return the blank-separated words of `words`."""
    return frozenset(words.split())
