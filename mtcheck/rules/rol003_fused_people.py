"""ROL003: two people run together as one subject."""

from collections.abc import Iterator

from mtcheck.analysis import Analysis
from mtcheck.finding import Category, Finding, Severity
from mtcheck.names.mentions import Mention
from mtcheck.names.records import Person
from mtcheck.rules.interface import Rule

FAMILIAR = 20
"""How often the news corpus must name a leader for the family name alone to be read as that leader."""
_VERBS = frozenset(
    """
    is was are were has had have will would can could may might must should does did says said told asked called met
    wants wanted considers considered sees saw believes believed accuses accused warned warns urged urges rejected
    rejects agreed agrees announced announces insisted insists refused refuses thinks thought expects expected
    """.split()
)


class FusedPeople(Rule):
    """Finds two known leaders' names that stand together as if they were one person.

    ## Why it matters

    The clause that told who did what to whom is gone; the sentence now says something else.

    ## Example

    "Merkel Erdogan is regarded as a difficult partner" for "Merkel regards Erdogan as ...".

    ## How it decides

    Two family names of different known people, nothing but a blank between them, neither of them a given name, and a finite
    verb right after. A noun after them ("the Trump Xi summit") is headline style and left alone.
    """

    code = "ROL003"
    name = "fused-people"
    category = Category.ROLE
    severity = Severity.CRITICAL

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding per pair of names."""
        for mention in analysis.mentions:
            people = self._two_people(mention)
            if people is None or not self._verb_follows(analysis, mention):
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

    def _two_people(self, mention: Mention) -> tuple[Person, Person] | None:
        names, lexicon = self.resources.names, self.resources.lexicon
        if len(mention.parts) != 2 or names.people_by_full_name(" ".join(mention.parts)):
            return None
        if any(part in names.given_names or lexicon.is_given_name(part) for part in mention.parts):
            return None
        if any(lexicon.capitalised_count(part) < FAMILIAR for part in mention.parts):
            return None
        first, second = (self.resources.resolver.matcher.people_by_family(part) for part in mention.parts)
        leaders = [[p for p in people if self.resources.resolver.has_led(p)] for people in (first, second)]
        if not all(leaders) or {p.id for p in first} & {p.id for p in second}:
            return None
        return leaders[0][0], leaders[1][0]

    @staticmethod
    def _verb_follows(analysis: Analysis, mention: Mention) -> bool:
        after = analysis.words_between(mention.end, mention.end + 20)
        return bool(after) and after[0].start == mention.end + 1 and after[0].text in _VERBS
