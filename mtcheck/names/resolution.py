"""Whom an article's mentions mean, and which spellings are mangled: the order of trust measured on name pairs.

1. accepted full names; 2. the holders of the office that stands before the name, by sound; 3. full names by sound, unless
the family name is attested; 4. a family name alone, only beside another spelling of it in the same article.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from mtcheck.lexicon import Lexicon
from mtcheck.names.index import NameIndex, fold
from mtcheck.names.matching import Match, NameMatcher
from mtcheck.names.mentions import Mention
from mtcheck.names.records import Person
from mtcheck.names.titles import PARTICLES, TITLE_ROLES

OFFICE_THRESHOLD = 0.70
"""Among the holders of the cued office; measured range .70-.75."""
SAME_SOUND = 0.97
"""Name parts this alike differ in transliteration only (Zelensky, Zelenskiy): an accepted spelling, listed or not."""
FULL_NAME_THRESHOLD = 0.84
"""For a full name without an office."""
TRANSLATED_THRESHOLD = 0.78
"""For a full name whose given name is right and whose family name has become a common word."""
COMMON_WORD_COUNT = 8
"""How often the news corpus must hold a word in lower case before it counts as common."""
GLUED_WORD_COUNT = 100
"""How common a word must be (said, has, was) to be what scraping has run together with a name."""
IN_USE_SCORE, IN_USE_COUNT = 0.9, 5
"""A spelling of an office's holder this close, and this often in the news corpus, is one that newsrooms use, listed or not."""
MIN_LETTERS = 5
"""Shorter family names are too alike to be told apart alone."""
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
    """A mention and the known person it means; `score` is 1 for accepted spellings."""

    mention: Mention
    person: Person
    basis: Basis
    score: float
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
        if len(mention.parts) == 1 or (len(mention.parts) > 2 and not PARTICLES.intersection(mention.parts)):
            return None
        family = mention.parts[-1]
        if self._is_known_name(family) and not self._may_be_census_only(mention):
            return None
        best = self.matcher.best(mention.parts)
        if best is None or self._is_attested(mention, best):
            return None
        translated = best.given >= SAME_SOUND and self.is_common_word(family)
        if best.score >= (TRANSLATED_THRESHOLD if translated else FULL_NAME_THRESHOLD):
            return self._judged(mention, best, Basis.FULL_NAME)
        return None

    def _may_be_census_only(self, mention: Mention) -> bool:
        """Whether nobody in the news bears either name part, although a census has the family name."""
        given, family = mention.parts[0], mention.parts[-1]
        in_news = self.lexicon.capitalised_count(family) or family in self.index.family_names
        return not in_news and not self._is_known_name(given) and not self.lexicon.is_given_name(given)

    def _judged(self, mention: Mention, match: Match, basis: Basis) -> Resolution:
        """Return the resolution of a match by sound; one that differs in transliteration only is as good as accepted.

        So is a name that scraping has run together with the next word (`Gallantsaid`): the name itself is right.
        """
        glued = match.given >= SAME_SOUND and self._is_glued(mention.parts[-1], match.person)
        if glued or min(match.given, match.family) >= SAME_SOUND:
            return Resolution(mention, match.person, Basis.ACCEPTED, 1.0)
        score = _office_score(match) if basis is Basis.OFFICE else match.score
        return Resolution(mention, match.person, basis, score, match.family > 0.999)

    def _is_glued(self, word: str, person: Person) -> bool:
        rests = {word.removeprefix(family) for family in self.matcher.families_of(person)} - {word}
        return any(
            self.lexicon.lower_count(form) >= GLUED_WORD_COUNT for r in rests for form in (r, r.removeprefix("s"))
        )

    def _is_in_use(self, family: str, match: Match) -> bool:
        """Whether newsrooms spell an office's holder so, although no list has it."""
        attested = self.lexicon.capitalised_count(family) >= IN_USE_COUNT and not self.is_common_word(family)
        return attested and match.score >= IN_USE_SCORE and match.family < 0.999

    def is_common_word(self, word: str) -> bool:
        """Whether a folded word is an everyday English word and hardly ever a name."""
        lower = self.lexicon.lower_count(word)
        return lower >= COMMON_WORD_COUNT and lower >= 5 * self.lexicon.capitalised_count(word)

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
        """Whether an office's holder of an attested name of its own stands there, such as one that no list knows."""
        family = mention.parts[-1]
        exact_given = len(mention.parts) > 1 and match.given >= 0.97
        return not exact_given and self._is_known_name(family) and _office_score(match) < FULL_NAME_THRESHOLD

    def _is_attested(self, mention: Mention, match: Match) -> bool:
        """Whether the name may be somebody else's: the family name is right and the given name is not, or is a name itself."""
        if match.family > 0.999:
            return match.given < SAME_SOUND
        given_differs = match.given < SAME_SOUND
        return given_differs and self._is_known_name(mention.parts[0]) and match.score < 0.9

    def _is_known_name(self, word: str) -> bool:
        lexicon = self.lexicon
        attested = lexicon.capitalised_count(word) >= max(3, lexicon.lower_count(word))
        return attested or lexicon.is_surname(word) or word in self.index.family_names

    def _beside(self, mention: Mention, people: Iterable[Person], drifting: Collection[str]) -> Resolution | None:
        """Resolve a lone family name by the people the article names elsewhere.

        A name that other people have counts only where the article already has another wrong spelling of the person.
        """
        word = mention.parts[0]
        if (
            len(word) < MIN_LETTERS
            or self.lexicon.is_word(word)
            or self.index.is_city(word)
            or word in self.index.given_names
        ):
            return None
        attested = self._is_known_name(word)
        matches = (
            self.matcher.compare(mention.parts, person)
            for person in people
            if not person.is_monarch and len(person.family) >= MIN_LETTERS and (not attested or person.id in drifting)
        )
        best = max(matches, key=lambda m: (m.score, m.person.id), default=None)
        if best is None or best.score < ALONE_THRESHOLD or _is_inflected(word, fold(best.person.family)):
            return None
        return self._judged(mention, best, Basis.REPEATED)


def _office_score(match: Match) -> float:
    """Return the score of an office's holder: a family name that sounds alike counts more than a given name that less does.

    A family name that is right does not: offices pass between relatives.
    """
    if match.family < SAME_SOUND and match.given >= 0.5:
        return max(match.score, 0.75 * match.family + 0.25 * match.given)
    return match.score


def _is_inflected(word: str, family: str) -> bool:
    """Whether a word only adds an ending to a name (`Merkels`, `Trumpism`) or cuts one off."""
    return word.startswith(family) or family.startswith(word)
