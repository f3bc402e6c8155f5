"""NAM005: an acronym that lost its capitals."""

import re
from collections.abc import Iterator
from typing import ClassVar

from mtcheck.analysis import Analysis, Word
from mtcheck.finding import Category, Finding, Severity
from mtcheck.rules.interface import Rule


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_UPPER = _words("nato eu uk fbi cia imf bbc cnn wto kgb nhs gdp hiv osce iaea unhcr unrwa brics nasa opec asean")
_CAPITALISED = _words("unesco unicef fifa uefa")
_PLAIN = {word: word.upper() for word in _UPPER} | {word: word.capitalize() for word in _CAPITALISED}
"""Acronyms that are no English words: in lower case they can only be slips."""

_COMPOUNDS = _words(
    "led backed based made born funded trained supplied brokered mediated sponsored owned style educated wide"
)
"""What follows the hyphen in "us-led": never the pronoun."""

_US_NOUN = (
    r"presidents?|vice[- ]president|administration|government|officials?|authorities|military|troops|soldiers|forces"
    r"|army|navy|air force|marines|state department|treasury|dollars?|senators?|senate|congress(?:man|woman)?|lawmakers"
    r"|supreme court|embassy|ambassador|secretary of|envoys?|diplomats?|intelligence|sanctions|tariffs|foreign policy"
    r"|presidential|economy|federal|citizens|counterparts?|warships?|aircraft|airstrikes?|drones?|weapons|election"
)
_UN_NOUN = (
    r"security council|general assembly|secretary[- ]general|human rights|resolutions?|envoys?|peacekeepers?"
    r"|peacekeeping|agency|agencies|mission|officials?|inspectors?|experts?|chief|charter|report|sanctions|special"
    r"|climate|says|said|warned"
)
_SAID = r"said|says|warned|warns|declared"
_IT_NOUN = r"minister|ministry|sector|industry|company|companies|firms?|department|specialists?|experts?"
_AIDS_NOUN = r"epidemic|pandemic|virus|patients?|sufferers?|drugs|vaccine"
_AUXILIARY = r"has|have|is|was|had|will|would|said|says|could|should|must|wants"
_LINK = rf"and(?! them)|in|on|to|for|after|before|since|as|at|or|but|{_AUXILIARY}"

_NOUN_PHRASE = _words("the a an former current senior top new its two three several many some other unnamed")
_PREPOSITIONS = _words(
    "in across throughout from to and with by of for against into inside outside between under on when while as that"
)
_THE = _words("the")
_ARTICLES = _words("the a an by of")

# An acronym, the words that may stand before it (None: any), and what must follow, from its blank onwards. Nearly every
# pattern begins with a fixed string, which keeps the search fast.
_CONTEXTS: tuple[tuple[str, frozenset[str] | None, re.Pattern[str]], ...] = (
    ("US", _NOUN_PHRASE | _PREPOSITIONS, re.compile(rf" us(?= (?:{_US_NOUN})\b)")),
    ("US", _PREPOSITIONS, re.compile(rf" the us(?=[,.;:)]| (?:{_LINK})\b)")),
    ("US", None, re.compile(rf"(?:^|[.!?,;] |that )[Tt]he us(?= (?:{_AUXILIARY})\b)", re.MULTILINE)),
    ("UN", _ARTICLES, re.compile(rf" un(?= (?:{_UN_NOUN})\b)")),
    ("WHO", _THE, re.compile(rf" who(?= (?:(?:has )?(?:{_SAID})|director|chief|spokes\w+)\b)")),
    ("IT", _THE, re.compile(rf" it(?= (?:{_IT_NOUN})\b)")),
    ("AIDS", _ARTICLES, re.compile(r" aids\b(?![/-])")),
    ("AIDS", None, re.compile(rf" aids(?= (?:{_AIDS_NOUN})\b)")),
)
_UNITED = re.compile(
    r"\b(?:(?:[Tt]he|in|of|from|to|by|with|against) (?=united states\b)|[Tt]he (?=united ))"
    r"(united (?:states|kingdom|nations|arab emirates))\b"
)
"""Names that news shortens to an acronym, in full: no other reading stands behind "the"."""

