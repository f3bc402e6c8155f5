"""Parts the findings of an article into those to report and those that somebody has asked to leave out."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from mtcheck.article import Sentence
from mtcheck.directives import Directive, DirectiveIndex
from mtcheck.finding import Finding
from mtcheck.report import Suppressed
from mtcheck.review.baseline import Accepted, BaselineIndex
from mtcheck.review.keys import FindingKey, finding_key


@dataclass(frozen=True, slots=True)
class Parted:
    """Findings to report, findings left out, and directives that left nothing out."""

    kept: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    unused: tuple[Directive, ...]


def part(
    article: str,
    sentences: Sequence[Sentence],
    findings: Sequence[Finding],
    length: int,
    directives: Sequence[Directive],
    baseline: BaselineIndex | None,
) -> Parted:
    """Part `findings`, in order of place; `article` is the id, `length` that of the text; the sentences' texts are as published.

    A directive has precedence over the baseline. Of equal findings in equal sentences, the first ones are left out, as many as
    the baseline counts.
    """
    kept: list[Finding] = []
    suppressed: list[Suppressed] = []
    used: set[Directive] = set()
    counts: Counter[FindingKey] = Counter()
    index = DirectiveIndex(directives, length)
    starts = [sentence.start for sentence in sentences]
    for finding in findings:
        if covering := index.covering(finding.rule, finding.start):
            used.update(covering)
            suppressed.append(Suppressed(finding))
        elif entry := _allowed(article, _sentence(sentences, starts, finding), finding, baseline, counts):
            suppressed.append(Suppressed(finding, entry))
        else:
            kept.append(finding)
    return Parted(tuple(kept), tuple(suppressed), tuple(d for d in directives if d not in used))


def _sentence(sentences: Sequence[Sentence], starts: Sequence[int], finding: Finding) -> str:
    return sentences[max(0, bisect_right(starts, finding.start) - 1)].text if sentences else ""


def _allowed(
    article: str, sentence: str, finding: Finding, baseline: BaselineIndex | None, counts: Counter[FindingKey]
) -> Accepted | None:
    if baseline is None:
        return None
    key = finding_key(finding.rule, sentence, finding.text)
    entry = baseline.entry(article, key)
    if entry is None or counts[key] >= entry.count:
        return None
    counts[key] += 1
    return entry
