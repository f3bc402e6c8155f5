"""What the tables of known phrasing hold."""

from dataclasses import dataclass
from enum import Enum


class PhraseKind(str, Enum):
    """Why a wording is fixed: a figure of speech, the habit of news, a field's term, words that go together."""

    IDIOM = "idiom"
    FORMULA = "formula"
    TERM = "term"
    COLLOCATION = "collocation"


@dataclass(frozen=True, slots=True)
class KnownPhrase:
    """One entry of the bank.

    * `phrase`: the intact wording in its base form; `one's`, `someone`, `something` stand for what varies.
    * `gloss`: what it means, in other words. `domain`: the field of news it belongs to.
    * `count`: how often it stands in the news counted for the bank, inflected forms included.
    """

    phrase: str
    kind: PhraseKind
    domain: str
    gloss: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class PivotSense:
    """Two English words that one word of a pivot language can mean, and where each belongs.

    * `pivot`: ISO 639-1 code; `pivot_word` in its own script.
    * `right` is the word that an English writer uses in `right_contexts`; `wrong` is what comes back for it.
    * contexts: patterns of lemmas with `_` for the word. In `wrong_contexts`, `wrong` is good English.
    """

    pivot: str
    pivot_word: str
    part_of_speech: str
    right: str
    wrong: str
    right_contexts: tuple[str, ...]
    wrong_contexts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rendering:
    """What comes out when a pivot language's own idiom, set phrase or compound is put into English word by word.

    * `pivots`: ISO 639-1 codes. `literal`: the English that nobody writes. `intended`: the English that was there before.
    """

    pivots: tuple[str, ...]
    literal: str
    intended: str
    kind: PhraseKind
    gloss: str


class Source(str, Enum):
    """Which table a pattern comes from."""

    BANK = "bank"
    SENSES = "senses"
    RENDERINGS = "renderings"


@dataclass(frozen=True, slots=True)
class Substitution:
    """What is known of one word standing for another.

    * `similarity`: -1 to 1, of the two words alone, by the encoder.
    * `relation`: 2 where WordNet gives both the same meaning in some sense, 1 where it has them near, 0 otherwise.
    * `round_trips`: in how many distinct sentences round trips were seen to put the one for the other.
    * `pivots`: through which languages, by table or by count.
    * `is_listed`: whether the table of pivot senses has the pair.
    """

    wrong: str
    right: str
    similarity: float
    relation: int
    round_trips: int
    pivots: tuple[str, ...]
    is_listed: bool
