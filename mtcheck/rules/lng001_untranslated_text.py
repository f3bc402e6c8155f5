"""LNG001: text that was left in a foreign language or script."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import ClassVar

from mtcheck.analysis import Analysis, Word
from mtcheck.finding import Category, Finding, Severity
from mtcheck.function_words import ANY_FOREIGN, ENGLISH_ONLY
from mtcheck.language import detect_language, foreign_share, language_name, script_of
from mtcheck.rules.interface import Rule

# Letters of the scripts that news in English never uses for its own words.
_SCRIPTS = (
    "\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u0590-\u05ff\u0600-\u06ff\u0750-\u077f\u0900-\u0dff\u0e00-\u0eff\u10a0-\u10ff"
    "\u1200-\u137f\u1780-\u17ff\u1f00-\u1fff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
)
_FOREIGN = re.compile(f"[{_SCRIPTS}]")
_RUN = re.compile(
    f"[{_SCRIPTS}\u200c\u200d\u0300-\u036f]+(?:(?:[^\\w\\n]|\\d){{1,12}}[{_SCRIPTS}\u200c\u200d\u0300-\u036f]+){{0,400}}"
)
_LETTERS_PER_WORD = 2
_MIN_WORDS = 6
_MIN_LOWER = 4
_MIN_FUNCTION_WORDS = 3
_MIN_SHARE = 0.3
_MIN_CONTENT_WORDS = 2
_MAX_GAP = 6
_END_WORDS = 4
_END_REACH = 80
"""How many words, and characters, a stretch is followed beyond its first and last function word."""
_RARE = 5
_GLOSS_FOLLOWS = re.compile(
    r"""[^\w\n]{0,3}[”"'’»)]?[,]?[ ]?(?:\(|\[|[–—-][ ]|(?:which[ ])?mean(?:s|ing)\b|or[ ][“"‘'])"""
)


