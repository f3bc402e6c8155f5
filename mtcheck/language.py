"""Which language a text is written in, and whether an article is English enough to be checked.

English is settled by counting function words, which costs next to nothing; only a text that has hardly any of them is
shown to langdetect, and then only a bounded sample of it. langdetect is random unless its factory is seeded, slow (some
3 ms a call), and wrong on short and on upper-case text: `detect_language` guards against each of these.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from mtcheck.function_words import ENGLISH_ONLY, FUNCTION_WORDS

MIN_LETTERS = 40
"""Fewest letters for which `detect_language` gives an answer; below it langdetect is wrong too often."""

MAX_CHARACTERS = 2_000
"""Most characters that langdetect is shown in one call: its cost grows with the text, its answer no longer changes."""

_SEED = 0
_SAMPLE = 4_000
_MIN_WORDS = 25
_MIN_SENTENCE = 5
_FOREIGN_SHARE = 0.3
_ENGLISH_SHARE = 0.05
_FOREIGN_SHARE = 0.12
_FOREIGN_SCRIPT_SHARE = 0.6
_SURE = 0.95
_WORD = re.compile(r"[^\W\d_]+")

LANGUAGE_NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish",
    "de": "German", "el": "Greek", "eo": "Esperanto", "es": "Spanish", "et": "Estonian", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "gu": "Gujarati", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "kn": "Kannada", "ko": "Korean",
    "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ml": "Malayalam", "mr": "Marathi", "ne": "Nepali",
    "nl": "Dutch", "no": "Norwegian", "pa": "Punjabi", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "so": "Somali", "sq": "Albanian", "sv": "Swedish",
    "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "th": "Thai", "tl": "Filipino", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
"""English names of languages by ISO 639-1 code."""


@dataclass(frozen=True, slots=True)
class ArticleLanguage:
    """What an article is written in.

    * `code`: an ISO 639-1 code, or `und` for a foreign script whose language is not known.
    * `skip_reason`: None for English; else one line that says why the article is not checked.
    """

    code: str
    skip_reason: str | None = None


def language_name(code: str) -> str:
    """Return the English name of an ISO 639-1 code (a region is ignored); the code itself where it is not known."""
    return LANGUAGE_NAMES.get(_base(code), code)


def detect_language(text: str) -> tuple[str, float] | None:
    """Return (ISO 639-1 code, probability 0-1) of the language of `text`, the same for the same text every time.

    Give it a paragraph or a long clause. None where it has fewer than `MIN_LETTERS` letters, or no known features. Only
    the first `MAX_CHARACTERS` count. langdetect's factory keeps its seed in a class attribute; it is set here, before
    each call, as langdetect's documentation asks for repeatable answers.
    """
    sample = text[:MAX_CHARACTERS]
    if sum(map(len, _WORD.findall(sample))) < MIN_LETTERS:
        return None
    from langdetect import (  # type: ignore[import-untyped]
        DetectorFactory,
        LangDetectException,
        detect_langs,
    )

    DetectorFactory.seed = _SEED
    try:
        best = detect_langs(sample.lower() if _is_upper(sample) else sample)[0]
    except (LangDetectException, IndexError):
        return None
    return _base(best.lang), float(best.prob)


def article_language(text: str, declared: str | None = None) -> ArticleLanguage:
    """Decide whether an article is English, from a bounded sample of `text`; `declared` is its source's own claim.

    In doubt it is: English, however badly translated, and with long foreign quotations inside, is never turned away,
    nor is a text too short to tell (a headline, a list of names, figures), unless its source declares another language.
    """
    sample = _sample(text)
    script = _foreign_script(sample)
    if script is not None:
        return _foreign_script_article(sample, script)
    words = [w.lower() for w in _WORD.findall(sample)]
    if english_share(words) >= _ENGLISH_SHARE:
        return ArticleLanguage("en")
    if len(words) < _MIN_WORDS:
        return _as_declared(declared, words)
    code = _foreign_language(sample, words)
    return ArticleLanguage("en") if code is None else _not_english(code)


def refusal(text: str, declared: str | None = None) -> str | None:
    """Return why an article is not checked for its language, in one line; None if it is. See `article_language`."""
    return article_language(text, declared).skip_reason


def english_share(words: Sequence[str]) -> float:
    """Return the share, 0-1, of lower-case `words` that are function words of English and of no other language."""
    return sum(word in ENGLISH_ONLY for word in words) / len(words) if words else 0.0


def foreign_share(words: Sequence[str]) -> tuple[str, float]:
    """Return (code, share 0-1) of the language whose function words are most frequent among lower-case `words`."""
    shares = {code: sum(word in table for word in words) for code, table in FUNCTION_WORDS.items()}
    code = max(shares, key=lambda key: shares[key])
    return code, shares[code] / len(words) if words else 0.0


def is_foreign(sentence: str) -> bool:
    """Whether a sentence is in another language: a quotation, a post, text left untranslated.

    English words in it, such as names of firms, do not make it English; too short a sentence counts as English.
    """
    words = [w.lower() for w in _WORD.findall(sentence)]
    if len(words) < _MIN_SENTENCE:
        return False
    _, foreign = foreign_share(words)
    return foreign >= _FOREIGN_SHARE and english_share(words) <= foreign / 4


def script_of(letter: str) -> str:
    """Return the Unicode script of a letter as the first word of its name: LATIN, CYRILLIC, CJK, ...; "" for none."""
    return unicodedata.name(letter, "").partition(" ")[0].partition("-")[0]


def _base(code: str) -> str:
    return re.split(r"[-_]", code.strip().lower(), maxsplit=1)[0]


def _is_upper(text: str) -> bool:
    upper = sum(c.isupper() for c in text)
    return upper > sum(c.islower() for c in text)


def _sample(text: str) -> str:
    """Return the whole of a text of ordinary length, and beginning, middle and end of a very long one."""
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return "\n".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))


def _foreign_script(sample: str) -> str | None:
    """Return the commonest script if most letters are not Latin ones; None otherwise."""
    if sample.isascii():
        return None
    letters = [c for c in sample if c.isalpha()]
    counts: dict[str, int] = {}
    for letter in (c for c in letters if c > "\u024f"):
        script = script_of(letter)
        counts[script] = counts.get(script, 0) + 1
    counts.pop("LATIN", None)
    if sum(counts.values()) <= _FOREIGN_SCRIPT_SHARE * len(letters):
        return None
    return max(counts, key=lambda key: counts[key]) if counts else None


def _foreign_script_article(sample: str, script: str) -> ArticleLanguage:
    detected = detect_language(sample)
    if detected is not None and detected[0] != "en":
        return _not_english(detected[0])
    return ArticleLanguage("und", f"not English (written in {script.capitalize()} script)")


def _not_english(code: str) -> ArticleLanguage:
    return ArticleLanguage(code, f"not English (looks like {language_name(code)})")


def _as_declared(declared: str | None, words: Sequence[str]) -> ArticleLanguage:
    if declared is None or _base(declared) in ("en", "", "und", "mul") or any(word in ENGLISH_ONLY for word in words):
        return ArticleLanguage("en")
    return ArticleLanguage(_base(declared), f"not English (declared as {language_name(declared)})")


def _foreign_language(sample: str, words: Sequence[str]) -> str | None:
    """Return the language of a text without English function words, if there is positive evidence for one."""
    _, share = foreign_share(words)
    detected = detect_language(sample)
    if detected is None or detected[0] == "en" or detected[1] < _SURE:
        return None
    if share >= _FOREIGN_SHARE:
        return detected[0]
    known = detected[0] in FUNCTION_WORDS
    running_text = sum(w.islower() for w in _WORD.findall(sample)) > 0.7 * len(words)
    return None if known or not running_text else detected[0]
