"""How often each phrase of the bank stands intact in news that people wrote."""

from collections import Counter
from collections.abc import Iterable, Sequence

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.phrases.candidates import CandidateFinder
from mtcheck.phrases.lemmas import Lemmas
from mtcheck.phrases.patterns import phrase_pattern
from mtcheck.phrases.records import KnownPhrase
from mtcheck.phrases.rendering_table import RenderingTable
from mtcheck.phrases.renderings import stands_as_written
from mtcheck.phrases.substitutions import Substitutions
from mtcheck.phrases.tokens import sentence_tokens
from mtcheck.tables import pack_words


def no_substitutions() -> Substitutions:
    """Return a table in which no word stands for another, so that only intact phrases are found."""
    import numpy as np

    none = np.zeros(0, dtype=np.uint8)
    columns = ("right", "similarity", "relation", "round_trips", "listed", "pivots")
    empty = {"words": pack_words([""]), "starts": none, "languages": pack_words([""])}
    return Substitutions(empty | dict.fromkeys(columns, none))


def count_phrases(phrases: Sequence[KnownPhrase], texts: Iterable[str]) -> Counter[str]:
    """Return phrase -> how often its words stand together, inflected or not."""
    lemmas = Lemmas.load()
    patterns = [pattern for number, phrase in enumerate(phrases) if (pattern := phrase_pattern(phrase, number, lemmas))]
    finder = CandidateFinder(patterns, no_substitutions(), lemmas)
    counts: Counter[str] = Counter()
    for text in texts:
        analysis = Analysis(Article(text=text))
        for sentence in analysis.sentences:
            tokens = sentence_tokens(text, analysis.words_between(sentence.start, sentence.end), lemmas)
            counts.update(candidate.pattern.text for candidate in finder.find(tokens)[0])
    return counts


def seen_renderings(table: RenderingTable, texts: Iterable[str]) -> set[str]:
    """Return the literal renderings that stand, word for word, in news that people wrote: they are English after all."""
    lemmas, seen = Lemmas.load(), set()
    finder = CandidateFinder([], no_substitutions(), lemmas, table)
    for text in texts:
        analysis = Analysis(Article(text=text))
        for sentence in analysis.sentences:
            tokens = sentence_tokens(text, analysis.words_between(sentence.start, sentence.end), lemmas)
            seen.update(c.pattern.text for c in finder.find(tokens)[0] if stands_as_written(c, tokens, lambda *_: 0))
    return seen
