"""SPC001: a hyphen that a blank has torn from its compound."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mtcheck.analysis import Analysis
from mtcheck.finding import Category, Finding, Severity
from mtcheck.lexicon import Lexicon, word_set
from mtcheck.rules.interface import Rule

_HYPHENS = "-‐‑"
_BLANK = "[ \t\u00a0]"
_TORN = re.compile(rf"(?<=\w)(?:{_BLANK}[{_HYPHENS}]{_BLANK}?|[{_HYPHENS}]{_BLANK})(?=\w)")
_LEFT = re.compile(r"(?<![\w@#/.\-‐‑–'’])[^\W_]+(?:['’.\-][^\W_]+)*\Z")
_RIGHT = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_MAX_WORD = 40
"""Code points looked at on either side; no English compound has a longer element."""

PREFIXES = word_set(
    """
    afro anglo anti bi co counter crypto de eco euro ex extra franco hyper indo infra inter intra macro mega meta
    micro mid mini mono multi narco neo non pan para post pre pro proto pseudo quasi re russo self semi sino socio
    sub super tri ultra
    """
)
"""Elements that English does not leave standing before a dash: prefixes and combining forms (Quirk 1985, app. I)."""

_FREE_PREFIXES = word_set("co counter de extra mega mini para post pro re self super")
"""Prefixes that also stand alone ("a pro", "the post"): between two blanks they prove nothing."""

NOT_SECOND = word_set(
    """
    a about after all also an and are as at back be because been before but by can despite do down during even
    every for from had has have he her his how i if in into is it its just like may might more most much my no nor
    not now of off on once one only or our out over people plus saying says she should since so some such than
    that the their them then there these they this those though through throughout to too two under until up upon
    versus very vs was we were what when where which while who whom whose why will with within without would yet
    you your bis ja och oder ou und sowie
    """
)
"""Words that follow a dash or a suspended hyphen ("two- and three-year-olds") and do not end a hyphenated modifier."""

_PARTICIPLE = re.compile(r"[a-z]{3,}(?:ing|ed)")
_BEGINS_ASIDE = word_set(
    """
    according accompanied adding allegedly based being bringing called calling causing citing compared concerning
    considering creating described depending during ending excluding expected expressed followed following forcing
    giving having including indeed joined killing knowing leading leaving led made making meaning named nothing
    provided putting raising regarding rejected representing seeing showing something speaking taking turning using
    """
)
"""Participles and words like them that open an aside behind a dash."""
_CLOSING_DASH = re.compile(r"[^.\n]{0,150}?(?:[^\W_]- | [-–—] | -[a-z])")

_JOINERS = word_set("and or nor to und oder versus vs but")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_NUMERALS = word_set("one two three four five six seven eight nine ten eleven twelve twenty thirty")
_NUMBERED = ("two", "three", "four", "five", "ten")
_MIN_PRODUCTIVE = 20
"""A second element found in this many different compounds ("-based", "-led", "-backed") also forms new ones."""


@dataclass(frozen=True, slots=True)
class _Tear:
    """One torn hyphen with its neighbours, and how surely they belong together."""

    start: int
    end: int
    joined: str
    basis: str
    count: int
    confidence: float
    follows_blank: bool


class DetachedHyphen(Rule):
    """Finds a hyphen that a blank has torn from its compound.

    ## Why it matters

    Translation engines split hyphenated words into pieces and put them back with a blank too many. People hardly
    ever type one there, and a reader takes the hyphen for a dash or a minus sign and stumbles.

    ## Example

    > The minister promised a far -reaching reform of the courts.

    ## How it decides

    A hyphen has a word directly on one side and a blank on the other ("far -reaching", "far- reaching"), or a blank
    on each ("far - reaching"). It is reported where the two words belong together: the compound is attested in news
    that people wrote; or its first element is a prefix ("neo", "anti"), or a number before a unit ("30 -year"); or
    its second element is a participle behind the blank ("oil -producing"), or builds compounds freely ("-based",
    "-backed"; minor). A blank behind the hyphen alone ("full- scale") is minor too: people leave it where a line once
    ended. With a blank on each side only
    compounds of lower-case words that are well attested count, since many papers set a dash that way. Suspended
    hyphens ("two- and three-year-olds"), ranges, scores, minus signs, bullets and dashes around an aside are left
    alone.
    """

    code = "SPC001"
    name = "detached-hyphen"
    category = Category.SPACING
    severity = Severity.MAJOR

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding for each compound, however many of its hyphens are torn."""
        tears = (tear for match in _TORN.finditer(analysis.text) if (tear := self._tear(analysis.text, match)))
        for run in _runs(tears):
            yield self._finding_of(analysis, run)

    def _tear(self, text: str, match: re.Match[str]) -> _Tear | None:
        left = _LEFT.search(text, max(0, match.start() - _MAX_WORD), match.start())
        right = _RIGHT.match(text, match.end(), match.end() + _MAX_WORD)
        if left is None or right is None or len(right[0]) < 2:
            return None
        is_open = len(match[0]) == 3
        is_suspended = not match[0][0].isspace() and "-" in right[0]
        judged = _judge(self.resources.lexicon, left[0], right[0], is_open=is_open, is_suspended=is_suspended)
        if judged is None and match[0] == " -":
            judged = _judge_participle(self.resources.lexicon, text, left[0], right)
        if judged is None:
            return None
        return _Tear(left.start(), right.end(), f"{left[0]}-{right[0]}", *judged, match[0][0].isspace())

    def _finding_of(self, analysis: Analysis, run: list[_Tear]) -> Finding:
        start, end = run[0].start, run[-1].end
        joined = re.sub(rf"{_BLANK}*[{_HYPHENS}]{_BLANK}*", "-", analysis.text[start:end])
        worst = min(run, key=lambda tear: tear.confidence)
        return self.finding(
            analysis,
            start,
            end,
            f"A blank separates the hyphen from its word; the compound is written “{joined}”.",
            confidence=worst.confidence,
            severity=None if run[0].follows_blank and worst.basis != "productive second element" else Severity.MINOR,
            suggestions=(joined,),
            evidence={"basis": worst.basis, "attested": worst.count},
        )


