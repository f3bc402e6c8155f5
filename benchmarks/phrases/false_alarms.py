"""What the phrase rules say of news that people wrote: severe and minor findings per 1,000 sentences, and a list to read.

    python benchmarks/phrases/false_alarms.py --corpora FOLDER --out LIST.tsv [--corpus human_news.jsonl.gz] [--every 1]

An article's own counts are left out of the statistics, so that it is judged as if it had never been seen.
"""

import argparse
import csv
from collections import Counter
from pathlib import Path

from corpora import HUMAN, rows
from labelled import own_pairs, without

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.finding import Finding, Severity
from mtcheck.resources import Resources
from mtcheck.rules import select_rules


def findings(resources: Resources, rules: list, text: str) -> tuple[Analysis, list[Finding]]:
    """Return the findings of an article whose own counts are left out."""
    analysis = Analysis(Article(text=text), resources)
    finder = resources.phrases
    found = finder.find(analysis, without(finder, own_pairs(finder, analysis)))
    analysis.__dict__["damaged_phrases"] = found
    return analysis, [finding for rule in rules for finding in rule.check(analysis)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--corpus", default=HUMAN[0])
    parser.add_argument("--key", default="text")
    parser.add_argument("--every", type=int, default=1)
    options = parser.parse_args()
    resources = Resources()
    rules = [rule(resources) for rule in select_rules(("PHR",), ())]
    sentences, counts = 0, Counter()
    with options.out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t")
        for number, row in enumerate(rows(options.corpora / options.corpus)):
            if number % options.every:
                continue
            analysis, found = findings(resources, rules, row[options.key])
            sentences += len(analysis.sentences)
            for f in found:
                counts[f.rule, f.severity is not Severity.MINOR] += 1
                around = analysis.text[max(0, f.start - 60) : f.end + 40].replace("\n", " ")
                writer.writerow([f.rule, f.severity.value, f.confidence, f.text, f.suggestions[0], around])
    print(f"{sentences} sentences")
    print("| rule | severe per 1,000 | minor per 1,000 |\n|---|---|---|")
    for code in [*sorted({code for code, _ in counts}), "all"]:
        severe, minor = (
            sum(n for (rule, is_severe), n in counts.items() if is_severe is kind and code in (rule, "all"))
            for kind in (True, False)
        )
        print(f"| {code} | {1000 * severe / sentences:.2f} | {1000 * minor / sentences:.2f} |")


if __name__ == "__main__":
    main()
