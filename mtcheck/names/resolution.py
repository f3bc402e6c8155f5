"""Whom an article's mentions mean, and which spellings are mangled: the order of trust measured on name pairs.

1. accepted full names; 2. the holders of the office that stands before the name, by sound; 3. full names by sound, unless
the family name is attested; 4. a family name alone, only beside another spelling of it in the same article.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import pairwise

from mtcheck.lexicon import Lexicon
from mtcheck.names.appositions import Office, office_beside
from mtcheck.names.index import NameIndex, fold
from mtcheck.names.likelihood import EXACT, SAME_SOUND, Likelihood
from mtcheck.names.matching import Match, NameMatcher
from mtcheck.names.mentions import Mention
from mtcheck.names.records import Person
from mtcheck.names.titles import TITLE_ROLES
from mtcheck.names.verbs import does_or_suffers

WORTH_READING = 0.6
"""A full name less like any known person's is not looked at for an office beside it."""
CONTRADICTED_THRESHOLD = 0.92
"""A full name behind an office of a country where the person never held any means somebody else, unless it is this alike."""
MIN_LETTERS, SAFE_LETTERS = 4, 5
"""Family names shorter than the first are too alike to be told apart alone, shorter than the second if they are words too."""
ALONE_THRESHOLD = 0.86
"""For a family name beside another spelling of it in the article."""
SUBJECT_THRESHOLD = 0.76
"""The same for a word that nobody has seen, that is not too short, and that does or suffers what people do."""
GRACE_DAYS = 400
"""How long an outgoing holder stays right in dated articles."""
LEADERS = frozenset({"head_of_state", "head_of_government"})
"""Whoever held one of these is meant by a family name that others share."""


class Basis(str, Enum):
    """What a resolution rests on."""

    ACCEPTED = "accepted spelling"
    OFFICE = "office"
    FULL_NAME = "full name"
    REPEATED = "other spelling in the article"


@dataclass(frozen=True, slots=True)
class Resolution:
    """A mention and the known person it means; `score` is 1 for accepted spellings.

    * `usual_family`: the family name as the nearest accepted spelling has it.
    * `is_family_right`: only the given name is misspelt.
    """

    mention: Mention
    person: Person
    basis: Basis
    score: float
    usual_family: str = ""
    is_family_right: bool = False

    @property
    def is_mangled(self) -> bool:
        """Whether the spelling is none that newsrooms use."""
        return self.basis is not Basis.ACCEPTED


