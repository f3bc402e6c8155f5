"""Which language a text went through, from the senses that it confuses and the phrases that it renders word by word."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from mtcheck.phrases.finder import Suspect
from mtcheck.report import Pivot

PROVEN_FROM = 0.9
"""Probability of a damaged phrase from which it counts."""
STRAY = 0.15
"""How likely a confusion is through a language that is not listed for it, beside one that is."""
LEAST_EVIDENCE = 2
"""Different confusions, of which at least so many must be listed for the language."""
LEAST_CONFIDENCE = 0.4


def infer_pivot(suspects: Iterable[Suspect], languages_of: Mapping[tuple[str, str], Sequence[str]]) -> Pivot | None:
    """Return the likeliest pivot language of an article, or None where too little speaks for any.

    `languages_of`: for a written lemma and the one it was put for, the languages that have one word for both. Every
    confusion counts once; the languages are equally likely beforehand (naive Bayes).
    """
    confusions = dict(_confusions(suspects, languages_of))
    votes = Counter(code for codes in confusions.values() for code in codes)
    if not votes:
        return None
    scores = {
        code: sum(math.log(1.0 if code in codes else STRAY) for codes in confusions.values()) for code in sorted(votes)
    }
    total = sum(math.exp(score) for score in scores.values())
    best = max(scores, key=lambda code: (scores[code], code))
    confidence = math.exp(scores[best]) / total
    if votes[best] < LEAST_EVIDENCE or confidence < LEAST_CONFIDENCE:
        return None
    return Pivot(best, round(confidence, 2))


def _confusions(
    suspects: Iterable[Suspect], languages_of: Mapping[tuple[str, str], Sequence[str]]
) -> Iterable[tuple[str, frozenset[str]]]:
    for suspect in suspects:
        if suspect.probability < PROVEN_FROM:
            continue
        if suspect.rendering is not None:
            yield suspect.rendering.literal, frozenset(suspect.rendering.pivots)
            continue
        for change in suspect.candidate.changes:
            codes = languages_of.get((change.wrong, change.right)) if change else None
            if change and codes:
                yield f"{change.wrong}>{change.right}", frozenset(codes)
