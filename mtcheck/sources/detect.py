"""Which format an input has: by its name, and where the name does not tell, by how it begins."""

import json
import re
from pathlib import PurePath

from mtcheck.sources.decoding import wide_encoding
from mtcheck.sources.interface import UnreadableError
from mtcheck.sources.prolog import read_prolog

TEXT, HTML, FEED, JSON, JSON_LINES = "text", "html", "feed", "json", "jsonl"

FORMATS = (TEXT, HTML, FEED, JSON, JSON_LINES)
"""Names of the formats that can be read."""

_BY_SUFFIX = {
    ".txt": TEXT,
    ".md": TEXT,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".xml": FEED,
    ".rss": FEED,
    ".atom": FEED,
    ".jsonl": JSON_LINES,
    ".ndjson": JSON_LINES,
}

ARTICLE_SUFFIXES = frozenset(_BY_SUFFIX) - {".md"} | {".json"}
"""Suffixes by which a file in a folder is known for an article; Markdown there is a README more often than not."""

TABLE_SUFFIXES = frozenset({".csv", ".tsv"})
"""Tables are not read: which column is the article, its writer alone knows."""

_GZIP_SUFFIX = ".gz"
_HTML_ROOTS = frozenset("html head body main article section div p h1 h2 h3 span table ul ol header title meta".split())
_OBJECT = re.compile(r'\{\s*(?:["}]|$)')
_LIST = re.compile(r"\[\s*(?:[{\]]|$)")


def is_article_name(name: str) -> bool:
    """Return whether a file of this name, in a folder, is read; a trailing `.gz` is looked through."""
    return _suffix(name) in ARTICLE_SUFFIXES


def detect(name: str, head: bytes) -> str:
    """Return one of `FORMATS` for an input called `name` that begins with `head`.

    Raises `UnreadableError` where the name says that it is a table.
    """
    suffix = _suffix(name)
    if suffix in TABLE_SUFFIXES:
        kind = suffix[1:].upper()
        raise UnreadableError(f"{kind} is not read: make JSON Lines of its rows, with the keys id, title and text")
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    text = head.decode(wide_encoding(head) or "utf-8", "replace").lstrip("\ufeff \t\r\n")
    if suffix == ".json":
        return JSON_LINES if _begins_with_row(text) else JSON
    if _OBJECT.match(text) or _LIST.match(text):
        return JSON if _is_spread_over_lines(text) else JSON_LINES
    return _markup(text) if text.startswith("<") else TEXT


def _suffix(name: str) -> str:
    lowered = name.lower()
    return PurePath(lowered.removesuffix(_GZIP_SUFFIX)).suffix


def _begins_with_row(text: str) -> bool:
    """Whether the first line is a row of JSON Lines: an object with a text of its own."""
    try:
        row = json.loads(text.partition("\n")[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(row, dict) and "text" in row


def _is_spread_over_lines(text: str) -> bool:
    """Whether a value goes on after the first line; a broken row of JSON Lines does not look so."""
    return text.startswith("[") or text.partition("\n")[0].rstrip().endswith(("{", "[", ","))


def _markup(text: str) -> str:
    prolog = read_prolog(text)
    if prolog.is_html or (prolog.root or "").lower() in _HTML_ROOTS:
        return HTML
    return FEED if prolog.is_xml or prolog.doctype or prolog.root else TEXT
