"""NAM003: a family name that was translated into a common word."""

from collections.abc import Iterator

from mtcheck.analysis import Analysis
from mtcheck.finding import Category, Finding, Severity
from mtcheck.rules.interface import Rule


class TranslatedName(Rule):
    """Finds a known person whose family name has become a common English word.

    ## Why it matters

    A translator that takes a name for a word, or hears a word in it, gives the reader somebody who does not exist.

    ## Example

    "British Prime Minister Rishi Snack" for Rishi Sunak.

    ## How it decides

    The last word of the name is common in lower case and hardly ever a name; the rest of it, or the office before it, points to
    one known person, and the word sounds like that person's family name.
    """

    code = "NAM003"
    name = "translated-name"
    category = Category.NAME
    severity = Severity.CRITICAL

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding per translated mention of a full name."""
        for resolution in analysis.people:
            mention, person = resolution.mention, resolution.person
            word = mention.parts[-1]
            if (
                not resolution.is_mangled
                or len(mention.parts) < 2
                or not self.resources.resolver.attestation.is_common_word(word)
            ):
                continue
            yield self.finding(
                analysis,
                mention.start,
                mention.end,
                f"“{mention.text.split()[-1]}” is a common word; the name of {person.name} seems to have been translated.",
                confidence=round(min(0.99, 0.5 + resolution.score / 2), 2),
                severity=self.severity if self.resources.resolver.is_sure(person) else Severity.MINOR,
                suggestions=[person.name],
                evidence={
                    "person": person.id,
                    "basis": resolution.basis.value,
                    "similarity": round(resolution.score, 3),
                },
            )
