"""NAM001: the name of a known person in a spelling that newsrooms do not use."""

from collections.abc import Iterator

from mtcheck.analysis import Analysis
from mtcheck.finding import Category, Finding, Severity
from mtcheck.names.likelihood import FULL_NAME_THRESHOLD
from mtcheck.names.resolution import Basis, Resolution
from mtcheck.rules.interface import Rule


class MangledName(Rule):
    """Finds a known person's name in a spelling that no newsroom uses.

    ## Why it matters

    A name that went through another script comes back as it sounds there. Readers notice it first, search engines do not
    find it, and it is the clearest sign that an article was translated back.

    ## Example

    "Prime Minister Naranda Mudi" for Narendra Modi; "Andgela Merkl" for Angela Merkel.

    ## How it decides

    Accepted spellings of anybody are left alone. Then, in this order: a name after an office ("Indian Prime Minister ...") is
    compared, by sound, with those who held it; a full name with everybody, unless its family name is one that other people
    have; a family name alone only with people whom the same article names in another spelling.
    """

    code = "NAM001"
    name = "mangled-name"
    category = Category.NAME
    severity = Severity.MAJOR

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding per mangled mention."""
        for resolution in analysis.people:
            word = resolution.mention.parts[-1]
            if resolution.is_mangled and not self.resources.resolver.attestation.is_common_word(word):
                yield self._report(analysis, resolution)

    def _report(self, analysis: Analysis, resolution: Resolution) -> Finding:
        mention, person = resolution.mention, resolution.person
        wanted = person.name if len(mention.parts) > 1 else resolution.usual_family
        why = "the office before it" if resolution.basis is Basis.OFFICE else "its sound"
        if resolution.basis is Basis.REPEATED:
            why = "another spelling in this article"
        return self.finding(
            analysis,
            mention.start,
            mention.end,
            f"“{mention.text}” is no accepted spelling; by {why} it means {person.name}.",
            confidence=round(min(0.99, 0.5 + resolution.score / 2), 2),
            severity=self._severity(resolution),
            suggestions=[wanted],
            evidence={"person": person.id, "basis": resolution.basis.value, "similarity": round(resolution.score, 3)},
        )

    def _severity(self, resolution: Resolution) -> Severity:
        resolver, person = self.resources.resolver, resolution.person
        guessed = resolution.basis is Basis.FULL_NAME and resolution.score < FULL_NAME_THRESHOLD
        clear = not guessed and (not resolution.is_family_right or resolver.is_distinctive(person))
        return self.severity if clear and resolver.is_sure(person) else Severity.MINOR
