"""Candidates with labels, to fit and to measure: from news, round trips and the development sentences."""

import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from corpora import HUMAN, ROUND_TRIPS, SPUN, rows
from lemmas import inflections

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.models.training.corpora import is_held_out
from mtcheck.phrases.context import Rewording
from mtcheck.phrases.evidence import Statistics
from mtcheck.phrases.finder import PhraseFinder, Suspect, rewording_of
from mtcheck.phrases.records import Source
from mtcheck.phrases.substitutions import SYNONYM
from mtcheck.phrases.tokens import content_pairs, sentence_tokens

SEED = 20261123
MOST_PER_PHRASE = 6
ALL_CHANGED, TURNED = 0.3, 0.2
"""How often every word of a phrase is replaced, and how often a pair is turned round."""
LEAST_COMMON = 20
"""Times in the news that was counted: translators choose common words."""


@dataclass(frozen=True, slots=True)
class Example:
    """One candidate. `label`: 1 damage, 0 not. `group`: where it comes from. `text`: tells the parts of the data apart."""

    figures: Mapping[str, float]
    reading: Rewording
    label: int
    group: str
    text: str


def example(analysis: Analysis, suspect: Suspect, label: int, group: str) -> Example:
    """Return a suspect with its label."""
    return Example(suspect.figures, rewording_of(analysis, suspect), label, group, analysis.text[:200])


def own_pairs(finder: PhraseFinder, analysis: Analysis) -> Counter[tuple[str, str]]:
    """Return the pairs of content words that the text itself brought into the counts."""
    found: Counter[tuple[str, str]] = Counter()
    for sentence in analysis.sentences:
        words = analysis.words_between(sentence.start, sentence.end)
        found.update(content_pairs(sentence_tokens(analysis.text, words, finder.lemmas)))
    return found


def without(finder: PhraseFinder, own: Counter[tuple[str, str]]) -> Statistics:
    """Return the statistics as they would be had the text not been counted."""
    statistics = finder.statistics
    count = statistics.attestation.pair_count
    return Statistics(
        statistics.attestation, statistics.phrase_counts, lambda a, b: max(0, count(a, b) - own.get((a, b), 0))
    )


def changed(finder: PhraseFinder, analysis: Analysis, statistics: Statistics) -> Iterator[Suspect]:
    """Yield the suspects that the networks judge: all but literal renderings."""
    return (suspect for suspect in finder.suspects(analysis, statistics) if suspect.rendering is None)


def held_out(data: Path, name: str) -> Iterator[dict]:
    """Yield the articles that the network was not trained on: it knows the words of the others."""
    source = name.removesuffix(".jsonl.gz")
    return (row for row in rows(data / name) if is_held_out(f"{source}|{row['doc_id']}"))


def human(finder: PhraseFinder, data: Path, share: float) -> Iterator[Example]:
    """Yield the candidates of news that people wrote, all of them no damage; a text's own counts are left out."""
    pick = random.Random(SEED)
    for name in HUMAN:
        for row in held_out(data, name):
            if pick.random() < share:
                analysis = Analysis(Article(text=row["text"]))
                statistics = without(finder, own_pairs(finder, analysis))
                for suspect in changed(finder, analysis, statistics):
                    yield example(analysis, suspect, 0, name)


def returned(finder: PhraseFinder, data: Path, share: float) -> Iterator[Example]:
    """Yield the candidates of round trips whose label the original tells.

    Damage: the original has the known phrase intact, the round trip has not. None: the original has the same words.
    """
    pick = random.Random(SEED)
    for name in (*ROUND_TRIPS, SPUN):
        for row in rows(data / name):
            if pick.random() >= share or not is_held_out(_document(name, row)):
                continue
            before = Analysis(Article(text=row["original"]))
            known = wordings(finder, before)
            after = Analysis(Article(text=row["round_trip"]))
            still = wordings(finder, after)
            own = own_pairs(finder, before)
            lower = row["original"].lower()
            for suspect in changed(finder, after, finder.statistics):
                text = suspect.candidate.pattern.text
                if text in known and text not in still:
                    yield example(after, suspect, 1, name)
            for suspect in changed(finder, after, without(finder, own)):
                if suspect.written.lower() in lower and suspect.candidate.pattern.text not in known:
                    yield example(after, suspect, 0, name)


def _document(name: str, row: dict) -> str:
    if name == SPUN:
        return f"spun|{row['doc_id']}"
    if "year" in row:
        return f"{row['year']}|" + (row.get("doc_id") or f"block{int(row['segment']) // 12}")
    return f"flores|{row['segment']}"


def wordings(finder: PhraseFinder, analysis: Analysis) -> set[str]:
    """Return the known phrases and contexts that stand intact in a text."""
    return {candidate.pattern.text for candidate, _ in finder.intact(analysis)}


