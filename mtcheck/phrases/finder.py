"""Finds damaged phrases in one article: candidates, evidence, decision, and the best reading of each place."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mtcheck.article import Sentence
from mtcheck.models import Encoder
from mtcheck.models.reading import SentenceReader
from mtcheck.phrases.alternatives import Alternative, Alternatives
from mtcheck.phrases.attestation import Attestation
from mtcheck.phrases.bank import load_bank, load_senses
from mtcheck.phrases.candidates import Candidate, CandidateFinder
from mtcheck.phrases.context import Rewording, semantic_evidence
from mtcheck.phrases.decision import Decision
from mtcheck.phrases.evidence import Statistics, pivots_of, static_evidence
from mtcheck.phrases.lemmas import Lemmas
from mtcheck.phrases.patterns import Pattern, phrase_pattern, sense_patterns, veto_contexts
from mtcheck.phrases.records import KnownPhrase, PhraseKind, PivotSense, Rendering, Source
from mtcheck.phrases.rendering_table import RenderingTable
from mtcheck.phrases.renderings import is_meant_as_said, is_written_already, rendering_probability, stands_as_written
from mtcheck.phrases.repair import Inflections, intended, span, suggestion
from mtcheck.phrases.substitutions import Substitutions
from mtcheck.phrases.tokens import Token, sentence_tokens

if TYPE_CHECKING:
    from mtcheck.analysis import Analysis

CONTEXT_REACH = 600
"""Characters of the sentence on either side that count as context; the encoder reads no more in any case."""
LONGEST = 400
"""Words; a longer sentence is a list or no prose."""
JUDGED = 3
"""Suspects of one sentence that the encoder looks at, the likeliest; it costs most of the time."""
SURE = 0.93
"""Probability from which a suspect is reported, chosen on news that people wrote: see benchmarks/phrases."""
MOST_OTHERS = 2
VETO_REACH = 4
"""Tokens: how far from the word a context of its own may stand."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """A candidate with its place in the text and the figures that speak for and against it.

    * `written`: the span `text[start:end]`; `known`: the intended wording in the forms of the text.
    * `others`: intended wordings of other readings of the same place.
    * `phrase`: the entry of the bank; `sense`: the row of the table of senses; `rendering`: that of the literal
      renderings. One of the three, the others are None.
    """

    candidate: Candidate
    start: int
    end: int
    written: str
    known: str
    phrase: KnownPhrase | None
    sense: PivotSense | None
    rendering: Rendering | None
    figures: Mapping[str, float]
    probability: float
    others: tuple[str, ...] = ()

    @property
    def meaning(self) -> str:
        """What the known phrase means in other words; empty for a sense."""
        return self.phrase.gloss if self.phrase else self.rendering.gloss if self.rendering else ""

    @property
    def kind(self) -> PhraseKind | None:
        """Of the known phrase; None for a sense."""
        return self.phrase.kind if self.phrase else self.rendering.kind if self.rendering else None

    @property
    def pivots(self) -> tuple[str, ...]:
        """The languages that it may have gone through."""
        return self.rendering.pivots if self.rendering else pivots_of(self.candidate.changes)


class PhraseFinder:
    """Finds where a known phrase was lost. Holds the tables; keeps nothing of an article."""

    def __init__(
        self, encoder: Callable[[], Encoder], reader: Callable[[], SentenceReader], decision: Decision | None = None
    ) -> None:
        """Load the tables; encoder and reader are asked for on the first suspect."""
        self._encoder, self._reader = encoder, reader
        self.lemmas = Lemmas.load()
        self._bank, self._senses = load_bank(), load_senses()
        self._renderings = RenderingTable.load(self.lemmas)
        self._inflections = Inflections.load()
        self._decision = decision or Decision.load()
        attestation = Attestation.load()
        counts = {number: phrase.count for number, phrase in enumerate(self._bank)}
        self.statistics = Statistics(attestation, counts, attestation.pair_count)
        self.substitutions = Substitutions.load()
        self._alternatives = Alternatives(self.substitutions, attestation, self._inflections)
        self._finder = CandidateFinder(self._patterns(), self.substitutions, self.lemmas, self._renderings)
        self.languages_of = _languages_of(self._senses, self.lemmas)
        self._vetoes = veto_contexts(self._senses, self.lemmas)

    def _patterns(self) -> list[Pattern]:
        known = (phrase_pattern(phrase, number, self.lemmas) for number, phrase in enumerate(self._bank))
        patterns = [pattern for pattern in known if pattern]
        in_bank = {pattern.words for pattern in patterns}
        seen: set[tuple[object, ...]] = set()
        for number, sense in enumerate(self._senses):
            for pattern in sense_patterns(sense, number, self.lemmas):
                key = (pattern.words, pattern.slot, pattern.wrong)
                if key not in seen and pattern.words not in in_bank:  # the bank's entry has a gloss to test
                    seen.add(key)
                    patterns.append(pattern)
        return patterns

    def find(self, analysis: "Analysis", statistics: Statistics | None = None) -> tuple[Suspect, ...]:
        """Return the likeliest reading of every suspected place of an article, in order, with its probability.

        `statistics` replaces the packaged counts, as when an article that was counted is to be measured.
        """
        found = self.suspects(analysis, statistics or self.statistics)
        kept = (suspect for suspect in found if suspect.probability >= self._decision.keep)
        suspects = _likeliest(kept, analysis)
        if not suspects:
            return ()
        return tuple(_best(self.judged(analysis, suspects)))

    def alternative(self, analysis: "Analysis", start: int, end: int) -> Alternative | None:
        """Return the word that fits better in the place of the one at `[start, end)`; None where none clearly does."""
        sentence = analysis.sentence_at(start)
        if sentence is None:
            return None
        words = analysis.words_between(sentence.start, sentence.end)
        found = sentence_tokens(analysis.text, words, self.lemmas)
        tokens = [replace(token, start=token.start - sentence.start, end=token.end - sentence.start) for token in found]
        place = next((i for i, token in enumerate(found) if (token.start, token.end) == (start, end)), -1)
        if place < 0:
            return None
        return self._alternatives.best(sentence.text, tokens, place, self._reader(), analysis.resources.lexicon)

    def suspects(self, analysis: "Analysis", statistics: Statistics) -> Iterator[Suspect]:
        """Yield every candidate that no rule of thumb excludes, with its static figures and first probability."""
        for sentence in analysis.sentences:
            words = analysis.words_between(sentence.start, sentence.end)
            if len(words) > LONGEST:
                continue
            tokens = sentence_tokens(analysis.text, words, self.lemmas)
            intact, changed = self._finder.find(tokens)
            covered: set[int] = set()
            for candidate in intact:
                if candidate.pattern.source is not Source.RENDERINGS:
                    covered.update(candidate.places)
                elif self._is_rendering(candidate, tokens, statistics):
                    yield self._literal(analysis, candidate, tokens, statistics)
            for candidate in changed:
                if candidate.pattern.source is Source.RENDERINGS:
                    if self._is_rendering(candidate, tokens, statistics):
                        yield self._literal(analysis, candidate, tokens, statistics)
                elif not self._is_excluded(candidate, tokens, covered):
                    yield self._suspect(analysis, candidate, tokens, statistics)

    def _is_rendering(self, candidate: Candidate, tokens: Sequence[Token], statistics: Statistics) -> bool:
        meant = self._renderings.content_of(candidate.pattern.number)
        return stands_as_written(candidate, tokens, statistics.pairs) and not is_written_already(
            candidate, tokens, meant
        )

    def intact(self, analysis: "Analysis") -> Iterator[tuple[Candidate, Sequence[Token]]]:
        """Yield every known phrase and context that stands intact in an article, with the tokens of its sentence."""
        for sentence in analysis.sentences:
            words = analysis.words_between(sentence.start, sentence.end)
            tokens = sentence_tokens(analysis.text, words, self.lemmas)
            for candidate in self._finder.find(tokens)[0]:
                yield candidate, tokens

    def _is_excluded(self, candidate: Candidate, tokens: Sequence[Token], covered: set[int]) -> bool:
        """Names, words of an intact known phrase, and words in a context of their own are not put for anything."""
        changed = candidate.changed_places()
        if any(place in covered for place in changed):
            return True
        if any(tokens[place].is_name for place in candidate.places) and len(candidate.places) == 1:
            return True
        return any(self._has_own_context(tokens, place) for place in changed)

    def _has_own_context(self, tokens: Sequence[Token], place: int) -> bool:
        return any(
            self._fits(tokens, place, words, at)
            for lemma in tokens[place].lemmas
            for words, at in self._vetoes.get(lemma, ())
        )

    @staticmethod
    def _fits(tokens: Sequence[Token], place: int, words: Sequence[str], at: int) -> bool:
        position = place
        for word in words[at + 1 :]:
            near = range(position + 1, min(len(tokens), position + 1 + VETO_REACH))
            position = next((i for i in near if word in tokens[i].lemmas), -1)
            if position < 0:
                return False
        position = place
        for word in reversed(words[:at]):
            near = range(position - 1, max(-1, position - 1 - VETO_REACH), -1)
            position = next((i for i in near if word in tokens[i].lemmas), -1)
            if position < 0:
                return False
        return True

    def _suspect(
        self, analysis: "Analysis", candidate: Candidate, tokens: Sequence[Token], statistics: Statistics
    ) -> Suspect:
        start, end = span(candidate, tokens)
        figures = static_evidence(candidate, tokens, statistics)
        figures["is_quoted"] = float(analysis.is_quoted(start, end))
        is_sense = candidate.pattern.source is Source.SENSES
        number = candidate.pattern.number
        return Suspect(
            candidate=candidate,
            start=start,
            end=end,
            written=analysis.text[start:end],
            known=suggestion(candidate, tokens, analysis.text, self._inflections),
            phrase=None if is_sense else self._bank[number],
            sense=self._senses[number] if is_sense else None,
            rendering=None,
            figures=figures,
            probability=self._decision.static.probability(figures),
        )

    def _literal(
        self, analysis: "Analysis", candidate: Candidate, tokens: Sequence[Token], statistics: Statistics
    ) -> Suspect:
        start, end = span(candidate, tokens)
        rendering = self._renderings.rendering(candidate.pattern.number)
        return Suspect(
            candidate=candidate,
            start=start,
            end=end,
            written=analysis.text[start:end],
            known=intended(rendering, tokens[candidate.first : candidate.last + 1], self._inflections, self.lemmas),
            phrase=None,
            sense=None,
            rendering=rendering,
            figures={},
            probability=rendering_probability(candidate, tokens, statistics.pairs),
        )

    def judged(self, analysis: "Analysis", suspects: Sequence[Suspect]) -> list[Suspect]:
        """Return the suspects with all figures and their final probability."""
        rewordings = [rewording_of(analysis, suspect) for suspect in suspects]
        judged = []
        for suspect, meaning in zip(
            suspects, semantic_evidence(rewordings, self._encoder(), self._reader()), strict=True
        ):
            figures = {**suspect.figures, **meaning}
            probability = self._final(suspect, figures)
            judged.append(replace(suspect, figures=figures, probability=round(probability, 4)))
        return judged

    def _final(self, suspect: Suspect, figures: Mapping[str, float]) -> float:
        if suspect.rendering is None:
            return self._decision.full.probability(figures)
        return 0.0 if is_meant_as_said(figures["gloss_fit"], figures["written_fit"]) else suspect.probability


def _languages_of(senses: Sequence[PivotSense], lemmas: Lemmas) -> dict[tuple[str, str], list[str]]:
    """Return for each written lemma and the one it was put for the languages that have one word for both."""
    found: dict[tuple[str, str], list[str]] = {}
    for sense in senses:
        key = (lemmas.of(sense.wrong)[0], lemmas.of(sense.right)[0])
        found.setdefault(key, []).append(sense.pivot)
    return found


def rewording_of(analysis: "Analysis", suspect: Suspect) -> Rewording:
    """Return a suspect in words, with its sentence around it."""
    sentence = analysis.sentence_at(suspect.start) or Sentence(0, 0, len(analysis.text), analysis.text)
    first = max(sentence.start, suspect.start - CONTEXT_REACH)
    last = max(suspect.end, min(sentence.end, suspect.end + CONTEXT_REACH))
    return Rewording(
        written=suspect.written,
        known=suspect.known,
        gloss=suspect.meaning or suspect.known,
        sentence=analysis.text[first:last],
        start=suspect.start - first,
    )


def _order(suspect: Suspect) -> tuple[bool, float, int, int, int, str]:
    """Listed renderings that are sure first, the longest of them, which says most; then the likeliest."""
    is_listed = suspect.rendering is not None and suspect.probability >= SURE
    length = suspect.start - suspect.end
    rank = float(length) if is_listed else -suspect.probability
    return (not is_listed, rank, length, suspect.start, -len(suspect.known), suspect.known)


def _likeliest(suspects: Iterable[Suspect], analysis: "Analysis") -> list[Suspect]:
    """Return the likeliest suspects of every sentence, in the order they come."""
    by_sentence: dict[int, list[Suspect]] = {}
    for suspect in suspects:
        sentence = analysis.sentence_at(suspect.start)
        by_sentence.setdefault(sentence.index if sentence else -1, []).append(suspect)
    return [suspect for own in by_sentence.values() for suspect in sorted(own, key=_order)[:JUDGED]]


def _best(suspects: Sequence[Suspect]) -> list[Suspect]:
    """Return the best reading of each place, in the order of the text; it is as sure as the surest of those it stands for."""
    chosen: list[Suspect] = []
    taken: set[int] = set()
    ordered = sorted(suspects, key=_order)
    for number, suspect in enumerate(ordered):
        span_of_it = range(suspect.start, suspect.end)
        if taken.isdisjoint(span_of_it):
            taken.update(span_of_it)
            same = [s for s in ordered[number:] if (s.start, s.end) == (suspect.start, suspect.end)]
            inside = [s for s in ordered[number:] if suspect.start <= s.start and s.end <= suspect.end]
            others = dict.fromkeys(s.known for s in same if s.probability >= SURE and s.known != suspect.known)
            surest = max(s.probability for s in inside)
            chosen.append(replace(suspect, probability=surest, others=tuple(others)[:MOST_OTHERS]))
    return sorted(chosen, key=lambda s: s.start)
