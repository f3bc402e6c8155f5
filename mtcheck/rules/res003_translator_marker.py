"""RES003: a mark that says a program translated the article."""

import re
from collections.abc import Iterator
from typing import ClassVar

from mtcheck.analysis import Analysis
from mtcheck.finding import Category, Finding, Severity
from mtcheck.rules.interface import Rule

_ENGINE = (
    r"(?:Google(?:[ ]Translate)?|DeepL(?:[ ]Translator?)?|Microsoft[ ]Translator|Bing(?:[ ]Translator)?"
    r"|Yandex(?:[ .]Translate)?|ChatGPT|Gemini|GTranslate|Weglot|Papago|Baidu[ ]Translate|Systran"
    r"|(?:an?[ ])?(?:AI|artificial[ ]intelligence)(?:[ ]tool)?|a[ ]machine|software)"
)
_PIECE = r"(?:This|The)[ ](?:article|story|text|page|post|report|content|news[ ]item|piece|translation)"
_WAY = r"(?:automatically|machine|auto|mechanically)"
_FROM = r"(?:from[ ](?:the[ ])?[A-Z]\w+[ ])?"
_MARK = re.compile(
    rf"""
    (?P<notice> {_PIECE}[ ](?:was|is|has[ ]been)[ ](?:originally[ ]written[ ]in[ ][A-Z]\w+[ ]and[ ])?
                (?: {_WAY}[- ]?translated
                  | translated[ ]{_FROM}
                    (?:automatically|(?:by|with|using)[ ](?:the[ ]help[ ]of[ ])?{_ENGINE}) )
                \b[^\n]{{0,120}} )
  | (?P<credit> (?:^|(?<=[.!?”"][ ])|(?<=\())
                (?:{_WAY}[- ]translated|translated[ ]{_FROM}(?:automatically|(?:by|with|using|via)[ ]{_ENGINE}))
                (?:[ ](?:by|with|using|via|from|into)[ ][^\n.()]{{1,60}})?[ ]?(?=[.)]|$|\n) )
  | (?P<tag>    [(\[](?:via[ ])?(?:Google[ ]Translate|DeepL|(?:machine|automatic|auto|AI)[- ]translat(?:ion|ed))[)\]] )
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
_HINTS = ("ranslat", "RANSLAT", "DeepL")


class TranslatorMarker(Rule):
    """A mark in the text, or in the markup around it, that says a program translated the article.

    ## Why it matters

    It is a confession: whatever else is found, the article went through a translation engine on its way to the page.

    ## Example

    `This article was automatically translated from Portuguese.` Or the classes that a translation plug-in leaves in
    HTML.

    ## How it decides

    The marks that the HTML source found are reported once, on the first sentence. In the text, only a notice about
    the article itself counts ("This story was machine translated", "Translated by Google", "(Google Translate)"),
    standing as a sentence, a line or a parenthesis of its own. News about translation software, and "Translated by" a
    person, do not.
    """

    code: ClassVar[str] = "RES003"
    name: ClassVar[str] = "translator-marker"
    category: ClassVar[Category] = Category.RESIDUE
    severity: ClassVar[Severity] = Severity.MAJOR

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield the marks of the markup on the first sentence, then the notices in the text."""
        marks = analysis.article.translator_marks
        if marks and analysis.sentences:
            first = analysis.sentences[0]
            yield self.finding(
                analysis,
                first.start,
                first.end,
                "The page's markup carries the marks of a machine-translation program.",
                confidence=0.95,
                evidence={"marks": list(marks)},
            )
        if not any(hint in analysis.text for hint in _HINTS):
            return
        for match in _MARK.finditer(analysis.text):
            if match.lastgroup != "tag" and analysis.is_quoted(match.start(), match.start() + 1):
                continue
            yield self.finding(
                analysis,
                match.start(),
                match.end(),
                "The text says itself that a program translated it.",
                confidence=0.9,
                evidence={"kind": match.lastgroup},
            )
