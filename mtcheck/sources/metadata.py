"""Dates, languages and characters as sources write them -> as an `Article` holds them."""

import re
from datetime import date

_ISO = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?:$|[T\s])")
_LONGEST_DATE = 64
_LANGUAGE = re.compile(r"[A-Za-z]{2,35}")
_OTHER_NAMES = {"eng": "en", "english": "en"}
_SURROGATE = re.compile("[\ud800-\udfff]")


def parse_date(value: object) -> date | None:
    """Return the day that an ISO 8601 date or datetime, or an RFC 2822 date, names as written; None for all else."""
    if not isinstance(value, str) or len(value) > _LONGEST_DATE:
        return None
    try:
        if match := _ISO.match(value.strip()):
            return date(int(match[1]), int(match[2]), int(match[3]))
        return _rfc_2822(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _rfc_2822(value: str) -> date:
    from email.utils import parsedate_to_datetime

    return parsedate_to_datetime(value).date()


def language_code(value: object) -> str | None:
    """Return the primary language of a tag such as `en-GB`, lower case; None for what is no tag."""
    match = _LANGUAGE.match(value.strip()) if isinstance(value, str) else None
    if match is None:
        return None
    code = match[0].lower()
    return _OTHER_NAMES.get(code, code)


def without_surrogates(text: str) -> str:
    """Return `text` with each lone surrogate replaced by U+FFFD: it is no character and cannot be written out."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def one_spaced(text: object) -> str | None:
    """Return a title on one line with single spaces; None if nothing is left, or it is no string."""
    return " ".join(without_surrogates(text).split()) or None if isinstance(text, str) else None
