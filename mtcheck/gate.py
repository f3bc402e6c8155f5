"""Whether a feed keeps to a policy, and if not, what broke it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from mtcheck.config import SKIPPED, GatePolicy
from mtcheck.finding import Severity
from mtcheck.report import ArticleReport, Verdict

ARTICLE, RUN = "an article", "the run"
"""Where thresholds hold."""


@dataclass(frozen=True, slots=True)
class Breach:
    """One broken condition: the article it was broken in (None: the run as a whole) and one line that says how."""

    article: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Check:
    """One condition and what came of it.

    * `condition`: what is asked. `judged`, `broken`: in how many articles it was looked at, and broken; for the run, of 1.
    * `nearest`: the value that came closest to breaking it, or broke it worst, and where; empty if nothing was judged.
    """

    condition: str
    judged: int
    broken: int
    nearest: str


@dataclass(slots=True)
class _Tally:
    """What has been seen of one condition; `worst` is how far beyond its limit the worst value lies."""

    judged: int = 0
    broken: int = 0
    worst: float = float("-inf")
    nearest: str = ""

    def count(self, *, excess: float, is_broken: bool, shown: str) -> None:
        self.judged += 1
        self.broken += is_broken
        if excess > self.worst:
            self.worst, self.nearest = excess, shown


class Gate:
    """Judges reports one by one against a policy, in constant memory.

    Feed every report to `judge`; ask `judge_run` once at the end; `explain` then says what was asked and what came of it.
    """

    def __init__(self, policy: GatePolicy, *, allow_fail: bool = False) -> None:
        """Start with nothing seen; an article whose verdict is `fail` breaks every policy unless that is allowed."""
        self.policy = policy
        self._allow_fail = allow_fail
        self._articles = 0
        self._quality_sum = 0.0
        self._sentences = 0
        self._flagged = 0
        self._rules: Counter[str] = Counter()
        self._tallies: dict[str, _Tally] = {condition: _Tally() for condition in self._conditions()}

    def judge(self, report: ArticleReport) -> tuple[Breach, ...]:
        """Count one report and return what it breaks."""
        rules = Counter(f.rule for f in report.findings)
        if report.quality is not None:
            self._articles += 1
            self._quality_sum += report.quality
            self._sentences += len(report.sentences)
            self._flagged += report.flagged
            if self.policy.scope != "article":
                self._rules.update(rules)
        name = report.id or report.source
        return tuple(Breach(name, reason) for reason in self._reasons(report, rules, name))

    def judge_run(self) -> tuple[Breach, ...]:
        """Return what the run as a whole breaks: mean quality over articles, flagged share and findings over all."""
        if self.policy.scope == "article" or not self._articles:
            return ()
        mean = self._quality_sum / self._articles
        reasons = self._thresholds(mean, self._flagged, self._sentences, self._rules, RUN, RUN)
        return tuple(Breach(None, reason) for reason in reasons)

    def explain(self) -> tuple[Check, ...]:
        """Return every condition of the policy with what came of it so far."""
        return tuple(Check(name, t.judged, t.broken, t.nearest) for name, t in self._tallies.items())

    def _conditions(self) -> Iterator[str]:
        """Yield the conditions in words; the same words are the keys of their tallies."""
        policy = self.policy
        if not self._allow_fail:
            yield _VERDICT
        yield from map(_target, policy.fail_on)
        for place in _places(policy.scope):
            if policy.fail_under is not None:
                yield _quality(place, policy.fail_under)
            if policy.max_flagged is not None:
                yield _share(place, policy.max_flagged)
            yield from (_budget(place, code, most) for code, most in policy.budgets.items())

    def _reasons(self, report: ArticleReport, rules: Counter[str], name: str) -> Iterator[str]:
        policy = self.policy
        if SKIPPED in policy.fail_on:
            is_skipped = report.skipped is not None
            shown = f"skipped ({name})" if is_skipped else "none skipped"
            self._tallies[_target(SKIPPED)].count(excess=float(is_skipped), is_broken=is_skipped, shown=shown)
            if is_skipped:
                yield f"skipped: {report.skipped}"
        if report.quality is None or report.mt_probability is None:
            return
        yield from self._verdict(report, name)
        if policy.scope != "run":
            quality = None if report.released else report.quality  # an editor has looked at this very text
            yield from self._thresholds(quality, report.flagged, len(report.sentences), rules, ARTICLE, name)
        for target in policy.fail_on:
            if target != SKIPPED:
                count = sum(_meets(target, f.rule, f.severity) for f in report.findings)
                shown = f"{_findings(count)} ({name})"
                self._tallies[_target(target)].count(excess=count, is_broken=count > 0, shown=shown)
                if count:
                    yield f"{_findings(count)} of {target}"

    def _verdict(self, report: ArticleReport, name: str) -> Iterator[str]:
        if self._allow_fail:
            return
        is_broken = report.verdict is Verdict.FAIL
        rank = [Verdict.PASS, Verdict.REVIEW, Verdict.FAIL].index(report.verdict)
        scores = f"quality {report.quality:.1f}, mt probability {report.mt_probability:.2f}"
        shown = f"verdict {report.verdict.value}, {scores} ({name})"
        self._tallies[_VERDICT].count(excess=rank, is_broken=is_broken, shown=shown)
        if is_broken:
            yield f"verdict fail ({scores})"

    def _thresholds(
        self, quality: float | None, flagged: int, sentences: int, rules: Counter[str], place: str, name: str
    ) -> Iterator[str]:
        policy = self.policy
        if (least := policy.fail_under) is not None and quality is not None:
            is_broken, shown = quality < least, f"quality {quality:.1f} ({name})"
            self._tallies[_quality(place, least)].count(excess=least - quality, is_broken=is_broken, shown=shown)
            if is_broken:
                yield f"quality {quality:.1f} is under {least:g}"
        if (limit := policy.max_flagged) is not None:
            share = 100.0 * flagged / max(sentences, 1)
            shown = f"{flagged} of {sentences} sentences flagged, {share:.1f} %"
            self._tallies[_share(place, limit)].count(
                excess=share - limit, is_broken=share > limit, shown=f"{shown} ({name})"
            )
            if share > limit:
                yield f"{shown}, more than {limit:g} %"
        for code, most in policy.budgets.items():
            count = sum(number for rule, number in rules.items() if rule.startswith(code))
            shown = f"{_findings(count)} of {code}"
            self._tallies[_budget(place, code, most)].count(
                excess=count - most, is_broken=count > most, shown=f"{shown} ({name})"
            )
            if count > most:
                yield f"{shown}, more than {most}"


_VERDICT = "no article's verdict is fail"


def _places(scope: str) -> tuple[str, ...]:
    return {"article": (ARTICLE,), "run": (RUN,)}.get(scope, (ARTICLE, RUN))


def _target(target: str) -> str:
    if target == SKIPPED:
        return "no article is skipped"
    is_severity = target in {s.value for s in Severity}
    return f"no finding is {target} or worse" if is_severity else f"no finding is of {target}"


def _quality(place: str, least: float) -> str:
    return f"{'mean quality of the run' if place == RUN else 'quality of every article'} is at least {least:g}"


def _share(place: str, most: float) -> str:
    return f"at most {most:g} % of the sentences of {place} are flagged"


def _budget(place: str, code: str, most: int) -> str:
    return f"{place} has at most {_findings(most)} of {code}"


def _findings(count: int) -> str:
    return f"{count} finding{'' if count == 1 else 's'}"


def _meets(target: str, rule: str, severity: Severity) -> bool:
    if target in {s.value for s in Severity}:
        return severity.rank >= Severity(target).rank
    return rule.startswith(target)
