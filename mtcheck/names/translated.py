"""Where a text calls somebody by the translation of a family name."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from mtcheck.names.attestation import Attestation
from mtcheck.names.index import fold
from mtcheck.names.records import Person
from mtcheck.names.titles import HONORIFICS, LONGEST_TITLE, TITLE_ROLES, title_ending_at
from mtcheck.names.word_names import TranslatedPeople, WordNames, is_inflection

if TYPE_CHECKING:
    from mtcheck.analysis import Analysis

_AROUND = 6
"""How many words on either side tell a sentence from a headline."""
LEAST_LOWER = 0.25
"""A sentence has at least this share of its long words in lower case."""
_LONG = 4
"""Shorter words stand in lower case in headlines, too."""
_RIGHT_NAME = "the right name in the article"
_OFFICE = "an office that the person held"
_ONLY_BEARER = "a given name that nobody else bears"
_SURE = frozenset({_RIGHT_NAME, _OFFICE, _ONLY_BEARER})
"""Evidence without which a word that is a family name too is left alone."""
_HUMAN_HONORIFICS = frozenset("mr mrs ms miss sir dame lord lady dr".split())
_ARTICLES = frozenset("a an another every this".split())
_PLURAL_DETERMINERS = frozenset("the two three four many more other all these those few some such of".split())
_AFTER_NAMES = frozenset(
    """
    said says told tells added adds warned warns announced insisted denied claimed argued believes believed thinks
    explained replied has had was is will would who whose whom did does and
    """.split()
)
"""Words that follow a person's name far more often than a thing's or a title's; `and` with another name."""


@dataclass(frozen=True, slots=True)
class Translated:
    """A name at `[start, end)` whose last word is the translation of a family name.

    * `name`: what the article or the lists call the person.
    * `person`: the known person, or None where only the article names somebody.
    * `evidence`: what tells that it is no other name.
    """

    start: int
    end: int
    word: str
    name: str
    person: Person | None
    evidence: tuple[str, ...]


class TranslationFinder:
    """Finds translated names by the table of word names; holds only read-only lists."""

    def __init__(self, words: WordNames, people: TranslatedPeople, attestation: Attestation) -> None:
        """Keep the lists."""
        self.words = words
        self.people = people
        self.attestation = attestation

    def find(self, analysis: "Analysis") -> Iterator[Translated]:
        """Yield the translated names of an article, in order."""
        yield from _Reader(analysis, self).found()


