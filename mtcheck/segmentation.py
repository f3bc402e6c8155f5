"""Text to sentences, with exact code-point offsets.

A linear scanner for English news; `benchmarks/segmentation` compares it with five libraries and says why it is ours.

Paragraphs come first (`mtcheck.paragraphs`): no sentence crosses one. Inside a paragraph every full stop, question mark,
exclamation mark and ellipsis is a candidate, and what stands around it decides:

* the next word must look like a beginning: a capital, a digit, a currency sign, an opening quotation mark;
* an abbreviation ends a sentence only where its class can (`mtcheck.abbreviations`);
* closing quotation marks and brackets stay with the sentence they close, and `“Why?” Ann asked.` is one sentence;
* quoted sentences are sentences of their own: `“We won. We are happy,” she said.` is two.

Each decision looks at a bounded stretch around its candidate, so time is linear in the length of the text.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from mtcheck.abbreviations import Ending, begins_after_initial, ending_of, goes_with_time, is_starter
from mtcheck.article import Sentence
from mtcheck.paragraphs import BLANKS, Span, paragraphs, trim

_BULLETS = "•●▪‣■◦"
_CANDIDATE = re.compile(rf"[.!?…]+|[。！？]+|(?<=\s)[{_BULLETS}](?=\s)")
# What closes with the sentence: quotation marks, brackets, footnote marks such as "[3]".
_CLOSERS = re.compile(r"(?:\[\d{1,3}\]|[”’»\"')\]}]|“(?=\s|$)){0,8}")
_DETACHED_CLOSER = re.compile(r"\s{1,3}([”»\"])(?=\s|$)")
_GAP = re.compile(rf"[{BLANKS}]*")
_EMOJI = r"[\U0001f1e6-\U0001faff\u2600-\u27bf\ufe0f\u200d]{1,12}\s?"
_OPENERS = re.compile(
    rf"(?:{_EMOJI})?(?:[“„«‘’\"'(\[{{—–\-]\s{{0,2}}){{0,6}}(?:(?:…|\.{{3}})\.?\s?)?(?:[{_BULLETS}©*]\s)?[$€£¥₹#@*~]?"
)
_WORD = re.compile(r"[^\W_][\w'’\-]{0,40}")
_ALPHANUMERIC = re.compile(r"[^\W_]")
_LIST_MARK = re.compile(r"\d{1,3}|[A-Za-z]|[IVX]{1,5}|[ivx]{1,5}")
_QUOTES = frozenset('”»"“„«')
_OPENING_QUOTES = frozenset('“„«"')
_LEADING_MARKS = "“„«‘\"'([{—–-"
_CLOSING_MARKS = frozenset("”\"’')]")
_SENTENCE_ENDS = frozenset(".!?…”\"’')]。！？:;,")
_FULL_WIDTH = frozenset("。！？")
_STRAIGHT_QUOTE = re.compile('"')
_LONE_LETTER = re.compile(r"[a-zß-öø-ÿ]\s[IX]$")  # "than I", "on X": no initials
_FIRST_PERSON = frozenset({"I", "I'm", "I’m", "I've", "I’ve", "I'd", "I’d", "I'll", "I’ll"})
_LONGEST_HEADLINE = 160
_LOOKBACK = 48
_NO_INITIAL_AFTER = frozenset("'’&0123456789")
_LETTERS_AT_END = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*$")
_PLACE_TIME = re.compile(r"(?:[^\W\d_]{1,20}\s){1,3}time\b")  # "8 a.m. Beijing time"

_SPEECH_VERBS = (
    "said|says|asked|asks|added|adds|told|tells|replied|replies|wrote|writes|shouted|cried|yelled|wondered|demanded|exclaimed|"
    "joked|insisted|responded|answered|quipped|tweeted|posted|screamed|continued|recalled|remarked|inquired|enquired|chanted"
)
# "Ann asked", "Mr. Okafor said", "She asked": at most four words, then a verb of speech at the end of its clause or before an
# adverbial or the person addressed; "Ann said that ..." and "Ann said little" begin a sentence.
_ATTRIBUTION = re.compile(
    rf"(?:[^\W\d_][\w'’\-]{{0,30}}\.?\s){{1,4}}(?:{_SPEECH_VERBS})(?=[.,;:!?]|$|\s(?:at|in|on|as|after|before|during|when|while|"
    r"with|to|of|him|her|them|me|us|reporters|himself|herself|themselves|last|this|again|later|\w+ly)\b)"
)
_NAMES_WITH_MARK = frozenset({"yahoo!", "jeopardy!", "e!"})

# Words run together, "said.The": before the stop a word that is no abbreviation, a year or a closing mark; after it a
# capitalised word, or a bracket before one. Addresses and file names look the same and are excluded.
_GLUED_BEFORE = re.compile(r"(?:[^\W\d_]*[’'\-])?(?:[a-zß-öø-ÿ]{2,}|[A-Z]{2,}|[^\W\d_]{3,})|\d{1,4}")
_GLUED_AFTER = re.compile(r"[“\"‘]?(?:(?=[^\W\d_])[^a-zß-öø-ÿ][\w’']{1,30}|[AI])(?=[\s,;:’'\-]|\.\s)|[(\[]{1,2}[A-Z]")
_ADDRESS = re.compile(r"://|www\.|[@/\\]")
_FILE_OR_DOMAIN = frozenset(
    "com org net gov edu mil info io co uk us eu js tv pdf doc html htm php jpg png gif txt xml csv exe asp aspx".split()
)


def segment(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of `text` in order, without overlap.

    Offsets are code points of `text` as given. A sentence neither begins nor ends with white space, control or zero-width
    characters; every other character lies in exactly one sentence. A text that has no other character has no sentence.
    """
    spans = (span for paragraph in paragraphs(text) for span in _Paragraph(text, *paragraph).sentences())
    return tuple(Sentence(index, start, end, text[start:end]) for index, (start, end) in enumerate(spans))


