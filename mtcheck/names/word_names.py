"""Family names that are words, or sound like one, and the words that translation there and back makes of them.

`Swift` becomes `Fast`, `Gates` becomes `Doors`; a foreign name is put into English (`Reyes`, `Kings`) or an English one is
left in the other language (`Bush`, `Arbusto`). Compiled for mtcheck from English homographs and from the plain meaning of
Spanish, Portuguese, Italian, French, German, Slavic, Turkish, Arabic and Hebrew names.
"""

from collections import defaultdict
from collections.abc import Mapping
from importlib.resources import files

from mtcheck.names.index import NameIndex
from mtcheck.names.matching import NameMatcher
from mtcheck.names.records import Person

DATA_FILE = "family_name_senses.tsv"
_SOME_ENDING = 2
"""A word that only adds or drops so many letters is the same name misspelt or in the plural, not a translation."""


class WordNames:
    """Tells which words a family name may have become, and which family names may stand behind a word. All folded."""

    def __init__(self, words_of: Mapping[str, frozenset[str]]) -> None:
        """Keep `words_of`: family name -> the words that translation makes of it."""
        names_of: dict[str, set[str]] = defaultdict(set)
        for name, words in words_of.items():
            for word in words:
                names_of[word].add(name)
        self._words_of = dict(words_of)
        self._names_of = {word: frozenset(names) for word, names in names_of.items()}

    @classmethod
    def load(cls) -> "WordNames":
        """Read the packaged table; raises OSError where it is missing."""
        lines = files("mtcheck.names").joinpath("data", DATA_FILE).read_text(encoding="utf-8").splitlines()
        rows = (line.split("\t") for line in lines[1:])
        return cls({name: frozenset(words.split()) for name, words in rows})

    def names_behind(self, word: str) -> frozenset[str]:
        """Return the family names that may have become `word`; empty for other words."""
        return self._names_of.get(word, frozenset())

    def words_for(self, name: str) -> frozenset[str]:
        """Return the words that a family name may have become; empty for other names."""
        return self._words_of.get(name, frozenset())

    def may_swap(self, a: str, b: str) -> bool:
        """Whether one of two different words may be the other's translation; a mere ending does not make one."""
        related = b in self.words_for(a) or a in self.words_for(b)
        return related and not is_inflection(a, b)


def is_inflection(a: str, b: str) -> bool:
    """Whether two words differ by an ending alone (`wood`, `woods`; `gray`, `grey` do not)."""
    short, long = sorted((a, b), key=len)
    return long.startswith(short) and len(long) - len(short) <= _SOME_ENDING


class TranslatedPeople:
    """The known people whose family name is in the table, by given name and by what the name becomes."""

    def __init__(self, index: NameIndex, matcher: NameMatcher, words: WordNames) -> None:
        """Index everyone but monarchs, who are called by their given names."""
        by_name: dict[tuple[str, str], dict[str, Person]] = defaultdict(dict)
        by_word: dict[str, dict[str, Person]] = defaultdict(dict)
        bearers: dict[str, set[str]] = defaultdict(set)
        for person in index.people.values():
            for variant in matcher.variants_of(person):
                bearers[variant.given].add(person.id)
                for word in words.words_for(variant.family):
                    by_name[variant.given, word][person.id] = person
                    by_word[word][person.id] = person
        self._by_name = {key: tuple(people.values()) for key, people in by_name.items()}
        self._by_word = {key: tuple(people.values()) for key, people in by_word.items()}
        self._bearers = {given: len(ids) for given, ids in bearers.items()}

    def named(self, given: str, word: str) -> tuple[Person, ...]:
        """Return the people of that given name whose family name may have become `word`."""
        return self._by_name.get((given, word), ())

    def behind(self, word: str) -> tuple[Person, ...]:
        """Return the people whose family name may have become `word`."""
        return self._by_word.get(word, ())

    def is_alone(self, given: str) -> bool:
        """Whether one known person alone bears the given name."""
        return self._bearers.get(given) == 1