class _Reader:
    def __init__(self, analysis: "Analysis", finder: TranslationFinder) -> None:
        self.text = analysis.text
        self.words = analysis.words
        self.finder = finder
        self.known = finder.attestation

    def found(self) -> Iterator[Translated]:
        for i, word in enumerate(self.words):
            if not word.is_capitalised or word.text.isupper():
                continue
            bare = _bare(word.text)
            folded = fold(bare)
            if not self.finder.words.names_behind(folded) and not self.finder.words.words_for(folded):
                continue
            if self._is_followed_by_capital(i) or self._is_in_headline(i):
                continue
            end = word.start + len(bare)
            found = self._full_name(i, folded, end) or self._after_title(i, folded, end)
            if found is not None:
                yield found

    def _full_name(self, i: int, word: str, end: int) -> Translated | None:
        """Read word `i` as the family name of a full name."""
        if i == 0 or not self._is_joined(i - 1) or not self._is_given(i - 1):
            return None
        given = fold(self.words[i - 1].text)
        if self.known.index.people_by_full_name(f"{given} {word}"):
            return None
        return self._known_person(i, given, word, end) or self._person_of_article(i, given, word, end)

    def _known_person(self, i: int, given: str, word: str, end: int) -> Translated | None:
        people = self.finder.people.named(given, word)
        if len({fold(person.family) for person in people}) != 1:
            return None
        person = people[0]
        evidence = self._evidence(i, people)
        if is_inflection(word, fold(person.family)) and self._is_counted(i - 1):
            return None
        if not _SURE & set(evidence) and not self._is_enough(word, evidence):
            return None
        name = person.name if len(people) == 1 else f"{self.words[i - 1].text} {person.family}"
        return Translated(self.words[i - 1].start, end, self.text[self.words[i].start : end], name, person, evidence)

    def _person_of_article(self, i: int, given: str, word: str, end: int) -> Translated | None:
        """Find the one other name of the article with that given name, of which this one is the translation."""
        others = [name for name in self._families_by_given.get(given, ()) if self.finder.words.may_swap(name, word)]
        if len(others) != 1 or not self._is_likelier(given, others[0], word):
            return None
        name = f"{self.words[i - 1].text} {others[0].capitalize()}"
        evidence = ("the same given name with another family name in the article",)
        return Translated(self.words[i - 1].start, end, self.text[self.words[i].start : end], name, None, evidence)

    def _after_title(self, i: int, word: str, end: int) -> Translated | None:
        """Read word `i` as a family name alone, after an office or an honorific."""
        if i == 0 or not self._is_joined(i - 1) or not self._is_mere_word(word):
            return None
        title = self._title_before(i)
        honoured = _lower(self.words[i - 1].text) in _HUMAN_HONORIFICS
        if not title and not honoured:
            return None
        person = self._holder(title, word) if title else None
        name = person.family if person else self._named_in_full(word)
        if name is None or self._is_introduced(word):
            return None
        evidence = ("the office before it",) if person else ("the right name in full in the article",)
        return Translated(self.words[i].start, end, self.text[self.words[i].start : end], name, person, evidence)

    def _holder(self, title: str, word: str) -> Person | None:
        held = [p for p in self.finder.people.behind(word) if self._has_held(p, title)]
        return held[0] if held and len({fold(p.family) for p in held}) == 1 else None

    def _has_held(self, person: Person, title: str) -> bool:
        return any(term.role in TITLE_ROLES[title] for term in self.known.index.terms_of(person.id))

    def _named_in_full(self, word: str) -> str | None:
        """Return the one full name in the article whose family name may have become `word`."""
        names = {
            (given, family)
            for family in self.finder.words.names_behind(word)
            for given in self._givens_by_family.get(family, ())
        }
        if len(names) != 1:
            return None
        given, family = names.pop()
        return f"{given.capitalize()} {family.capitalize()}"

    def _is_introduced(self, word: str) -> bool:
        return word in self._givens_by_family

    def _evidence(self, i: int, people: Sequence[Person]) -> tuple[str, ...]:
        """Return what speaks for a full name that ends in word `i` being one of `people`."""
        first, given, person = i - 1, fold(self.words[i - 1].text), people[0]
        found = []
        if given in self._givens_by_family.get(fold(person.family), ()):
            found.append(_RIGHT_NAME)
        title = self._title_before(first) if first else ""
        if title and any(self._has_held(p, title) for p in people):
            found.append(_OFFICE)
        elif first and _lower(self.words[first - 1].text) in HONORIFICS and self._is_joined(first - 1):
            found.append("a title before it")
        if self._is_before_verb(i):
            found.append("a verb or a possessive after it")
        if self.finder.people.is_alone(given) and not self.known.lexicon.is_given_name(given):
            found.append(_ONLY_BEARER)
        if first and self._is_joined(first - 1) and self.words[first - 1].text[0].islower():
            found.append("inside a sentence")
        return tuple(found)

    def _is_enough(self, word: str, evidence: Sequence[str]) -> bool:
        """Whether a word that is hardly ever a name has enough around it; a rare family name needs two signs."""
        least = 2 if self.known.lexicon.is_surname(word) else 1
        return self._is_mere_word(word) and len(evidence) >= least

    def _is_counted(self, i: int) -> bool:
        """Whether the words before word `i` make it a plural: `the Donald Trumps of this world`."""
        before = self.words[i - 1].text.lower() if i and self._is_joined(i - 1) else ""
        return before in _PLURAL_DETERMINERS or before.isdigit()

    def _is_before_verb(self, i: int) -> bool:
        if self.words[i].text != _bare(self.words[i].text):
            return True
        return i + 1 < len(self.words) and self.words[i + 1].text in _AFTER_NAMES

    def _is_mere_word(self, word: str) -> bool:
        """Whether `word` is no family name: common in lower case, or nowhere in use as a name."""
        return self.known.is_common_word(word) or not (self.known.is_known_name(word) or self.known.is_given_name(word))

    def _is_likelier(self, given: str, name: str, word: str) -> bool:
        """Whether `name`, not `word`, is right: a name against a mere word, else the commoner one, else the first."""
        name_is_word, is_word = self._is_mere_word(name), self._is_mere_word(word)
        if name_is_word != is_word:
            return is_word
        counts = self._full_names[given, name], self._full_names[given, word]
        if counts[0] != counts[1]:
            return counts[0] > counts[1]
        return self._ranks[given, name] < self._ranks[given, word]

    @cached_property
    def _full_names(self) -> Counter[tuple[str, str]]:
        """Every pair of given name and family name in the table or behind it, with its count."""
        names: Counter[tuple[str, str]] = Counter()
        for i in range(1, len(self.words)):
            word = self.words[i]
            if not word.is_capitalised or word.text.isupper():
                continue
            folded = fold(_bare(word.text))
            if not self.finder.words.names_behind(folded) and not self.finder.words.words_for(folded):
                continue
            if self._is_joined(i - 1) and self._is_given(i - 1) and not self._is_followed_by_capital(i):
                names[fold(self.words[i - 1].text), folded] += 1
        return names

    @cached_property
    def _ranks(self) -> dict[tuple[str, str], int]:
        """The order in which the article introduces those names."""
        return {pair: rank for rank, pair in enumerate(self._full_names)}

    @cached_property
    def _families_by_given(self) -> dict[str, set[str]]:
        groups: dict[str, set[str]] = {}
        for given, family in self._full_names:
            groups.setdefault(given, set()).add(family)
        return groups

    @cached_property
    def _givens_by_family(self) -> dict[str, set[str]]:
        groups: dict[str, set[str]] = {}
        for given, family in self._full_names:
            groups.setdefault(family, set()).add(given)
        return groups

    def _is_given(self, i: int) -> bool:
        """Whether word `i` is a given name that begins a name: nothing capitalised but a title stands before it."""
        text = self.words[i].text
        lowered = _lower(text)
        if (
            not text[0].isupper()
            or text.isupper()
            or lowered in HONORIFICS
            or lowered in TITLE_ROLES
            or text != _bare(text)
        ):
            return False
        if not self.known.is_given_name(fold(text)):
            return False
        if i == 0 or not self._is_joined(i - 1) or self.words[i - 1].text[0].islower():
            return i == 0 or self.words[i - 1].text.lower() not in _ARTICLES
        before = self.words[i - 1].text
        lexicon = self.known.lexicon
        is_plain = lexicon.lower_count(before) > lexicon.capitalised_count(before) or before.endswith(("'s", "’s"))
        return is_plain or _lower(before) in HONORIFICS or bool(self._title_before(i))

    def _title_before(self, i: int) -> str:
        words = [_lower(w.text) for w in self.words[max(0, i - LONGEST_TITLE) : i]]
        found = title_ending_at(words) if self.words[i - 1].text[0].isupper() else None
        return found[0] if found else ""

    def _is_joined(self, i: int) -> bool:
        gap = self.text[self.words[i].end : self.words[i + 1].start]
        return gap in (" ", "\u00a0") or (gap == ". " and _lower(self.words[i].text) in _HUMAN_HONORIFICS)

    def _is_followed_by_capital(self, i: int) -> bool:
        following = i + 1 < len(self.words) and self._is_joined(i) and self.words[i].text == _bare(self.words[i].text)
        return bool(following) and not self.words[i + 1].text[0].islower()

    def _is_in_headline(self, i: int) -> bool:
        """Whether the long words around word `i`, on its line, are nearly all capitalised."""
        around = self.words[max(0, i - _AROUND) : i - 1] + self.words[i + 1 : i + 1 + _AROUND]
        start, end = self.words[i].start, self.words[i].end
        near = [
            w.text[0].isupper()
            for w in around
            if len(w.text) >= _LONG and "\n" not in self.text[min(w.end, end) : max(w.start, start)]
        ]
        return not near or near.count(False) < LEAST_LOWER * len(near)


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _lower(word: str) -> str:
    return word.lower().rstrip(".")
