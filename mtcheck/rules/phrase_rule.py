"""What the three rules of known phrasing share: one search per article, one finding per damaged phrase."""

from abc import abstractmethod
from collections.abc import Iterator

from mtcheck.analysis import Analysis
from mtcheck.finding import Category, EvidenceValue, Finding, Severity
from mtcheck.phrases.finder import SURE, Suspect
from mtcheck.phrases.records import PhraseKind
from mtcheck.rules.interface import Rule
from mtcheck.rules.replaced_words import MOST_CONTEXT, article_context

MINOR_FROM, MAJOR_FROM = SURE, 0.97
"""Probabilities, chosen on news that people wrote: see benchmarks/phrases."""
FIGURATIVE_FROM = 0.02
"""Cosine by which an idiom's gloss must fit the rest of the sentence better than the written words do."""
QUOTED_FROM = 0.98
"""Inside quotation marks: people speak oddly."""
SHOWN_PIVOTS = 4


class PhraseRule(Rule):
    """A rule that reports some of the damaged phrases of an article."""

    category = Category.PHRASE
    severity = Severity.MAJOR

    @abstractmethod
    def is_mine(self, suspect: Suspect) -> bool:
        """Whether this rule, not another of the family, reports the suspect."""

    @abstractmethod
    def message(self, suspect: Suspect) -> str:
        """Return why the span is damaged, in one sentence."""

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding per damaged phrase that is this rule's."""
        for suspect in analysis.damaged_phrases:
            is_quoted = analysis.is_quoted(suspect.start, suspect.end)
            if suspect.probability >= (QUOTED_FROM if is_quoted else MINOR_FROM) and self.is_mine(suspect):
                yield self._found(analysis, suspect)

    def _found(self, analysis: Analysis, suspect: Suspect) -> Finding:
        return self.finding(
            analysis,
            suspect.start,
            suspect.end,
            self.message(suspect),
            confidence=round(suspect.probability, 2),
            severity=self.severity if is_proven(suspect) or is_machine_translated(analysis) else Severity.MINOR,
            suggestions=[suspect.known, *suspect.others],
            evidence=_evidence(suspect),
        )


def is_proven(suspect: Suspect) -> bool:
    """Whether the finding may be major: likely enough, the wording never seen, and its words known to stand for the others.

    A literal rendering needs no counts, and a pair of senses none of the right wording: tables say both. An idiom's meaning must
    fit the sentence better than the words that stand there, which may be meant as they are said.
    """
    figures = suspect.figures
    is_figurative = suspect.kind is PhraseKind.IDIOM
    if is_figurative and figures["gloss_fit"] - figures["written_fit"] < FIGURATIVE_FROM:
        return False
    if suspect.probability < MAJOR_FROM or suspect.rendering is not None:
        return suspect.probability >= MAJOR_FROM
    is_unseen = figures["inside"] == figures["web"] == 0
    counts = (figures["inside_known"], figures["web_known"], figures["phrase_count"])
    is_known = suspect.sense is not None or max(counts) > 0
    stands_for = figures["is_listed"] or figures["is_synonym"] or (figures["is_near"] and figures["round_trips"] > 0)
    return is_unseen and is_known and bool(stands_for)


def is_machine_translated(analysis: Analysis) -> bool:
    """Whether the article reads so much like a machine translation that whatever is likely damage is: no proof is asked.

    In 138 spun articles that nothing was trained on 70 of 73 such findings were damage.
    """
    return article_context(analysis) >= MOST_CONTEXT


def is_sense(suspect: Suspect) -> bool:
    """Whether every change is a pair of the table of pivot senses."""
    return suspect.rendering is None and all(change.is_listed for change in suspect.candidate.changes if change)


def is_idiom(suspect: Suspect) -> bool:
    """Whether the known phrase is an idiom or a formula."""
    return suspect.kind in (PhraseKind.IDIOM, PhraseKind.FORMULA)


def _evidence(suspect: Suspect) -> dict[str, EvidenceValue]:
    figures = suspect.figures
    evidence: dict[str, EvidenceValue] = {
        "known_phrase": suspect.rendering.intended if suspect.rendering else suspect.candidate.pattern.text,
        "similarity": figures["cosine"],
        "context_fit_written": figures["written_fit"],
        "context_fit_known": figures["known_fit"],
        "pivots": list(suspect.pivots[:SHOWN_PIVOTS]),
    }
    if suspect.meaning:
        evidence["meaning"] = suspect.meaning
    if suspect.phrase:
        evidence["seen_in_news"] = suspect.phrase.count
    if suspect.sense:
        evidence["pivot_word"] = suspect.sense.pivot_word
    return evidence
