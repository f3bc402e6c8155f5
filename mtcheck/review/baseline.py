"""The baseline: findings and verdicts that editors have let stand, in one JSON file that is kept beside the articles.

An entry holds for its article, wherever the sentence has moved to. It holds for other articles too, as the same text is
published again under other names, unless the sentence is too short to be known by its words alone.
"""

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from mtcheck.review.keys import FindingKey, digest, normalised
from mtcheck.review.reading import read_json, rows, text

SCHEMA = "mtcheck.baseline/1"
MAX_BYTES = 256 << 20
LEAST_WORDS = 6
"""Words that a sentence needs to be recognised in another article."""


class BaselineError(ValueError):
    """A baseline that cannot be used; the message is one line."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """Findings that stand: `count` of one key in one article, `words` in the sentence, and why."""

    article: str
    key: FindingKey
    count: int
    words: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Released:
    """An article whose verdict an editor has overruled: its id, the digest of its text, and why."""

    article: str
    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Baseline:
    """Everything that editors have let stand."""

    accepted: tuple[Accepted, ...] = ()
    released: tuple[Released, ...] = ()

    @property
    def version(self) -> str:
        """Eight hex digits over the content, for the signature."""
        return hashlib.sha256(dumps(self).encode("utf-8", "surrogatepass")).hexdigest()[:8]


class BaselineIndex:
    """A baseline made ready for look-ups; it does not change."""

    def __init__(self, baseline: Baseline) -> None:
        """Sort the entries by article and by sentence."""
        self.version = baseline.version
        self._own: dict[tuple[str, FindingKey], Accepted] = {(e.article, e.key): e for e in baseline.accepted}
        self._anywhere: dict[FindingKey, Accepted] = {}
        for entry in baseline.accepted:
            best = self._anywhere.get(entry.key)
            if entry.words >= LEAST_WORDS and (best is None or entry.count > best.count):
                self._anywhere[entry.key] = entry
        self._released = {entry.text: entry for entry in baseline.released}

    def entry(self, article: str, key: FindingKey) -> Accepted | None:
        """Return the entry that lets a finding of `article` stand, if one does."""
        return self._own.get((article, key)) or self._anywhere.get(key)

    def released(self, text: str) -> Released | None:
        """Return the entry that overrules the verdict on an article with this text, if one does."""
        return self._released.get(text_digest(text)) if self._released else None


class BaselineUse:
    """Keeps account, report by report, of which entries a run made use of."""

    def __init__(self, baseline: Baseline) -> None:
        """Start with none used."""
        self._baseline = baseline
        self._seen: set[str] = set()
        self._used: Counter[tuple[str, FindingKey]] = Counter()
        self._used_releases: set[str] = set()

    def add(self, article: str, used: Iterable[Accepted], released: Released | None) -> None:
        """Count the entries that one article used, one for every finding."""
        self._seen.add(article)
        self._used.update((entry.article, entry.key) for entry in used)
        if released:
            self._used_releases.add(released.text)

    def stale(self) -> tuple[Accepted | Released, ...]:
        """Return the entries of articles that were checked which let nothing stand any more, or less than they count.

        Entries of articles that this run did not see are left in peace: a feed is often checked in parts.
        """
        accepted = [e for e in self._baseline.accepted if self._used[e.article, e.key] < e.count]
        released = [e for e in self._baseline.released if e.text not in self._used_releases]
        entries: list[Accepted | Released] = [*accepted, *released]
        return tuple(entry for entry in entries if entry.article in self._seen)


def text_digest(text: str) -> str:
    """Return the digest of an article's text, blind to what republishing changes."""
    return digest(normalised(text))


def merged(baselines: Iterable[Baseline]) -> Baseline:
    """Return the entries of all; of two for the same finding or article the later one wins."""
    accepted: dict[tuple[str, FindingKey], Accepted] = {}
    released: dict[str, Released] = {}
    for baseline in baselines:
        accepted |= {(e.article, e.key): e for e in baseline.accepted}
        released |= {e.text: e for e in baseline.released}
    return Baseline(
        tuple(sorted(accepted.values(), key=lambda e: (e.article, e.key))),
        tuple(sorted(released.values(), key=lambda e: (e.article, e.text))),
    )


def read_baseline(path: Path) -> Baseline:
    """Read a baseline. Raises `BaselineError` naming the file and what is wrong with it."""
    try:
        value = read_json(path, SCHEMA, MAX_BYTES)
        return Baseline(
            tuple(_accepted(row) for row in rows(value, "findings")),
            tuple(Released(text(r, "article"), text(r, "text"), text(r, "reason")) for r in rows(value, "articles")),
        )
    except OSError as error:
        raise BaselineError(f"{path}: cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise BaselineError(f"{path}: not a baseline ({error})") from error


def write_baseline(baseline: Baseline, out: TextIO) -> None:
    """Write a baseline as JSON, an entry a line, sorted, so that version control shows what has changed."""
    out.write(dumps(baseline))


def dumps(baseline: Baseline) -> str:
    """Return the JSON text of a baseline."""
    ordered = merged([baseline])
    sections = {
        "findings": [_accepted_row(entry) for entry in ordered.accepted],
        "articles": [{"article": e.article, "text": e.text, "reason": e.reason} for e in ordered.released],
    }
    parts = [f' "schema": "{SCHEMA}"']
    for name, entries in sections.items():
        lines = ",\n".join("  " + json.dumps(entry, ensure_ascii=True) for entry in entries)
        parts.append(f' "{name}": [\n{lines}\n ]' if entries else f' "{name}": []')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _accepted_row(entry: Accepted) -> dict[str, Any]:
    return {
        "article": entry.article,
        "rule": entry.key.rule,
        "sentence": entry.key.sentence,
        "span": entry.key.span,
        "count": entry.count,
        "words": entry.words,
        "reason": entry.reason,
    }


def _accepted(row: Mapping[str, object]) -> Accepted:
    key = FindingKey(text(row, "rule"), text(row, "sentence"), text(row, "span"))
    return Accepted(text(row, "article"), key, _number(row, "count", 1), _number(row, "words", 0), text(row, "reason"))


def _number(row: Mapping[str, object], name: str, least: int) -> int:
    value = row.get(name, least)
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise ValueError(f"{name} is not a whole number from {least}")
    return value


def grouped(keys: Iterable[tuple[str, FindingKey, int, str]]) -> tuple[Accepted, ...]:
    """Return entries for findings given as article, key, words of the sentence, and reason; equal ones are counted."""
    groups: dict[tuple[str, FindingKey], list[tuple[int, str]]] = defaultdict(list)
    for article, key, words, reason in keys:
        groups[article, key].append((words, reason))
    return tuple(
        Accepted(article, key, len(found), found[0][0], next((reason for _, reason in found if reason), ""))
        for (article, key), found in groups.items()
    )
