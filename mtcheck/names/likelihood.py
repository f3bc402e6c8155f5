"""How likely a spelling means the known person it sounds like, and not somebody of that very name.

Every threshold was set on one half of hand-made name pairs or of generated manglings and checked on the other half, and on
news that people wrote; benchmarks/names has the tables.
"""

from mtcheck.lexicon import Lexicon
from mtcheck.names.attestation import PROMINENT_COUNT, Attestation
from mtcheck.names.index import NameIndex, fold
from mtcheck.names.matching import Match, NameMatcher
from mtcheck.names.records import Person
from mtcheck.names.scripts import has_one_spelling
from mtcheck.names.similarity import phonetic

EXACT = 0.999
"""A name part this alike is spelt as the lists have it."""
SAME_SOUND = 0.97
"""Name parts this alike differ in transliteration only (Zelensky, Zelenskiy)."""

OFFICE_THRESHOLD = 0.70
"""Among the holders of the cued office; measured range .70-.75."""
SAME_GIVEN_THRESHOLD = 0.66
"""The same where the given name is right."""
ATTESTED_DISCOUNT = 0.08
"""What a spelling after an office loses where its family name is one that other people bear; fitted on one half of the name
pairs, it raises precision at recall .90 on the other from .90 to .97."""
OTHER_NAME_THRESHOLD = 0.76
"""After an office: an attested family name less likely the holder's is somebody else's."""
LEAST_GIVEN = 0.5
"""After an office: a given name less like the holder's, before the right family name, is a relative's or a namesake's."""

FULL_NAME_THRESHOLD = 0.84
"""For a full name without an office whose family name is nobody's, the given name being the person's own or nobody's."""
NOBODYS_THRESHOLD, NOBODYS_CONSONANTS_THRESHOLD = 0.77, 0.75
"""The same where the given name is nobody's either; and where moreover no consonant has changed its class, come or gone."""
RARE_THRESHOLD, RARE_CONSONANTS_THRESHOLD = 0.76, 0.70
"""The same, two figures again, where few known people and nobody in a census have the given name."""
OWN_THRESHOLD = 0.80
"""The same where the given name is the person's own and no consonant has changed, or the news names the person often."""
FEW_BEARERS = 3
"""So many known people with a given name that no census has are few."""
OTHER_GIVEN_THRESHOLD = 0.90
"""For a full name whose given name sounds like the person's but is a name itself (Georgia, Giorgia)."""
CENSUS_THRESHOLD = 0.86
"""For a full name whose family name stands in a census, but nowhere in the news."""
GIVEN_THRESHOLD = 0.88
"""For a given name that is no name, before the right family name."""
TRANSLATED_THRESHOLD = 0.78
"""For a full name whose given name is right and whose family name has become a common word."""
LONG_SOUNDS = 8
"""Family names of so many sounds are hardly ever alike by chance."""
SHORT_SOUNDS, SHORT_THRESHOLD = 3, 0.92
"""Family names of so few sounds must be this alike: Ali and Aal are two names."""

GLUED_WORD_COUNT = 100
"""How common a word must be (said, has, was) to be what scraping has run together with a name."""
IN_USE_SCORE, IN_USE_COUNT = 0.9, 5
"""A spelling of an office's holder this close, and this often in the news corpus, is one that newsrooms use, listed or not."""


