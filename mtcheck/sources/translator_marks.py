"""Traces that translation software leaves in the markup of a text it has translated.

Only what says that this very text was translated counts. A language switch, a translation widget that has not run, or
`class="notranslate"` stand on pages that people wrote.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_LONGEST_VALUE = 2000


@dataclass(frozen=True, slots=True)
class _Mark:
    """An attribute that betrays a translator, on `tags` (empty: on any).

    All of its value must match `value`, or one of its words if `by_word`. In `description`, `{}` is what matched.
    """

    attribute: str
    value: re.Pattern[str]
    description: str
    tags: frozenset[str] = frozenset()
    by_word: bool = False


def _pattern(value: str) -> re.Pattern[str]:
    return re.compile(value, re.IGNORECASE)


_ANY = _pattern(r"[\s\S]*")
_PAGE = frozenset({"html", "body", "main", "article"})

_MARKS = (
    # Google Translate, in Chrome or as a web site's widget: set on the page while its translation is shown, and saved
    # with it.
    _Mark("class", _pattern("translated-(?:ltr|rtl)"), 'html class="{}"', frozenset({"html"}), by_word=True),
    # Google Translate again: it wraps every run of text that it replaces, twice.
    _Mark(
        "style", _pattern(r"vertical-align:\s*inherit;?"), '<font style="vertical-align: inherit">', frozenset({"font"})
    ),
    # BCP 47 private-use extension of Google's translating proxy: text in a language, machine-translated from another.
    _Mark("lang", _pattern(r"[a-z-]{2,20}-x-mtfrom-[a-z0-9-]{2,20}"), 'lang="{}"', _PAGE),
    _Mark("xml:lang", _pattern(r"[a-z-]{2,20}-x-mtfrom-[a-z0-9-]{2,20}"), 'lang="{}"', _PAGE),
    # The same proxy's pointer to the page it translated.
    _Mark(
        "rel",
        _pattern("machine-translated-from"),
        'link rel="alternate machine-translated-from"',
        frozenset({"link"}),
        by_word=True,
    ),
    # An older Google Translate proxy announced itself in the header.
    _Mark("http-equiv", _pattern("x-translated-by"), '<meta http-equiv="X-Translated-By">', frozenset({"meta"})),
    # Microsoft Translator, in Edge or as a widget: fingerprints of the texts it replaced.
    _Mark("_msttexthash", _ANY, "_msttexthash attribute"),
    _Mark("_msthash", _ANY, "_msthash attribute"),
    _Mark("_mstmutation", _ANY, "_mstmutation attribute"),
    # Yandex Browser wraps what it translated.
    _Mark("data-translated", _pattern("true"), '<ya-tr-span data-translated="true">', frozenset({"ya-tr-span"})),
    # Firefox Translations numbers the nodes it translated.
    _Mark("data-moz-translations-id", _ANY, "data-moz-translations-id attribute"),
    # Immersive Translate, a browser extension, puts its translation into such a wrapper.
    _Mark("class", _pattern("immersive-translate-target-wrapper"), 'class="{}"', by_word=True),
)

_BY_ATTRIBUTE: Mapping[str, tuple[_Mark, ...]] = {
    mark.attribute: tuple(other for other in _MARKS if other.attribute == mark.attribute) for mark in _MARKS
}

_MACHINE_TRANSLATED = frozenset({"x-machine-translated", "machine-translated"})
_NO = frozenset({"", "0", "false", "no", "none"})


def marks_on(tag: str, attributes: Mapping[str, str]) -> Iterator[str]:
    """Yield a short description of each mark on one start tag; names of tags and attributes are lower case."""
    for name in attributes:
        for mark in _BY_ATTRIBUTE.get(name, ()):
            value = attributes[name][:_LONGEST_VALUE].strip()
            if not mark.tags or tag in mark.tags:
                words = value.split() if mark.by_word else [value]
                yield from (mark.description.format(word) for word in words if mark.value.fullmatch(word))
    if tag == "meta":
        yield from _marks_in_meta(attributes)


def _marks_in_meta(attributes: Mapping[str, str]) -> Iterator[str]:
    name = attributes.get("name", "").strip().lower()
    content = attributes.get("content", "").strip()
    if name in _MACHINE_TRANSLATED and content.lower() not in _NO:
        yield f'<meta name="{name}">'
    elif name == "translation-stats" and _counts_machine_translations(content):
        yield '<meta name="translation-stats">'


def _counts_machine_translations(content: str) -> bool:
    """Transposh, a WordPress plug-in, counts the phrases it translated on a page, and those that people translated."""
    try:
        counts = json.loads(content[:_LONGEST_VALUE])
        return int(counts["translated_phrases"]) > int(counts.get("human_translated_phrases", 0))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError):
        return False
