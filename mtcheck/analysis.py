"""What several rules need of one article, computed once and on first use."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from mtcheck.article import Article, Sentence
from mtcheck.directives import directives, masked
from mtcheck.quotes import Quotation, quotations
from mtcheck.resources import Resources
from mtcheck.segmentation import segment

if TYPE_CHECKING:
    from mtcheck.detection.evidence import SentenceEvidence
    from mtcheck.names.appositions import Office
    from mtcheck.names.mentions import Mention
    from mtcheck.names.resolution import Resolution
    from mtcheck.phrases.finder import Suspect

# Letters and digits, joined inside by apostrophes, hyphens or the dots of initials ("Lavrov's", "far-reaching", "U.S").
_WORD = re.compile(r"[^\W_]+(?:['’\-‑.&][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """One word with its code-point offsets into the article's text; a full stop or possessive at its end is left out."""

    start: int
    end: int
    text: str

    @property
    def is_capitalised(self) -> bool:
        """Whether the first letter is upper case."""
        return self.text[0].isupper()


class Analysis:
    """One article, segmented and tokenised for the rules. Immutable once made.

    `directives` are its inline suppressions; `text` is the article's with blanks in their place, so that offsets agree.
    """

    def __init__(self, article: Article, resources: Resources | None = None) -> None:
        """Keep the article and the shared lists; nothing is computed before a rule asks for it."""
        self.article = article
        self.resources = resources or Resources()
        self.directives = directives(article.text, article.ignored)
        self.text = masked(article.text, self.directives)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The article's sentences in order, without overlap."""
        return segment(self.text)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every word of the text, in order. Equal words share one string: a long text has few different ones."""
        shared: dict[str, str] = {}
        return tuple([Word(*m.span(), shared.setdefault(m[0], m[0])) for m in _WORD.finditer(self.text)])

    @cached_property
    def _word_starts(self) -> list[int]:
        return [w.start for w in self.words]

    def words_between(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the words that begin at or after offset `start` and before `end`."""
        starts = self._word_starts
        return self.words[bisect_right(starts, start - 1) : bisect_right(starts, end - 1)]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds `offset` or is the last to begin before it; None before the first."""
        index = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[index] if index >= 0 else None

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quoted stretches of the text, in order, without overlap."""
        return quotations(self.text)

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [q.start for q in self.quotations]

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether `[start, end)` lies inside quotation marks."""
        index = bisect_right(self._quotation_starts, start) - 1
        return index >= 0 and self.quotations[index].end >= end

    @cached_property
    def mentions(self) -> "tuple[Mention, ...]":
        """The places where the text may name a person, in order."""
        from mtcheck.names.mentions import find_mentions

        return find_mentions(self, self.resources.names, self.resources.lexicon)

    @cached_property
    def people(self) -> "tuple[Resolution, ...]":
        """The mentions that mean a known person, in order."""
        return self.resources.resolver.resolve(self.mentions, self.article.published, self.text)

    @cached_property
    def offices(self) -> "tuple[tuple[Resolution, Office], ...]":
        """Every known person whom the article gives an office, with the office, in the order of the names."""
        from mtcheck.names.offices import offices_given

        return tuple(offices_given(self, self.resources.names))

    @cached_property
    def damaged_phrases(self) -> "tuple[Suspect, ...]":
        """Places where a known phrase may have been lost, in order, each with its probability."""
        return self.resources.phrases.find(self)

    @cached_property
    def evidence(self) -> "tuple[SentenceEvidence, ...]":
        """What speaks for machine translation in each sentence, in order."""
        return tuple(self.resources.evidence.gather([sentence.text for sentence in self.sentences]))

    @cached_property
    def style(self) -> tuple[float, list[float]]:
        """Log-odds of machine translation of the article and of each sentence, findings left out."""
        return self.resources.calibration.combination.scores(self.evidence, [0.0] * len(self.evidence))
