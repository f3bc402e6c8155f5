"""What stands before the root element of an XML or HTML document, read in linear time without parsing it."""

import re
from dataclasses import dataclass

_SPACE = re.compile(r"[\s\ufeff]*")
_NAME = re.compile(r"<(?:[\w.-]{1,100}:)?([A-Za-z_][\w.-]{0,99})")
_DOCTYPE = re.compile(r"<!DOCTYPE\s*([\w.:-]{0,100})", re.I)


@dataclass(frozen=True, slots=True)
class Prolog:
    """The root element's local name, and the name in the document type declaration; None where there is none.

    `is_xml` tells whether an XML declaration opens the document.
    """

    root: str | None
    doctype: str | None
    is_xml: bool

    @property
    def is_html(self) -> bool:
        """Whether the document calls itself HTML or XHTML."""
        return "html" in ((self.root or "").lower(), (self.doctype or "").lower())


def read_prolog(text: str) -> Prolog:
    """Return what stands before the first element of `text`, which may be the beginning of a document only.

    At a document type declaration reading stops, unless it is that of HTML: what it may contain is not looked at.
    """
    at = _end_of_space(text, 0)
    is_xml, doctype = text.startswith("<?xml", at), None
    while at < len(text):
        if text.startswith("<?", at):
            at = _after(text, "?>", at)
        elif text.startswith("<!--", at):
            at = _after(text, "-->", at)
        elif match := _DOCTYPE.match(text, at):
            doctype = match[1]
            if doctype.lower() != "html":
                return Prolog(None, doctype, is_xml)
            at = _after(text, ">", at)
        else:
            root = _NAME.match(text, at)
            return Prolog(root[1] if root else None, doctype, is_xml)
        at = _end_of_space(text, at)
    return Prolog(None, doctype, is_xml)


def _end_of_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _after(text: str, mark: str, at: int) -> int:
    found = text.find(mark, at)
    return len(text) if found < 0 else found + len(mark)