class _Paragraph:
    """One paragraph of a text, scanned once from its start to its end."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end

    def sentences(self) -> Iterator[Span]:
        """Yield the spans of the sentences, trimmed."""
        begin = self.start
        for boundary in self._boundaries():
            if span := trim(self.text, begin, boundary):
                yield span
            begin = boundary
        if span := trim(self.text, begin, self.end):
            yield span

    def _boundaries(self) -> Iterator[int]:
        """Yield the offsets, in order, at which a sentence ends and another begins after it."""
        first_word, done = self._next_word_at(self.start), self.start
        for match in _CANDIDATE.finditer(self.text, self.start, self.end):
            # A sentence has a word; a list's "1." or "a." is none.
            if match.start() < done or match.start() <= first_word:
                continue
            boundary = match.start() if match.group() in _BULLETS else self._end_of_sentence(match)
            if boundary is None or boundary >= self.end or self._is_list_mark(first_word, match.start()):
                continue
            yield boundary
            done = boundary
            first_word = self._next_word_at(boundary)

    def _next_word_at(self, offset: int) -> int:
        word = _ALPHANUMERIC.search(self.text, offset, self.end)
        return word.start() if word else self.end

    def _is_list_mark(self, first_word: int, stop: int) -> bool:
        return stop - first_word <= 5 and _LIST_MARK.fullmatch(self.text, first_word, stop) is not None

    def _end_of_sentence(self, mark: re.Match[str]) -> int | None:
        """Return where the sentence ends that `mark` stops, closing marks included, or None where it goes on."""
        close = self._after_closers(mark.end())
        after = _skip(_GAP, self.text, close, self.end)
        if after >= self.end:
            return None
        if after == close and mark.group()[0] not in _FULL_WIDTH:
            return self._end_of_glued(mark, close)
        return close if self._begins_sentence(mark, close, after) else None

    def _after_closers(self, offset: int) -> int:
        close = _skip(_CLOSERS, self.text, offset, self.end)
        detached = _DETACHED_CLOSER.match(self.text, close, self.end)
        if detached and (detached.group(1) != '"' or self._is_inside_straight_quotes(detached.start(1))):
            return detached.end()
        return close

    def _is_inside_straight_quotes(self, offset: int) -> bool:
        return bisect_left(self._straight_quotes, offset) % 2 == 1

    @cached_property
    def _straight_quotes(self) -> list[int]:
        return [match.start() for match in _STRAIGHT_QUOTE.finditer(self.text, self.start, self.end)]

    @cached_property
    def _is_headline(self) -> bool:
        return self.end - self.start <= _LONGEST_HEADLINE and self.text[self.end - 1] not in _SENTENCE_ENDS

    def _word_before(self, stop: int) -> str:
        """Return what stands before a stop, back to the last white space; empty where white space precedes it."""
        window = self.text[max(self.start, stop - _LOOKBACK) : stop]
        return "" if window[-1:].isspace() else window.rsplit(None, 1)[-1] if window else ""

    def _begins_sentence(self, mark: re.Match[str], close: int, after: int) -> bool:
        """Whether the text at `after` begins a sentence, given the mark and the closing marks up to `close`."""
        first = _skip(_OPENERS, self.text, after, self.end)
        word = _WORD.match(self.text, first, self.end)
        if word is None or not _looks_like_beginning(word.group()):
            return False
        stop, closers = mark.group(), self.text[mark.end() : close]
        is_quoted = not _QUOTES.isdisjoint(closers)
        if "?" in stop or "!" in stop:
            return self._asks_or_exclaims(mark, closers, word)
        if len(stop) > 1 or stop == "…":
            return is_quoted or word.group() not in _FIRST_PERSON
        before = _letters_at_end(self._word_before(mark.start()))
        ending = ending_of(before, _is_all_caps(before, word.group()))
        if ending is Ending.ALWAYS or (ending is Ending.SOMETIMES and is_quoted):
            return True
        if len(before) == 1 and _LONE_LETTER.search(self.text, max(self.start, mark.start() - 3), mark.start()):
            return True
        return self._abbreviation_ends(ending, len(before) == 1, self.text[after:first], word)

    def _asks_or_exclaims(self, mark: re.Match[str], closers: str, word: re.Match[str]) -> bool:
        before = self._word_before(mark.start())
        if before.endswith("(") and closers.startswith(")"):  # "(!)" comments on a word
            return False
        if not closers and (before + mark.group()).lower() in _NAMES_WITH_MARK:
            return is_starter(word.group())
        return _QUOTES.isdisjoint(closers) or _ATTRIBUTION.match(self.text, word.start(), self.end) is None

    def _abbreviation_ends(self, ending: Ending, is_initial: bool, openers: str, word: re.Match[str]) -> bool:
        following = word.group()
        if ending is Ending.UNLESS_NUMBER:
            return not following[0].isdigit()
        if ending is Ending.NEVER or self._is_headline:
            return False
        if len(following) == 1 and self.text[word.end() : word.end() + 1] == ".":  # another initial
            return False
        if is_initial:
            return begins_after_initial(following)
        if ending is Ending.TIME and "(" not in openers:
            return not (goes_with_time(following) or _PLACE_TIME.match(self.text, word.start(), self.end))
        return is_starter(following) or not _OPENING_QUOTES.isdisjoint(openers)

    def _end_of_glued(self, mark: re.Match[str], close: int) -> int | None:
        """Return where a sentence ends that the next one follows without a blank, or None where it goes on."""
        text = self.text
        if text[close - 1] == '"' and close > mark.end() and not self._is_inside_straight_quotes(close - 1):
            close -= 1  # the quotation mark opens the next sentence
        following = _GLUED_AFTER.match(text, close, self.end)
        if following is None or following.group().strip('“"‘').lower() in _FILE_OR_DOMAIN:
            return None
        before = self._word_before(mark.start())
        if len(before) >= _LOOKBACK - 1 or _ADDRESS.search(before):
            return None
        inner = before.rpartition(",")[2].lstrip(_LEADING_MARKS)
        if close > mark.end() or before[-1:] in _CLOSING_MARKS or not before:
            return close
        if inner.isdigit() and following.group().isupper() and following.group().isalpha():
            return None  # "3.C", "1.II"
        return close if _GLUED_BEFORE.fullmatch(inner) and ending_of(inner) is Ending.ALWAYS else None


def _skip(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    match = pattern.match(text, start, end)
    return match.end() if match else start


def _letters_at_end(word: str) -> str:
    """Return the letters that may be an abbreviation at the end of `word`: "(J" and "Meanwhile,U.S" give "J" and "U.S".

    The last letter of "won't" or "$40m" is no initial.
    """
    match = _LETTERS_AT_END.search(word)
    if match is None or (len(match.group()) == 1 and word[: match.start()][-1:] in _NO_INITIAL_AFTER):
        return ""
    return match.group()


def _is_all_caps(before: str, following: str) -> bool:
    return (
        len(before) > 1 and before.isupper() and (following.isdigit() or (len(following) > 1 and following.isupper()))
    )


def _looks_like_beginning(word: str) -> bool:
    """Whether `word` has a capital, is a number, has no case at all (other scripts) or is of the kind of "eBay"."""
    return not word[0].islower() or word[1:2].isupper()
