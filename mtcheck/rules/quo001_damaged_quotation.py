"""QUO001: quotation marks that translation moved, turned or set loose."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import ClassVar

from mtcheck.analysis import Analysis
from mtcheck.finding import Category, Finding, Severity
from mtcheck.rules.interface import Rule

# Each alternative is one fault that can be seen from the mark's own neighbours; the group's name says which.
_FAULT = re.compile(
    r"""
    (?P<moved>        (?<=\s)            [“„]\ ?,             (?=\s)           )   # talks “, but
  | (?P<late>         (?<=[^\W\d_]\ )    [”"]\ ?[,;.!?]       (?=\s|$)         )   # talks ", but
  | (?P<turned_apart> (?<=[^\W_]\ )      “\ ?[.;:!?]          (?=\s|$)         )   # a disgrace “.
  | (?P<doubled>      ““ | ””                                                  )
  | (?P<adrift>       (?: (?<=[^\W\d_,]\ ) | (?<=[,;:.]\ ) | ^ )
                                         "                   (?=\ [^\W\d_])    )   # the crew " openly
  | (?P<blank_open>   (?:(?<=\s)|^|(?<=\())“\ {1,2}           (?=[^\W_])       )   # “ gambling
  | (?P<blank_close>  (?<=[^\W_.,!?…]\ ) ”                   (?=[\s.,;:!?)]|$) )   # gambling ”
  | (?P<turned_open>  (?:(?<=\s)|^)      ”                   (?=[^\W_])       )   # ”word
  | (?P<turned_close> (?<=[^\W_]|[.,!?…])“                   (?=[\s.,;:!?]|$)  )   # word“
  | (?P<inside>       (?<=[a-zß-öø-ÿ])   [“”]                (?=[a-zß-öø-ÿ])  )   # gov“ernment
  | (?P<foreign>      «\s?(?=[^\W_])[^«»\n]{1,300}»                            )   # « word »
    """,
    re.VERBOSE | re.MULTILINE,
)
_OTHER_MARKS = re.compile(r'["„«»]')
_CURLY = re.compile("[“”]")
_OPENED = re.compile(r"(?:(?<=[\s(\[—–-])|^)“[^\W_]+", re.MULTILINE)
_NOT_BLANK = re.compile(r"\S")
_MAY_GO_ON = frozenset("“”‘’'`…")
_MARKS = re.compile(r'["“”„«]')

_MESSAGES = {
    "moved": "An opening quotation mark stands before a comma: it has moved, and where the quotation begins is lost.",
    "late": "The quotation mark stands apart, before a comma or a stop: it has come loose from the words it belongs to.",
    "turned_apart": "An opening quotation mark stands apart before a stop, where a quotation closes.",
    "unclosed": "The quotation that opens here never closes, and the next paragraph does not go on with it.",
    "doubled": "The same quotation mark stands twice.",
    "adrift": "A quotation mark with a blank on both sides belongs to neither word: it can open or close a quotation.",
    "blank_open": "A blank follows the opening quotation mark.",
    "blank_close": "A blank precedes the closing quotation mark.",
    "turned_open": "A closing quotation mark stands where a quotation opens.",
    "turned_close": "An opening quotation mark stands where a quotation closes.",
    "inside": "A quotation mark stands inside a word, or between two words that have lost their blank.",
    "foreign": "Quotation marks of another language were carried over.",
}
_CONFIDENCE = {
    "moved": 0.9,
    "late": 0.8,
    "turned_apart": 0.8,
    "unclosed": 0.5,
    "doubled": 0.7,
    "adrift": 0.7,
    "blank_open": 0.75,
    "blank_close": 0.75,
    "turned_open": 0.5,
    "turned_close": 0.5,
    "inside": 0.5,
    "foreign": 0.6,
}


class DamagedQuotation(Rule):
    """Quotation marks that translation moved, turned round or set loose.

    ## Why it matters

    The marks say who said what. Translation engines treat them as tokens of their own: they come back with blanks
    inside, facing the wrong way, or on the wrong side of a comma, and the reader no longer sees where the quotation
    begins.

    ## Example

    `Both welcomed the chance of talks “, but it should not be hurried.` The opening mark belongs after the comma.

    ## How it decides

    By a mark's own neighbours alone: an opening mark before a comma; a mark with blanks on both sides; a blank inside
    a pair; a curly mark facing the wrong way; a mark twice, or inside a word; marks of another language («word»). Where
    every mark of an article is curly, a quotation that never closes counts too.
    Straight marks count only where no reading is sound. Inches (`15" screen`), nested and single quotation marks,
    quotations that run over paragraphs, and a mere missing blank after a closing mark, which is common in scraped
    text, are left alone.
    """

    code: ClassVar[str] = "QUO001"
    name: ClassVar[str] = "damaged-quotation"
    category: ClassVar[Category] = Category.QUOTATION
    severity: ClassVar[Severity] = Severity.MINOR

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding per damaged mark."""
        text, covered = analysis.text, 0
        for mark in _MARKS.finditer(text):
            match = _FAULT.match(text, mark.start())
            if match is None or mark.start() < covered:
                continue
            covered = match.end()
            kind = match.lastgroup or ""
            start, end = (match.start(), match.end()) if kind == "foreign" else _with_neighbours(text, match)
            yield self.finding(
                analysis,
                start,
                end,
                _MESSAGES[kind],
                confidence=_CONFIDENCE[kind],
                suggestions=_suggestions(kind, text, start, end, match),
                evidence={"fault": kind},
            )
        for start, end in _unclosed(text):
            yield self.finding(
                analysis,
                start,
                end,
                _MESSAGES["unclosed"],
                confidence=_CONFIDENCE["unclosed"],
                evidence={"fault": "unclosed"},
            )


def _unclosed(text: str) -> Iterator[tuple[int, int]]:
    """Yield the opening marks, each with its first word, of quotations that no mark closes.

    Only where every mark is a curly one, so that the marks can be told apart. A quotation may run over paragraphs, each
    of which opens it again, or which the last one closes.
    """
    if _OTHER_MARKS.search(text):
        return
    marks = list(_CURLY.finditer(text))
    for mark, following in zip_longest(marks, marks[1:]):
        opened = _OPENED.match(text, mark.start())
        if opened is None or (following and following[0] == "”"):
            continue
        line_end = text.find("\n", mark.end(), following.start() if following else len(text))
        paragraph = _NOT_BLANK.search(text, line_end) if line_end >= 0 else None
        if paragraph and paragraph[0] not in _MAY_GO_ON:
            yield opened.span()


def _with_neighbours(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Widen a mark to the words beside it, so that an editor sees the place; at most 40 characters to each side."""
    before = re.search(r"[^\W_]*[^\w\n]?[ ]?\Z", text[max(0, match.start() - 40) : match.start()])
    after = re.match(r"[ ]?[^\W_]*", text[match.end() : match.end() + 40])
    start = match.start() - (len(before.group()) if before else 0)
    end = match.end() + (len(after.group()) if after else 0)
    span = text[start:end]
    return start + len(span) - len(span.lstrip()), end - len(span) + len(span.rstrip())


def _suggestions(kind: str, text: str, start: int, end: int, match: re.Match[str]) -> list[str]:
    """Return the wording with the mark put right, where only one is sound."""
    before, after = text[start : match.start()], text[match.end() : end]
    if kind == "moved":
        return [f"{before.rstrip()}, “{after.lstrip()}"]
    if kind == "doubled":
        return [before + match.group()[0] + after]
    if kind == "blank_open" and "," not in before:
        return [f"{before}“{after.lstrip()}"]
    if kind == "blank_close":
        return [f"{before.rstrip()}”{after}"]
    if kind == "turned_open":
        return [f"{before}“{after}"]
    if kind == "turned_close":
        return [f"{before}”{after}"]
    if kind == "turned_apart":
        return [f"{before.rstrip()}”{match.group()[1:].lstrip()}{after}"]
    if kind == "foreign":
        return [f"“{match.group()[1:-1].strip()}”"]
    return []
