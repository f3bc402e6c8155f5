"""The totals of a run as bars, for formats that draw them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from mtcheck.finding import Severity
from mtcheck.report import ArticleReport

BINS = 10
LONGEST = 100.0
"""Length of the longest bar."""
FAINTEST = 1.0
"""Length of the shortest bar of anything that was counted: one in a thousand should be seen."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it stands for, how many, how long (0-100), a class for its colour, and the filter it links to."""

    label: str
    count: int
    length: float
    kind: str = ""
    link: str = ""


class Overview:
    """Counts reports; the properties give them as bars."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """Start with nothing counted; `names` maps a rule's code to its name."""
        self._names = names
        self._quality: Counter[int] = Counter()
        self._probability: Counter[int] = Counter()
        self._rules: Counter[str] = Counter()
        self._severities: Counter[Severity] = Counter()
        self._pivots: Counter[str] = Counter()

    def add(self, report: ArticleReport) -> None:
        """Count one article."""
        if report.quality is None or report.mt_probability is None:
            return
        self._quality[_bin(report.quality / 100.0)] += 1
        self._probability[_bin(report.mt_probability)] += 1
        for finding in report.findings:
            self._rules[finding.rule] += 1
            self._severities[finding.severity] += 1
        if report.pivot:
            self._pivots[report.pivot.language] += 1

    @property
    def quality(self) -> tuple[Bar, ...]:
        """Articles by quality, in bins of ten."""
        return _histogram(self._quality, [_quality_kind(number) for number in range(BINS)])

    @property
    def probability(self) -> tuple[Bar, ...]:
        """Articles by probability of machine translation, in bins of ten percent."""
        return _histogram(self._probability, ["pass"] * 5 + ["review"] * 4 + ["fail"])

    @property
    def rules(self) -> tuple[Bar, ...]:
        """Findings by rule, the commonest first."""
        rows = [
            (f"{code} {self._names.get(code, '')}".strip(), n, "", f"rule={code}") for code, n in _ranked(self._rules)
        ]
        return bars(rows)

    @property
    def severities(self) -> tuple[Bar, ...]:
        """Findings by severity, the worst first."""
        counted = [(s.value, self._severities[s]) for s in reversed(Severity) if self._severities[s]]
        return bars([(name, count, name, f"severity={name}") for name, count in counted])

    @property
    def pivots(self) -> tuple[Bar, ...]:
        """Articles by the language they were translated through."""
        return bars([(code, n, "", f"q={quote(f'pivot:{code}')}") for code, n in _ranked(self._pivots)])


def bars(rows: Sequence[tuple[str, int, str, str]]) -> tuple[Bar, ...]:
    """Return bars of label, count, class and link, the longest as long as can be."""
    most = max((count for _, count, _, _ in rows), default=0)
    return tuple(Bar(label, count, _length(count, most), kind, link) for label, count, kind, link in rows)


def _histogram(counts: Mapping[int, int], kinds: Iterable[str]) -> tuple[Bar, ...]:
    return bars([(f"{100 * i // BINS}", counts.get(i, 0), kind, "") for i, kind in enumerate(kinds)])


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _bin(share: float) -> int:
    return min(BINS - 1, max(0, int(share * BINS)))


def _quality_kind(number: int) -> str:
    return "fail" if number < 5 else "review" if number < 8 else "pass"


def _length(count: int, most: int) -> float:
    return round(max(FAINTEST, LONGEST * count / most), 1) if count else 0.0