class Resolver:
    """Resolves the mentions of one article at a time; holds only read-only lists."""

    def __init__(self, index: NameIndex, lexicon: Lexicon, matcher: NameMatcher) -> None:
        """Keep the lists."""
        self.index = index
        self.lexicon = lexicon
        self.matcher = matcher
        self.likelihood = Likelihood(index, lexicon, matcher)
        self.attestation = self.likelihood.attestation

    def resolve(
        self, mentions: Iterable[Mention], published: date | None = None, text: str = ""
    ) -> tuple[Resolution, ...]:
        """Return the mentions that mean a known person, in order.

        `text` is the article that they stand in; without it offices beside a name, and verbs behind it, are not seen.
        """
        mentions = tuple(mentions)
        full = [m for m in mentions if len(m.parts) > 1]
        single = [m for m in mentions if len(m.parts) == 1]
        found = {m: r for m in full if (r := self._alone(m, published, text))}
        named = {r.person.id: r.person for r in found.values()}
        found |= {m: r for m in single if (r := self._family_name(m, named, published))}
        found |= self._beside_others(single, full, found, text)
        return tuple(found[m] for m in mentions if m in found)

    def _beside_others(
        self, single: Iterable[Mention], full: Iterable[Mention], found: Mapping[Mention, Resolution], text: str
    ) -> dict[Mention, Resolution]:
        """Resolve lone names by the other spellings in the article, unless a full name introduces them as somebody else."""
        people = {r.person.id: r.person for r in found.values()}
        drifting = {r.person.id for r in found.values() if r.is_mangled}
        others = {part for m in full if m not in found for part in m.parts}
        unknown = (m for m in single if m not in found and not m.is_place and m.parts[0] not in others)
        return {m: r for m in unknown if (r := self._beside(m, people.values(), drifting, text))}

    def _family_name(self, mention: Mention, named: Mapping[str, Person], published: date | None) -> Resolution | None:
        """Resolve an accepted family name, to somebody whom the article names in full if it can."""
        holders = self.matcher.people_by_family(mention.parts[0])
        if not holders:
            return self._alone(mention, published, "")
        in_full = [p for p in holders if p.id in named]
        person = in_full[0] if len(in_full) == 1 else self._fitting(mention, holders)
        return Resolution(mention, person, Basis.ACCEPTED, 1.0) if person else None

    def _alone(self, mention: Mention, published: date | None, text: str) -> Resolution | None:
        """Resolve a mention without looking at the rest of the article."""
        accepted = self._accepted(mention)
        if accepted:
            return Resolution(mention, accepted, Basis.ACCEPTED, 1.0)
        best = self.matcher.best(mention.parts) if len(mention.parts) > 1 else None
        cued = self._by_office(mention, best, published, text)
        if cued is not None:
            if self.likelihood.is_in_use(cued):
                return Resolution(mention, cued.person, Basis.ACCEPTED, 1.0)
            return self._judged(mention, cued, Basis.OFFICE)
        if (
            best is None
            or mention.is_place
            or (best.score < CONTRADICTED_THRESHOLD and self._is_elsewhere(mention, best))
        ):
            return None
        if self.likelihood.is_person(best):
            return self._judged(mention, best, Basis.FULL_NAME)
        return None

    def _is_elsewhere(self, mention: Mention, match: Match) -> bool:
        """Whether the name follows an office of places where the person never held any."""
        held = {term.place for term in self.index.terms_of(match.person.id)}
        return bool(mention.title and mention.seats and held) and not held.intersection(mention.seats)

    def _judged(self, mention: Mention, match: Match, basis: Basis) -> Resolution:
        """Return the resolution of a match by sound."""
        if self.likelihood.is_accepted(mention.parts, match):
            return Resolution(mention, match.person, Basis.ACCEPTED, 1.0)
        score = self.likelihood.after_office(match) if basis is Basis.OFFICE else match.score
        return Resolution(mention, match.person, basis, score, _usual_family(match), match.family > EXACT)

    def _accepted(self, mention: Mention) -> Person | None:
        """Return the person of an accepted full name, with or without middle names."""
        full = " ".join(mention.parts)
        short = f"{mention.parts[0]} {mention.parts[-1]}"
        for key in (full, short):
            people = self.index.people_by_full_name(key)
            if people:
                return self._fitting(mention, people) or people[0]
        return None

    def _fitting(self, mention: Mention, people: tuple[Person, ...]) -> Person | None:
        """Return the one candidate, or the one that held an office of the cued place and kind."""
        if len(people) == 1:
            return people[0]
        held = [p for p in people if self.holds(p, mention)]
        leaders = [p for p in people if self.has_led(p)]
        return held[0] if held else leaders[0] if len(leaders) == 1 else None

    def has_led(self, person: Person) -> bool:
        """Whether `person` was ever head of a state or government."""
        return any(t.role in LEADERS for t in self.index.terms_of(person.id))

    def holds(self, person: Person, mention: Mention) -> bool:
        """Whether `person` ever held an office such as the one that stands before the mention."""
        roles = TITLE_ROLES.get(mention.title or "", ())
        terms = self.index.terms_of(person.id)
        return any(t.role in roles and (mention.place is None or t.place == mention.place.id) for t in terms)

    def is_distinctive(self, person: Person) -> bool:
        """Whether a family name means this person: nobody else in the lists bears it, and nobody in a census."""
        family = fold(person.family)
        return not self.lexicon.is_surname(family) and len(self.matcher.people_by_family(family)) == 1

    def is_sure(self, person: Person) -> bool:
        """Whether a public source names the person, as one whom news is about: members of parliaments are many, and so are
        their namesakes.
        """
        terms = self.index.terms_of(person.id)
        return person.is_verified and (not terms or any(t.role != "legislator" for t in terms))

    def _by_office(self, mention: Mention, best: Match | None, published: date | None, text: str) -> Match | None:
        """Return the holder of the office before or beside the name whom the name means, if it means one.

        A holder of the time of the article comes first, then anybody who ever held the office.
        """
        office = _office_before(mention)
        if office is None and best is not None and best.score >= WORTH_READING:
            office = office_beside(text, mention, self.index)
        if office is None or not office.seats:
            return None
        days = (None,) if published is None or mention.is_qualified or office.is_past else (published, None)
        for day in days:
            match = self._holder(mention, office, day)
            if match is not None and self.likelihood.is_holder(mention.parts, match):
                return match
        return None

    def _holder(self, mention: Mention, office: Office, on: date | None) -> Match | None:
        """Return the holder of an office, on a day or ever, who sounds most like a name."""
        terms = (
            term
            for seat in office.seats
            for role in TITLE_ROLES.get(office.title, ())
            for term in self.index.holders(seat, role, on, GRACE_DAYS)
        )
        people = {t.person_id: self.index.person(t.person_id) for t in terms}
        matches = (self.matcher.compare(mention.parts, p) for p in people.values() if not p.is_monarch)
        return max(matches, key=lambda m: (self.likelihood.after_office(m), m.person.id), default=None)

    def _beside(
        self, mention: Mention, people: Iterable[Person], drifting: Collection[str], text: str
    ) -> Resolution | None:
        """Resolve a lone family name by the people the article names elsewhere.

        A name that other people have counts only where the article already has another wrong spelling of the person, or
        where it is in no news and sounds the same.
        """
        word, known = mention.parts[0], self.attestation
        if len(word) < MIN_LETTERS or self.lexicon.is_word(word) or self.index.is_city(word):
            return None
        if (
            _has_inner_capital(mention.text)
            or word in self.index.given_names
            or (len(word) < SAFE_LETTERS and self.lexicon.lower_count(word))
        ):
            return None
        matches = (
            self.matcher.compare(mention.parts, person)
            for person in people
            if not person.is_monarch and len(person.family) >= MIN_LETTERS
        )
        best = max(matches, key=lambda m: (m.score, m.person.id), default=None)
        is_clear = (
            known.is_unseen(word) and len(word) >= SAFE_LETTERS and does_or_suffers(text, mention.start, mention.end)
        )
        if best is None or best.score < (SUBJECT_THRESHOLD if is_clear else ALONE_THRESHOLD):
            return None
        if _is_inflected(word, fold(best.person.family)):
            return None
        same_sound = best.score >= SAME_SOUND and not known.is_in_news(word)
        if known.is_known_name(word) and best.person.id not in drifting and not same_sound:
            return None
        return self._judged(mention, best, Basis.REPEATED)


def _has_inner_capital(word: str) -> bool:
    """Whether words have been run together, as in a handle: `JoeBiden`; capitals of a headline are none."""
    return any(a.islower() and b.isupper() for a, b in pairwise(word)) and not word.startswith(
        ("Mc", "Mac", "De", "Le")
    )


def _office_before(mention: Mention) -> Office | None:
    """Return the office whose title stands right before a name."""
    if mention.title is None:
        return None
    seats = mention.seats or ((mention.place.id,) if mention.place else ())
    return Office(mention.title, seats, mention.title_start, mention.end)


def _usual_family(match: Match) -> str:
    """Return the family name that a match comes nearest to, as it is printed."""
    for name in (match.person.family, *(word for alias in match.person.aliases for word in alias.split())):
        if fold(name) == match.variant.family:
            return name
    return match.person.family


def _is_inflected(word: str, family: str) -> bool:
    """Whether a word only adds an ending to a name (`Merkels`, `Trumpism`) or cuts one off."""
    return word.startswith(family) or family.startswith(word)
