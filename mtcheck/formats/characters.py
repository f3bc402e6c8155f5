"""Article text made safe to look at: what a terminal or a browser would obey is shown as an escape instead."""

import re

_UNSEEN = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls: a terminal obeys them, XML forbids most of them
    "\xad\u180e\u200b\u2060-\u2064\ufeff"  # invisible: they hide what stands between them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # direction marks and overrides: they reorder what is around them
    "\u2028\u2029\ufff9-\ufffb\U000e0000-\U000e007f"  # line separators, annotations, tags
    "\ud800-\udfff\ufffe\uffff"  # lone surrogates and noncharacters: not encodable, or not allowed in XML
    "]"
)
_SPACES = re.compile(r"\s+")


def visible(text: str) -> str:
    r"""Return `text` with control, direction and invisible characters as `\x1b`, `\u202e`, ...; tab, CR and LF stay.

    Zero-width joiners stay too: emoji and several scripts are written with them.
    """
    return _UNSEEN.sub(_escape, text)


def one_line(text: str) -> str:
    """Return `text` visible, with every run of white space as one space."""
    return visible(_SPACES.sub(" ", text)).strip()


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
