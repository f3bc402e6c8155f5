"""REP002: a noun phrase that names its head twice."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from mtcheck.analysis import Analysis
from mtcheck.finding import Category, Finding, Severity
from mtcheck.lexicon import word_set
from mtcheck.rules.interface import Rule

_B = r"\b(?<!['’\-‑.])"
# The same, after the first letter: a pattern that begins with a letter is searched for much faster.
_FIRST = r"(?<![\w'’\-‑.].)"
_E = r"(?![\w\-‑/&]|['’]\w)"
_NOUN = r"[a-z]{4,24}"
_ARTICLE = rf"(?:[Tt]{_FIRST}he|[Aa]{_FIRST}n?)"
_DETERMINER = (
    rf"(?:[Tt]{_FIRST}h(?:e|is|at|ese|ose)|[Aa]{_FIRST}n?|[Hh]{_FIRST}(?:is|er)|[Ii]{_FIRST}ts|[Oo]{_FIRST}ur)"
)
_BE = r"(?:is|are|was|were|has been|have been|had been|will be|would be)"

_THE_N_OF_N = re.compile(rf"{_DETERMINER} ({_NOUN}) of (?:(?:the|a|an) )?\1{_E}")
_N_OF_THE_N = re.compile(rf"{_B}({_NOUN}) of (?:the|a|an) \1{_E}")
_N_FOR_THE_N = re.compile(rf"{_ARTICLE} ({_NOUN}) (?:for|to|in|on|at|with|by|from) the \1{_E}")
_THE_N_AND_THE_N = re.compile(rf"[Tt]{_FIRST}he ({_NOUN}) and the \1{_E}")
_NAME_N_OF_NAME = re.compile(
    rf"([A-Z]{_FIRST}\w{{1,24}})(?:['’]s)? ((?:[a-z]{{3,20}} )?[a-z]{{4,20}}) of (?:the )?([A-Z]\w{{1,24}}){_E}"
)
_A_N_OF_A = re.compile(rf"{_B}([a-z]{{3,23}}[a-rt-z]) ({_NOUN}) of (?:the |a |an )?\1{_E}")
_PARTICIPLE = re.compile(
    rf"{_DETERMINER} ([a-z]{{3,20}}(?:ed|en)) (?:[\w'’\-]{{1,24}} ){{1,4}}{_BE} (?:[a-z]{{2,20}}ly )?\1{_E}"
)
_NEXT_WORD = re.compile(r"\s{1,3}([\w'’\-]{1,40})")

IDIOMATIC = word_set(
    """
    best biggest cream hardest worst last least most some many much more none half heart hearts holy nothing part rest
    same sequel tough toughest whole world
    """
)
"""Heads of "the best of the best" and its like."""

NOT_NOUNS = word_set(
    """
    about above across after against ahead also although among another around because been before behind being
    below between both came does down during each either else every everything feet from given gives have having
    here hers home hundreds inside instead into just left like made make many miles millions minutes more most
    much must near only other others outside over part percent said says seen several should since some such take
    taken takes than that their them then there these they thing this those though thousands three through time
    times today told took toward towards under until upon very want well went were what when where which while
    whose will with within would years your four five seven eight nine kilometres kilometers north south east west
    rest dozens tens billions
    """
)
"""Words that the patterns below would take for nouns: function words, numbers, measures and a few verbs."""

_REPORTING = word_set(
    """
    accuse accused accuses approve approved approves assured beware boast boasted boasts complain complained
    complains consist consisted consists convicted convinced cured deprived despair despaired died dies disapprove
    disapproves dream dreamed dreams hear heard hears informed knew know knows learn learned notified read
    reminded reminds robbed rid speak speaks spoke spoken stripped suspected talk talked talks tell tells think
    thinks thought tired told warn warned warns
    """
)
"""Verbs with "of": "Kenya warned of Kenya's" names nothing twice."""

NOT_NAMES = word_set("a an and but he his i if in it its our she that the these they this those we what when you")
"""Words that a sentence or a title begins with a capital."""

_SHARES_NAME = word_set("capital city county district island province region state states")
"""Places named after their country: "the Mexican state of Mexico"."""

_AFTER_PHRASE = word_set(
    """
    about after against also and are as at be became because been before began between broke brought but by came
    can could did do does during fell felt for found from gave got grew had has have he held if in into is it kept
    left lost made may met might must not of on or over paid ran rose said saw says sent she should since so spent
    spoke stood than that then they through to took under until was we went were what when where which while who
    whom whose will with within without won would wrote
    """
)
"""Words that may follow a finished noun phrase; after any other the second noun may begin another ("bread bin")."""

_ADJECTIVE_ENDINGS = word_set("n an ian nian i ese ish")
_OPENS_PHRASE = word_set("a all an and as at between by for from in its of on some that the these this those to with")


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A shape of repetition: what finds it, what else must hold, and how sure it is."""

    name: str
    regex: re.Pattern[str]
    holds: Callable[[re.Match[str]], bool]
    confidence: float
    severity: Severity


