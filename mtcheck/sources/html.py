"""HTML pages: the article on the page, without navigation, comments and advertisements."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtcheck.article import Article, SkippedInput
from mtcheck.sources.decoding import Decoded, declared_encoding, decode
from mtcheck.sources.interface import Source, UnreadableError
from mtcheck.sources.markup import survey
from mtcheck.sources.metadata import one_spaced, parse_date
from mtcheck.sources.streams import MEGABYTE, read_all
from mtcheck.sources.text import is_blank

if TYPE_CHECKING:
    from trafilatura.settings import Document

MAX_BYTES = 20 * MEGABYTE
"""trafilatura's own limit (MAX_FILE_SIZE)."""

MIN_WORDS = 8
"""With fewer words it is a link or a button that trafilatura found for want of an article."""

_NO_ARTICLE = "no article text found in the HTML"


class HtmlSource(Source):
    """One page, one article: body, headline, date and address as trafilatura finds them (Barbaresi 2021)."""

    def __iter__(self) -> Iterator[Article | SkippedInput]:
        """Yield the one article. Raises `UnreadableError`."""
        data = read_all(self.stream, MAX_BYTES)
        yield page_article(self.name, decode(data, declared=declared_encoding(data)))


def page_article(name: str, page: Decoded) -> Article:
    """Return the article on a page. Raises `UnreadableError` if there is none."""
    if is_blank(page.text):
        raise UnreadableError("empty")
    facts = survey(page.text)
    document = _extract(page.text)
    text = document.text if document else None
    if document is None or text is None or len(text.split()) < MIN_WORDS:
        raise UnreadableError(_NO_ARTICLE)
    return Article(
        text=text,
        id=name,
        source=name,
        title=one_spaced(document.title),
        published=parse_date(document.date),
        url=document.url or None,
        language=facts.language,
        translator_marks=facts.translator_marks,
        notes=page.notes,
        ignored=facts.ignored,
    )


def _extract(html: str) -> "Document | None":
    """Run trafilatura offline. It and its libraries raise errors of many kinds on broken pages."""
    try:
        from trafilatura import bare_extraction

        found = bare_extraction(
            html.lstrip("\ufeff"),
            favor_precision=True,
            include_comments=False,
            with_metadata=True,
            # A date that has to be searched for in the text may be that of another article.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception as error:
        raise UnreadableError(f"cannot be read as HTML ({type(error).__name__}: {error})") from error
    return None if isinstance(found, dict) else found
