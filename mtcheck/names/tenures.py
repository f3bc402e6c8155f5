"""Whether a known person ever held an office that an article gives to him or her."""

from collections.abc import Sequence
from datetime import date
from enum import Enum

from mtcheck.names.appositions import Office
from mtcheck.names.index import NameIndex, fold
from mtcheck.names.records import Person, Term
from mtcheck.names.seats import are_related, seat_name
from mtcheck.names.titles import TITLE_ROLES, TOP_TITLES

EARLY_DAYS = 400
"""An office that begins more than so many days after the article was published cannot have been meant."""
LEADERS = frozenset({"head_of_state", "head_of_government"})
_LESSER = frozenset({"legislator", "spokesperson", "envoy", "opposition_leader", "crown_prince"})
"""Offices that say too little about which others their holders may have had."""
_FOR_EVERYBODY = frozenset({"leader", "chief", "head", "counterpart", "head of state", "head of government"})
"""Titles that say nothing of which office in the country is meant."""


class Verdict(Enum):
    """What the reference names say of a person and an office."""

    FITS = "held it, or may have"
    ELSEWHERE = "held offices elsewhere, none there"
    OTHER_OFFICE = "held another office there"
    NO_SUCH_OFFICE = "held an office there, and nobody holds one of that title"
    NOT_YET = "held it only later"


class Tenures:
    """Judges offices by the terms of office that the reference names state."""

    def __init__(self, index: NameIndex) -> None:
        """Keep the index."""
        self.index = index

    def verdict(self, person: Person, office: Office, published: date | None) -> Verdict:
        """Judge whether `person` held `office`, by the day of publication where it is known.

        A namesake who held it makes it fit. An office that ended long ago fits too: articles speak of the past.
        """
        terms = self._terms_of_namesakes(person)
        if not any(t.role not in _LESSER for t in terms):
            return Verdict.FITS
        if not office.seats:
            return self._of_title_alone(office.title, terms)
        there = [t for t in terms if any(are_related(t.place, seat, self.index) for seat in office.seats)]
        if not there:
            return Verdict.ELSEWHERE if self._is_known_elsewhere(office, terms) else Verdict.FITS
        held = [t for t in there if self.fits(office.title, t)]
        if held:
            is_early = published is not None and all(_begins_after(t, published) for t in held)
            return Verdict.NOT_YET if is_early else Verdict.FITS
        return self._within(office, there)

    def fits(self, title: str, term: Term) -> bool:
        """Tell whether the holder of a term may bear `title` (lower case)."""
        title = "prime minister" if title == "premier" else title
        if title in _FOR_EVERYBODY or _without_state(term.title) == _without_state(title):
            return True
        titles = self.index.titles_for(term.role, term.place)
        if titles is not None and fold(title) in map(fold, titles.accepted):
            return True
        return title not in TOP_TITLES and term.role in TITLE_ROLES.get(title, ())

    def usual_term(self, person: Person, published: date | None) -> Term | None:
        """Return the term for which a person is best known: on the day of publication, else the last leading one."""
        terms = [t for t in self.index.terms_of(person.id) if t.role not in _LESSER] or [
            *self.index.terms_of(person.id)
        ]
        current = [t for t in terms if published is not None and t.covers(published)]
        return max(current or terms, key=self._prominence, default=None)

    def holder(self, office: Office, published: date | None) -> Person | None:
        """Return who held `office` when the article was published, or last; None where there is no one such office."""
        for role in TITLE_ROLES.get(office.title, ()) if len(office.seats) == 1 else ():
            terms = [
                t
                for t in self.index.holders(office.seats[0], role, published)
                if not self.index.person(t.person_id).is_monarch and self.fits(office.title, t)
            ]
            if terms:
                return self.index.person(max(terms, key=lambda t: (t.end is None, str(t.start))).person_id)
        return None

    def is_of_places(self, office: Office) -> bool:
        """Tell whether an office belongs to no organisation."""
        return all(seat in self.index.places for seat in office.seats)

    def exists(self, title: str, seat: str) -> bool:
        """Tell whether a seat has had an office of that title."""
        return any(self.fits(title, t) for t in self.index.holders(seat))

    def _terms_of_namesakes(self, person: Person) -> Sequence[Term]:
        people = {person.id: person} | {p.id: p for p in self.index.people_by_full_name(fold(person.name))}
        return [t for p in people.values() for t in self.index.terms_of(p.id)]

    def _of_title_alone(self, title: str, terms: Sequence[Term]) -> Verdict:
        """Judge a title without a place: that of a leader, and nothing else, who never was called so anywhere."""
        if title not in TOP_TITLES or any(t.place in self.index.organisations for t in terms):
            return Verdict.FITS
        leading = [t for t in terms if t.role in LEADERS and self.index.places[t.place].kind == "country"]
        if not _is_covered(leading, title) or any(self.fits(title, t) for t in terms):
            return Verdict.FITS
        has_office = any(self.exists(title, t.place) for t in leading)
        return Verdict.OTHER_OFFICE if has_office else Verdict.NO_SUCH_OFFICE

    def _is_known_elsewhere(self, office: Office, terms: Sequence[Term]) -> bool:
        """Whether enough is known of a career to tell that an office was no part of it.

        Of heads of organisations it is not known what they were at home before, and few organisations' former heads are.
        """
        index = self.index
        known = [t for t in terms if t.role not in _LESSER]
        if self.is_of_places(office):
            return any(t.place in index.places for t in known)
        return all(self._has_known_heads(office.title, seat) for seat in office.seats) and not self._is_named_in_title(
            office, known
        )

    def _has_known_heads(self, title: str, seat: str) -> bool:
        """Whether it is known who headed an organisation: an international one, over the years that the lists cover.

        Whoever had an office at home may have headed a national bank or agency before.
        """
        organisation = self.index.organisations.get(seat)
        if organisation is None or organisation.country or organisation.kind not in _KNOWN_KINDS or seat in _ROTATING:
            return False
        heads = [t for t in self.index.holders(seat, "head_of_organisation") if self.fits(title, t)]
        return any(t.start is not None and t.start <= COVERED_AT_LATEST for t in heads)

    def _is_named_in_title(self, office: Office, terms: Sequence[Term]) -> bool:
        """Whether an office that counts for a country is of the organisation: `Federal Reserve Chair`."""
        named = [
            fold(n)
            for seat in office.seats
            if seat in self.index.organisations
            for n in self.index.organisations[seat].names
        ]
        return any(name in fold(t.title) for t in terms for name in named)

    def _within(self, office: Office, there: Sequence[Term]) -> Verdict:
        """Judge a leader of the country under another title: who led it is known, so who did not is known, too."""
        leading = [t for t in there if t.role in LEADERS and t.place in office.seats]
        if office.title not in TOP_TITLES or len(office.seats) != 1 or not _is_covered(leading, office.title):
            return Verdict.FITS
        if self.index.places[office.seats[0]].kind != "country":
            return Verdict.FITS
        return Verdict.OTHER_OFFICE if self.exists(office.title, office.seats[0]) else Verdict.NO_SUCH_OFFICE

    def _prominence(self, term: Term) -> tuple[bool, bool, bool, str]:
        """Order terms: leading a country before the rest, the usual titles first, then the present and the latest."""
        place = self.index.places.get(term.place)
        leads = term.role in LEADERS and place is not None and place.kind == "country"
        return (leads, _without_state(term.title) in TOP_TITLES, term.end is None, str(term.start or ""))

    def office_name(self, term: Term) -> str:
        """Return an office as it stands before a name: `Russian President`, `NATO Secretary General`."""
        return f"{seat_name(term.place, self.index)} {term.title}"


