"""The words of one sentence as phrase matching sees them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from mtcheck.phrases.lemmas import Lemmas, is_content

if TYPE_CHECKING:
    from mtcheck.analysis import Word


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the text, or a hyphenated part of one.

    * `lemmas`: the base forms it can have, the likeliest first.
    * `content`: its place among the content words; -1 for a function word.
    * `is_name`: written with a capital letter though no sentence begins here.
    * `is_part`: of a hyphenated word.
    * `clause`: the number of its clause in the sentence; a phrase does not cross a comma, full stop, colon, bracket or dash.
    """

    start: int
    end: int
    text: str
    lemmas: tuple[str, ...]
    content: int
    is_name: bool
    is_part: bool
    clause: int


CLAUSE_ENDS = frozenset(".,!?;:()[]{}\n–—|/…")


def sentence_tokens(text: str, words: "Sequence[Word]", lemmas: Lemmas) -> tuple[Token, ...]:
    """Return the tokens of one sentence: `words` are its words, with offsets into `text`."""
    tokens: list[Token] = []
    clause, content, last_end = 0, 0, words[0].start if words else 0
    for word, after in zip_longest(words, words[1:]):
        following = after.text.lower() if after else ""
        between = text[last_end : word.start]
        if not between.isspace() and any(sign in CLAUSE_ENDS for sign in between):
            clause += 1
        last_end = word.end
        starts_sentence = not tokens or between.rstrip().endswith((".", "!", "?", ":", "“", '"', "‘", "("))
        for start, part in _parts(word):
            found = lemmas.of(part)
            has_meaning = is_content(found[0], following) and not part[0].isdigit()
            is_name = part[0].isupper() and (not starts_sentence or part[1:2].isupper())
            tokens.append(
                Token(
                    start,
                    start + len(part),
                    part,
                    found,
                    content if has_meaning else -1,
                    is_name,
                    "-" in word.text,
                    clause,
                )
            )
            content += has_meaning
            starts_sentence = False
    return tuple(tokens)


def _parts(word: "Word") -> list[tuple[int, str]]:
    if "-" not in word.text:
        return [(word.start, word.text)]
    parts, place = [], word.start
    for part in word.text.split("-"):
        if part:
            parts.append((place, part))
        place += len(part) + 1
    return parts


def content_pairs(tokens: Sequence[Token]) -> list[tuple[str, str]]:
    """Return the lemmas of content words that follow one another in a clause with at most function words between."""
    content = [token for token in tokens if token.content >= 0]
    return [(first.lemmas[0], second.lemmas[0]) for first, second in pairwise(content) if first.clause == second.clause]
