"""Which lines are headlines, where a capital letter does not tell a name from a word."""

import re
from collections.abc import Iterator

LONGEST = 300
"""Characters; a longer line is a paragraph."""
FEWEST_WORDS = 4
CAPITALISED_SHARE = 0.8
"""Of the words with four letters or more, in a headline in title case."""

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_]+")


def headlines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets `[start, end)` of the lines in capitals or in title case, in order; linear in the text's length."""
    for line in _LINE.finditer(text):
        if line.end() - line.start() <= LONGEST and _is_headline(line.group()):
            yield line.span()


def stands_in_headline(text: str, offset: int) -> bool:
    """Tell whether the line around `offset` is a headline; looks no further than the longest one reaches."""
    start = text.rfind("\n", max(0, offset - LONGEST), offset) + 1
    end = text.find("\n", offset, offset + LONGEST + 1)
    end = end if end >= 0 else min(len(text), offset + LONGEST + 1)
    is_whole = start > 0 or offset <= LONGEST
    return is_whole and end - start <= LONGEST and _is_headline(text[start:end])


def _is_headline(line: str) -> bool:
    words = _WORD.findall(line)
    if len(words) < FEWEST_WORDS:
        return False
    if is_in_capitals(line):
        return True
    if line.rstrip().endswith((".", ",", ";", ".”", '."')):
        return False
    long = [word for word in words if len(word) >= 4]
    capitalised = sum(word[0].isupper() for word in long)
    return len(long) >= 3 and capitalised >= CAPITALISED_SHARE * len(long) and words[0][0].isupper()


def is_in_capitals(line: str) -> bool:
    """Tell whether a line has no lower-case letters, or hardly any (`McCONNELL`), and several upper-case ones."""
    upper = sum(map(str.isupper, line))
    return upper >= 8 and sum(map(str.islower, line)) * 20 <= upper
