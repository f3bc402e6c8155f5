"""Names that went through another script and back, in sentences: how many the rules find, and that true names raise nothing.

`generated/mentions.jsonl` is made by `benchmarks/names/generate.py`; `benchmarks/names/recall.py` measures all of it. The floors
here lie a little below what was measured; a row lost since shows in the failure, beside those that were never found.
"""

import hashlib
import json
from pathlib import Path

import pytest

from mtcheck import Article, Checker, Config
from mtcheck.names.index import fold

MENTIONS = Path(__file__).with_name("generated") / "mentions.jsonl"
NAME_RULES = ("NAM001", "NAM002", "NAM003")
SAMPLE = {"office": 80, "full": 80, "repeated": 40}
FLOORS = {"office": 0.92, "full": 0.70, "repeated": 0.55}
"""Least share of the sampled mentions of each kind that must be found."""
RIGHT_SUGGESTION = 0.95
"""Least share of what is found whose suggestion is the person's name."""


def _rank(row):
    return hashlib.sha256(row["id"].encode()).digest()


def _sample(kind):
    """The same rows on every machine, whatever the order of the file."""
    rows = [json.loads(line) for line in MENTIONS.read_text(encoding="utf-8").splitlines()]
    return sorted((row for row in rows if row["kind"] == kind), key=_rank)[: SAMPLE[kind]]


@pytest.fixture(scope="module")
def name_checker():
    return Checker(Config(select=("NAM", "ROL")))


def _suggestion(checker, row):
    """What the rules suggest for the mangled mention; None where they do not find it."""
    start = row["text"].rfind(row["became"])
    end = start + len(row["became"])
    findings = checker.check(Article(text=row["text"])).findings
    over = [f for f in findings if f.rule in NAME_RULES and f.start < end and f.end > start]
    suggested = [s for f in over for s in f.suggestions]
    return (suggested[0] if suggested else "") if over else None


def _told(rows):
    return "\n".join(f"{row['id']}: {row['name']} > {row['became']}" for row in rows)


def test_the_generated_mentions_are_many_and_cover_the_pivots_and_groups():
    rows = [json.loads(line) for line in MENTIONS.read_text(encoding="utf-8").splitlines()]

    assert len(rows) >= 1000
    assert len({row["id"] for row in rows}) == len(rows)
    assert len({row["pivot"] for row in rows}) >= 8
    assert {row["half"] for row in rows} == {"dev", "held-out"}
    assert {row["group"] for row in rows} >= {"leader", "official"}
    assert all(row["became"] in row["text"] and row["became"] != row["name"] for row in rows)
    assert all(row["name"] in row["twin"] for row in rows)


@pytest.mark.parametrize("kind", SAMPLE)
def test_mangled_names_are_found(name_checker, kind):
    rows = _sample(kind)

    lost = [row for row in rows if _suggestion(name_checker, row) is None]

    assert len(rows) == SAMPLE[kind]
    assert 1 - len(lost) / len(rows) >= FLOORS[kind], f"{len(lost)} of {len(rows)} not found:\n{_told(lost)}"


@pytest.mark.parametrize("kind", SAMPLE)
def test_what_is_found_is_taken_for_the_right_person(name_checker, resources, kind):
    suggested = [(row, found) for row in _sample(kind) if (found := _suggestion(name_checker, row)) is not None]

    wrong = []
    for row, found in suggested:
        person = resources.names.person(row["person"])
        if fold(found) not in {fold(name) for name in (person.name, person.family, row["name"], *person.aliases)}:
            wrong.append({**row, "became": f"{row['became']}, taken for {found}"})

    assert suggested
    assert 1 - len(wrong) / len(suggested) >= RIGHT_SUGGESTION, _told(wrong)


@pytest.mark.parametrize("kind", SAMPLE)
def test_the_true_names_in_the_same_sentences_raise_nothing(name_checker, kind):
    found = {
        row["twin"]: [f"{f.rule} {f.text}" for f in findings]
        for row in _sample(kind)
        if (findings := name_checker.check(Article(text=row["twin"])).findings)
    }

    assert not found
