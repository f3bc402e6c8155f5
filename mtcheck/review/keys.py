"""What a finding is recognised by in later runs: not by its place, which moves."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_QUOTES = dict.fromkeys(map(ord, "‘’‚‛′`"), "'") | dict.fromkeys(map(ord, "“”„‟″«»"), '"')
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"), None)
_TABLE = {**_DASHES, **_QUOTES, **_UNSEEN}
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, order=True)
class FindingKey:
    """A rule, the digest of the sentence that it found something in, and the span, normalised."""

    rule: str
    sentence: str
    span: str


def finding_key(rule: str, sentence: str, span: str) -> FindingKey:
    """Return the key of a finding from the texts of its sentence and span."""
    return FindingKey(rule, digest(normalised(sentence)), normalised(span))


def normalised(text: str) -> str:
    """Return `text` as republishing leaves it alone: case, kinds of quotation mark, dash and blank do not count."""
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", text).translate(_TABLE)).strip().casefold()


def digest(text: str) -> str:
    """Return the first 64 bits of the SHA-256 of `text` in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
