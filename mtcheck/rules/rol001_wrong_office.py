"""ROL001: a known person with the office of another country."""

from collections.abc import Iterator

from mtcheck.analysis import Analysis
from mtcheck.finding import Category, Finding, Severity
from mtcheck.names.appositions import office_beside
from mtcheck.names.records import Person, Place
from mtcheck.names.resolution import LEADERS, Resolution
from mtcheck.names.titles import TITLE_ROLES
from mtcheck.rules.interface import Rule

FAMILIAR = 50
"""How often the news corpus must name an attested family name for it to mean the known person without a given name."""


class WrongOffice(Rule):
    """Finds a known person who is given an office of a country where he or she never held it.

    ## Why it matters

    A translator that loses a clause fuses two people into one. The result is a false statement of fact.

    ## Example

    "Canadian Prime Minister Narendra Modi"; "the Japanese president, Emmanuel Macron, said".

    ## How it decides

    Country and title stand directly before the name, or beside it between commas. The person is known by full name, or by a
    family name that means one leader; held such an office elsewhere, and never one in that country. Former, deputy and
    elected holders are left alone.
    """

    code = "ROL001"
    name = "wrong-office"
    category = Category.ROLE
    severity = Severity.CRITICAL

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding per wrong pair of office and person; its span begins with the country."""
        for resolution in analysis.people:
            mention = resolution.mention
            if mention.is_qualified or resolution.is_mangled or not self._is_distinct(resolution):
                continue
            if mention.title and mention.place and self._place_belongs(analysis, resolution):
                yield from self._judge(
                    analysis, resolution, mention.title, mention.place, mention.place_start, mention.end
                )
            elif mention.title is None and (office := office_beside(analysis.text, mention, self.resources.names)):
                yield from self._judge(analysis, resolution, office.title, office.place, office.start, office.end)

    def _judge(
        self, analysis: Analysis, resolution: Resolution, title: str, place: Place, start: int, end: int
    ) -> Iterator[Finding]:
        person, names = resolution.person, self.resources.names
        terms = names.terms_of(person.id)
        roles = set(TITLE_ROLES[title])
        roles |= LEADERS if roles & LEADERS else set()
        elsewhere = [t for t in terms if t.role in roles and t.place in names.places]
        if place.kind == "subnational" or not elsewhere or any(self._related(t.place, place) for t in terms):
            return
        office = elsewhere[-1]
        holder = self._holder(place, title, analysis)
        office_first = start < resolution.mention.start
        held = f"{_adjective(names.places[office.place])} {office.title.lower()}"
        verified = person.is_verified and office.is_verified
        yield self.finding(
            analysis,
            start,
            end,
            f"{person.name} was never {_adjective(place)} {title}, but {held}.",
            confidence=0.97 if len(resolution.mention.parts) > 1 else 0.93,
            severity=self.severity if verified else Severity.MINOR,
            suggestions=[analysis.text[start : resolution.mention.start] + holder.name]
            if holder and office_first
            else [],
            evidence={
                "person": person.id,
                "title": title,
                "place": place.id,
                "held": f"{office.title}, {office.place}",
            },
        )

    def _is_distinct(self, resolution: Resolution) -> bool:
        """Whether a bare family name can mean only this person: shared with nobody known, and common only in the news."""
        parts, lexicon = resolution.mention.parts, self.resources.lexicon
        if len(parts) > 1:
            return True
        if len(self.resources.resolver.matcher.people_by_family(parts[0])) > 1:
            return False
        return not lexicon.is_surname(parts[0]) or lexicon.capitalised_count(parts[0]) >= FAMILIAR

    def _place_belongs(self, analysis: Analysis, resolution: Resolution) -> bool:
        """Whether the country belongs to the title: in "talks in Chad President X said" a comma is missing instead.

        A name of a country that begins a sentence may be a headline of its own.
        """
        mention = resolution.mention
        words = analysis.text[mention.place_start : mention.title_start].strip(" .")
        if words.endswith(("'s", "’s")):
            return True
        article = analysis.text[max(0, mention.place_start - 4) : mention.place_start].lower().split()
        has_title_case = analysis.text[mention.title_start].isupper()
        if len(mention.parts) == 1 and has_title_case and article[-1:] in (["a"], ["an"]):
            return False
        if self.resources.names.places_by_adjective(words) or self.resources.names.places_by_adjective(words + "."):
            return True
        before = analysis.words_between(max(0, mention.place_start - 20), mention.place_start)
        return bool(before) and before[-1].text.islower() and before[-1].text not in _PREPOSITIONS

    def _related(self, held: str, place: Place) -> bool:
        """Whether an office was held in the place itself, or in one that it is part of or that is part of it."""
        other = self.resources.names.places.get(held)
        return held == place.id or held == place.parent or (other is not None and other.parent == place.id)

    def _holder(self, place: Place, title: str, analysis: Analysis) -> Person | None:
        """Return the one who held that office when the article was published, or its last known holder."""
        names, day = self.resources.names, analysis.article.published
        for role in TITLE_ROLES[title]:
            terms = [t for t in names.holders(place.id, role, day) if not names.person(t.person_id).is_monarch]
            if terms:
                return names.person(max(terms, key=lambda t: (t.end is None, str(t.start))).person_id)
        return None


_PREPOSITIONS = frozenset(
    "in to with from over near across into for by on against throughout outside inside within told tells asked".split()
)


def _adjective(place: Place) -> str:
    return place.adjectives[0] if place.adjectives else place.name
