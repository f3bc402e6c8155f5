"""RES001: characters and markup that a program left in the text."""

import html
import re
from collections.abc import Iterator
from html.entities import html5
from typing import ClassVar

from mtcheck.analysis import Analysis
from mtcheck.finding import Category, Finding, Severity
from mtcheck.rules.interface import Rule

# What UTF-8's second and later bytes (80-BF) look like when they are read as Windows-1252 or Latin-1.
_TRAIL = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
# Lead bytes as they then look: two-byte Latin letters (C2-C5), two Greek, Cyrillic, Hebrew or Arabic letters at least
# (CE, CF, D0-D9), punctuation and signs (E2), two Chinese characters at least (E3-E9), emoji (F0).
_MOJIBAKE = re.compile(
    rf"ï»¿|(?:[ÂÃÄÅ][{_TRAIL}]|â[{_TRAIL}]{{2}}|ð[{_TRAIL}]{{3}})+"
    rf"|(?:[Î-ÏÐ-Ù][{_TRAIL}]){{2,}}|(?:[ã-é][{_TRAIL}]{{2}}){{2,}}"
)
_LEAD = re.compile("[ÂÃÄÅâðÎÏÐ-Ùã-éï]")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_REPLACEMENT = re.compile("\ufffd+")
_CONTROL = re.compile("[\u0080-\u0084\u0086-\u009f]+")
_TAGS = "a|abbr|article|aside|audio|b|blockquote|body|br|button|code|div|em|embed|figcaption|figure|font|footer|form"
_TAGS += "|h[1-6]|head|header|hr|html|i|iframe|img|input|li|link|main|meta|nav|noscript|ol|option|p|path|picture|pre"
_TAGS += "|script|section|select|small|source|span|strong|style|sub|sup|svg|table|tbody|td|th|thead|title|tr|u|ul|video"
_TAG = re.compile(rf"</?(?P<tag>{_TAGS})(?P<rest>\s[^<>=]{{0,80}}=[^<>]{{0,500}})?\s?/?>|<!--[^<>]{{0,500}}-->", re.I)
_SHORT = frozenset(["BR", "HR", "TD", "TR", "TH", "LI", "UL", "OL", "H1", "H2", "H3", "H4", "H5", "H6"])
_TEMPLATE = re.compile(
    r"\{\{[^{}\n]{1,200}\}\}|\{%[^{}\n]{1,200}%\}|<%[^<>\n]{1,200}%>|\$\{[A-Za-z_][\w.]{0,60}\}"
    r"|\[/?(?:caption|embed|gallery|video|audio|playlist|youtube|twitter|vc_\w+|et_pb_\w+)\b[^\]\n]{0,500}\]"
)
_CODE = re.compile(
    r"\b(?:window|document)\.[a-zA-Z]+[\w.]*\s?(?:=|\()[^\n]{0,200}"
    r"|\bfunction\s?\w{0,40}\([^()\n]{0,100}\)\s?\{[^\n]{0,200}"
    r"|<!\[CDATA\[|\]\]>|\{\s?[a-z-]{2,30}\s?:[^{}\n]{1,300}[;}]|\{\s?\"[\w@$-]{1,60}\"\s?:[^\n]{0,300}"
)


_CYRILLIC, _LATIN = "аеорсухіјѕАВЕКМНОРСТХІЈЅ", "aeopcyxijsABEKMHOPCTXIJS"
_ANY_CYRILLIC = re.compile(f"[{_CYRILLIC}]")
_TWINS = str.maketrans(_CYRILLIC, _LATIN)
_MIXED = re.compile(rf"\b(?=\w{{0,40}}[A-Za-z])[A-Za-z]{{0,40}}[{_CYRILLIC}][A-Za-z{_CYRILLIC}]{{0,40}}\b")