class RepeatedHead(Rule):
    """Finds a noun phrase that names its head twice.

    ## Why it matters

    An engine that renders a noun phrase from its two ends names the head once at each: the sentence says nothing
    there, and what it should have said is lost.

    ## Example

    > The OPEC ministers of OPEC will meet again in June.

    ## How it decides

    The shapes were chosen on round trips through many engines: each is common there and nearly absent from news
    that people wrote. A name, a noun, "of" and the name again ("the OPEC ministers of OPEC", also with a people's
    adjective: "Kenyan farmers of Kenya"); a noun "of" itself ("the minister of the minister") or with another
    preposition ("a debate for the debate"); "the border and the border"; a modifier before and after "of" ("a
    lighting system of lighting"; minor); a participle that comes back as its own predicate ("the signed treaty was
    signed"). Set phrases ("the best of the best"), verbs with "of" and spans "from … to …" are left alone.
    """

    code = "REP002"
    name = "repeated-head"
    category = Category.REPETITION
    severity = Severity.MAJOR

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding for each repetition; where two shapes overlap, the first and longer one."""
        hits = [
            (match.start(), -match.end(), pattern, match)
            for pattern in _PATTERNS
            for match in pattern.regex.finditer(analysis.text)
            if pattern.holds(match)
        ]
        end = 0
        for start, _, pattern, match in sorted(hits, key=lambda hit: hit[:2]):
            if start >= end:
                end = match.end()
                yield self._finding_of(analysis, match, pattern)

    def _finding_of(self, analysis: Analysis, match: re.Match[str], pattern: _Pattern) -> Finding:
        return self.finding(
            analysis,
            match.start(),
            match.end(),
            f"“{match[0]}” names the same thing twice.",
            confidence=pattern.confidence,
            severity=pattern.severity,
            evidence={"pattern": pattern.name},
        )


def _is_noun(word: str) -> bool:
    lower = word.lower()
    return lower not in NOT_NOUNS and lower not in IDIOMATIC


def _is_span(match: re.Match[str]) -> bool:
    """Whether "from", "between" or "one" before the match makes it a span or a chain: "from the left to the left"."""
    before = match.string[max(0, match.start() - 12) : match.start()].split()
    return bool(before) and before[-1].lower() in {"from", "between", "one"}


def _ends_phrase(match: re.Match[str]) -> bool:
    """Whether the second noun ends its phrase, and does not qualify a noun after it."""
    following = _NEXT_WORD.match(match.string, match.end())
    return following is None or following[1] in _AFTER_PHRASE or following[1].endswith("ed")


def _holds_preposition(match: re.Match[str]) -> bool:
    return _holds_noun(match) and not _is_span(match)


def _holds_noun(match: re.Match[str]) -> bool:
    return _is_noun(match[1]) and _ends_phrase(match)


def _holds_modifier(match: re.Match[str]) -> bool:
    return _ends_phrase(match) and all(_is_noun(word) and word not in _REPORTING for word in match.group(1, 2))


def _holds_name(match: re.Match[str]) -> bool:
    nouns = match[2].split()
    if not all(_is_noun(word) and word not in _REPORTING for word in nouns) or match[1].lower() in NOT_NAMES:
        return False
    if match[1] != match[3] and (nouns[-1] in _SHARES_NAME or not _is_adjective_of(match[1], match[3])):
        return False
    return _ends_phrase(match) and (len(nouns) == 1 or _precedes_noun_phrase(match))


def _is_adjective_of(adjective: str, name: str) -> bool:
    """Whether one is formed from the other: Kenyan of Kenya, Chinese of China, Israeli of Israel, German of Germany."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(adjective, name, strict=False)))
    if shared < max(4, len(name) - 1):
        return False
    ending = adjective[shared:]
    return ending in _ADJECTIVE_ENDINGS or (not ending and name.endswith("y"))


def _precedes_noun_phrase(match: re.Match[str]) -> bool:
    """Whether a determiner or preposition before the name shows that name and nouns make one phrase."""
    before = match.string[max(0, match.start() - 12) : match.start()].split()
    return bool(before) and before[-1].lower() in _OPENS_PHRASE


def _holds_participle(match: re.Match[str]) -> bool:
    return not re.search(r"\b(?:who|which|that|and|or)\b", match[0])


_PATTERNS = (
    _Pattern("name N of name", _NAME_N_OF_NAME, _holds_name, 0.85, Severity.MAJOR),
    _Pattern("N of the N", _THE_N_OF_N, _holds_noun, 0.9, Severity.MAJOR),
    _Pattern("N of the N", _N_OF_THE_N, _holds_noun, 0.9, Severity.MAJOR),
    _Pattern("the N for the N", _N_FOR_THE_N, _holds_preposition, 0.8, Severity.MAJOR),
    _Pattern("the N and the N", _THE_N_AND_THE_N, _holds_noun, 0.8, Severity.MAJOR),
    _Pattern("participle", _PARTICIPLE, _holds_participle, 0.9, Severity.MAJOR),
    _Pattern("A N of A", _A_N_OF_A, _holds_modifier, 0.8, Severity.MINOR),
)
