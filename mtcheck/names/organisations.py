"""Which organisation a run of capitalised words means when it is no accepted form of its name.

The words of a name come back from another language in that language's order (`Fund Monetary International`), with an `of`
that English has not (`World Organization of Health`), or with a word that shares the other language's word with the right
one (`International Penal Court`). The index is over sets of words, each with up to two of them replaced by such a partner.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import combinations, product

from mtcheck.names.index import NameIndex, fold
from mtcheck.names.records import Organisation

SENSES_FILE = "organisation_word_senses.tsv"
LEAST_WORDS, MOST_WORDS = 2, 9
"""How many words, function words left out, a name has that is looked up."""
MOST_REPLACED = 2
"""How many words of a name may stand for another one."""
_LEFT_OUT_KINDS = frozenset({"company", "media"})
"""Names of goods and newspapers are words of anything."""
_OWNERS = frozenset("united nation european union us uk".split())
_STEM = 5
"""Words that begin with so many of the same letters have one stem."""
FUNCTION_WORDS = frozenset("of for the and on in to at by de a an".split())
"""Words that tell nothing of which organisation is meant."""
_BREAKS = FUNCTION_WORDS - {"and", "the", "a", "an"}
"""The head of a name is the last word before the first of these."""
_SPELLINGS = {
    "organisation": "organization", "defence": "defense", "labour": "labor", "programme": "program", "centre": "center",
    "co-operation": "cooperation", "co-ordination": "coordination", "arabian": "arab",
}  # fmt: skip
_EXPANSIONS = {
    "un": "united nation", "u.n": "united nation", "u.n.": "united nation", "eu": "european union",
    "e.u.": "european union", "u.s": "us", "u.s.": "us",
}  # fmt: skip
_SHORTENED = (("’", "'"), ("&", " and "), ("United States", "US"), ("United Kingdom", "UK"))
_TOKEN = re.compile(r"[^\s,/()]+")


@dataclass(frozen=True, slots=True)
class Form:
    """One accepted form of an organisation's name, as normal words in order; `head` is the noun that the others describe."""

    organisation: Organisation
    text: str
    words: tuple[str, ...]
    head: int
    has_preposition: bool


@dataclass(frozen=True, slots=True)
class OrganisationMatch:
    """The form that some words are a garbled version of.

    * `replaced`: pairs of a word that stands in the text and the one that it stands for.
    * `is_reordered`: the words stand in another order.
    * `is_unenglish`: a describing word comes right behind its noun, as in the Romance languages and Arabic.
    """

    form: Form
    replaced: tuple[tuple[str, str], ...]
    is_reordered: bool
    is_unenglish: bool


def normal_words(text: str) -> tuple[str, ...]:
    """Return the content words of a name: folded, in one spelling, in the singular, `UN` and `EU` written out."""
    return _words_and_breaks(text)[0]


@lru_cache(maxsize=65536)
def _words_and_breaks(text: str) -> tuple[tuple[str, ...], frozenset[int]]:
    """Return the content words of a name, and the numbers of those that function words part from the one before."""
    words: list[str] = []
    breaks: set[int] = set()
    for spelling, short in _SHORTENED:
        text = text.replace(spelling, short)
    for token in _TOKEN.findall(text):
        lowered = token.lower() if token.lower() in _EXPANSIONS else token.lower().strip('"“”.;:')
        for word in _EXPANSIONS.get(lowered, _SPELLINGS.get(lowered, lowered)).split():
            for part in fold(word).removesuffix("'s").rstrip("'").split():
                if part in FUNCTION_WORDS:
                    breaks.add(len(words))
                else:
                    words.append(_singular(part))
    return tuple(words), frozenset(breaks)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and len(word) > 3 and word[-2] not in "sui" else word


def load_senses() -> Mapping[str, frozenset[str]]:
    """Return the packaged table: word -> the words that share a word of another language with it."""
    partners: dict[str, set[str]] = defaultdict(set)
    lines = files("mtcheck.names").joinpath("data", SENSES_FILE).read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        words = [_singular(word) for word in line.split("\t")[0].split()]
        for word in words:
            partners[word] |= set(words) - {word}
    return {word: frozenset(others) for word, others in partners.items()}


