"""How alike two spellings of one name part are, when the differences are those of transliteration.

Back-translation carries a name through another script: vowels are lost and guessed anew (Arabic, Hebrew, Persian), voiced
and voiceless consonants fall together (Arabic has no p, v or hard g), letters double or stop doubling. The edit distance here
makes such changes cheap and others dear, after Kondrak (2000), "A New Algorithm for the Alignment of Phonetic Sequences",
with costs of our own.
"""

import re
from functools import lru_cache
from itertools import accumulate

from rapidfuzz.distance import Levenshtein

MOST_EDITS = 0.8
"""Share of letters that may differ at all, before their sounds are weighed; the rest is cut off for speed."""

_DIGRAPHS = tuple(
    (written, sound)
    for written, _, sound in (
        pair.partition("=")
        for pair in """
    dzh=j dž=j dz=j eaux=o eau=o sch=š tch=č sh=š ch=č zh=ž kh=h gh=g ph=f th=t dh=d dj=j ts=c tz=c ck=k cz=č sz=š qu=kv
    x=ks ou=u oo=u ee=i ei=i ie=i iy=i yi=i ii=i yy=i yj=i iu=u ia=a aa=a
    """.split()
    )
)
_HARD_C = re.compile(r"c(?![eiy]|$)")
_CONSONANT = "[b-df-hj-np-tv-z]"
# A glide is a consonant at the start of a syllable (Yohan, Maya, Maia) and no sound of its own behind one (Medvyedev).
_GLIDE = re.compile(rf"(?<!{_CONSONANT})y(?=[aeou])|(?<=[aeou])i(?=[aou])")
_LONG_I = re.compile(r"ij(?![aeou])")
_POLISH_RZ = re.compile(r"rz(?=[aeiouy])")
_SOFTENING = re.compile(rf"(?<={_CONSONANT})y(?=[aeou])")
_VOWELS = frozenset("aeiouy")
_CLASSES = ("bp", "vfw", "gkqhc", "szc", "šžčjs", "dt", "jg", "čkq", "čcj", "iyj", "uw", "mn", "lr")
_CLASS_COST = {"mn": 0.7, "lr": 0.8}
_SAME_CLASS = 0.25
_CONSONANT_EDIT = 1.3
"""A consonant of another class, or one too many: transliteration hardly ever does that, other people's names do."""
_SKELETON = {
    **dict.fromkeys("bpvfw", "P"), **dict.fromkeys("gkqhj", "K"), **dict.fromkeys("szcšžč", "S"),
    **dict.fromkeys("dt", "T"), **dict.fromkeys("lr", "L"), "m": "M", "n": "N",
}  # fmt: skip


def skeleton(part: str) -> str:
    """Return the consonant classes of a folded name part: `zelensky` and `zilinski` both give `SLNSK`."""
    classes = (_SKELETON.get(letter, "") for letter in phonetic(part))
    return "".join(classes)


@lru_cache(maxsize=65536)
def phonetic(part: str) -> str:
    """Return a rough phonetic spelling of a folded name part: digraphs to one letter, doubled letters to one, no blanks."""
    part = part.replace(" ", "")
    if part.startswith("x"):
        part = "š" + part[1:]
    part = _LONG_I.sub("i", _POLISH_RZ.sub("ž", part))
    part = _SOFTENING.sub("", _GLIDE.sub("j", part))
    for written, sound in _DIGRAPHS:
        part = part.replace(written, sound)
    part = _HARD_C.sub("k", part)
    return "".join(a for a, b in zip(part, " " + part, strict=False) if a != b)


@lru_cache(maxsize=65536)
def part_similarity(a: str, b: str) -> float:
    """Return how alike two folded name parts are, 0-1; 1 means the same sounds. Symmetric."""
    if a == b:
        return 1.0
    x, y = sorted((phonetic(a), phonetic(b)))
    longest = max(len(x), len(y))
    if not longest or Levenshtein.distance(x, y) > longest * MOST_EDITS:
        return 0.0
    return max(0.0, 1.0 - 0.02 - _distance(x, y) / longest)


def _distance(x: str, y: str) -> float:
    """Return the weighted edit distance of two phonetic spellings."""
    gaps = [_gap(letter, at_start=j == 0) for j, letter in enumerate(y)]
    previous = list(accumulate(gaps, initial=0.0))
    for i, a in enumerate(x):
        gap, left = _gap(a, at_start=i == 0), previous[0]
        left += gap
        row = [left]
        for j, b in enumerate(y):
            swap = previous[j] + (0.0 if a == b else _swap(a, b, at_start=i == 0 and j == 0))
            above, left = previous[j + 1] + gap, left + gaps[j]
            left = swap if swap <= above and swap <= left else min(above, left)
            row.append(left)
        previous = row
    return previous[-1]


def _gap(letter: str, *, at_start: bool) -> float:
    """Vowels come and go in scripts that do not write them, less so at the start of a name."""
    if letter in _VOWELS:
        return 0.7 if at_start else 0.4
    return 0.7 if letter in "hj" else _CONSONANT_EDIT


@lru_cache(maxsize=4096)
def _swap(a: str, b: str, *, at_start: bool) -> float:
    if a == b:
        return 0.0
    if a in _VOWELS and b in _VOWELS:
        return 0.4 if at_start else 0.3
    shared = [c for c in _CLASSES if a in c and b in c]
    return min((_CLASS_COST.get(c, _SAME_CLASS) for c in shared), default=_CONSONANT_EDIT)
