"""Whom an article's mentions mean, and which spellings are mangled: the order of trust measured on name pairs.

1. accepted full names; 2. the holders of the office that stands before the name, by sound; 3. full names by sound, unless
the family name is attested; 4. a family name alone, only beside another spelling of it in the same article.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from mtcheck.lexicon import Lexicon
from mtcheck.names.attestation import PROMINENT_COUNT, Attestation
from mtcheck.names.index import NameIndex, fold
from mtcheck.names.matching import Match, NameMatcher
from mtcheck.names.mentions import Mention
from mtcheck.names.records import Person
from mtcheck.names.similarity import phonetic
from mtcheck.names.titles import TITLE_ROLES

OFFICE_THRESHOLD = 0.70
"""Among the holders of the cued office; measured range .70-.75."""
SAME_SOUND = 0.97
"""Name parts this alike differ in transliteration only (Zelensky, Zelenskiy)."""
FULL_NAME_THRESHOLD = 0.84
"""For a full name without an office whose family name is nobody's, the given name being the person's own."""
UNSEEN_THRESHOLD = 0.80
"""For a full name without an office of which no part is anybody's name."""
SHORT_SOUNDS, SHORT_THRESHOLD = 3, 0.92
"""Family names of so few sounds must be this alike: Ali and Aal are two names."""
OTHER_GIVEN_THRESHOLD = 0.90
"""For a full name whose given name sounds like the person's but is a name itself (Georgia, Giorgia)."""
CENSUS_THRESHOLD = 0.86
"""For a full name whose family name stands in a census, but nowhere in the news."""
GIVEN_THRESHOLD = 0.88
"""For a given name that is no name, before the right family name."""
TRANSLATED_THRESHOLD = 0.78
"""For a full name whose given name is right and whose family name has become a common word."""
GLUED_WORD_COUNT = 100
"""How common a word must be (said, has, was) to be what scraping has run together with a name."""
IN_USE_SCORE, IN_USE_COUNT = 0.9, 5
"""A spelling of an office's holder this close, and this often in the news corpus, is one that newsrooms use, listed or not."""
OTHER_NAME_THRESHOLD = 0.84
"""After an office: an attested family name less like the holder's is somebody else's."""
LEAST_GIVEN = 0.5
"""After an office: a given name less like the holder's, before the right family name, is a relative's or a namesake's."""
MIN_LETTERS, SAFE_LETTERS = 4, 5
"""Family names shorter than the first are too alike to be told apart alone, shorter than the second if they are words too."""
ALONE_THRESHOLD = 0.88
"""For a family name beside another spelling of it in the article."""
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
        self.attestation = Attestation(index, lexicon)

    def resolve(self, mentions: Iterable[Mention], published: date | None = None) -> tuple[Resolution, ...]:
        """Return the mentions that mean a known person, in order."""
        mentions = tuple(mentions)
        full = [m for m in mentions if len(m.parts) > 1]
        single = [m for m in mentions if len(m.parts) == 1]
        found = {m: r for m in full if (r := self._alone(m, published))}
        named = {r.person.id: r.person for r in found.values()}
        found |= {m: r for m in single if (r := self._family_name(m, named, published))}
        found |= self._beside_others(single, full, found)
        return tuple(found[m] for m in mentions if m in found)

    def _beside_others(
        self, single: Iterable[Mention], full: Iterable[Mention], found: Mapping[Mention, Resolution]
    ) -> dict[Mention, Resolution]:
        """Resolve lone names by the other spellings in the article, unless a full name introduces them as somebody else."""
        people = {r.person.id: r.person for r in found.values()}
        drifting = {r.person.id for r in found.values() if r.is_mangled}
        others = {part for m in full if m not in found for part in m.parts}
        unknown = (m for m in single if m not in found and not m.is_place and m.parts[0] not in others)
        return {m: r for m in unknown if (r := self._beside(m, people.values(), drifting))}

    def _family_name(self, mention: Mention, named: Mapping[str, Person], published: date | None) -> Resolution | None:
        """Resolve an accepted family name, to somebody whom the article names in full if it can."""
        holders = self.matcher.people_by_family(mention.parts[0])
        if not holders:
            return self._alone(mention, published)
        in_full = [p for p in holders if p.id in named]
        person = in_full[0] if len(in_full) == 1 else self._fitting(mention, holders)
        return Resolution(mention, person, Basis.ACCEPTED, 1.0) if person else None

    def _alone(self, mention: Mention, published: date | None) -> Resolution | None:
        """Resolve a mention without looking at the rest of the article."""
        accepted = self._accepted(mention)
        if accepted:
            return Resolution(mention, accepted, Basis.ACCEPTED, 1.0)
        cued = self._by_office(mention, published)
        if cued and _office_score(cued) >= OFFICE_THRESHOLD and not self._is_other_name(mention, cued):
            in_use = self._is_in_use(mention.parts[-1], cued)
            return (
                Resolution(mention, cued.person, Basis.ACCEPTED, 1.0)
                if in_use
                else self._judged(mention, cued, Basis.OFFICE)
            )
        best = self.matcher.best(mention.parts) if len(mention.parts) > 1 else None
        if best is not None and self._means(mention, best):
            return self._judged(mention, best, Basis.FULL_NAME)
        return None

    def _means(self, mention: Mention, match: Match) -> bool:
        """Whether a full name without an office means the person it sounds like, and not somebody of that very name."""
        given, family, known = mention.parts[0], match.read_family, self.attestation
        if match.family > 0.999:
            return match.given >= (GIVEN_THRESHOLD if known.is_unseen(given) else SAME_SOUND)
        rare = not known.is_known_name(family) or not known.lexicon.is_given_name(given)
        if match.given >= SAME_SOUND and known.is_common_word(family) and rare:
            return match.score >= TRANSLATED_THRESHOLD
        if known.is_in_news(family) or (len(phonetic(family)) <= SHORT_SOUNDS and match.family < SHORT_THRESHOLD):
            return False
        if known.is_family_name(family):
            return match.score >= CENSUS_THRESHOLD and (" " in family or not known.lexicon.is_given_name(given))
        if not known.is_given_name(given):
            return match.score >= UNSEEN_THRESHOLD
        own = match.given >= SAME_SOUND or self._is_prominent(match.person)
        return match.score >= (FULL_NAME_THRESHOLD if own else OTHER_GIVEN_THRESHOLD)

    def _is_prominent(self, person: Person) -> bool:
        return self._is_usual(person.family)

    def _judged(self, mention: Mention, match: Match, basis: Basis) -> Resolution:
        """Return the resolution of a match by sound; one that differs in transliteration only is as good as accepted.

        So is a name that scraping has run together with the next word (`Gallantsaid`): the name itself is right.
        """
        glued = match.given >= SAME_SOUND and self._is_glued(mention.parts[-1], match.person)
        alike = glued or min(match.given, match.family) >= SAME_SOUND
        slip = alike and not glued and self._is_slip(mention, match)
        if alike and not slip:
            return Resolution(mention, match.person, Basis.ACCEPTED, 1.0)
        score = _office_score(match) if basis is Basis.OFFICE else match.score
        return Resolution(mention, match.person, basis, score, _usual_family(match), match.family > 0.999)

    def _is_slip(self, mention: Mention, match: Match) -> bool:
        """Whether a name that sounds right is misspelt all the same: a part never seen that is seen all the time in its usual
        spelling, or both parts never seen.
        """
        person, written = match.person, match.read_family
        words = " ".join(mention.parts)
        rest = words.removesuffix(written).strip() if words.endswith(written) else words.removeprefix(written).strip()
        pairs = (
            (written, self.matcher.families_of(person), person.family),
            (rest, self._givens_of(person), person.given),
        )
        odd = [
            (form, usual)
            for form, listed, usual in pairs
            if form and form not in listed and self.attestation.is_unseen(form)
        ]
        return len(odd) > 1 or any(self._is_usual(usual) for _, usual in odd)

    def _givens_of(self, person: Person) -> frozenset[str]:
        return frozenset(variant.given for variant in self.matcher.variants_of(person))

    def _is_usual(self, name: str) -> bool:
        return self.lexicon.capitalised_count(fold(name)) >= PROMINENT_COUNT

    def _is_glued(self, word: str, person: Person) -> bool:
        rests = {word.removeprefix(family) for family in self.matcher.families_of(person)} - {word}
        return any(
            self.lexicon.lower_count(form) >= GLUED_WORD_COUNT for r in rests for form in (r, r.removeprefix("s"))
        )

    def _is_in_use(self, family: str, match: Match) -> bool:
        """Whether newsrooms spell an office's holder so, although no list has it."""
        attested = self.lexicon.capitalised_count(family) >= IN_USE_COUNT and not self.lexicon.is_surname(family)
        return (
            attested
            and not self.attestation.is_common_word(family)
            and match.score >= IN_USE_SCORE
            and match.family < 0.999
        )

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
        """Whether a public source names the person, as the holder of an office that news is about: members of parliaments
        are many, and so are their namesakes.
        """
        return person.is_verified and any(t.role != "legislator" for t in self.index.terms_of(person.id))

    def _by_office(self, mention: Mention, published: date | None) -> Match | None:
        """Return the best match by sound among the holders of the office before the name."""
        if mention.title is None or mention.place is None:
            return None
        on = None if mention.is_qualified else published
        terms = (
            term
            for role in TITLE_ROLES[mention.title]
            for term in self.index.holders(mention.place.id, role, on, GRACE_DAYS)
        )
        people = {t.person_id: self.index.person(t.person_id) for t in terms}
        matches = (self.matcher.compare(mention.parts, p) for p in people.values() if not p.is_monarch)
        return max(matches, key=lambda m: (_office_score(m), m.person.id), default=None)

    def _is_other_name(self, mention: Mention, match: Match) -> bool:
        """Whether a name of its own stands after the office, such as that of a holder whom no list knows."""
        given, known = mention.parts[0], self.attestation
        if len(mention.parts) == 1:
            return known.is_known_name(given) and match.score < OTHER_NAME_THRESHOLD
        if match.given >= SAME_SOUND:
            return False
        if match.family > 0.999:
            return known.is_given_name(given) or match.given < LEAST_GIVEN
        return known.is_known_name(match.read_family) and _office_score(match) < OTHER_NAME_THRESHOLD

    def _beside(self, mention: Mention, people: Iterable[Person], drifting: Collection[str]) -> Resolution | None:
        """Resolve a lone family name by the people the article names elsewhere.

        A name that other people have counts only where the article already has another wrong spelling of the person, or
        where it is in no news and sounds the same.
        """
        word, known = mention.parts[0], self.attestation
        if len(word) < MIN_LETTERS or self.lexicon.is_word(word) or self.index.is_city(word):
            return None
        if word in self.index.given_names or (len(word) < SAFE_LETTERS and self.lexicon.lower_count(word)):
            return None
        matches = (
            self.matcher.compare(mention.parts, person)
            for person in people
            if not person.is_monarch and len(person.family) >= MIN_LETTERS
        )
        best = max(matches, key=lambda m: (m.score, m.person.id), default=None)
        if best is None or best.score < ALONE_THRESHOLD or _is_inflected(word, fold(best.person.family)):
            return None
        same_sound = best.score >= SAME_SOUND and not known.is_in_news(word)
        if known.is_known_name(word) and best.person.id not in drifting and not same_sound:
            return None
        return self._judged(mention, best, Basis.REPEATED)


def _office_score(match: Match) -> float:
    """Return the score of an office's holder: a family name that sounds alike counts more than a given name that less does.

    A family name that is right does not: offices pass between relatives.
    """
    if match.family < SAME_SOUND and match.given >= 0.5:
        return max(match.score, 0.75 * match.family + 0.25 * match.given)
    return match.score


def _usual_family(match: Match) -> str:
    """Return the family name that a match comes nearest to, as it is printed."""
    for name in (match.person.family, *(word for alias in match.person.aliases for word in alias.split())):
        if fold(name) == match.variant.family:
            return name
    return match.person.family


def _is_inflected(word: str, family: str) -> bool:
    """Whether a word only adds an ending to a name (`Merkels`, `Trumpism`) or cuts one off."""
    return word.startswith(family) or family.startswith(word)
