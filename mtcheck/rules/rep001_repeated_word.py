"""REP001: a word or a short phrase written twice in a row."""

import re
from collections.abc import Iterator

from mtcheck.analysis import Analysis
from mtcheck.finding import Category, Finding, Severity
from mtcheck.lexicon import word_set
from mtcheck.rules.interface import Rule

_GAP = r"(?:[ \t\u00a0]{1,4}|[ \t]{0,4}\r?\n[ \t]{0,4})"
_TWICE = re.compile(rf"(?<![\w'’\-‑.&@#/])([^\W\d_]{{1,30}}){_GAP}(\1)(?![\w'’\-‑&@]|\.\w)", re.IGNORECASE)
_PHRASE_TWICE = re.compile(r"(?<![\w'’\-‑.&@#/])([a-z]{2,20}(?: [a-z]{2,20}){1,4}) \1(?![\w'’\-‑&@]|\.\w)")

FUNCTION_WORDS = word_set(
    """
    a about after also an and are at be because been before being between but could during for from has have he
    his how if into is its may might of or our said should since than the their these they this to was we were
    when where which while who will with without would
    """
)
"""Words that English grammar does not double. Left out, since it does: had, that, her, in, on, up, it, do, so."""

REDUPLICATED = word_set(
    """
    blah bling boom bunga chop choo clap cling deep dear east ever evil extra far fake fast fine four gone good
    great half had hard haha hear hello help here high home hush just kill knock last less like long look many
    merry more most much never night north okay only plus pray quack quick quite rather real really right same
    sing slow slowly some soon sorry south such super sure that them tick ting tock true tsk tuck turn type upon
    very wait west what whole wide wild work yeah years
    """
)
"""Words that people double for weight, for sound or by grammar ("very very", "south south-west")."""

_CLAUSE_VERBS = word_set("are be been has have is may might said should was were will would could")
_OPENS_CLAUSE = re.compile(
    r"\b(?:what|whatever|who|whoever|which|where|how|all|everything|anything|that|those|thing|problem|issue|point"
    r"|question|fact|truth|answer|reason)\b",
    re.IGNORECASE,
)
_WHAT = re.compile(r"\b(?:what|whatever|all|everything|thing|problem)\b", re.IGNORECASE)
_NO_REPEAT = word_set("after and by day for hand less more or over side time to upon very")
_LOOK_BACK = 60
_MIN_USE = 50
"""A content word counts where it stands at least this often in lower case: a rarer one may be a name or foreign."""


class RepeatedWord(Rule):
    """Finds a word or a short phrase written twice in a row.

    ## Why it matters

    Engines that lose their place say a word again, and an edit can leave one behind. Readers trip over it, and no
    editor would let it stand.

    ## Example

    > The court rejected the the appeal on Friday.

    ## How it decides

    A function word that English grammar does not double ("the the", "of of") stands twice, also across a line
    break; or a content word common in news, in lower case, stands twice on one line; or a phrase of two to five
    lower-case words does. Doublings that are English are left alone: "had had", "that that", "very very", verbs
    after a relative clause ("what happened happened"), threefold emphasis, names (Duran Duran) and speech in
    quotation marks.
    """

    code = "REP001"
    name = "repeated-word"
    category = Category.REPETITION
    severity = Severity.MINOR

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding for each repetition."""
        text = analysis.text
        for match in _TWICE.finditer(text):
            if self._is_fault(text, match) and not analysis.is_quoted(match.start(), match.end()):
                yield self._finding_of(analysis, match, 0.9)
        for match in _PHRASE_TWICE.finditer(text):
            words = match[1].split()
            is_one_word = len(set(words)) == 1
            is_english = bool(_NO_REPEAT & set(words)) or bool(_WHAT.search(_before(text, match)))
            if not (is_one_word or is_english or analysis.is_quoted(match.start(), match.end())):
                yield self._finding_of(analysis, match, 0.85)

    def _is_fault(self, text: str, match: re.Match[str]) -> bool:
        first, second = match[1], match[2]
        word = second.lower()
        if not second.islower() or (len(word) == 1 and first != second) or _is_threefold(text, match):
            return False
        if word in FUNCTION_WORDS:
            return not _is_grammatical(text, match, word)
        is_line_break = "\n" in match[0]
        if is_line_break or first != second or len(word) < 4 or word in REDUPLICATED:
            return False
        lexicon = self.resources.lexicon
        is_common = lexicon.lower_count(word) >= _MIN_USE and lexicon.is_word(word)
        return is_common and not _OPENS_CLAUSE.search(_before(text, match))

    def _finding_of(self, analysis: Analysis, match: re.Match[str], confidence: float) -> Finding:
        return self.finding(
            analysis,
            match.start(),
            match.end(),
            f"“{match[1]}” stands twice in a row.",
            confidence=confidence,
            suggestions=(match[1],),
            evidence={"repeated": match[1]},
        )


def _before(text: str, match: re.Match[str]) -> str:
    """Return what stands before the match in its line, as far back as a relative clause is looked for."""
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    return re.split(r"[\n.!?]", before)[-1]


def _is_grammatical(text: str, match: re.Match[str], word: str) -> bool:
    """Whether a doubled function word ends one clause and begins the next."""
    if word in _CLAUSE_VERBS:
        return bool(_WHAT.search(_before(text, match)))
    after = text[match.end() : match.end() + 12]
    if word == "for":
        return bool(re.match(r" (?:a |so |many|some|years|months|\d)", after))
    return word == "at" and after.startswith((" the ", " all ", " a "))


def _is_threefold(text: str, match: re.Match[str]) -> bool:
    """Whether the word stands once more after the match or before it: emphasis, a chant or a loop, not a slip."""
    word = match[2].lower()
    before = text[max(0, match.start() - len(word) - 2) : match.start()].lower()
    return text[match.end() : match.end() + len(word) + 1].lower() == f" {word}" or before.strip(" \n") == word
