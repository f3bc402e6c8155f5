"""HTML -> its language, the marks of translators, and plain text.

libxml2's parser reports events to the classes here instead of building a tree, so that cost is linear in the input and
neither depth nor the number of attributes can exhaust the stack.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from mtcheck.directives import codes_of_comment
from mtcheck.sources.interface import UnreadableError
from mtcheck.sources.metadata import language_code
from mtcheck.sources.translator_marks import marks_on

MAX_DEPTH = 250
"""libxml2 stops building a tree at 256 levels and drops the rest."""

MAX_ATTRIBUTES = 1_000
"""Attributes of one element: a tree takes time quadratic in them."""

MAX_ELEMENTS = 50_000
MAX_ATTRIBUTES_ALTOGETHER = 200_000
"""Of one page: extraction takes time quadratic in its elements (3 s at this limit); news pages have some thousands."""

MAX_INLINE = 2_000
MAX_INLINE_ALTOGETHER = 20_000
"""Inline elements inside one element, and on a page: extraction takes time quadratic in them."""

_INLINE = frozenset(
    "a abbr b bdi bdo big br cite code del dfn em font i img ins kbd mark q s samp small span strike strong"
    " sub sup tt u var wbr".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body br center dd details div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header"
    " hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_NO_TEXT = frozenset("figure head iframe math noscript object script select style svg template textarea title".split())
_SPACES = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """The language a page declares (ISO 639-1), the marks of translators on it, and the rules it asks to ignore: each once."""

    language: str | None
    translator_marks: tuple[str, ...]
    ignored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fragment:
    """The text of a piece of HTML, one line per block, the marks of translators in it, and the rules it asks to ignore."""

    text: str
    translator_marks: tuple[str, ...]
    ignored: tuple[str, ...] = ()


def survey(html: str) -> PageFacts:
    """Return what a page says of itself. Raises `UnreadableError` for a page built to exhaust its reader."""
    page = _Page()
    _parse(html, page)
    return PageFacts(page.language, tuple(page.marks), tuple(page.ignored))


def to_text(html: str) -> Fragment:
    """Return the text of a piece of HTML such as a feed entry: scripts, styles and figures are left out."""
    fragment = _Text()
    _parse(html, fragment)
    fragment.flush()
    return Fragment("\n".join(fragment.lines), tuple(fragment.marks), tuple(fragment.ignored))


def _parse(html: str, target: "_Events") -> None:
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.HTMLParser(target=target, encoding="utf-8", no_network=True)
    try:
        parser.feed(html.encode("utf-8", "replace"))
        parser.close()
    except etree.LxmlError as error:
        if html.strip():
            raise UnreadableError(f"cannot be read as HTML ({error})") from error


class _Events:
    """What libxml2 reports; the names of the methods are lxml's."""

    def __init__(self) -> None:
        self.marks: dict[str, None] = {}
        self.ignored: dict[str, None] = {}

    def comment(self, text: str) -> None:
        """Note which rules a comment asks to ignore: for the whole article, as its place is lost."""
        self.ignored.update(dict.fromkeys(codes_of_comment(text)))

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if attributes:
            self.marks.update(dict.fromkeys(marks_on(tag, attributes)))

    def end(self, tag: str) -> None:
        """Nothing to do at the end of an element."""

    def data(self, data: str) -> None:
        """Nothing to do with text."""

    def close(self) -> None:
        """Nothing to give: the caller holds the target."""


class _Page(_Events):
    """Collects a page's facts and refuses pages beyond the limits above."""

    def __init__(self) -> None:
        super().__init__()
        self.language: str | None = None
        self._inline_at_depth = [0]
        self._inline = 0
        self._elements = 0
        self._attributes = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        super().start(tag, attributes)
        if len(attributes) > MAX_ATTRIBUTES:
            raise UnreadableError(f"an HTML element with more than {MAX_ATTRIBUTES:,} attributes")
        self._elements += 1
        self._attributes += len(attributes)
        if self._elements > MAX_ELEMENTS or self._attributes > MAX_ATTRIBUTES_ALTOGETHER:
            raise UnreadableError("too many HTML elements or attributes for a news page")
        if tag in _INLINE:
            self._inline += 1
            self._inline_at_depth[-1] += 1
        if self._inline_at_depth[-1] > MAX_INLINE or self._inline > MAX_INLINE_ALTOGETHER:
            raise UnreadableError("too many inline elements for a news page")
        self._inline_at_depth.append(0)
        if len(self._inline_at_depth) > MAX_DEPTH:
            raise UnreadableError(f"HTML nested more than {MAX_DEPTH} levels deep")
        self._learn_language(tag, attributes)

    def end(self, tag: str) -> None:  # noqa: ARG002 - lxml passes it
        if len(self._inline_at_depth) > 1:
            self._inline_at_depth.pop()

    def _learn_language(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "html":
            self.language = language_code(attributes.get("lang") or attributes.get("xml:lang")) or self.language
        elif tag == "meta" and attributes.get("http-equiv", "").lower() == "content-language":
            self.language = self.language or language_code(attributes.get("content"))


class _Text(_Events):
    """Collects text, one line per block."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._line: list[str] = []
        self._textless = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        super().start(tag, attributes)
        self._textless += tag in _NO_TEXT
        if tag in _BLOCKS:
            self.flush()

    def end(self, tag: str) -> None:
        self._textless -= tag in _NO_TEXT
        if tag in _BLOCKS:
            self.flush()

    def data(self, data: str) -> None:
        if not self._textless:
            self._line.append(data)

    def flush(self) -> None:
        """End the line that is being collected."""
        line = _SPACES.sub(" ", "".join(self._line)).strip(" ")
        self._line.clear()
        if line.strip():
            self.lines.append(line)
