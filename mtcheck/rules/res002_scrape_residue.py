"""RES002: lines that belong to a web page and not to its article."""

import re
from collections.abc import Iterator
from typing import ClassVar

from mtcheck.analysis import Analysis
from mtcheck.finding import Category, Finding, Severity
from mtcheck.rules.interface import Rule

_URL = r"(?:https?://|www\.)[^\s<>\"“”]{4,2000}"
_SITES = r"(?:facebook|twitter|x\b|instagram|whatsapp|telegram|youtube|tiktok|linkedin|google[ ]news|social)"
# Labels count only where they fill their line.
_LINE = rf"""
    (?:source|article|original)[ ](?:link|source|article)[ ]?:?[ ]*(?:{_URL})?
  | (?:source|via|link|read[ ]more)[ ]?:[ ]*{_URL}
  | {_URL}
  | (?: advertisement | advert | sponsored(?:[ ]content)? | paid[ ]content
      | (?:story|article)[ ]continues[ ]below(?:[ ]advertisement)? | continue[ ]reading
      | read[ ]more | read[ ](?:the[ ])?full[ ](?:article|story) | view[ ]comments | leave[ ]a[ ]comment
      | related[ ](?:articles?|posts?|stories|topics) | recommended[ ]stories | most[ ]read
      | skip[ ](?:advertisement|to[ ]content) | share[ ]this | share[ ]on[ ]{_SITES}
      | print[ ]this[ ]page | copy[ ]link | post[ ]navigation )
    [ ]?[.…:»>→]*
  | (?:read[ ](?:more|also|next) | also[ ]read | see[ ]also | don[’']t[ ]miss | you[ ]may[ ]also[ ]like
      | (?:more|read)[ ](?:on|about)[ ]this(?:[ ](?:story|topic))? | related(?:[ ](?:story|stories|articles?|news|video))?
      | watch[ ](?:also|now|more) ) (?:[ ]?[:|»>→]|[ ][–—-][ ]) [^\n]{{0,200}}
  | read[ ]more[ ](?:on|about|from)[ ][^\n.]{{1,120}}
  | watch[ ]?:
  | (?:image|photo|picture|media)[ ](?:source|credit|caption)[ ]?[,:][ ]*[^\n]{{0,200}}
  | (?:tags?|categories|filed[ ]under|posted[ ]in)[ ]?:[ ]*[^\n]{{0,200}}
"""
# Sentences addressed to the visitor of a page.
_SENTENCE = rf"""
    (?:please[ ])?click[ ](?:here|(?:on[ ])?the[ ]link)\b[^\n.]{{0,100}}
  | (?:please[ ])?(?:sign[ ]up|subscribe)[ ](?:now[ ])?(?:for|to)[ ](?:our|the|my)[ ][^\n.]{{0,60}}
    (?:newsletters?|channel|updates|alerts|emails?)\b[^\n.]{{0,80}}
  | (?:share|like|save|print|bookmark)[ ]this[ ](?:article|story|post|page)\b[^\n.,]{{0,80}}
  | (?:follow|like|find|join)[ ]us[ ](?:on|at)[ ]{_SITES}[^\n]{{0,300}}
  | this[ ](?:story|article|post|piece)[ ](?:was[ ](?:originally[ ]|first[ ])?published|(?:originally|first)[ ]appeared)
    [ ](?:on|in|at|by)\b[^\n]{{0,300}}
  | the[ ]post\b[^\n]{{1,200}}\bappeared[ ]first[ ]on\b[^\n]{{0,100}}
  | (?:(?:please|you[ ]need[ ]to)[ ])?(?:enable|turn[ ]on)[ ]javascript\b[^\n.]{{0,100}}
  | (?:this[ ](?:site|website)|we)[ ]uses?[ ]cookies[ ](?:to|and|on|for)\b[^\n.]{{0,120}}
  | (?:©|\(c\)|copyright)[ ](?:©[ ])?(?:19|20)\d\d\b[^\n]{{0,300}}
  | all[ ]rights[ ]reserved
  | (?:read[ ](?:more|also) | also[ ]read)[ ]?:[ ][^\n]{{1,200}}
"""
_RESIDUE_LINE = re.compile(rf"^[ \t\xa0]*(?P<line>{_LINE})[ \t\xa0]*\r?$", re.I | re.M | re.X)
_RESIDUE_SENTENCE = re.compile(_SENTENCE, re.I | re.X)
_TAIL = re.compile(r"\s*[.!»>→]*\s*")


class ScrapeResidue(Rule):
    """A line that belongs to the web page an article was taken from: links, labels, calls to subscribe or to share.

    ## Why it matters

    Sites that copy and translate articles by program copy what stands around them too. "Source link" under a text
    says that nobody read it before it went out.

    ## Example

    `Source link` as the last line, or the address of a picture on a line of its own.

    ## How it decides

    Only where the residue fills a line, or a sentence of its own: "Read more", "Also read: ...", "Advertisement",
    "Image source, ...", a bare address, "Click here to ...", "Sign up for our newsletter", "Follow us on ...", "This
    story was originally published on ...", a copyright line. The same words inside a sentence are prose.
    """

    code: ClassVar[str] = "RES002"
    name: ClassVar[str] = "scrape-residue"
    category: ClassVar[Category] = Category.RESIDUE
    severity: ClassVar[Severity] = Severity.MINOR

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding per line or sentence of residue."""
        lines = list(_RESIDUE_LINE.finditer(analysis.text))
        starts = {match.start("line") for match in lines}
        for match in lines:
            yield self._residue(analysis, match.start("line"), match.end("line"), "line")
        for sentence in analysis.sentences:
            head = _RESIDUE_SENTENCE.match(sentence.text)
            if head and sentence.start not in starts and _TAIL.fullmatch(sentence.text, head.end()):
                yield self._residue(analysis, sentence.start, sentence.start + head.end(), "sentence")

    def _residue(self, analysis: Analysis, start: int, end: int, fills: str) -> Finding:
        return self.finding(
            analysis,
            start,
            end,
            "This belongs to the web page the article was taken from, not to the article.",
            confidence=0.9 if fills == "line" else 0.8,
            evidence={"fills": fills},
        )
