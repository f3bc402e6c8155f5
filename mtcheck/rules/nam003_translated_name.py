"""NAM003: a family name that was translated into a common word."""

from collections.abc import Iterator
from functools import cached_property

from mtcheck.analysis import Analysis
from mtcheck.finding import Category, Finding, Severity
from mtcheck.names.records import Person
from mtcheck.names.resolution import Basis, Resolution
from mtcheck.names.similarity import part_similarity
from mtcheck.names.translated import Translated, TranslationFinder
from mtcheck.names.word_names import TranslatedPeople, WordNames
from mtcheck.rules.interface import Rule

_ARTICLES = (" a ", " an ", " A ", " An ")
SIMILAR_GIVEN = 0.75
"""Given names less alike are two names."""
SURE_EVIDENCE = 2
"""So many signs that a name is a translation, and no other name, make it certain."""


class TranslatedName(Rule):
    """Finds a person whose family name has become a common word.

    ## Why it matters

    A translator that takes a name for a word, or hears a word in it, gives the reader somebody who does not exist.

    ## Example

    "British Prime Minister Rishi Snack" for Rishi Sunak; "Bill Doors" for Bill Gates.

    ## How it decides

    The given name, or the office, is right, and the last word either sounds like the family name of that one known person and
    is common in lower case and hardly ever a name; or it is what translation makes of the family name, by a table of names
    that are words. Then the sentence must treat it as a person: a title before it, a verb after it, a place inside the
    sentence, the right name elsewhere. A word that is a family name too (Wood, Forest) needs the right name in the article.
    People whom no list knows count where the article has the given name with both words. Titles of works, headlines and
    longer names (Taylor Swift Eras) are left alone.
    """

    code = "NAM003"
    name = "translated-name"
    category = Category.NAME
    severity = Severity.CRITICAL

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding per translated mention."""
        covered: set[int] = set()
        for resolution in analysis.people:
            if self._is_translated(analysis, resolution):
                covered.add(resolution.mention.end)
                yield self._by_sound(analysis, resolution)
        for translated in self._finder.find(analysis):
            if translated.end not in covered:
                yield self._by_sense(analysis, translated)

    @cached_property
    def _finder(self) -> TranslationFinder:
        resolver, words = self.resources.resolver, WordNames.load()
        return TranslationFinder(words, TranslatedPeople(resolver.index, resolver.matcher, words), resolver.attestation)

    def _is_translated(self, analysis: Analysis, resolution: Resolution) -> bool:
        """Whether only the family name is wrong, and a common word; `a Tony Award` is no person."""
        mention, resolver = resolution.mention, self.resources.resolver
        if (
            not resolution.is_mangled
            or len(mention.parts) < 2
            or not resolver.attestation.is_common_word(mention.parts[-1])
        ):
            return False
        return self._is_given_right(resolution) and not analysis.text.endswith(_ARTICLES, 0, mention.start)

    def _is_given_right(self, resolution: Resolution) -> bool:
        """Whether the given name is the person's; behind the right office it may be misspelt, too."""
        written = resolution.mention.parts[0]
        given = {variant.given for variant in self.resources.resolver.matcher.variants_of(resolution.person)}
        if resolution.basis is Basis.OFFICE:
            return any(part_similarity(written, name) >= SIMILAR_GIVEN for name in given)
        return written in given

    def _by_sound(self, analysis: Analysis, resolution: Resolution) -> Finding:
        mention, person = resolution.mention, resolution.person
        return self.finding(
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

    def _by_sense(self, analysis: Analysis, translated: Translated) -> Finding:
        person = translated.person
        evidence = {"basis": "; ".join(translated.evidence)} | ({"person": person.id} if person else {})
        return self.finding(
            analysis,
            translated.start,
            translated.end,
            f"“{translated.word}” is what translation makes of a name; {translated.name} seems to be meant.",
            confidence=0.95 if len(translated.evidence) >= SURE_EVIDENCE else 0.85,
            severity=self._severity(person),
            suggestions=[translated.name],
            evidence=evidence,
        )

    def _severity(self, person: Person | None) -> Severity:
        if person is None:
            return Severity.MAJOR
        return self.severity if self.resources.resolver.is_sure(person) else Severity.MINOR
