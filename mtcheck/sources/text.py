"""Plain text: the file is the article."""

from collections.abc import Iterator

from mtcheck.article import Article, SkippedInput
from mtcheck.sources.decoding import decode
from mtcheck.sources.interface import Source, UnreadableError
from mtcheck.sources.streams import MEGABYTE, read_all

MAX_BYTES = 64 * MEGABYTE


class TextSource(Source):
    """One article whose text is the content, decoded and otherwise untouched: line ends and byte order mark stay."""

    def __iter__(self) -> Iterator[Article | SkippedInput]:
        """Yield the one article. Raises `UnreadableError`."""
        decoded = decode(read_all(self.stream, MAX_BYTES))
        if is_blank(decoded.text):
            raise UnreadableError("empty")
        yield Article(text=decoded.text, id=self.name, source=self.name, notes=decoded.notes, is_file=True)


def is_blank(text: str) -> bool:
    """Return whether `text` holds nothing but white space and byte order marks."""
    return not text.strip().strip("\ufeff").strip()
