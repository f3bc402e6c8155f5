"""NAM002: one person under several spellings in one article."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from mtcheck.analysis import Analysis
from mtcheck.finding import Category, Finding, Severity
from mtcheck.names.mentions import Mention
from mtcheck.names.resolution import Resolution
from mtcheck.names.similarity import part_similarity, skeleton
from mtcheck.rules.interface import Rule

SAME_NAME = 0.85
"""How alike two family names must sound to be taken for one; the closest different ones (gendered endings apart) lie below."""
MIN_LETTERS = 6
"""Shorter names differ by too little."""


class InconsistentName(Rule):
    """Finds one person whose name the article spells in several ways.

    ## Why it matters

    A translator picks a spelling anew at every mention, an editor never does. Readers take the spellings for different people.

    ## Example

    "Kowalchik said ... Kovalczyk denied ..." in one article.

    ## How it decides

    Known people: the article has a spelling that NAM001 rejects beside another one. Unknown people: two family names that
    sound the same, differ in spelling, and are both attested nowhere; endings that only tell gender are left alone. It is
    minor, since NAM001 already says of a known person which spelling is wrong.
    """

    code = "NAM002"
    name = "inconsistent-name"
    category = Category.NAME
    severity = Severity.MINOR

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding per person, at the first deviating spelling."""
        yield from self._known(analysis)
        yield from self._unknown(analysis)

    def _known(self, analysis: Analysis) -> Iterator[Finding]:
        spellings: dict[str, dict[str, Mention]] = defaultdict(dict)
        deviating: dict[str, Resolution] = {}
        for resolution in analysis.people:
            spellings[resolution.person.id].setdefault(resolution.mention.parts[-1], resolution.mention)
            if resolution.is_mangled:
                deviating.setdefault(resolution.person.id, resolution)
        for person, resolution in deviating.items():
            if len(spellings[person]) > 1:
                forms = [m.text.split()[-1] for m in spellings[person].values()]
                wanted = resolution.person.name if len(resolution.mention.parts) > 1 else resolution.usual_family
                yield self._report(analysis, resolution.mention, forms, wanted)

    def _unknown(self, analysis: Analysis) -> Iterator[Finding]:
        known = {r.mention for r in analysis.people}
        groups: dict[str, list[Mention]] = defaultdict(list)
        for mention in analysis.mentions:
            if mention not in known and not mention.is_place and self._is_unattested(mention.parts[-1]):
                groups[skeleton(mention.parts[-1])].append(mention)
        for mentions in groups.values():
            first = mentions[0]
            for other in mentions[1:]:
                if self._same_person(first, other):
                    yield self._report(analysis, other, [m.text.split()[-1] for m in (first, other)], None)
                    break

    def _is_unattested(self, word: str) -> bool:
        lexicon = self.resources.lexicon
        counted = lexicon.capitalised_count(word) + lexicon.lower_count(word)
        return (
            len(word) >= MIN_LETTERS
            and not counted
            and not lexicon.is_surname(word)
            and not self.resources.names.is_city(word)
        )

    @staticmethod
    def _same_person(a: Mention, b: Mention) -> bool:
        x, y = a.parts[-1], b.parts[-1]
        if x == y or _differ_in_ending(x, y) or part_similarity(x, y) < SAME_NAME:
            return False
        if not any(m.is_honoured or len(m.parts) > 1 for m in (a, b)):
            return False
        both_full = len(a.parts) > 1 and len(b.parts) > 1
        return not both_full or part_similarity(a.parts[0], b.parts[0]) >= SAME_NAME

    def _report(self, analysis: Analysis, mention: Mention, spellings: Sequence[str], wanted: str | None) -> Finding:
        forms = list(dict.fromkeys(spellings))
        return self.finding(
            analysis,
            mention.start,
            mention.end,
            f"The article spells one name in {len(forms)} ways: {', '.join(forms)}.",
            confidence=0.9 if wanted else 0.75,
            suggestions=[wanted] if wanted else [],
            evidence={"spellings": forms},
        )


def _differ_in_ending(x: str, y: str) -> bool:
    """Whether one only adds an ending: a plural, a possessive, the gender of Slavic or Baltic names."""
    short, long = sorted((x, y), key=len)
    stem = short[:-2] if len(short) > 4 else short
    return long.startswith(stem)