_DIED = re.compile(r"\b(?:died|dying|death|deaths|dead|die|hiv|HIV)(?: (?:of|from|and))?$")

_REACH = 300

# Reported speech in the third person that has somebody meet or face "us".
_US_OBJECT = re.compile(
    r"\b(?:will|would|should|may|might|must|could|to|has|have|had)[ ]"
    r"(?:(?:also|soon|now|again|later|not)[ ])?"
    r"(?:meet|met|attack|attacked|sanction|sanctioned|host|visit|back|urge|urged|press|pressed|lobby|lobbied|accuse|accused"
    r"|blame|blamed|target|targeted|strike|threaten|threatened|criticise|criticised|criticize|criticized|consult|condemn|condemned"
    r"|warn|warned|invade|fight|fought|defeat|defeated|attract|export|brief|briefed)[ ](?:with[ ])?(us)(?![\w\-’'])"
)
_REPORTS = re.compile(
    r"\b(?:said|says|announced|confirmed|declared|reported|stated|stressed|added|revealed|claimed|insisted|expects?|expected|plans?|planned)\b"
)
_FIRST_PERSON = re.compile(
    r"(?<![\w’'])(?:I|[Ww]e|[Oo]ur|[Oo]urs|[Mm]y|[Mm]e|[Mm]yself|[Oo]urselves|[Ll]et[’']s|(?:I|[Ww]e)[’'](?:m|re|ve|d|ll))(?![\w])|(?<![\w.-])us(?![\w-])|\bUs\b"
)


