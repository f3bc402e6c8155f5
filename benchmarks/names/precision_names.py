#!/usr/bin/env python3
"""Count the findings of the name and office rules on articles that people wrote, and write them out to be read one by one.

    python benchmarks/names/precision_names.py NEWS.jsonl.gz [...] --out FINDINGS.tsv [--field text]

Each line of a corpus is an object; `--field` names the key that holds the article; a `date` that names a day is taken as that
of publication. Prints findings per 1,000 sentences by rule, with these dates and without, since offices are judged by them.
`--out` (a file outside the repository) gets one line per finding; "severe" is major or critical.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from mtcheck import Article, Checker, Config, Severity
from mtcheck.rules import ALL_RULES

PREFIXES = ("NAM", "ROL")
CONTEXT = 90
"""Characters of the article on either side of a finding, in the file to read."""


def articles(path: Path, field: str, *, dated: bool) -> Iterator[Article]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            published = _day(str(row.get("date") or "")) if dated else None
            yield Article(text=row[field], id=f"{path.name}:{number}", published=published)


def _day(value: str) -> date | None:
    """Return the day that `2026-8-4`, `12 Jan 2022` or `Jan 29, 2020` stands for; None for `6 YEARS AGO` and the like."""
    value = value.removeprefix("Last update ").strip()
    for form in ("%Y-%m-%d", "%d %b %Y", "%b %d, %Y", "%d %B %Y", "%B %d, %Y"):
        try:
            return datetime.strptime(value, form).date()
        except ValueError:
            continue
    return None


def count(checker: Checker, corpus: Iterator[Article]) -> tuple[Counter[tuple[str, bool]], int, list[tuple[str, ...]]]:
    """Return the findings by rule and whether they are severe, the number of sentences, and one row per finding."""
    counts: Counter[tuple[str, bool]] = Counter()
    sentences, rows = 0, []
    for report in checker.check_many(corpus):
        sentences += len(report.sentences)
        for finding in report.findings:
            if not finding.rule.startswith(PREFIXES):
                continue
            counts[finding.rule, finding.severity is not Severity.MINOR] += 1
            context = report.text[max(0, finding.start - CONTEXT) : finding.end + CONTEXT]
            cells = (
                finding.rule,
                finding.severity.value,
                finding.text,
                "; ".join(finding.suggestions),
                context,
                report.id,
            )
            rows.append(tuple(" ".join(str(cell).split()) for cell in cells))
    return counts, sentences, rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--field", default="text")
    options = parser.parse_args()
    checker = Checker(Config(select=PREFIXES))
    read: list[tuple[str, ...]] = []
    for path in options.corpora:
        for dated in (True, False):
            counts, sentences, rows = count(checker, articles(path, options.field, dated=dated))
            kind = "dated" if dated else "undated"
            read += [(kind, *row) for row in rows]
            print(f"\n{path.name}, {kind}: {sentences} sentences\n\n| rule | severe | per 1,000 sentences | minor |")
            print("|---|---|---|---|")
            codes = [rule.code for rule in ALL_RULES if rule.code.startswith(PREFIXES)]
            for code in codes:
                severe = counts[code, True]
                print(f"| {code} | {severe} | {1000 * severe / sentences:.3f} | {counts[code, False]} |")
            severe, minor = (sum(counts[code, is_severe] for code in codes) for is_severe in (True, False))
            print(f"| all | {severe} | {1000 * severe / sentences:.3f} | {minor} |")
    # What is found with and without a date needs to be read once only.
    once = {row[1:]: row for row in sorted(read, reverse=True)}
    options.out.write_text("\n".join("\t".join(row) for row in sorted(once.values())) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
