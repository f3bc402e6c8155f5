#!/usr/bin/env python3
"""Count every rule's findings on articles that people wrote, and write them out to be read one by one.

    python benchmarks/precision/run.py CORPUS.jsonl.gz [--out FINDINGS.tsv] [--field text] [--select RULES]

Each line of the corpus is an object; `--field` names the key that holds the article. Prints a table; `--out` gets one
line per finding: rule, severity, span, context, suggestion. Nothing of the corpus is kept elsewhere.
"""

import argparse
import gzip
import json
from collections import Counter
from pathlib import Path

from mtcheck import Article, Checker, Config, Severity
from mtcheck.rules import ALL_RULES


def read(path, field):
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            yield Article(text=json.loads(line)[field], id=str(number))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--field", default="text")
    parser.add_argument("--select", default="")
    options = parser.parse_args()
    checker = Checker(Config(select=tuple(filter(None, options.select.split(",")))))
    counts, verdicts, sentences, flagged, rows = Counter(), Counter(), 0, 0, []
    for report in checker.check_many(read(options.corpus, options.field)):
        verdicts[report.verdict.value] += 1
        sentences += len(report.sentences)
        flagged += report.flagged
        for finding in report.findings:
            counts[finding.rule, finding.severity is not Severity.MINOR] += 1
            context = " ".join(report.text[max(0, finding.start - 60) : finding.end + 60].split())
            rows.append(
                (finding.rule, finding.severity.value, finding.text, context, "; ".join(finding.suggestions), report.id)
            )
    print(f"{sum(verdicts.values())} articles {dict(verdicts)}, {sentences} sentences")
    print(f"flagged sentences per 1,000: {1000 * flagged / sentences:.2f}\n")
    print("| rule | major or critical | per 1,000 sentences | minor | per 1,000 sentences |\n|---|---|---|---|---|")
    for rule in ALL_RULES:
        severe, minor = counts[rule.code, True], counts[rule.code, False]
        print(
            f"| {rule.code} {rule.name} | {severe} | {1000 * severe / sentences:.3f} | {minor} | {1000 * minor / sentences:.3f} |"
        )
    if options.out:
        lines = ("\t".join(" ".join(cell.split()) for cell in row) for row in sorted(rows))
        options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
