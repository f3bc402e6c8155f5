"""Verbs of which people are the subject or the object in news."""

import re

_SUBJECTS_VERBS = frozenset(
    """
    is was are were has had have will would can could may might must should does did says said told thinks thought sees
    saw knows knew makes made takes took gives gave goes went comes came becomes became begins began brings brought keeps
    kept leads led leaves left wins won loses lost meets met speaks spoke writes wrote grew ran stood sat rose fell fled
    wants considers believes accuses warns urges rejects agrees announces insists refuses expects adds argues denies vows
    pledges promises claims hopes plans
    """.split()
)
_OBJECTS_VERBS = frozenset(
    """
    told asked warned urged wants wanted met called blamed accused praised backed thanked criticised criticized arrested
    charged named joined elected defeated succeeded replaced sacked summoned questioned
    """.split()
)
_NEXT_WORD = re.compile(r"(?: also| later| then| never| once| has| finally)? ([a-z]+)")
_WORD_BEFORE = re.compile(r"([a-z]+) $")
_LONGEST_VERB = 12


def does_or_suffers(text: str, start: int, end: int) -> bool:
    """Tell whether the name at `[start, end)` of `text` is the subject of a verb right after it, or the object of one before.

    Any other word in `-ed` counts as a verb after a name.
    """
    following = _NEXT_WORD.match(text, end)
    if following is not None and (following[1] in _SUBJECTS_VERBS or following[1].endswith("ed")):
        return True
    before = _WORD_BEFORE.search(text[max(0, start - _LONGEST_VERB - 1) : start])
    return before is not None and before[1] in _OBJECTS_VERBS
