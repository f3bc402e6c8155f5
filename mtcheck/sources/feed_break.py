"""What a feed that is not valid XML has lost: a transfer that broke off, or entries that a wrong tag has swallowed."""

import re
from collections.abc import Iterator
from xml.sax import SAXParseException

_OPENED = re.compile(r"<(?:(?:atom|rss)\w{0,9}:)?(?:item|entry)[\s>/]", re.I)
_ROOT_END = re.compile(r"</(?:[\w.-]{1,100}:)?(?:rss|feed|rdf)\s*>", re.I)
_OPAQUE = re.compile(r"<!--|<!\[CDATA\[")
_ENDS = {"<!--": "-->", "<![CDATA[": "]]>"}


def loss(text: str, entries: int, error: object) -> str | None:
    """Return one line about what is lost, or None where nothing is.

    `text` is the feed's XML, `entries` how many could be read out of it, and `error` what the XML parser had to say.
    """
    if not _ROOT_END.search(text):
        line = text.rstrip().count("\n") + 1
        return f"the XML breaks off in line {line}: what follows is lost"
    lost = sum(len(_OPENED.findall(piece)) for piece in _markup(text)) - entries
    if lost <= 0:
        return None
    place = f" in line {error.getLineNumber()}" if isinstance(error, SAXParseException) else ""
    return f"the XML breaks{place} ({_message(error)}): {lost} of the entries that follow {_are(lost)} lost"


def _message(error: object) -> str:
    return error.getMessage() if isinstance(error, SAXParseException) else str(error)


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _markup(text: str) -> Iterator[str]:
    """Yield `text` without comments and CDATA; one that is never closed has swallowed what follows, which counts."""
    at = 0
    while opened := _OPAQUE.search(text, at):
        yield text[at : opened.start()]
        closed = text.find(_ENDS[opened[0]], opened.end())
        if closed < 0:
            at = opened.end()
            break
        at = closed + len(_ENDS[opened[0]])
    yield text[at:]
