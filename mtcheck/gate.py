"""Whether a feed keeps to a policy, and if not, what broke it."""

from collections.abc import Iterator
from dataclasses import dataclass

from mtcheck.config import SKIPPED, GatePolicy
from mtcheck.finding import Severity
from mtcheck.report import ArticleReport, Verdict


@dataclass(frozen=True, slots=True)
class Breach:
    """One broken condition: the article it was broken in (None: the run as a whole) and one line that says how."""

    article: str | None
    reason: str


class Gate:
    """Judges reports one by one against a policy, in constant memory.

    Feed every report to `judge`; ask `judge_run` once at the end.
    """

    def __init__(self, policy: GatePolicy, *, allow_fail: bool = False) -> None:
        """Start with nothing seen; an article whose verdict is `fail` breaks every policy unless that is allowed."""
        self.policy = policy
        self._allow_fail = allow_fail
        self._articles = 0
        self._quality_sum = 0.0
        self._sentences = 0
        self._flagged = 0

    def judge(self, report: ArticleReport) -> tuple[Breach, ...]:
        """Count one report and return what it breaks."""
        if report.quality is not None:
            self._articles += 1
            self._quality_sum += report.quality
            self._sentences += len(report.sentences)
            self._flagged += report.flagged
        return tuple(Breach(report.id or report.source, reason) for reason in self._reasons(report))

    def judge_run(self) -> tuple[Breach, ...]:
        """Return what the run as a whole breaks: mean quality over articles, flagged share over all sentences."""
        if self.policy.scope == "article" or not self._articles:
            return ()
        mean = self._quality_sum / self._articles
        return tuple(Breach(None, reason) for reason in self._thresholds(mean, self._flagged, self._sentences))

    def _reasons(self, report: ArticleReport) -> Iterator[str]:
        policy = self.policy
        if report.quality is None:
            if SKIPPED in policy.fail_on:
                yield f"skipped: {report.skipped}"
            return
        if not self._allow_fail and report.verdict is Verdict.FAIL:
            yield f"verdict fail (quality {report.quality:.1f}, mt probability {report.mt_probability:.2f})"
        if policy.scope != "run":
            yield from self._thresholds(report.quality, report.flagged, len(report.sentences))
        for target in policy.fail_on:
            if count := sum(_meets(target, f.rule, f.severity) for f in report.findings):
                yield f"{count} finding{'s' if count > 1 else ''} of {target}"

    def _thresholds(self, quality: float, flagged: int, sentences: int) -> Iterator[str]:
        policy = self.policy
        if policy.fail_under is not None and quality < policy.fail_under:
            yield f"quality {quality:.1f} is under {policy.fail_under:g}"
        share = 100.0 * flagged / max(sentences, 1)
        if policy.max_flagged is not None and share > policy.max_flagged:
            yield f"{flagged} of {sentences} sentences flagged, {share:.1f} %, more than {policy.max_flagged:g} %"


def _meets(target: str, rule: str, severity: Severity) -> bool:
    if target in {s.value for s in Severity}:
        return severity.rank >= Severity(target).rank
    return target != SKIPPED and rule.startswith(target)