def _runs(tears: Iterator[_Tear]) -> Iterator[list[_Tear]]:
    """Group the tears that share a word: "30 - year - old" has two."""
    run: list[_Tear] = []
    for tear in tears:
        if run and tear.start >= run[-1].end:
            yield run
            run = []
        run.append(tear)
    if run:
        yield run


def _judge(
    lexicon: Lexicon, left: str, right: str, *, is_open: bool, is_suspended: bool
) -> tuple[str, int, float] | None:
    """Return why two words belong together (basis, count, confidence), or None."""
    first, second = left.rpartition("-")[2].lower(), right.partition("-")[0].lower()
    count = max(lexicon.hyphen_count(f"{left}-{right}"), lexicon.hyphen_count(f"{first}-{second}"))
    if is_open:
        return _judge_open(lexicon, first, right, count)
    if first.isdigit() and not _YEAR.fullmatch(first):
        return ("number and unit", count, 0.95) if _is_unit(lexicon, second) else None
    if count >= (3 if second in NOT_SECOND or second.isdigit() else 2) and not is_suspended:
        return ("attested", count, 0.95) if second not in _JOINERS else None
    if second in NOT_SECOND or not second.isalpha():
        return None
    if left.lower() in PREFIXES and _is_known(lexicon, right):
        return "prefix", lexicon.hyphen_first_count(first), 0.9
    built = lexicon.hyphen_last_count(second)
    if built >= _MIN_PRODUCTIVE and right.islower() and not is_suspended and _is_known(lexicon, first):
        return "productive second element", built, 0.7
    return None


def _judge_participle(lexicon: Lexicon, text: str, left: str, right: re.Match[str]) -> tuple[str, int, float] | None:
    """Judge a blank and a hyphen before a participle ("oil -producing"), where nobody sets a dash like that.

    One that also begins an aside ("-including the mayor") proves nothing, nor does one with a dash behind its clause.
    """
    second = right[0]
    is_free = second in NOT_SECOND or second in _BEGINS_ASIDE or not _PARTICIPLE.fullmatch(second)
    if is_free or left in NOT_SECOND or not left.islower() or _CLOSING_DASH.match(text, right.end()):
        return None
    if not (_is_known(lexicon, left) and lexicon.is_word(second)):
        return None
    return "participle", lexicon.hyphen_last_count(second), 0.75


def _judge_open(lexicon: Lexicon, first: str, right: str, count: int) -> tuple[str, int, float] | None:
    """Judge a hyphen with a blank on each side, which may be a dash."""
    if not right.islower() or right in NOT_SECOND:
        return None
    if first.isdigit():
        is_measure = not _YEAR.fullmatch(first) and _is_unit(lexicon, right)
        return ("number and unit", count, 0.85) if is_measure else None
    if count >= 3:
        return "attested", count, 0.85
    if first in PREFIXES - _FREE_PREFIXES and _is_known(lexicon, right):
        return "prefix", lexicon.hyphen_first_count(first), 0.85
    return None


def _is_unit(lexicon: Lexicon, word: str) -> bool:
    """Whether `word` forms modifiers with a number ("two-year", "five-point")."""
    unit = word.partition("-")[0]
    if unit in NOT_SECOND or unit in _NUMERALS:
        return False
    return any(lexicon.hyphen_count(f"{number}-{unit}") for number in _NUMBERED)


def _is_known(lexicon: Lexicon, word: str) -> bool:
    element = word.partition("-")[0]
    return lexicon.is_word(element) or lexicon.is_name(element)
