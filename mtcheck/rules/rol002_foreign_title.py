"""ROL002: a known person under a title that the country does not have."""

from collections.abc import Iterator

from mtcheck.analysis import Analysis
from mtcheck.finding import Category, Finding, Severity
from mtcheck.names.appositions import Office
from mtcheck.names.certainty import certainty, named_in_full
from mtcheck.names.index import fold
from mtcheck.names.offices import is_bare_title_telling
from mtcheck.names.records import OfficeTitles, Term
from mtcheck.names.resolution import Resolution
from mtcheck.names.seats import are_related
from mtcheck.names.tenures import Tenures, Verdict
from mtcheck.rules.interface import Rule


class ForeignTitle(Rule):
    """Finds an office holder under the title that another country gives to that office.

    ## Why it matters

    One word of a pivot language stands for several English titles; the translator picks that of the wrong country, and the
    reader takes a foreign minister for an American secretary of state.

    ## Example

    "Secretary of State Hakan Fidan" for the Turkish foreign minister; "Prime Minister Joe Biden"; "the Canadian president,
    Mark Carney".

    ## How it decides

    The person is known, and the title is in no use for any office that he or she held. Either it is listed as foreign to one
    of them, or it is that of a head of state or government and no such office exists in the country. Where other officials
    bear it, as secretaries of state do in many countries, only foreign ministers count.
    """

    code = "ROL002"
    name = "foreign-title"
    category = Category.ROLE
    severity = Severity.CRITICAL

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding per foreign title; its span begins with the title, or with the name that it follows."""
        in_full = named_in_full(analysis.people)
        for resolution, office in analysis.offices:
            sure = certainty(resolution, in_full, self.resources.resolver, self.resources.lexicon)
            term = self._foreign_to(analysis, resolution, office) if sure else None
            if term is not None:
                yield self._report(analysis, resolution, office, term, sure)

    def _foreign_to(self, analysis: Analysis, resolution: Resolution, office: Office) -> Term | None:
        """Return the office that the title is foreign to, if it fits none that the person held."""
        tenures, published = Tenures(self.resources.names), analysis.article.published
        verdict = tenures.verdict(resolution.person, office, published)
        if not is_bare_title_telling(analysis, resolution.mention, office):
            return None
        if verdict is Verdict.NO_SUCH_OFFICE:
            return tenures.usual_term(resolution.person, published)
        if verdict is not Verdict.FITS or office.is_past or len(resolution.mention.parts) < 2:
            return None
        return self._listed_as_foreign(resolution, office)

    def _listed_as_foreign(self, resolution: Resolution, office: Office) -> Term | None:
        names = self.resources.names
        terms = names.terms_of(resolution.person.id)
        if office.seats and not any(are_related(t.place, seat, names) for t in terms for seat in office.seats):
            return None
        if any(self._may_bear(office.title, t) for t in terms):
            return None
        return next((t for t in reversed(terms) if office.title in _folded(self._titles(t), "foreign")), None)

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

    def _report(self, analysis: Analysis, resolution: Resolution, office: Office, term: Term, sure: float) -> Finding:
        mention, person = resolution.mention, resolution.person
        titles = self._titles(term)
        right = titles.accepted[0] if titles and titles.accepted else term.title
        place = self.resources.names.places.get(term.place)
        where = place.name if place else term.place
        start = office.start if office.start >= mention.start or mention.title is None else mention.title_start
        # The heads of organisations bear titles that newsrooms confuse themselves: General Secretary, Secretary-General.
        severity = Severity.MAJOR if resolution.is_mangled else self.severity
        lesser = Severity.MAJOR if place else Severity.MINOR
        return self.finding(
            analysis,
            start,
            office.end,
            f"{where} has no {office.title}; {person.name} is known as its {right.lower()}.",
            confidence=round(sure * 0.98, 2),
            severity=severity if person.is_verified and term.is_verified and place else lesser,
            suggestions=[f"{right} {person.name}"],
            evidence={"person": person.id, "title": office.title, "office": f"{term.role}, {term.place}"},
        )


def _folded(titles: OfficeTitles | None, field: str) -> frozenset[str]:
    return frozenset(fold(title) for title in getattr(titles, field, ()))
