"""What every rule is: a code, a page, and a generator of findings."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from inspect import getdoc
from typing import ClassVar

from mtcheck.analysis import Analysis
from mtcheck.finding import Category, EvidenceValue, Finding, Severity
from mtcheck.resources import Resources


class Rule(ABC):
    """One kind of damage.

    A subclass sets the class attributes and writes its page as its docstring, in this order: a first line that says what
    it finds, then the headings `Why it matters`, `Example`, `How it decides`. The page that `mtcheck rule CODE` prints is
    made from it, so it cannot drift from the code. A rule keeps no state between articles.
    """

    code: ClassVar[str]
    name: ClassVar[str]
    category: ClassVar[Category]
    severity: ClassVar[Severity]

    def __init__(self, resources: Resources) -> None:
        """Keep the shared lists; `resources` loads each of them on first use."""
        self.resources = resources

    @abstractmethod
    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield the findings of one article, in any order."""

    @classmethod
    def page(cls) -> str:
        """Return the rule's documentation, as Markdown."""
        return getdoc(cls) or ""

    def finding(
        self,
        analysis: Analysis,
        start: int,
        end: int,
        message: str,
        *,
        confidence: float,
        severity: Severity | None = None,
        suggestions: Sequence[str] = (),
        evidence: Mapping[str, EvidenceValue] | None = None,
    ) -> Finding:
        """Make a finding of this rule for `analysis.text[start:end]`; `severity` defaults to the rule's own."""
        return Finding(
            rule=self.code,
            name=self.name,
            category=self.category,
            severity=severity or self.severity,
            confidence=confidence,
            start=start,
            end=end,
            text=analysis.text[start:end],
            message=message,
            suggestions=tuple(suggestions),
            evidence=dict(evidence or {}),
        )