_STATES = frozenset("acting interim transition transitional provisional federal state".split())
COVERED_SINCE = date(2005, 1, 1)
"""Who led a country is known from here on; who led it before may have held its other offices before, unknown to the lists."""
GOVERNMENTS_COVERED_SINCE = date(2012, 1, 1)
"""Many a president was prime minister long before; who became one from here on was that after `COVERED_SINCE`, if ever."""
_OF_STATE = frozenset("president king queen emperor empress sultan emir".split())
COVERED_AT_LATEST = date(2010, 12, 31)
"""Organisations whose first known head took office later are left alone."""
_KNOWN_KINDS = frozenset({"alliance", "un-body", "eu-body", "finance", "central-bank", "sport"})
_ROTATING = frozenset({"un-general-assembly", "eurogroup", "osce", "wef"})
"""Organisations that ministers preside over in turn."""


def _without_state(title: str) -> str:
    """Return a title, folded, without the word that says that it is held for a time only, or of what level it is."""
    words = fold(title).split()
    return " ".join(words[1:] if words[0] in _STATES and len(words) > 1 else words)


def _is_covered(leading: Sequence[Term], title: str) -> bool:
    """Tell whether all leading offices of a career, one at least, began when the lists can tell who had `title` before."""
    since = COVERED_SINCE if _without_state(title) in _OF_STATE else GOVERNMENTS_COVERED_SINCE
    return bool(leading) and all(t.start is not None and t.start >= since for t in leading)


def _begins_after(term: Term, published: date) -> bool:
    return term.start is not None and term.start.toordinal() > published.toordinal() + EARLY_DAYS
