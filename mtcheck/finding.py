"""What a rule reports: a span of an article, how bad it is, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

EvidenceValue = str | int | float | bool | None | list[str]


class Severity(str, Enum):
    """How badly a reader is misled, as MQM grades it: a blemish, a hindrance, a false statement."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def penalty(self) -> float:
        """MQM penalty points (Freitag et al. 2021, "Experts, Errors, and Context"; critical as in MQM Core)."""
        return _PENALTY[self]

    @property
    def rank(self) -> int:
        """0 for minor, 1 for major, 2 for critical."""
        return _RANK[self]


_PENALTY = {Severity.MINOR: 1.0, Severity.MAJOR: 5.0, Severity.CRITICAL: 25.0}
_RANK = {Severity.MINOR: 0, Severity.MAJOR: 1, Severity.CRITICAL: 2}


class Category(str, Enum):
    """What kind of damage a finding is; one per rule."""

    NAME = "name"
    ROLE = "role"
    PHRASE = "phrase"
    GRAMMAR = "grammar"
    QUOTATION = "quotation"
    SPACING = "spacing"
    REPETITION = "repetition"
    REFERENCE = "reference"
    UNTRANSLATED = "untranslated"
    RESIDUE = "residue"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault in one span.

    * `start`, `end`: code-point offsets into the article's text, half open; `text` is the span itself.
    * `confidence`: 0-1, how sure the rule is that the span is damaged.
    * `message`: one sentence that says why.
    * `suggestions`: intended wordings, the likeliest first; may be empty.
    * `evidence`: what the decision rests on, by name; JSON values only.
    """

    rule: str
    name: str
    category: Category
    severity: Severity
    confidence: float
    start: int
    end: int
    text: str
    message: str
    suggestions: tuple[str, ...] = ()
    evidence: Mapping[str, EvidenceValue] = field(default_factory=lambda: MappingProxyType({}))
