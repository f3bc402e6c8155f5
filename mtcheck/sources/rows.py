"""One JSON value -> one article: what the rows of JSON Lines and the items of JSON documents have in common."""

import json
from collections.abc import Mapping
from datetime import date

from mtcheck.article import Article
from mtcheck.directives import parse_codes
from mtcheck.sources.interface import UnreadableError
from mtcheck.sources.markup import Fragment, to_text
from mtcheck.sources.metadata import language_code, parse_date, without_surrogates
from mtcheck.sources.text import is_blank

IGNORED = "mtcheck_ignore"
"""The key of the rules whose findings a row asks to leave out: a code or a list of codes."""

_JSON_NAMES = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
    type(None): "null",
}


def parse_json(text: str) -> object:
    """Return the value that `text` holds. Raises `UnreadableError` naming what is wrong and where."""
    try:
        value: object = json.loads(text.lstrip("\ufeff").rstrip())
    except json.JSONDecodeError as error:
        raise UnreadableError(f"not valid JSON ({error.msg.removesuffix(' at')} at {_position(error)})") from error
    except RecursionError as error:
        raise UnreadableError("JSON nested too deeply") from error
    except ValueError as error:
        raise UnreadableError("JSON with a number too long to read") from error
    return value


def _position(error: json.JSONDecodeError) -> str:
    line = f"line {error.lineno}, " if error.lineno > 1 else ""
    return f"{line}column {error.colno}"


def article_from(row: object, *, source: str, place: str) -> Article:
    """Return the article that a row describes: `text`, and `id`, `title`, `published`, `url`, `language` if given.

    `mtcheck_ignore` names rules to leave out. `place` becomes the id of a row without one. The keys of JSON Feed 1.1
    (`content_text`, `content_html`, `date_published`) are understood too, and any other key is left alone. What cannot be used
    beside the text is noted, not fatal. Raises `UnreadableError` if there is no text.
    """
    if not isinstance(row, Mapping):
        raise UnreadableError(f"not an object but {_JSON_NAMES.get(type(row), 'a string')}")
    body = _body(row)
    notes: list[str] = []
    text = without_surrogates(body.text)
    if text is not body.text:
        notes.append("characters that do not exist (lone surrogates) replaced by U+FFFD")
    ignored = _ignored(row, notes)
    return Article(
        text=text,
        id=row_id(row, notes) or place,
        source=source,
        title=_string(row, "title", notes),
        published=_published(row, notes),
        url=_string(row, "url", notes),
        language=language_code(_string(row, "language", notes)),
        translator_marks=body.translator_marks,
        notes=tuple(notes),
        ignored=(*body.ignored, *ignored),
    )


def row_id(row: object, notes: list[str] | None = None) -> str | None:
    """Return a row's own id as a string, or None; an id that is neither string nor number is noted in `notes`."""
    value = row.get("id") if isinstance(row, Mapping) else None
    if isinstance(value, str):
        return without_surrogates(value) or None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _number(value)
    if value is not None and notes is not None:
        notes.append("id is neither a string nor a number: left out")
    return None


def _number(value: int | float) -> str | None:
    """Return the decimal form; None for an integer too long for Python to write."""
    try:
        return str(value)
    except ValueError:
        return None


def _body(row: Mapping[str, object]) -> Fragment:
    key = next((k for k in ("text", "content_text", "content_html") if row.get(k) is not None), None)
    if key is None:
        raise UnreadableError("no text")
    value = row[key]
    if not isinstance(value, str):
        raise UnreadableError(f"{key} is not a string but {_JSON_NAMES.get(type(value), 'something else')}")
    fragment = to_text(value) if key == "content_html" else Fragment(value, ())
    if is_blank(fragment.text):
        raise UnreadableError("empty")
    return fragment


def _string(row: Mapping[str, object], key: str, notes: list[str]) -> str | None:
    value = row.get(key)
    if isinstance(value, str):
        return without_surrogates(value) or None
    if value is not None:
        notes.append(f"{key} is not a string: left out")
    return None


def _ignored(row: Mapping[str, object], notes: list[str]) -> tuple[str, ...]:
    """Return the rules that a row asks to ignore, `ALL` for every one."""
    value = row.get(IGNORED)
    parts = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    if (value is not None and not isinstance(value, (str, list))) or not all(isinstance(part, str) for part in parts):
        notes.append(f"{IGNORED} is not a list of rule codes: left out")
        return ()
    return tuple(dict.fromkeys(code for part in parts for code in parse_codes(part) or ("ALL",)))


def _published(row: Mapping[str, object], notes: list[str]) -> date | None:
    value = row.get("published", row.get("date_published"))
    found = parse_date(value)
    if found is None and value not in (None, ""):
        notes.append("published is not a date: left out")
    return found