class LowercasedAcronym(Rule):
    """An acronym written in lower case, so that it reads as another word.

    ## Why it matters

    Engines that lower-case their input write "us" for the US, "who" for the WHO, "it" for IT, "aids" for AIDS. The
    sentence still parses and says something else: a delegation "will meet us".

    ## Example

    `A palace spokeswoman said that the delegation will meet us later this month.` The delegation meets US officials.

    ## How it decides

    Acronyms that are no English words (nato, eu, uk, fbi, ...) are slips wherever they stand in lower case in running
    prose, and minor; so are "the united states", "the united nations" and the like. Words with another meaning are
    major, and need context: "the us president", "in the us,", "us-led", "the who said", "the it ministry", "died of
    aids". A bare "us" as an object counts only where a sentence reports, outside quotation marks, what somebody will
    do, and where nobody speaks in the first person anywhere in the article outside quotation marks. Addresses,
    hashtags, handles and text wholly in lower case are left alone.
    """

    code: ClassVar[str] = "NAM005"
    name: ClassVar[str] = "lowercased-acronym"
    category: ClassVar[Category] = Category.NAME
    severity: ClassVar[Severity] = Severity.MAJOR

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield plain acronyms, then ambiguous words in the context of an acronym, then the bare object "us"."""
        yield from self._plain(analysis)
        yield from self._full(analysis)
        yield from self._ambiguous(analysis)
        yield from self._object(analysis)

    def _plain(self, analysis: Analysis) -> Iterator[Finding]:
        for word in analysis.words:
            found = _plain_acronym(word.text)
            if found is None or not _is_prose(analysis, word):
                continue
            meant, severity = found
            end = word.start + len(meant)
            yield self.finding(
                analysis,
                word.start,
                end,
                f"{meant} has lost its capitals.",
                confidence=0.85,
                severity=severity,
                suggestions=[meant],
                evidence={"kind": "plain"},
            )

    def _full(self, analysis: Analysis) -> Iterator[Finding]:
        for match in _UNITED.finditer(analysis.text):
            if _is_lower(analysis, match.start(1)):
                continue
            name = match[1].title()
            yield self.finding(
                analysis,
                match.start(1),
                match.end(1),
                f"{name} has lost its capitals.",
                confidence=0.85,
                severity=Severity.MINOR,
                suggestions=[name],
                evidence={"kind": "full"},
            )

    def _ambiguous(self, analysis: Analysis) -> Iterator[Finding]:
        for meant, before, pattern in _CONTEXTS:
            for match in pattern.finditer(analysis.text):
                if not _fits(analysis, match, meant, before):
                    continue
                if _is_lower(analysis, match.end() - 1):
                    continue
                start = match.end() - len(meant)
                yield self.finding(
                    analysis,
                    start,
                    match.end(),
                    f"“{meant.lower()}” stands where {meant} is meant: the acronym has lost its capitals.",
                    confidence=0.85,
                    suggestions=[meant],
                    evidence={"kind": "context"},
                )

    def _object(self, analysis: Analysis) -> Iterator[Finding]:
        matches = [m for m in _US_OBJECT.finditer(analysis.text) if _is_report(analysis, m)]
        if not matches or _speaks_in_first_person(analysis, {m.start(1) for m in matches}):
            return
        for match in matches:
            yield self.finding(
                analysis,
                match.start(1),
                match.end(1),
                "The report speaks of “us” though nobody in it speaks in the first person: probably the US.",
                confidence=0.7,
                suggestions=["US"],
                evidence={"kind": "object", "phrase": match.group()},
            )


def _plain_acronym(word: str) -> tuple[str, Severity] | None:
    """Return the acronym that a word is, or begins with before a hyphen, and how grave its lower case is."""
    whole = word[:-2] if word.endswith(("'s", "’s")) else word
    if whole in _PLAIN:
        return _PLAIN[whole], Severity.MINOR
    first, hyphen, second = word.partition("-")
    if not hyphen or second not in _COMPOUNDS:
        return None
    if first in ("us", "un"):
        return first.upper(), Severity.MAJOR
    return (_PLAIN[first], Severity.MINOR) if first in _PLAIN else None


def _is_prose(analysis: Analysis, word: Word) -> bool:
    """Whether a word is neither in an address, a handle or a hashtag, nor in a lower-case sentence, nor foreign."""
    text = analysis.text
    if text[max(0, word.start - 1) : word.start] in _JOINS or text[word.end : word.end + 1] in _JOINS_AFTER:
        return False
    if _is_lower(analysis, word.start):
        return False
    return word.text != "eu" or text[max(0, word.start - 20) : word.end + 20].isascii()


_JOINS = frozenset("@#./:&_-\\")
_JOINS_AFTER = frozenset("@/&_")


def _fits(analysis: Analysis, match: re.Match[str], meant: str, before: frozenset[str] | None) -> bool:
    """Whether the words before a context pattern allow the acronym.

    After a preposition a speaker's "us" may be the pronoun with a noun beside it ("for us citizens").
    """
    lead = analysis.text[max(0, match.start() - 30) : match.start()]
    if meant == "AIDS" and before is not None:
        return _DIED.search(lead) is not None
    last = re.split(r"[^\w]", lead)[-1].lower()
    if before is None or last not in before:
        return before is None
    is_pronoun_likely = meant == "US" and last in _PREPOSITIONS and match.group() == " us"
    return not (is_pronoun_likely and analysis.is_quoted(match.start(), match.end()))


def _is_lower(analysis: Analysis, offset: int) -> bool:
    """Whether the sentence around `offset` is written without any capital, its author's style; so far as it is near."""
    sentence = analysis.sentence_at(offset)
    if sentence is None:
        return True
    near = analysis.text[max(sentence.start, offset - _REACH) : min(sentence.end, offset + _REACH)]
    return near.lower() == near


def _is_report(analysis: Analysis, match: re.Match[str]) -> bool:
    """Whether an unquoted sentence reports before the match."""
    sentence = analysis.sentence_at(match.start())
    if sentence is None or analysis.is_quoted(match.start(1), match.end(1)):
        return False
    begin = max(sentence.start, match.start() - _REACH)
    return _REPORTS.search(analysis.text, begin, match.start()) is not None


def _speaks_in_first_person(analysis: Analysis, suspects: set[int]) -> bool:
    """Whether a first-person word stands outside quotation marks, the suspects themselves apart."""
    return any(
        m.start() not in suspects and not analysis.is_quoted(m.start(), m.end())
        for m in _FIRST_PERSON.finditer(analysis.text)
    )