class MarkupResidue(Rule):
    """Markup, broken characters and code that a program left in the text.

    ## Why it matters

    Nobody typed `&#39;` or `â€™` into an article: a program fetched the page, translated it, and published what it
    could not decode. Readers stumble, and names lose their letters.

    ## Example

    `The minister&#39;s office in SÃ£o Tomé` for "The minister's office in São Tomé".

    ## How it decides

    Character references that stand for something (`AT&T;` does not); UTF-8 read as Windows-1252 or Latin-1, which is
    shown by the sequence decoding again, so that a lone `Ã` or `â` in a name is safe; U+FFFD and control characters;
    Cyrillic letters inside a Latin word (a word wholly in Cyrillic is LNG001's); names of real HTML tags, shortcodes,
    template placeholders and script or style code. Tags, templates and code are major, the rest is minor.
    Invisible characters (zero-width blanks, soft hyphens, byte order marks) are left alone:
    editing systems put them into sound text, and no reader sees them.
    """

    code: ClassVar[str] = "RES001"
    name: ClassVar[str] = "markup-residue"
    category: ClassVar[Category] = Category.RESIDUE
    severity: ClassVar[Severity] = Severity.MINOR

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield broken and mixed characters, then entities, then tags, templates and code."""
        if not analysis.text.isascii():
            yield from self._mojibake(analysis)
            yield from self._unreadable(analysis)
            yield from self._mixed(analysis)
        if "&" in analysis.text:
            yield from self._entities(analysis)
        yield from self._markup(analysis)

    def _mojibake(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield the first broken sequence of each sentence: they have one cause, and one repair mends them all."""
        last = None
        for lead in _LEAD.finditer(analysis.text):
            match = _MOJIBAKE.match(analysis.text, lead.start())
            meant = _decoded_again(match.group()) if match else None
            if match is None or meant is None:
                continue
            sentence = analysis.sentence_at(match.start())
            if sentence is not None and sentence == last:
                continue
            last = sentence
            yield self.finding(
                analysis,
                match.start(),
                match.end(),
                "These characters are one that was read in the wrong encoding.",
                confidence=0.95,
                suggestions=[meant] if meant.isprintable() and meant.strip() else [],
                evidence={"fault": "mojibake"},
            )

    def _entities(self, analysis: Analysis) -> Iterator[Finding]:
        for match in _ENTITY.finditer(analysis.text):
            meant = html.unescape(match.group())
            if match.group()[1] == "#" or match.group()[1:] in html5:
                yield self.finding(
                    analysis,
                    match.start(),
                    match.end(),
                    "A character reference of HTML stands in the text in place of its character.",
                    confidence=0.95,
                    suggestions=[meant] if meant.isprintable() and meant.strip() else [],
                    evidence={"fault": "entity"},
                )

    def _unreadable(self, analysis: Analysis) -> Iterator[Finding]:
        for match in _REPLACEMENT.finditer(analysis.text):
            message = "The replacement character stands where a program could not read a character."
            yield self.finding(
                analysis, match.start(), match.end(), message, confidence=0.95, evidence={"fault": "replacement"}
            )
        for match in _CONTROL.finditer(analysis.text):
            if _inside_mojibake(analysis.text, match):
                continue
            message = "A control character stands in the text: it was read in the wrong encoding."
            meant = match.group().encode("latin-1").decode("cp1252", errors="ignore")
            yield self.finding(
                analysis,
                match.start(),
                match.end(),
                message,
                confidence=0.8,
                suggestions=[meant] if meant else [],
                evidence={"fault": "control"},
            )

    def _mixed(self, analysis: Analysis) -> Iterator[Finding]:
        if not _ANY_CYRILLIC.search(analysis.text):
            return
        for match in _MIXED.finditer(analysis.text):
            yield self.finding(
                analysis,
                match.start(),
                match.end(),
                "Cyrillic letters that look like Latin ones stand in this word.",
                confidence=0.8,
                suggestions=[match.group().translate(_TWINS)],
                evidence={"fault": "mixed scripts"},
            )

    def _markup(self, analysis: Analysis) -> Iterator[Finding]:
        covered = 0
        for match, what in sorted(_markup(analysis.text), key=lambda item: item[0].start()):
            if match.start() < covered:
                continue
            covered = match.end()
            yield self.finding(
                analysis,
                match.start(),
                match.end(),
                f"A {_LABELS[what]} was left in the text.",
                confidence=0.9,
                severity=Severity.MAJOR,
                evidence={"fault": what},
            )


_LABELS = {"tag": "markup tag", "template": "template placeholder", "code": "piece of program code"}


def _markup(text: str) -> Iterator[tuple[re.Match[str], str]]:
    if "<" in text:
        yield from ((match, "tag") for match in _TAG.finditer(text) if _is_tag(match))
    if "{" in text or "<%" in text or "[" in text:
        yield from ((match, "template") for match in _TEMPLATE.finditer(text))
    if "{" in text or "]]" in text or "[CDATA" in text or "window." in text or "document." in text:
        yield from ((match, "code") for match in _CODE.finditer(text))


def _is_tag(match: re.Match[str]) -> bool:
    """Whether it is a tag rather than a stock symbol in angle brackets ("Group Inc <U>")."""
    tag = match.group("tag")
    return tag is None or len(tag) > 2 or tag.islower() or tag.upper() in _SHORT or match.group("rest") is not None


def _decoded_again(characters: str) -> str | None:
    """Return what `characters` were before UTF-8 was read as Windows-1252 or Latin-1; None if they were not."""
    try:
        return b"".join(_byte(c) for c in characters).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None


def _byte(character: str) -> bytes:
    """Return the byte of a character in Windows-1252 or, where that has none, in Latin-1 (as browsers read it)."""
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


def _inside_mojibake(text: str, match: re.Match[str]) -> bool:
    """Whether a control character belongs to a broken sequence, which is reported as a whole."""
    lead = text[max(0, match.start() - 3) : match.start()]
    return bool(lead) and "\u00c2" <= lead[-1] <= "\u00f4"