class OrganisationMatcher:
    """Finds organisations by the words of their names, whatever their order. Cost per question is constant."""

    def __init__(self, index: NameIndex, senses: Mapping[str, frozenset[str]]) -> None:
        """Index the forms of two words or more; costs time and memory linear in their number."""
        self._senses = senses
        forms = [form for o in index.organisations.values() for form in _forms(o)]
        self._accepted = frozenset(normal_words(name) for o in index.organisations.values() for name in o.names)
        self._owners = _OWNERS | {
            word
            for place in index.places.values()
            for name in (*place.names, *place.adjectives)
            if len(words := normal_words(name)) == 1
            for word in words
        }
        by_words: dict[tuple[str, ...], list[Form]] = defaultdict(list)
        by_partners: dict[tuple[str, ...], list[Form]] = defaultdict(list)
        for form in forms:
            by_words[tuple(sorted(form.words))].append(form)
            for words in self._with_partners(form.words):
                by_partners[words].append(form)
        self._by_words, self._by_partners = dict(by_words), dict(by_partners)
        self.vocabulary = frozenset(word for key in (*by_words, *by_partners) for word in key)

    def is_accepted(self, words: tuple[str, ...]) -> bool:
        """Whether normal words, in this order, are an accepted form of any organisation."""
        return words in self._accepted

    def without_owner(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Return normal words without those that say whose the body is: countries, `UN`, `EU`; they stand anywhere."""
        return tuple(word for word in words if word not in self._owners)

    def is_variant(self, text: str, form: Form) -> bool:
        """Whether `text` has the words of `form` in an order of which English makes free use.

        An accepted name may go on (`National Security Council in the White House`), the owner may stand elsewhere, an
        `of` phrase may be a compound and the other way round with a department (`Justice Department`), and an `and` that
        the form has not makes other words of it.
        """
        if self._begins_accepted(text):
            return True
        words, kept = normal_words(text), self.without_owner(normal_words(text))
        if kept == self.without_owner(form.words) or self.is_accepted(kept):
            return True
        return is_compound_of(words, form) or _has_and(text) != _has_and(form.text)

    def _begins_accepted(self, text: str) -> bool:
        tokens = text.split()
        parts = (" ".join(tokens[:i]) for i in range(2, len(tokens)) if tokens[i].lower() in FUNCTION_WORDS)
        return any(self.is_accepted(normal_words(part)) for part in parts)

    def match(self, text: str, acronym: str = "") -> OrganisationMatch | None:
        """Return the one form of which `text` is a garbled version; None where there is none, more than one, or no need.

        With `acronym`, only organisations that go by it count.
        """
        words, breaks = _words_and_breaks(text)
        if not LEAST_WORDS <= len(words) <= MOST_WORDS or self.is_accepted(words):
            return None
        key = tuple(sorted(words))
        forms = self._of(self._by_words.get(key, ()), acronym) or self._of(self._by_partners.get(key, ()), acronym)
        if not forms or len({form.organisation.id for form in forms}) > 1:
            return None
        matches = [self._compare(words, breaks, form) for form in forms]
        return min(matches, key=lambda m: (len(m.replaced), m.is_reordered))

    @staticmethod
    def _of(forms: Iterable[Form], acronym: str) -> list[Form]:
        return [form for form in forms if not acronym or acronym in form.organisation.names]

    def _compare(self, words: tuple[str, ...], breaks: frozenset[int], form: Form) -> OrganisationMatch:
        restored, replaced = self._restored(words, form.words)
        head = restored.index(form.words[form.head])
        before = set(form.words[: form.head])
        after = restored[head + 1] if head + 1 < len(restored) and head + 1 not in breaks else ""
        return OrganisationMatch(form, replaced, restored != form.words, after in before)

    def _restored(
        self, words: tuple[str, ...], wanted: tuple[str, ...]
    ) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
        """Return `words` with every replaced one put back, and the pairs (replaced, right)."""
        missing = [word for word in wanted if word not in words]
        restored, pairs = [], []
        for word in words:
            right = next((m for m in missing if word not in wanted and m in self._senses.get(word, ())), None)
            if right is None:
                restored.append(word)
            else:
                missing.remove(right)
                restored.append(right)
                pairs.append((word, right))
        return tuple(restored), tuple(pairs)

    def _with_partners(self, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """Yield the sorted words with one or two of them replaced."""
        places = [i for i, word in enumerate(words) if word in self._senses]
        seen: set[tuple[str, ...]] = set()
        for count in range(1, MOST_REPLACED + 1):
            for chosen in combinations(places, count):
                for partners in product(*(sorted(self._senses[words[i]]) for i in chosen)):
                    changed = list(words)
                    for i, partner in zip(chosen, partners, strict=True):
                        changed[i] = partner
                    key = tuple(sorted(changed))
                    if len(set(changed)) == len(set(words)) and key not in seen:
                        seen.add(key)
                        yield key


def _forms(organisation: Organisation) -> Iterator[Form]:
    """Yield the forms of two words or more that are written with capitals."""
    if organisation.kind in _LEFT_OUT_KINDS:
        return
    for text in organisation.names:
        words = normal_words(text)
        tokens = [t for t in _TOKEN.findall(text) if t.lower() not in FUNCTION_WORDS | {"without"}]
        if LEAST_WORDS <= len(words) <= MOST_WORDS and not any(t[0].islower() for t in tokens):
            yield Form(organisation, text, words, _head(text), _has_preposition(text))


def _head(text: str) -> int:
    """Return the number of the head among the normal words of `text`."""
    before: list[str] = []
    for token in text.split():
        if token.lower() in _BREAKS and before:
            break
        before.append(token)
    return max(0, len(normal_words(" ".join(before))) - 1)


def is_coordination_swapped(text: str, form: Form) -> bool:
    """Whether `text` only exchanges the two words beside an `and`: `International and Strategic Studies`."""
    words = text.split()
    for i in range(1, len(words) - 1):
        if words[i].lower() in ("and", "&"):
            swapped = [*words[: i - 1], words[i + 1], words[i], words[i - 1], *words[i + 2 :]]
            if normal_words(" ".join(swapped)) == form.words:
                return True
    return False


def are_related(a: str, b: str) -> bool:
    """Whether two words share their stem (`economic`, `economical`), so that a writer may take one for the other."""
    return a[:_STEM] == b[:_STEM]


def _has_and(text: str) -> bool:
    return not {"and", "&"}.isdisjoint(text.lower().split())


def _has_preposition(text: str) -> bool:
    return any(token.lower() in _BREAKS for token in text.split()[1:])


def is_compound_of(words: Sequence[str], form: Form) -> bool:
    """Whether `words` put an `of` phrase into a compound, as English may: `American States Organization`."""
    return form.has_preposition and words[-1] == form.words[form.head]
