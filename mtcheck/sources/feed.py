"""RSS and Atom feeds: one article per entry."""

import io
import re
from collections.abc import Iterator, Mapping
from datetime import date
from html import unescape
from typing import Any
from xml.sax import SAXParseException

from mtcheck.article import Article, SkippedInput
from mtcheck.sources.decoding import Decoded, declared_encoding, decode
from mtcheck.sources.feed_break import loss
from mtcheck.sources.html import page_article
from mtcheck.sources.interface import Source, UnreadableError
from mtcheck.sources.markup import MAX_ATTRIBUTES, Fragment, to_text
from mtcheck.sources.metadata import language_code, one_spaced, parse_date, without_surrogates
from mtcheck.sources.prolog import read_prolog
from mtcheck.sources.streams import MEGABYTE, read_all
from mtcheck.sources.text import is_blank

MAX_BYTES = 50 * MEGABYTE

_LENIENT = "the feed is not valid XML; read as far as possible"
_ROOTS = frozenset({"rss", "feed", "rdf"})
_INSIDE_TAG = re.compile(r"""(?:[^>"']+|"[^"]*"|'[^']*')*""")
_QUOTED = re.compile(r"""("[^"]*"|'[^']*')""")
_VALUE = re.compile(r"""=\s*["']""")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,1000}>")


class FeedSource(Source):
    """A feed's entries as articles: full content before summary, HTML reduced to its text.

    A document type declaration is refused before anything parses it: no feed needs one, and entities that expand
    without end hide there. XHTML pages, which look alike from outside, are read as pages.
    """

    def __iter__(self) -> Iterator[Article | SkippedInput]:
        """Yield an article or a skipped entry for each entry. Raises `UnreadableError`."""
        data = read_all(self.stream, MAX_BYTES)
        document = decode(data, declared=declared_encoding(data))
        if is_blank(document.text):
            raise UnreadableError("empty")
        if read_prolog(document.text).is_html:
            yield page_article(self.name, document)
            return
        _refuse_non_feed(document.text)
        yield from self._articles(_parse(document.text), document)

    def _articles(self, feed: Mapping[str, Any], document: Decoded) -> Iterator[Article | SkippedInput]:
        entries = feed["entries"]
        if not entries:
            raise UnreadableError(_fault(feed.get("bozo_exception")) if feed["bozo"] else "the feed has no entries")
        lost = loss(document.text, len(entries), feed.get("bozo_exception")) if feed["bozo"] else None
        notes = (*document.notes, *([_LENIENT] if feed["bozo"] else []))
        is_rss = not str(feed.get("version") or "").startswith("atom")
        language = language_code(feed["feed"].get("language"))
        for number, entry in enumerate(entries, start=1):
            found = self._article(entry, number, is_rss=is_rss, language=language, notes=notes)
            if not (lost and number == len(entries) and isinstance(found, SkippedInput)):
                yield found
        if lost:
            yield self.skipped(lost, id=f"{self.name}:{len(entries) + 1}")

    def _article(
        self, entry: Mapping[str, Any], number: int, *, is_rss: bool, language: str | None, notes: tuple[str, ...]
    ) -> Article | SkippedInput:
        identity = _string(entry.get("id")) or _string(entry.get("link")) or f"{self.name}:{number}"
        content = _content(entry)
        fragment = _reduced(content, is_rss=is_rss)
        if is_blank(fragment.text):
            return self.skipped(f"entry {number}: no text", id=identity)
        return Article(
            text=without_surrogates(fragment.text),
            id=identity,
            source=self.name,
            title=one_spaced(_reduced(entry.get("title_detail") or {}, is_rss=is_rss).text),
            published=_published(entry),
            url=_string(entry.get("link")),
            language=language_code(content.get("language")) or language,
            translator_marks=fragment.translator_marks,
            notes=notes,
            ignored=fragment.ignored,
        )


def _refuse_non_feed(text: str) -> None:
    prolog = read_prolog(text)
    if prolog.doctype is not None:
        raise UnreadableError("XML with a document type declaration (DOCTYPE), refused as unsafe")
    if prolog.root is None:
        raise UnreadableError("XML, but not a feed (no root element)")
    if prolog.root.lower() not in _ROOTS:
        raise UnreadableError(f"XML, but not a feed (root element <{prolog.root}>)")
    if any(_attributes(piece) > MAX_ATTRIBUTES for piece in text.split("<") if len(piece) > 2 * MAX_ATTRIBUTES):
        raise UnreadableError(f"an XML element with more than {MAX_ATTRIBUTES:,} attributes")


def _attributes(piece: str) -> int:
    """Return how many attributes stand in `piece`, which follows a `<`: feedparser takes time quadratic in them."""
    if not piece[0].isalpha():
        return len(_VALUE.findall(piece))
    inside = _INSIDE_TAG.match(piece)
    end = inside.end() if inside else 0
    tag = piece[:end] if piece[end : end + 1] == ">" else piece
    return len(_QUOTED.sub(" ", tag).replace("=", " ").split())


def _parse(text: str) -> Mapping[str, Any]:
    """Run feedparser on bytes: a string that looks like an address it would fetch."""
    try:
        import feedparser  # type: ignore[import-untyped]

        feed: Mapping[str, Any] = feedparser.parse(
            io.BytesIO(text.lstrip("\ufeff").encode("utf-8", "replace")),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as error:
        raise UnreadableError(f"cannot be read as a feed ({type(error).__name__}: {error})") from error
    return feed


def _fault(error: object) -> str:
    if not isinstance(error, SAXParseException):
        return f"not valid XML ({error})"
    return f"not valid XML ({error.getMessage()} in line {error.getLineNumber()})"


def _content(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the longest full content that holds text, else the summary."""
    full = [part for part in entry.get("content") or () if not is_blank(part.get("value") or "")]
    if full:
        return max(full, key=lambda part: len(part["value"]))
    return entry.get("summary_detail") or {"value": entry.get("summary") or ""}


def _reduced(content: Mapping[str, Any], *, is_rss: bool) -> Fragment:
    """Return the text of an element. RSS knows no types: it is HTML by custom, if only by its entities."""
    value = content.get("value") or ""
    if _TAG.search(value) if is_rss else content.get("type") not in (None, "text/plain"):
        return to_text(value)
    return Fragment(unescape(value) if is_rss else value, ())


def _published(entry: Mapping[str, Any]) -> date | None:
    """Return the day of publication as the feed writes it, else of the update (RSS 1.0 has only that)."""
    for key in ("published", "updated"):
        if found := parse_date(entry.get(key)):
            return found
        parsed = entry.get(f"{key}_parsed")
        if parsed:
            return date(parsed.tm_year, parsed.tm_mon, parsed.tm_mday)
    return None


def _string(value: object) -> str | None:
    return without_surrogates(value).strip() or None if isinstance(value, str) else None