class UntranslatedText(Rule):
    """Text in a foreign language or script that was left in an English article.

    ## Why it matters

    Where an engine fails, it copies its input. A reader meets a clause that says nothing to him.

    ## Example

    `The governor said que los precios de la leche van a subir before the end of the year.`

    ## How it decides

    A run of two or more words (or four or more letters without blanks) in Cyrillic, Arabic, Han or another script is
    major. In parentheses, in quotation marks or next to a post's address it is a gloss, a term or a quotation, and
    nothing is said; single letters (µ, Δ, π) and single words are left alone.

    In the Latin script, a stretch of six or more words without English function words, at least three of them
    function words of one other language and most of them in lower case; for longer stretches langdetect must agree
    that it is not English. Inside quotation marks or parentheses people do quote foreign sentences: minor there, or
    nothing if a translation follows. Names of films, papers, firms and institutions are mostly capitalised, and so
    left alone.
    """

    code: ClassVar[str] = "LNG001"
    name: ClassVar[str] = "untranslated-text"
    category: ClassVar[Category] = Category.UNTRANSLATED
    severity: ClassVar[Severity] = Severity.MAJOR

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield runs in foreign scripts, then stretches of foreign words in the Latin script."""
        if not analysis.text.isascii():
            yield from self._scripts(analysis)
        for stretch in _stretches(analysis):
            yield from self._stretch(analysis, stretch)

    def _scripts(self, analysis: Analysis) -> Iterator[Finding]:
        end = 0
        for letter in _FOREIGN.finditer(analysis.text):
            run = _RUN.match(analysis.text, letter.start()) if letter.start() >= end else None
            if run is None:
                continue
            end = run.end()
            if not _is_text(run.group()) or _is_gloss(analysis, run.start(), run.end()):
                continue
            script = script_of(letter.group()).capitalize()
            yield self.finding(
                analysis,
                run.start(),
                run.end(),
                f"Text in {script} script was left untranslated.",
                confidence=0.85,
                evidence={"script": script},
            )

    def _stretch(self, analysis: Analysis, words: Sequence[Word]) -> Iterator[Finding]:
        start, end = self._clause_start(analysis, words[0]), self._clause_end(analysis, words[-1])
        code = self._language(words, analysis.words_between(start, end), analysis.text[start:end])
        if code is None or _completes_name(analysis, start):
            return
        aside = _is_aside(analysis, start, end)
        if aside and _GLOSS_FOLLOWS.match(analysis.text, end):
            return
        yield self.finding(
            analysis,
            start,
            end,
            f"These words are not English; they look like {language_name(code)} left untranslated.",
            confidence=0.4 if aside else 0.8,
            severity=Severity.MINOR if aside else Severity.MAJOR,
            evidence={"language": code, "quoted": aside},
        )

    def _clause_end(self, analysis: Analysis, last: Word) -> int:
        """Return where the foreign words end that follow the last function word: a few at most."""
        end = at = last.end
        for word in analysis.words_between(last.end, last.end + _END_REACH)[:_END_WORDS]:
            if word.text.lower() in ENGLISH_ONLY or _closes(analysis.text, at, word.start):
                break
            at = word.end
            if word.text[0].islower() and self._is_unknown(word.text):
                end = word.end
        return end

    def _clause_start(self, analysis: Analysis, first: Word) -> int:
        """Return where the foreign words begin that stand before the first function word: a few at most.

        A capitalised one belongs to them only where it opens its sentence: elsewhere it is a name.
        """
        start = at = first.start
        before = analysis.words_between(max(0, first.start - _END_REACH), first.start)[-_END_WORDS:]
        for word in reversed(before):
            if word.text.lower() in ENGLISH_ONLY or _closes(analysis.text, word.end, at):
                break
            at = word.start
            if self._is_unknown(word.text) and (word.text[0].islower() or _opens(analysis, word)):
                start = word.start
        return start

    def _is_unknown(self, word: str) -> bool:
        """Whether news in English hardly ever has the word, in any case."""
        lexicon = self.resources.lexicon
        return lexicon.lower_count(word) < _RARE and lexicon.capitalised_count(word) < 10 * _RARE

    def _is_english(self, word: str) -> bool:
        return word.lower() in ENGLISH_ONLY or self.resources.lexicon.is_word(word)

    def _language(self, words: Sequence[Word], whole: Sequence[Word], stretch: str) -> str | None:
        """Return the language of a stretch if it is foreign; langdetect is asked where the stretch is long enough.

        `words` reach from the first function word to the last, `whole` and `stretch` to the ends of the foreign words.
        """
        lower = [w.text.lower() for w in words]
        code, share = foreign_share(lower)
        if round(share * len(words)) < _MIN_FUNCTION_WORDS or share < _MIN_SHARE:
            return None
        small = [w.text for w in words if w.text.islower()]
        content = {w.text for w in whole if w.text.islower()}
        content = {w for w in content if w not in ANY_FOREIGN and not self._is_english(w)}
        if len(small) < max(_MIN_LOWER, 0.5 * len(words)) or len(content) < _MIN_CONTENT_WORDS:
            return None
        detected = detect_language(stretch)
        if detected is None:
            return code
        return None if detected[0] == "en" else detected[0]


def _is_text(run: str) -> bool:
    """Whether a run holds two words of two letters or more, or four letters of a script that needs no blanks."""
    words = [w for w in re.findall(r"\w+", run) if len(w) >= _LETTERS_PER_WORD]
    return len(words) >= 2 or any(
        "\u0e00" <= w[0] <= "\u0eff" or "\u3040" <= w[0] <= "\u9fff" for w in words if len(w) >= 4
    )


def _is_gloss(analysis: Analysis, start: int, end: int) -> bool:
    """Whether a run is quoted, in parentheses, or part of a post that the article embeds."""
    if analysis.is_quoted(start, end) or _in_parentheses(analysis.text, start, end):
        return True
    around = analysis.text[max(0, start - 300) : end + 300]
    return any(sign in around for sign in ("pic.twitter.com", "https://t.co", "@", "‘", "‹"))


def _is_aside(analysis: Analysis, start: int, end: int) -> bool:
    """Whether `[start, end)` is quoted, with double or single marks, or in parentheses."""
    before = analysis.text[max(0, start - 2) : start].rstrip()
    return (
        analysis.is_quoted(start, end)
        or before.endswith(("'", "‘", "’", "“", '"', "«"))
        or _in_parentheses(analysis.text, start, end)
    )


def _in_parentheses(text: str, start: int, end: int) -> bool:
    """Whether `[start, end)` stands between parentheses or brackets, within 200 characters of the opening one."""
    before = text[max(0, start - 200) : start]
    opened = max(before.rfind("("), before.rfind("["))
    if opened < 0 or re.search(r"[)\]\n]", before[opened:]):
        return False
    return re.search(r"[)\]]", text[end : end + 200]) is not None


def _opens(analysis: Analysis, word: Word) -> bool:
    sentence = analysis.sentence_at(word.start)
    return sentence is not None and not re.search(r"\w", analysis.text[sentence.start : word.start])


def _completes_name(analysis: Analysis, start: int) -> bool:
    """Whether a capitalised word stands right before: "Commission" before "de la santé" is part of the same name."""
    before = re.search(r"(\w+) $", analysis.text[max(0, start - 40) : start])
    return before is not None and before.group(1)[0].isupper() and analysis.text[start].islower()


def _stretches(analysis: Analysis) -> Iterator[list[Word]]:
    """Yield stretches of foreign function words, not more than `_MAX_GAP` words from one to the next.

    An English function word, a full stop, a quotation mark or a line's end closes a stretch.
    """
    words, text = analysis.words, analysis.text
    current: list[int] = []
    for index in (i for i, w in enumerate(words) if w.text.lower() in ANY_FOREIGN):
        if current and (index - current[-1] > _MAX_GAP or _is_broken(text, words[current[-1] : index + 1])):
            yield from _long_enough(words, current)
            current = []
        current.append(index)
    yield from _long_enough(words, current)


def _long_enough(words: Sequence[Word], hits: Sequence[int]) -> Iterator[list[Word]]:
    if len(hits) >= _MIN_FUNCTION_WORDS and hits[-1] - hits[0] + 1 >= _MIN_WORDS:
        yield list(words[hits[0] : hits[-1] + 1])


def _is_broken(text: str, words: Sequence[Word]) -> bool:
    """Whether English or the end of a clause stands between the first and the last of `words`."""
    if any(w.text.lower() in ENGLISH_ONLY for w in words[1:-1]):
        return True
    return any(_closes(text, a.end, b.start) for a, b in pairwise(words))


def _closes(text: str, end: int, start: int) -> bool:
    between = text[end:start]
    return between not in (" ", ", ") and any(c in '.!?\n\r"“”«»()[]' for c in between)
