"""JSON documents: one article, a list of articles, or an object that holds such a list."""

import io
from collections.abc import Iterator, Mapping, Sequence

from mtcheck.article import Article, SkippedInput
from mtcheck.sources.decoding import decode
from mtcheck.sources.interface import Source, UnreadableError
from mtcheck.sources.jsonlines import JsonLinesSource
from mtcheck.sources.rows import article_from, parse_json, row_id
from mtcheck.sources.streams import MEGABYTE, read_all
from mtcheck.sources.text import is_blank

MAX_BYTES = 64 * MEGABYTE

_LISTS = ("articles", "items")
"""Where an object holds its articles; `items` is JSON Feed's (https://www.jsonfeed.org/version/1.1/)."""


class JsonSource(Source):
    """The articles of a JSON document; each is described as a row of JSON Lines is. JSON Feed is read too."""

    def __iter__(self) -> Iterator[Article | SkippedInput]:
        """Yield an article or a skipped item for each item. Raises `UnreadableError`."""
        data = read_all(self.stream, MAX_BYTES)
        document = decode(data)
        if is_blank(document.text):
            raise UnreadableError("empty")
        try:
            value = parse_json(document.text)
        except UnreadableError as error:
            if "Extra data" not in str(error):
                raise
            yield from JsonLinesSource(self.name, io.BytesIO(data))
            return
        items = _items(value)
        if items is None:
            yield article_from(value, source=self.name, place=self.name)
        elif not items:
            raise UnreadableError("the list of articles is empty")
        else:
            for number, item in enumerate(items, start=1):
                yield self._item(item, number)

    def _item(self, item: object, number: int) -> Article | SkippedInput:
        place = f"{self.name}:{number}"
        try:
            return article_from(item, source=self.name, place=place)
        except UnreadableError as error:
            return self.skipped(f"item {number}: {error}", id=row_id(item) or place)


def _items(value: object) -> Sequence[object] | None:
    """Return the list of articles, or None if `value` is to be read as one article."""
    if isinstance(value, list):
        return value
    if isinstance(value, Mapping) and "text" not in value:
        return next((value[key] for key in _LISTS if isinstance(value.get(key), list)), None)
    return None
