"""Weighs the evidence of sentences and article: two kinds of machine translation, each with its own logistic models."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mtcheck.detection.evidence import SentenceEvidence

FULL_LENGTH = 600
"""Words from which more text adds no more certainty: sentences of one article are alike in style."""
SENTENCE_LENGTH = 20
"""Words of a usual sentence; the unit in which the length of an article counts."""


@dataclass(frozen=True, slots=True)
class KindWeights:
    """The logistic models for one kind of machine translation.

    * `sentence`: weight by name of a figure, and of `findings`: what the rules say; `sentence_bias`.
    * `level`, `evidence`: weights of the sentences' mean, and of that mean times the root of their number; `bias`.
    """

    sentence: Mapping[str, float]
    sentence_bias: float
    level: float
    evidence: float
    bias: float

    def sentence_score(self, evidence: SentenceEvidence, findings: float) -> float:
        """Return the log-odds that a sentence gets on its own."""
        own = sum(self.sentence.get(name, 0.0) * value for name, value in evidence.figures.items())
        return self.sentence_bias + own + self.sentence.get("findings", 0.0) * findings

    def document_score(self, scores: Sequence[float], evidence: Sequence[SentenceEvidence]) -> float:
        """Return the log-odds of the article whose sentences have these scores."""
        weights = [math.sqrt(e.words) for e in evidence]
        mean = sum(w * s for w, s in zip(weights, scores, strict=True)) / sum(weights)
        words = min(FULL_LENGTH, sum(e.words for e in evidence))
        return self.bias + self.level * mean + self.evidence * mean * math.sqrt(words / SENTENCE_LENGTH)


@dataclass(frozen=True, slots=True)
class Combination:
    """Both kinds together, and the sentences in the light of their article.

    * `slope`, `bias`: Platt scaling of the article's log-odds. * `own`, `context`, `sentence_bias`: those of a sentence.
    """

    kinds: Mapping[str, KindWeights]
    slope: float
    bias: float
    own: float
    context: float
    sentence_bias: float

    def scores(self, evidence: Sequence[SentenceEvidence], findings: Sequence[float]) -> tuple[float, list[float]]:
        """Return log-odds of the article and of each sentence; `findings`: log-odds of the rules, per sentence.

        Raises `ValueError` without a sentence.
        """
        if not evidence:
            raise ValueError("no sentence to weigh")
        documents, sentences = [], []
        for kind in self.kinds.values():
            scores = [kind.sentence_score(e, f) for e, f in zip(evidence, findings, strict=True)]
            documents.append(kind.document_score(scores, evidence))
            sentences.append(scores)
        article = self.slope * log_sum(documents) + self.bias
        own = [log_sum(scores) for scores in zip(*sentences, strict=True)]
        return article, [self.own * score + self.context * article + self.sentence_bias for score in own]


def log_sum(log_odds: Sequence[float]) -> float:
    """Return log(sum(exp(x))): the odds of either kind."""
    top = max(log_odds)
    return top + math.log(sum(math.exp(x - top) for x in log_odds))


def logistic(log_odds: float) -> float:
    """Return the probability, 0-1."""
    if log_odds >= 0:
        return 1.0 / (1.0 + math.exp(-log_odds))
    odds = math.exp(log_odds)
    return odds / (1.0 + odds)
