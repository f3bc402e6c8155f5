"""ROL003: two people run together as one subject."""

from collections.abc import Iterator, Sequence

from mtcheck.analysis import Analysis
from mtcheck.finding import Category, Finding, Severity
from mtcheck.names.mentions import Mention
from mtcheck.names.records import Person
from mtcheck.rules.interface import Rule

FAMILIAR = 20
"""How often the news corpus must name a leader for a family name that others bear to be read as that leader."""
_VERBS = frozenset(
    """
    is was are were has had have will would can could may might must should does did does says said told asked called met
    wants wanted considers considered sees saw believes believed accuses accused warned warns urged urges rejected
    rejects agreed agrees announced announces insisted insists refused refuses thinks thought expects expected
    """.split()
)


class FusedPeople(Rule):
    """Finds two known leaders' names that stand together as if they were one person.

    ## Why it matters

    The clause that told who did what to whom is gone; the sentence now says something else.

    ## Example

    "Merkel Erdogan is regarded as a difficult partner" for "Merkel regards Erdogan as ..."; "Emmanuel Macron Keir Starmer is
    expected to ...".

    ## How it decides

    Two names of different known leaders, each in full or by a family name that means one leader and is no given name; nothing
    but a blank between them, and a finite verb right after. A noun after them ("the Trump Xi summit") is headline style and
    left alone.
    """

    code = "ROL003"
    name = "fused-people"
    category = Category.ROLE
    severity = Severity.CRITICAL

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding per pair of names."""
        for mention in analysis.mentions:
            if len(mention.parts) < 2 or not self._verb_follows(analysis, mention):
                continue
            people = self._two_people(mention.parts)
            if people is None:
                continue
            first, second = people
            yield self.finding(
                analysis,
                mention.start,
                mention.end,
                f"{first.name} and {second.name} are run together as one subject; who did what to whom is lost.",
                confidence=0.93,
                evidence={"people": [first.id, second.id]},
            )

    def _two_people(self, parts: Sequence[str]) -> tuple[Person, Person] | None:
        """Return the leaders whose names `parts` are, one after the other, unless they are the name of one person."""
        if self.resources.names.people_by_full_name(" ".join(parts)):
            return None
        for cut in range(1, len(parts)):
            first, second = self._leaders(parts[:cut]), self._leaders(parts[cut:])
            if first and second and not {p.id for p in first} & {p.id for p in second}:
                return first[0], second[0]
        return None

    def _leaders(self, parts: Sequence[str]) -> list[Person]:
        """Return the leaders whom a full name or an unmistakable family name means."""
        resolver = self.resources.resolver
        if len(parts) > 1:
            people = self.resources.names.people_by_full_name(" ".join(parts))
        else:
            people = resolver.matcher.people_by_family(parts[0])
            if not people or not self._is_unmistakable(parts[0], people):
                return []
        return [person for person in people if resolver.has_led(person)]

    def _is_unmistakable(self, family: str, people: Sequence[Person]) -> bool:
        """Whether a family name alone is read as a leader: one whom the news names often, or the only one who bears it."""
        names, lexicon = self.resources.names, self.resources.lexicon
        if family in names.given_names or lexicon.is_given_name(family):
            return False
        is_rare = not lexicon.is_surname(family) and not lexicon.lower_count(family) and not names.is_city(family)
        return lexicon.capitalised_count(family) >= FAMILIAR or (len(people) == 1 and is_rare)

    @staticmethod
    def _verb_follows(analysis: Analysis, mention: Mention) -> bool:
        after = analysis.words_between(mention.end, mention.end + 20)
        return bool(after) and after[0].start == mention.end + 1 and after[0].text in _VERBS
