"""Reads the development data: news that people wrote, and round trips. Nothing of it is stored but counts."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

HUMAN = ("human_news.jsonl.gz", "human_newswire_1987.jsonl.gz")
ROUND_TRIPS = ("round_trip_news.jsonl.gz", "round_trip_flores.jsonl.gz")
SPUN = "spun_news.jsonl.gz"
REFERENCES = "mt_and_reference_news.jsonl.gz"


def rows(path: Path) -> Iterator[dict]:
    """Yield the objects of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def human_texts(data: Path) -> Iterator[str]:
    """Yield articles that people wrote, and the distinct reference translations and round-trip originals."""
    for name in HUMAN:
        for row in rows(data / name):
            yield row["text"]
    seen: set[str] = set()
    for name, key in ((REFERENCES, "reference"), *((name, "original") for name in ROUND_TRIPS)):
        for row in rows(data / name):
            if row[key] not in seen:
                seen.add(row[key])
                yield row[key]


def round_trips(data: Path) -> Iterator[tuple[str, str, str]]:
    """Yield original, round trip and pivot: sentences, or lines of whole articles."""
    for name in ROUND_TRIPS:
        for row in rows(data / name):
            yield row["original"], row["round_trip"], row["pivot"]
    for row in rows(data / SPUN):
        before, after = row["original"].split("\n"), row["round_trip"].split("\n")
        if len(before) == len(after):
            yield from ((a, b, row["pivot"]) for a, b in zip(before, after, strict=True) if a.strip())
