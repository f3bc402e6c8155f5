"""Reads the training data: what people wrote, what machines made of it, and what annotators marked in that."""

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from mtcheck.models.words import WORD, spans_of, words_of

FOLDS = 5
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’]?\s+|\n+")
LEAST_WORDS = 5
PENALTIES = {"Major": 5.0, "Minor": 1.0, "Critical": 5.0}
"""Points of an error by severity, as Freitag et al. 2021 (doi:10.1162/tacl_a_00437) weigh MQM."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pair:
    """A human text and one machine version of it. `key`: the document, `group`: the document as one engine made it."""

    key: str
    human: str
    machine: str
    group: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A text whose words annotators have marked. `tags`: 1 for a word in an error; `penalty`: in MQM points, or None."""

    key: str
    words: tuple[str, ...]
    tags: tuple[float, ...]
    penalty: float | None


def without(pairs: Sequence[Pair], names: Collection[str]) -> list[Pair]:
    """Return the pairs that no engine and no pivot of these names made."""
    return [pair for pair in pairs if not set(names).intersection(pair.group.split("|")[-2:])]


def is_held_out(key: str, fold: int = 0) -> bool:
    """Whether a document is in the fold that is measured on; the same in every source."""
    return crc32(key.encode()) % FOLDS == fold


def rows(path: Path) -> Iterator[Row]:
    """Yield the objects of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def sentences(text: str) -> list[str]:
    """Cut a text roughly into sentences, short ones left out."""
    return [part for part in SENTENCE_END.split(text) if len(part.split()) >= LEAST_WORDS]


def human_sentences(data: Path) -> Iterator[tuple[str, str]]:
    """Yield document and sentence of news that people wrote."""
    for name in ("human_news", "human_newswire_1987"):
        for row in rows(data / f"{name}.jsonl.gz"):
            for sentence in sentences(row["text"]):
                yield f"{name}|{row['doc_id']}", sentence
    seen = set()
    for row in rows(data / "mt_and_reference_news.jsonl.gz"):
        if row["reference"] not in seen:
            seen.add(row["reference"])
            yield translation_key(row), row["reference"]


def round_trips(data: Path) -> list[Pair]:
    """Return the round trips of news."""
    found = []
    for row in rows(data / "round_trip_news.jsonl.gz"):
        document = row.get("doc_id") or f"block{int(row['segment']) // 12}"
        key = f"{row['year']}|{document}"
        group = f"{key}|{row['pivot']}|{row['engine']}"
        found.append(Pair(key, row["original"], row["round_trip"], group))
    return found


def flores_round_trips(data: Path) -> list[Pair]:
    """Return the round trips of single sentences through many languages."""
    return [
        Pair(f"flores|{row['segment']}", row["original"], row["round_trip"], f"{row['pivot']}|{row['engine']}")
        for row in rows(data / "round_trip_flores.jsonl.gz")
    ]


def translation_key(row: Row) -> str:
    """Return the block of neighbouring segments to which a human or machine translation belongs."""
    return f"wmt|{row['year']}|{int(row['segment']) // 12}"


def translations(data: Path) -> list[Pair]:
    """Return machine translations of foreign news beside what people made of the same source."""
    return [
        Pair(translation_key(row), row["reference"], row["mt"], f"{row['year']}|{row['pair']}|{row['engine']}")
        for row in rows(data / "mt_and_reference_news.jsonl.gz")
    ]


def spun_sentences(data: Path) -> list[Pair]:
    """Return the sentences of spun articles beside their originals, of paragraphs that have as many."""
    found = []
    for row in rows(data / "spun_news.jsonl.gz"):
        key = f"spun|{row['doc_id']}"
        for before, after in zip(row["original"].split("\n"), row["round_trip"].split("\n"), strict=False):
            human, machine = sentences(before), sentences(after)
            if len(human) == len(machine):
                found += [Pair(key, h, m, f"{key}|{row['pivot']}") for h, m in zip(human, machine, strict=True)]
    return found


def mqm(data: Path) -> list[Marked]:
    """Return segments with the errors that raters marked: a word's tag is the share of raters that marked it."""
    by_segment: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows(data / "mqm_news_2020.jsonl.gz"):
        by_segment[(row["doc_id"], row["target"])].append(row)
    return [_judged(key, target, ratings) for (key, target), ratings in by_segment.items()]


def _judged(key: str, target: str, ratings: list[Row]) -> Marked:
    places = spans_of(target)
    tags, penalty = [0.0] * len(places), 0.0
    for rating in ratings:
        for span in rating["spans"]:
            penalty += PENALTIES.get(span["severity"], 0.0) / len(ratings)
        marked = [s for s in rating["spans"] if s["start"] >= 0 and s["severity"] in PENALTIES]
        for number, (start, end) in enumerate(places):
            if any(start < span["end"] and span["start"] < end for span in marked):
                tags[number] += 1 / len(ratings)
    return Marked(f"mqm|{key}", tuple(words_of(target)), tuple(tags), penalty)


def post_edits(data: Path) -> list[Marked]:
    """Return sentences with the words that a translator changed; tags of gaps are left out."""
    found = []
    for row in rows(data / "post_edits_wikipedia.jsonl.gz"):
        tokens, tags = row["mt_tok"].split(), row["tags"]
        if len(tags) == 2 * len(tokens) + 1:
            tags = tags[1::2]
        if len(tags) != len(tokens):
            continue
        kept = [(token, tag) for token, tag in zip(tokens, tags, strict=True) if WORD.fullmatch(token)]
        if len(kept) >= LEAST_WORDS:
            key = f"edit|{row['lp']}|{row['seg_id']}"
            found.append(Marked(key, tuple(t for t, _ in kept), tuple(float(tag == "BAD") for _, tag in kept), None))
    return found
