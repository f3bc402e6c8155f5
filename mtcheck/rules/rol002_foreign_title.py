"""ROL002: a known person under a title that the country does not have."""

from collections.abc import Iterator

from mtcheck.analysis import Analysis
from mtcheck.finding import Category, Finding, Severity
from mtcheck.names.index import fold
from mtcheck.names.records import OfficeTitles, Term
from mtcheck.names.resolution import Resolution
from mtcheck.rules.interface import Rule


class ForeignTitle(Rule):
    """Finds an office holder under the title that another country gives to that office.

    ## Why it matters

    One word of a pivot language stands for several English titles; the translator picks that of the wrong country, and the
    reader takes a foreign minister for an American secretary of state.

    ## Example

    "Secretary of State Hakan Fidan" for the Turkish foreign minister; "Prime Minister Joe Biden".

    ## How it decides

    The person is known; the title before the name is in no use for any office that he or she held, and is listed as foreign
    to one of them. Where other officials bear it, as secretaries of state do in many countries, only foreign ministers count.
    """

    code = "ROL002"
    name = "foreign-title"
    category = Category.ROLE
    severity = Severity.CRITICAL

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding per foreign title; its span begins with the title."""
        for resolution in analysis.people:
            mention = resolution.mention
            if mention.title is None or mention.is_qualified or len(mention.parts) < 2:
                continue
            term = self._foreign_to(resolution, mention.title)
            if term is not None:
                yield self._report(analysis, resolution, mention.title, term)

    def _foreign_to(self, resolution: Resolution, title: str) -> Term | None:
        """Return the office that the title is foreign to, if it fits none that the person held."""
        names, place = self.resources.names, resolution.mention.place
        terms = names.terms_of(resolution.person.id)
        if place is not None and all(t.place != place.id for t in terms):
            return None
        if any(self._may_bear(title, t) for t in terms):
            return None
        return next((t for t in reversed(terms) if title in _folded(self._titles(t), "foreign")), None)

    def _may_bear(self, title: str, term: Term) -> bool:
        place = self.resources.names.places.get(term.place)
        is_minister = term.role == "foreign_minister"
        if (
            title == "secretary of state"
            and place is not None
            and place.has_other_secretaries_of_state
            and not is_minister
        ):
            return True
        return fold(term.title) == fold(title) or title in _folded(self._titles(term), "accepted")

    def _titles(self, term: Term) -> OfficeTitles | None:
        return self.resources.names.titles_for(term.role, term.place)

    def _report(self, analysis: Analysis, resolution: Resolution, title: str, term: Term) -> Finding:
        mention, person = resolution.mention, resolution.person
        titles = self._titles(term)
        right = titles.accepted[0] if titles and titles.accepted else term.title
        place = self.resources.names.places.get(term.place)
        where = place.name if place else term.place
        return self.finding(
            analysis,
            mention.title_start,
            mention.end,
            f"{where} has no {title}; {person.name} is known as its {right.lower()}.",
            confidence=0.95,
            severity=self.severity if person.is_verified and term.is_verified else Severity.MAJOR,
            suggestions=[f"{right} {person.name}"],
            evidence={"person": person.id, "title": title, "office": f"{term.role}, {term.place}"},
        )


def _folded(titles: OfficeTitles | None, field: str) -> frozenset[str]:
    return frozenset(fold(title) for title in getattr(titles, field, ()))
