"""The intended wording of a candidate: the known words in the forms that the text has."""

import gzip
import re
from collections.abc import Mapping, Sequence

from mtcheck.phrases.candidates import Candidate
from mtcheck.phrases.lemmas import Lemmas
from mtcheck.phrases.patterns import OPEN_PLACEHOLDERS, POSSESSIVE_PLACEHOLDERS, POSSESSIVES
from mtcheck.phrases.records import PhraseKind, Rendering
from mtcheck.phrases.tables import DATA
from mtcheck.phrases.tokens import Token

FILE = "inflections.tsv.gz"
_OPEN_END = re.compile(r"(?: (?:about|against|at|for|from|in|of|on|over|to|with))? (?:someone|something)$")
BASE, S_FORM, ING_FORM, PAST = -1, 0, 1, 2


class Inflections:
    """The -s form, the -ing form and the past of the words of the bank."""

    def __init__(self, forms: Mapping[str, tuple[str, ...]]) -> None:
        """Take the three forms by lemma; an empty one does not exist."""
        self._forms = forms

    @classmethod
    def load(cls) -> "Inflections":
        """Return the packaged table."""
        with gzip.open(DATA / FILE, "rt", encoding="utf-8") as file:
            rows = (line.rstrip("\n").split("\t") for line in file)
            return cls({lemma: tuple(forms) for lemma, *forms in rows})

    def like(self, surface: str, lemma: str, model: Token, *, may_be_verb: bool) -> str:
        """Return `lemma` in the form that `model` has; `surface` is how the known phrase has it.

        Only a word that may be a verb, the first of its phrase, takes an -ing form or a past.
        """
        form = _form(model.text.lower(), model.lemmas[0])
        if form in (BASE, _form(surface, lemma)) or (form != S_FORM and not may_be_verb):
            return surface
        found = self._forms.get(lemma)
        return (found[form] if found else "") or surface


def _form(word: str, lemma: str) -> int:
    if word == lemma:
        return BASE
    if word.endswith("s"):
        return S_FORM
    return ING_FORM if word.endswith("ing") else PAST


def span(candidate: Candidate, tokens: Sequence[Token]) -> tuple[int, int]:
    """Return the offsets of what is written: the words of the phrase and all between them.

    A phrase of one content word takes its frame with it.
    """
    before = after = 0
    if len(candidate.places) == 1:
        before, after = len(candidate.pattern.gaps[0]), len(candidate.pattern.gaps[-1])
    return tokens[candidate.first - before].start, tokens[candidate.last + after].end


def suggestion(candidate: Candidate, tokens: Sequence[Token], text: str, inflections: Inflections) -> str:
    """Return the span of `text` with the known words in place of the changed ones, in their forms."""
    if candidate.is_turned or _frame_differs(candidate, tokens):
        return _rebuilt(candidate, tokens, inflections)
    start, end = span(candidate, tokens)
    pieces, place = [], start
    for slot in sorted(range(len(candidate.places)), key=lambda i: candidate.places[i]):
        token = tokens[candidate.places[slot]]
        pieces += [text[place : token.start], _word(candidate, slot, token, inflections)]
        place = token.end
    return "".join([*pieces, text[place:end]])


def intended(rendering: Rendering, written: Sequence[Token], inflections: Inflections, lemmas: Lemmas) -> str:
    """Return what a literal rendering stands for, its first word in the form of the first word `written`.

    "one's" becomes the possessive that is written; what it says of "someone" at the end stands in the text already.
    """
    wording = _OPEN_END.sub("", rendering.intended)
    owner = next((token.text.lower() for token in written if token.text.lower() in POSSESSIVES), "one's")
    wording = wording.replace("one's", owner) if "someone's" not in wording else wording
    first, _, rest = wording.partition(" ")
    is_noun = rendering.kind is PhraseKind.TERM or rest.partition(" ")[0].endswith("ing")
    if is_noun:
        return wording
    word = inflections.like(first, lemmas.of(first)[0], written[0], may_be_verb=bool(rest))
    return f"{word} {rest}".strip()


def _word(candidate: Candidate, slot: int, token: Token, inflections: Inflections) -> str:
    if candidate.changes[slot] is None:
        return token.text
    pattern = candidate.pattern
    word = inflections.like(
        pattern.surfaces[slot], pattern.words[slot], token, may_be_verb=slot == 0 and len(candidate.places) > 1
    )
    return word.capitalize() if token.text[0].isupper() else word


def _frame_differs(candidate: Candidate, tokens: Sequence[Token]) -> bool:
    pattern = candidate.pattern
    for slot in range(1, len(candidate.places)):
        gap = pattern.gaps[slot]
        if OPEN_PLACEHOLDERS.intersection(gap) or POSSESSIVE_PLACEHOLDERS.intersection(gap):
            continue
        between = tokens[candidate.places[slot - 1] + 1 : candidate.places[slot]]
        there = {token.text.lower() for token in between}
        if any(word not in there for word in gap):
            return True
    return False


def _rebuilt(candidate: Candidate, tokens: Sequence[Token], inflections: Inflections) -> str:
    pattern = candidate.pattern
    words = [_word(candidate, slot, tokens[place], inflections) for slot, place in enumerate(candidate.places)]
    parts = [words[0]]
    for slot in range(1, len(words)):
        parts += [*pattern.gaps[slot], words[slot]]
    if len(words) == 1:
        parts = [*pattern.gaps[0], *parts, *pattern.gaps[-1]]
    return " ".join(parts)
