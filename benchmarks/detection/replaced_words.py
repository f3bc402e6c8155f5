"""How often the network takes words for replaced, by threshold: in what people wrote, and in what machines returned.

    python benchmarks/detection/replaced_words.py --cache FILE [--out LIST.tsv]

FILE is what `benchmarks/calibration/fit.py --cache` keeps: documents that the network was not trained on.
"""

import argparse
import csv
import pickle
import sys
from collections import Counter, defaultdict
from pathlib import Path

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.resources import Resources
from mtcheck.rules import replaced_words

sys.path.append(
    str(Path(__file__).parents[1] / "calibration")
)  # the kept documents are of a class that is defined there

THRESHOLDS = (0.6, 0.8, 1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--out", type=Path, help="write what is found in human news to this list")
    options = parser.parse_args()
    resources, sentences, found = Resources(), Counter(), defaultdict(list)
    for document in pickle.loads(options.cache.read_bytes()):
        source = document.source
        analysis = Analysis(Article(text=source.text), resources)
        analysis.__dict__["evidence"] = document.evidence
        key = source.kind, source.label
        sentences[key] += len(analysis.sentences)
        for words in replaced_words.replaced_words(analysis, min(THRESHOLDS)):
            around = analysis.text[max(0, words.start - 70) : words.end + 50].replace("\n", " ")
            found[key].append((round(words.log_odds, 2), analysis.text[words.start : words.end], around))
    print("| kind | machine | sentences | " + " | ".join(f">= {t:g}" for t in THRESHOLDS) + " |")
    print("|---" * (3 + len(THRESHOLDS)) + "|")
    for key, count in sorted(sentences.items()):
        rates = [1000 * sum(value >= t for value, _, _ in found[key]) / count for t in THRESHOLDS]
        print(f"| {key[0]} | {key[1]} | {count} | " + " | ".join(f"{rate:.2f}" for rate in rates) + " |")
    if options.out:
        with options.out.open("w", encoding="utf-8", newline="") as file:
            rows = (row for key in (("human", 0), ("wire", 0)) for row in found[key])
            csv.writer(file, delimiter="\t").writerows(sorted(rows, reverse=True))


if __name__ == "__main__":
    main()