class Likelihood:
    """Weighs a match by sound against what else its words may be. Read-only."""

    def __init__(self, index: NameIndex, lexicon: Lexicon, matcher: NameMatcher) -> None:
        """Keep the lists."""
        self.index = index
        self.lexicon = lexicon
        self.matcher = matcher
        self.attestation = Attestation(index, lexicon)

    def after_office(self, match: Match) -> float:
        """Return how likely a spelling after an office means its holder, 0-1.

        A family name that sounds alike counts more than a given name that less does; one that is right does not, since offices
        pass between relatives. A family name that other people bear counts for less.
        """
        score = match.score
        if match.family < SAME_SOUND and match.given >= LEAST_GIVEN:
            score = max(score, 0.75 * match.family + 0.25 * match.given)
        others = match.family < EXACT and self.attestation.is_known_name(match.read_family)
        return max(0.0, score - ATTESTED_DISCOUNT) if others else score

    def is_holder(self, parts: tuple[str, ...], match: Match) -> bool:
        """Whether a name after an office means the holder it sounds like, and not one whom no list knows."""
        given, known = parts[0], self.attestation
        if len(parts) == 1:
            least = OTHER_NAME_THRESHOLD if known.is_known_name(given) else OFFICE_THRESHOLD
            return self.after_office(match) >= least
        if match.given >= SAME_SOUND:
            return self.after_office(match) >= SAME_GIVEN_THRESHOLD
        if match.family > EXACT:
            least = SAME_SOUND if known.is_given_name(given) else LEAST_GIVEN
            return match.given >= least and match.score >= OFFICE_THRESHOLD
        least = OTHER_NAME_THRESHOLD if known.is_known_name(match.read_family) else OFFICE_THRESHOLD
        return self.after_office(match) >= least

    def is_person(self, match: Match) -> bool:
        """Whether a full name without an office means the person it sounds like, and not somebody of that very name."""
        given, family, known = match.read_given.split(" ")[0], match.read_family, self.attestation
        if match.family > EXACT:
            return match.given >= (GIVEN_THRESHOLD if known.is_unseen(given) else SAME_SOUND)
        rare = not known.is_known_name(family) or not known.lexicon.is_given_name(given)
        if match.given >= SAME_SOUND and known.is_common_word(family) and rare:
            return match.score >= TRANSLATED_THRESHOLD
        if known.is_word(family) or self.index.places_named(family.title()):
            return False
        if known.is_in_news(family) or (len(phonetic(family)) <= SHORT_SOUNDS and match.family < SHORT_THRESHOLD):
            return False
        if known.is_family_name(family) and not known.is_unseen(given):
            return match.score >= CENSUS_THRESHOLD and (" " in family or not known.lexicon.is_given_name(given))
        return match.score >= self._least(given, match)

    def _least(self, given: str, match: Match) -> float:
        """Return the threshold for a full name whose family name is nobody's."""
        known = self.attestation
        own = match.given >= SAME_SOUND
        nobodys = not known.is_given_name(given) and not known.is_word(given)
        rare = not self.lexicon.is_given_name(given) and self.matcher.bearers(given) <= FEW_BEARERS
        is_whole = " " not in match.read_family or " " in match.variant.family or match.keeps_consonants
        usual = match.is_usual_order and is_whole
        prominent = self._is_usual(match.person.family)
        if usual and own and rare:
            return RARE_CONSONANTS_THRESHOLD if match.keeps_consonants else RARE_THRESHOLD
        if is_whole and nobodys:
            return NOBODYS_CONSONANTS_THRESHOLD if match.keeps_consonants else NOBODYS_THRESHOLD
        if own and ((usual and prominent) or (is_whole and match.keeps_consonants)):
            return OWN_THRESHOLD
        is_long = len(phonetic(match.read_family)) >= LONG_SOUNDS
        return FULL_NAME_THRESHOLD if own or nobodys or prominent or is_long else OTHER_GIVEN_THRESHOLD

    def is_accepted(self, parts: tuple[str, ...], match: Match) -> bool:
        """Whether a spelling differs from the accepted ones in transliteration only and is as good as they are.

        So is a name that scraping has run together with the next word (`Gallantsaid`): the name itself is right.
        """
        if match.given >= SAME_SOUND and self._is_glued(match.read_family, match.person):
            return True
        return min(match.given, match.family) >= SAME_SOUND and not self._is_slip(parts, match)

    def is_in_use(self, match: Match) -> bool:
        """Whether newsrooms spell an office's holder so, although no list has it."""
        family = match.read_family
        attested = self.lexicon.capitalised_count(family) >= IN_USE_COUNT and not self.lexicon.is_surname(family)
        return (
            attested
            and not self.attestation.is_common_word(family)
            and match.score >= IN_USE_SCORE
            and match.family < EXACT
        )

    def _is_slip(self, parts: tuple[str, ...], match: Match) -> bool:
        """Whether a name that sounds right is misspelt all the same: it has a part never seen, and newsrooms have one spelling
        for the person, or use another all the time; or both parts are never seen.
        """
        person, written = match.person, match.read_family
        words = " ".join(parts)
        rest = words.removesuffix(written).strip() if words.endswith(written) else words.removeprefix(written).strip()
        variants = self.matcher.variants_of(person)
        pairs = (
            (written, {variant.family for variant in variants}, person.family),
            (rest, {variant.given for variant in variants}, person.given),
        )
        odd = [
            usual for form, listed, usual in pairs if form and form not in listed and self.attestation.is_unseen(form)
        ]
        if not odd:
            return False
        return len(odd) > 1 or self._has_one_spelling(person) or any(map(self._is_usual, odd))

    def _has_one_spelling(self, person: Person) -> bool:
        """Whether newsrooms have one spelling for a person: where no country is known, a given name of the census tells."""
        if not self.index.terms_of(person.id):
            return self.lexicon.is_given_name(fold(person.given).split(" ")[0])
        return has_one_spelling(person, self.index)

    def _is_usual(self, name: str) -> bool:
        return self.lexicon.capitalised_count(fold(name)) >= PROMINENT_COUNT

    def _is_glued(self, word: str, person: Person) -> bool:
        rests = {word.removeprefix(family) for family in self.matcher.families_of(person)} - {word}
        forms = [form for rest in rests for form in (rest, rest.removeprefix("s"))]
        return any(form.startswith("http") or self.lexicon.lower_count(form) >= GLUED_WORD_COUNT for form in forms)