def corrupted(finder: PhraseFinder, data: Path, share: float) -> Iterator[Example]:
    """Yield phrases of news that people wrote, one word of which was replaced as a translator may have done: damage.

    The sentence around is real, and its own counts are left out.
    """
    pick, wrongs, done = random.Random(SEED), likely_wrongs(finder), Counter()
    for name in HUMAN:
        for row in held_out(data, name):
            if pick.random() >= share:
                continue
            article = Analysis(Article(text=row["text"]))
            for candidate, tokens in finder.intact(article):
                text = candidate.pattern.text
                if done[text] < MOST_PER_PHRASE and candidate.pattern.source is not Source.RENDERINGS:
                    examples = list(_corrupted(finder, article, candidate, tokens, wrongs, pick))
                    done[text] += bool(examples)
                    yield from examples


def likely_wrongs(finder: PhraseFinder) -> dict[str, list[str]]:
    """Return for each right word the common words that a translator is likely to put for it."""
    found: dict[str, list[str]] = {}
    for pair in finder.substitutions:
        is_likely = pair.is_listed or pair.relation == SYNONYM or pair.round_trips >= 2
        if is_likely and finder.statistics.attestation.word_count(pair.wrong) >= LEAST_COMMON:
            found.setdefault(pair.right, []).extend([pair.wrong] * (1 + 4 * pair.is_listed + min(pair.round_trips, 4)))
    return found


def _corrupted(finder, article, candidate, tokens, wrongs, pick) -> Iterator[Example]:
    pattern = candidate.pattern
    slots = [s for s, word in enumerate(pattern.words) if wrongs.get(word) and pattern.slot in (-1, s)]
    sentence = article.sentence_at(tokens[candidate.first].start)
    if not slots or sentence is None:
        return
    chosen = slots if pick.random() < ALL_CHANGED else [pick.choice(slots)]
    wrong = {slot: pattern.wrong or pick.choice(wrongs[pattern.words[slot]]) for slot in chosen}
    text = _rewritten(sentence, candidate, tokens, wrong, is_turned=pick.random() < TURNED)
    own = own_pairs(finder, Analysis(Article(text=sentence.text)))
    analysis = Analysis(Article(text=text))
    for suspect in changed(finder, analysis, without(finder, own)):
        if suspect.candidate.pattern.text == pattern.text and not suspect.candidate.is_intact:
            yield example(analysis, suspect, 1, "corrupted")


def _rewritten(sentence, candidate, tokens, wrong: dict[int, str], *, is_turned: bool) -> str:
    """Return the sentence with the wrong words; a pair without words between is turned round about an "of"."""
    written = {}
    for slot, place in enumerate(candidate.places):
        token = tokens[place]
        written[slot] = inflected(wrong[slot], token.text, token.lemmas[0]) if slot in wrong else token.text
    places = [tokens[place] for place in candidate.places]
    start, end = places[0].start - sentence.start, places[-1].end - sentence.start
    if is_turned and len(places) == 2 and candidate.places[1] - candidate.places[0] == 1:
        middle = f"{written[1]} of the {written[0]}"
    else:
        middle, at = "", start
        for slot, token in enumerate(places):
            middle += sentence.text[at : token.start - sentence.start] + written[slot]
            at = token.end - sentence.start
    return sentence.text[:start] + middle + sentence.text[end:]


def inflected(lemma: str, written: str, own_lemma: str) -> str:
    """Return `lemma` in the form in which `written` has its own lemma."""
    lower = written.lower()
    forms = inflections(lemma)
    if lower == own_lemma:
        return lemma
    tags = ("NNS", "VBZ") if lower.endswith("s") else ("VBG",) if lower.endswith("ing") else ("VBD", "VBN")
    return next((forms[tag][0] for tag in tags if tag in forms), lemma)


def development(finder: PhraseFinder, folder: Path) -> Iterator[Example]:
    """Yield the candidates of the development sentences: damage where span and intended wording agree."""
    for line in (folder / "artifacts.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        analysis = Analysis(Article(text=row["text"]))
        start = row["text"].index(row["span"])
        for suspect in changed(finder, analysis, finder.statistics):
            overlaps = suspect.start < start + len(row["span"]) and start < suspect.end
            if overlaps and not is_right(finder, suspect.known, [row["intended"], *row["accept"]]):
                continue
            yield example(analysis, suspect, int(overlaps), "artifacts")
    for line in (folder / "clean.jsonl").read_text(encoding="utf-8").splitlines():
        analysis = Analysis(Article(text=json.loads(line)["text"]))
        for suspect in changed(finder, analysis, finder.statistics):
            yield example(analysis, suspect, 0, "clean")


def is_right(finder: PhraseFinder, suggested: str, intended: list[str]) -> bool:
    """Whether a suggestion has the content words of one of the intended wordings, or one lies within the other."""
    return any(
        _content(finder, suggested) & _content(finder, text) and _covers(finder, suggested, text) for text in intended
    )


def _covers(finder: PhraseFinder, suggested: str, intended: str) -> bool:
    ours, theirs = _content(finder, suggested), _content(finder, intended)
    return ours <= theirs or theirs <= ours


def _content(finder: PhraseFinder, text: str) -> set[str]:
    from mtcheck.phrases.lemmas import is_content

    words = text.lower().replace("-", " ").replace(",", " ").split()
    return {lemma for word in words if is_content(lemma := finder.lemmas.of(word)[0])}
