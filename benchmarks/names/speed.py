#!/usr/bin/env python3
"""Measure what the name and office rules cost: `python benchmarks/names/speed.py [NEWS.jsonl.gz]`.

Prints, in sentences per second of processor time on one core, how fast people are found and resolved and all NAM and ROL rules
run over the articles (the first 600 of the corpus, by default the sentences of tests/names/generated), with and without the
splitting into sentences and words that every rule shares. Then the cost of resolving one mention with 3,000 and with 100,000
names in the index, in one run: names of random given names and family names of the census that ships with mtcheck.
"""

import gc
import gzip
import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from mtcheck import Article, lexicon
from mtcheck.analysis import Analysis
from mtcheck.lexicon.lexicon import NAMES
from mtcheck.names import NameIndex
from mtcheck.names.mentions import Mention
from mtcheck.names.records import Person, ReferenceData
from mtcheck.resources import Resources
from mtcheck.rules import ALL_RULES, Rule

MENTIONS = Path(__file__).parents[2] / "tests" / "names" / "generated" / "mentions.jsonl"
PREFIXES = ("NAM", "ROL")
ARTICLES, ROUNDS = 600, 5
SMALL, LARGE = 3_000, 100_000
PROBES = 2_000


def texts(paths: Sequence[str]) -> list[str]:
    if not paths:
        rows = [json.loads(line) for line in MENTIONS.read_text(encoding="utf-8").splitlines()]
        sentences = [row[key] for row in rows for key in ("text", "twin")]
        return [" ".join(sentences[i : i + 25]) for i in range(0, len(sentences), 25)]
    with gzip.open(paths[0], "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for _, line in zip(range(ARTICLES), lines, strict=False)]


def spent(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _shared_parts(analysis: Analysis) -> object:
    return analysis.sentences, analysis.words, analysis.quotations


def _names_part(analysis: Analysis, rules: Sequence[Rule]) -> object:
    return analysis.people, [list(rule.check(analysis)) for rule in rules]


def rule_speed(articles: Sequence[str]) -> tuple[int, float, float]:
    """Return the number of sentences, and the seconds of the names' part alone and with sentences, words and quotations."""
    resources = Resources()
    resources.resolver.resolve(())
    rules = [rule(resources) for rule in ALL_RULES if rule.code.startswith(PREFIXES)]
    shared, names, sentences = 0.0, 0.0, 0
    for text in articles:
        analysis = Analysis(Article(text=text), resources)
        shared += spent(partial(_shared_parts, analysis))
        names += spent(partial(_names_part, analysis, rules))
        sentences += len(analysis.sentences)
    return sentences, names, names + shared


def census() -> tuple[list[str], list[str]]:
    """Return the given names and the family names of the packaged census."""
    path = Path(lexicon.__file__).with_name("data") / NAMES
    rows = [line.split("\t") for line in gzip.decompress(path.read_bytes()).decode().splitlines()[1:]]
    return [name for name, kind in rows if "g" in kind], [name for name, kind in rows if "s" in kind]


def people(count: int, chance: random.Random) -> tuple[Person, ...]:
    given, family = census()
    names = dict.fromkeys((chance.choice(given).title(), chance.choice(family).title()) for _ in range(count * 2))
    return tuple(Person(f"p{i}", f"{g} {f}", g, f, (), False, True) for i, (g, f) in enumerate(list(names)[:count]))


def misspelt(name: str, chance: random.Random) -> str:
    """Change one vowel and double one consonant: unlike any accepted spelling, like one name most."""
    at = chance.randrange(1, len(name))
    swap = {"a": "e", "e": "i", "i": "a", "o": "u", "u": "o", "k": "c", "c": "k", "v": "f", "b": "p", "s": "z"}
    return name[:at] + swap.get(name[at], name[at] * 2) + name[at + 1 :]


def resources_for(names: tuple[Person, ...]) -> Resources:
    resources = Resources()
    data = ReferenceData(names, (), (), (), (), frozenset(), "synthetic")
    resources.__dict__["names"] = NameIndex(data)
    return resources


def mention_cost(names: tuple[Person, ...], probes: Sequence[Mention]) -> float:
    """Return the microseconds that one mention takes, none of them seen before."""
    resolver = resources_for(names).resolver
    resolver.resolve(probes[:1])
    # A collection of the large index in the middle would be taken for the cost of mentions.
    gc.collect()
    gc.freeze()
    return 1e6 * spent(lambda: [resolver.resolve((m,)) for m in probes]) / len(probes)


def probes_of(names: Sequence[Person], chance: random.Random) -> list[Mention]:
    """Return misspelt full names of people whom both indexes hold, and as many names of nobody."""
    found = []
    for i, person in enumerate(chance.sample(list(names), PROBES)):
        given, family = person.given.lower(), misspelt(person.family.lower(), chance)
        given = chance.choice(names).given.lower() if i % 2 else given
        found.append(Mention(0, len(given) + 1 + len(family), f"{given} {family}".title(), (given, family)))
    return found


def main() -> None:
    articles = texts(sys.argv[1:])
    rounds = sorted((rule_speed(articles) for _ in range(ROUNDS)), key=lambda r: r[1])
    sentences, names, everything = rounds[ROUNDS // 2]
    print("| NAM and ROL rules | sentences per second and core |\n|---|---|")
    print(f"| people found and resolved, rules | {sentences / names:.0f} |")
    print(f"| the same with sentences, words and quotations | {sentences / everything:.0f} |")
    chance = random.Random(7)
    many = people(LARGE, chance)
    probes = probes_of(many[:SMALL], chance)
    small = min(mention_cost(many[:SMALL], probes) for _ in range(3))
    large = min(mention_cost(many, probes) for _ in range(3))
    print("\n| names in the index | microseconds per mention |\n|---|---|")
    print(f"| {SMALL:,} | {small:.1f} |\n| {LARGE:,} | {large:.1f} |\n\nratio: {large / small:.2f}")


if __name__ == "__main__":
    main()
