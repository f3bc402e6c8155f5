"""Documents of the held-out fold with their labels, and what mtcheck finds in each: the material that calibration weighs."""

import gzip
import json
import pickle
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.checker import Checker, article_quality, findings_by_sentence
from mtcheck.config import Config
from mtcheck.detection.evidence import SentenceEvidence
from mtcheck.finding import Severity
from mtcheck.models.training.corpora import FOLDS, is_held_out, translation_key
from mtcheck.rules import replaced_words

MOST = {"trip": 1500, "translation": 500, "wire": 400}
BLOCK = 12
"""Segments of a document that has no bounds of its own."""
"""Documents of a kind at most."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document to be judged. `kind`: trip, spun, human or wire; `label`: 1 machine. `group`: the original it comes from."""

    kind: str
    label: int
    group: str
    engine: str
    pivot: str
    text: str

    @property
    def half(self) -> int:
        """0 fits, 1 measures; all versions of an original are in the same half."""
        return sha256(self.group.encode()).digest()[0] % 2


@dataclass(frozen=True, slots=True)
class Document:
    """A source with what was found: evidence, rules that fired and words per sentence; `quality` is 100 if nothing is flagged."""

    source: Source
    evidence: tuple[SentenceEvidence, ...]
    rules: tuple[tuple[str, ...], ...]
    words: tuple[int, ...]
    quality: float


def rows(path: Path) -> Iterator[dict]:
    """Yield the objects of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def sources(data: Path) -> list[Source]:
    """Return the documents of the held-out fold, a fixed sample of those that are many."""
    found = [*_human(data), *_spun(data), *_translations(data), *_trips(data)]
    kept, taken = [], defaultdict(int)
    for source in sorted(found, key=lambda s: sha256(f"{s.group}|{s.pivot}|{s.engine}|{s.label}".encode()).digest()):
        key = (source.kind, source.label)
        if taken[key] < MOST.get(source.kind, 10**9) or (source.label == 0 and source.kind != "translation"):
            taken[key] += 1
            kept.append(source)
    return kept


def _human(data: Path) -> Iterator[Source]:
    for row in rows(data / "human_news.jsonl.gz"):
        if is_held_out(f"human_news|{row['doc_id']}"):
            yield Source("human", 0, row["doc_id"], row["publisher"], "", row["text"])
    wire = 0
    for row in rows(data / "human_newswire_1987.jsonl.gz"):
        if (
            is_held_out(f"human_newswire_1987|{row['doc_id']}")
            and len(row["text"].split()) >= 40
            and wire < MOST["wire"]
        ):
            wire += 1
            yield Source("wire", 0, str(row["doc_id"]), "reuters", "", row["text"])


def _spun(data: Path) -> Iterator[Source]:
    for row in rows(data / "spun_news.jsonl.gz"):
        if is_held_out(f"spun|{row['doc_id']}"):
            for label, key in ((0, "original"), (1, "round_trip")):
                yield Source("spun", label, row["doc_id"], row["engine"], row["pivot"], row[key])


def _translations(data: Path) -> Iterator[Source]:
    """Yield blocks of segments of foreign news, as a machine and as people put them into English."""
    groups: dict[tuple[str, str, str], list[dict]] = defaultdict(list)
    for row in rows(data / "mt_and_reference_news.jsonl.gz"):
        if is_held_out(translation_key(row)):
            groups[(row["year"], row["pair"], row["engine"])].append(row)
    seen = set()
    for (year, pair, engine), own in sorted(groups.items()):
        own.sort(key=lambda r: int(r["segment"]))
        for first in range(0, len(own) - BLOCK + 1, BLOCK):
            block = own[first : first + BLOCK]
            group = f"wmt|{year}|{pair}|{int(block[0]['segment']) // (BLOCK * FOLDS)}"
            machine, people = ("\n".join(" ".join(r[k].split()) or "-" for r in block) for k in ("mt", "reference"))
            yield Source("translation", 1, group, engine, pair, machine)
            if people not in seen:
                seen.add(people)
                yield Source("translation", 0, group, "", pair, people)


def _trips(data: Path) -> Iterator[Source]:
    groups: dict[tuple[str, str, str], list[dict]] = defaultdict(list)
    for row in rows(data / "round_trip_news.jsonl.gz"):
        document = row.get("doc_id") or f"block{int(row['segment']) // 12}"
        key = f"{row['year']}|{document}"
        if is_held_out(key):
            groups[(key, row["pivot"], row["engine"])].append(row)
    seen = set()
    for (key, pivot, engine), own in sorted(groups.items()):
        own.sort(key=lambda r: int(r["segment"]))
        before, after = ("\n".join(" ".join(r[k].split()) or "-" for r in own) for k in ("original", "round_trip"))
        yield Source("trip", 1, key, engine, pivot, after)
        if before not in seen:
            seen.add(before)
            yield Source("trip", 0, key, "", pivot, before)


_checker: Checker | None = None


def _judge(source: Source) -> Document | None:
    global _checker
    replaced_words.CONTEXT = 0.0  # what the article says for its words is fitted here, not taken from an earlier fit
    _checker = _checker or Checker(Config(ignore=("FLU002",)))
    analysis = Analysis(Article(text=source.text), _checker.resources)
    if not analysis.sentences:
        return None
    found = _checker.findings(analysis)
    by_sentence = findings_by_sentence(analysis.sentences, found)
    return Document(
        source,
        analysis.evidence,
        tuple(tuple(f.rule for f in own) for own in by_sentence),
        tuple(len(analysis.words_between(s.start, s.end)) for s in analysis.sentences),
        article_quality(analysis, found) if any(f.severity is not Severity.MINOR for f in found) else 100.0,
    )


def documents(data: Path, cache: Path | None, jobs: int = 2) -> list[Document]:
    """Return every document with what was found; `cache` keeps it, as the work takes minutes."""
    if cache and cache.exists():
        return pickle.loads(cache.read_bytes())
    with ProcessPoolExecutor(jobs) as pool:
        found = [d for d in pool.map(_judge, sources(data), chunksize=8) if d]
    if cache:
        cache.write_bytes(pickle.dumps(found))
    return found
