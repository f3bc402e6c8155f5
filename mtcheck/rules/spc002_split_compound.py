"""SPC002: a compound that English writes as one word, split in two."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from mtcheck.analysis import Analysis, Word
from mtcheck.finding import Category, Finding, Severity
from mtcheck.lexicon import Compound, Lexicon, word_set
from mtcheck.rules.closed_compounds import closed_compounds
from mtcheck.rules.interface import Rule

MIN_CLOSED = 20
"""The closed form stands at least this often in the lexicon's corpus ..."""
MIN_RATIO = 50
"""... and this many times as often as the two words apart."""
_MIN_ELEMENT = 10
"""Both elements are words in their own right: each stands at least this often in lower case."""

_INDEFINITE = word_set("any every some")
_PRONOUN_HEADS = word_set("body thing things times what where")

FREE_FIRST = word_set(
    """
    act age all and any are art ash ask but can con day des did dis east end era ever every far fat few for gene
    had ham has hat her here him his how its led less let lit man may men met north not now off old one our out
    own pal pan par pen per pro put ran rap rat rest sat saw sea see set she sin sit son south star sub sum sur
    tea ten than trans that the them then thin this thus too was way were west what when where which who whom
    whose why will with you your
    """
)
"""First elements that meet their seconds by chance ("man aged", "sea son", "ten ant") or are function words."""

FREE_SECOND = word_set(
    """
    able about across act after age aged ages aging ally and ant ants any are ash ate ates away back but can den
    down each eat ere ever for fully had has her his how ice ill ion its kin king kings led less let lets list
    long mission never not now off one ought our out over own par per pose pro ran rate rates red rely ring rings
    sect see sent set she sing sings sir sit son sons sore sour sum sung sure ten tent the them then this tide ton
    ton tons under until was were what when which who will wing with yet you
    """
)
"""Second elements that are function words, particles of phrasal verbs ("turn over") or look like suffixes."""

ACCIDENTAL = word_set(
    """
    accountability afternoon alternative appear appears applauded applied applies applying automaker automakers
    availability bargain bargaining barrage barrages bidder blackmail breakfast brokerage brokerages campuses
    capabilities capability cargoes carpet casualties ceasefire contracts countertrade creditwatch dampen denounce
    determine determined determining deterrent disclose disclosing electoral fireworks freestyle governmental
    grabbed greenhouse gunshot handheld handsets heavyweight heavyweights hockey hottest households inclined
    legend lightweight makeshift massacre massacres milestone minimum newsprint parameters penalties profitability
    properties rapeseed rebellion reinforce reinforced reinforcing reinstated remainder royalties servicemen
    servicewomen showcase standstill stoppage sustainability trademark trademarks uncertainties undercut website
    websites weekends wonder network networks networked soybean soybeans
    """
)
"""Closed words that hold two words by accident of spelling, whose open reading stands in its own right ("cease fire",
"just after noon") or whose open spelling many papers keep ("trade mark", "web site")."""
_HYPHENS = ("-", "‑", "–")
_APART_BEFORE = {"widespread": " of ", "worldwide": " web"}
"""What follows two words that stand apart by right: "a wide spread of views", "the world wide web"."""


class SplitCompound(Rule):
    """Finds a compound that English writes as one word, split in two.

    ## Why it matters

    Engines build compounds from their parts ("war planes", "news paper") where English has one word. It is a blemish
    that editors mend, and a trace of translation, since people who write English hardly ever split these.

    ## Example

    > Two war planes crossed the border at dawn.

    ## How it decides

    In news that people wrote, the closed form stands at least 20 times and at least 50 times as often as the two
    words apart; a list adds what every dictionary closes ("spokesperson", "skyscraper"). Left out are function words,
    the particles of phrasal verbs (a breakdown, to break down), words that are compounds only by accident of
    spelling, pairs across punctuation and capitalised names.
    """

    code = "SPC002"
    name = "split-compound"
    category = Category.SPACING
    severity = Severity.MINOR

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding for each split compound."""
        known = self._by_first
        previous: Word | None = None
        for word in analysis.words:
            if previous is not None and (seconds := known.get(previous.text.lower())):
                compound = seconds.get(word.text)
                if compound and _is_pair(analysis.text, previous, word):
                    yield self._finding_of(analysis, previous, word, compound)
            previous = word

    @cached_property
    def _by_first(self) -> Mapping[str, Mapping[str, Compound]]:
        lexicon = self.resources.lexicon
        table: dict[str, dict[str, Compound]] = {}
        for first, second, compound in lexicon.compounds():
            if is_split(lexicon, first, second, compound):
                table.setdefault(first, {})[second] = compound
        for first, seconds in closed_compounds().items():
            for second in seconds:
                count = lexicon.lower_count(first + second)
                table.setdefault(first, {}).setdefault(second, Compound(first + second, count, 0, 0))
        return table

    def _finding_of(self, analysis: Analysis, first: Word, second: Word, compound: Compound) -> Finding:
        closed = first.text + second.text
        return self.finding(
            analysis,
            first.start,
            second.end,
            f"News writes “{closed}” as one word.",
            confidence=0.9 if not compound.open_count else 0.75,
            suggestions=(closed,),
            evidence={"closed": compound.closed_count, "open": compound.open_count},
        )


def is_split(lexicon: Lexicon, first: str, second: str, compound: Compound) -> bool:
    """Whether the two words apart are a compound split, and not words that happen to meet."""
    is_rare_open = compound.open_count * MIN_RATIO <= compound.closed_count
    if compound.closed_count < max(MIN_CLOSED, compound.hyphenated_count) or not is_rare_open:
        return False
    if first in _INDEFINITE:
        return second in _PRONOUN_HEADS
    if min(len(first), len(second)) < 3 or first in FREE_FIRST or second in FREE_SECOND:
        return False
    is_made_of_words = min(lexicon.lower_count(first), lexicon.lower_count(second)) >= _MIN_ELEMENT
    return is_made_of_words and compound.closed not in ACCIDENTAL


def _is_pair(text: str, first: Word, second: Word) -> bool:
    """Whether one blank joins the words, and a capital on the first only begins a sentence."""
    if second.start - first.end != 1 or text[first.end] not in " \u00a0":
        return False
    following = _APART_BEFORE.get((first.text + second.text).lower())
    if text[first.start - 1 : first.start] in _HYPHENS or (following and text.startswith(following, second.end)):
        return False
    if first.text.islower():
        return True
    before = text[max(0, first.start - 3) : first.start].rstrip(" \u00a0“\"'‘")
    return first.text[1:].islower() and (not before or before[-1] in ".!?\n\r")
