#!/usr/bin/env python3
"""Measure speed on articles of 25 sentences, per core: `python benchmarks/speed/run.py [CORPUS.jsonl.gz]`.

Without a corpus, articles are made from the seed article's sentences. Prints articles and sentences per second of processor
time with loaded lists, the share of each rule, how two processes compare with one, and how long `mtcheck --help` takes.
"""

import gzip
import json
import random
import subprocess
import sys
import time
from pathlib import Path

from mtcheck import Article, Checker, Config
from mtcheck.analysis import Analysis
from mtcheck.resources import Resources
from mtcheck.rules import ALL_RULES
from mtcheck.scale.local import check_in_processes
from mtcheck.segmentation import segment

SEED = Path(__file__).parents[2] / "seeds" / "kremlin-summit.txt"
SENTENCES, ARTICLES = 25, 400


def sentences(paths):
    texts = [SEED.read_text(encoding="utf-8")]
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            texts = [json.loads(line)["text"] for line in lines]
    random.Random(0).shuffle(texts)
    found = []
    for text in texts:
        found += [s.text for s in segment(text)]
        if len(found) >= SENTENCES * ARTICLES:
            break
    return found


def articles(found):
    rows = [[found[(i * SENTENCES + j) % len(found)] for j in range(SENTENCES)] for i in range(ARTICLES)]
    return [Article(text=" ".join(row), id=str(i)) for i, row in enumerate(rows)]


def rate(checker, batch):
    start = time.process_time()
    for report in checker.check_many(batch):
        assert report.verdict
    return len(batch) / (time.process_time() - start)


def rule_shares(batch):
    resources = Resources()
    rules = [rule(resources) for rule in ALL_RULES]
    spent = dict.fromkeys(("segmentation", "words and quotations", "people"), 0.0)
    for article in batch:
        analysis = Analysis(article, resources)
        for name, part in (
            ("segmentation", lambda a=analysis: a.sentences),
            ("words and quotations", lambda a=analysis: (a.words, a.quotations)),
            ("people", lambda a=analysis: a.people),
        ):
            start = time.process_time()
            part()
            spent[name] += time.process_time() - start
        for rule in rules:
            start = time.process_time()
            list(rule.check(analysis))
            spent[rule.code] = spent.get(rule.code, 0.0) + time.process_time() - start
    return {name: 1000 * seconds / len(batch) for name, seconds in spent.items()}


def wall(batch, jobs):
    start = time.perf_counter()
    for _ in check_in_processes(batch, Config(), jobs):
        pass
    return time.perf_counter() - start


def main():
    batch = articles(sentences(sys.argv[1:]))
    checker = Checker()
    list(checker.check_many(batch[:20]))
    rates = sorted(rate(checker, batch) for _ in range(5))
    print(
        f"articles of {SENTENCES} sentences per second and core: median {rates[2]:.0f} (min {rates[0]:.0f}, max {rates[4]:.0f})"
    )
    print(f"sentences per second and core: {rates[2] * SENTENCES:.0f}\n\n| part | ms per article |\n|---|---|")
    for name, milliseconds in sorted(rule_shares(batch).items(), key=lambda item: -item[1]):
        print(f"| {name} | {milliseconds:.3f} |")
    many = batch * 8
    print(f"\ntwo processes against one: {wall(many, 1) / wall(many, 2):.2f} x")
    times = []
    for _ in range(11):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "mtcheck", "--help"], check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    print(f"mtcheck --help: median {sorted(times)[5]:.2f} s")


if __name__ == "__main__":
    main()
