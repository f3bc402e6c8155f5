"""Write the held-out fold of the corpora, on which the shipped models may be measured.

python benchmarks/detection/held_out.py --corpora FOLDER --out FOLDER
"""

import argparse
import gzip
import json
from collections.abc import Callable
from pathlib import Path

from mtcheck.models.training.corpora import is_held_out, rows


def trip_key(row: dict) -> str:
    return f"{row['year']}|" + (row.get("doc_id") or f"block{int(row['segment']) // 12}")


KEYS: dict[str, Callable[[dict], str]] = {
    "human_news": lambda row: f"human_news|{row['doc_id']}",
    "spun_news": lambda row: f"spun|{row['doc_id']}",
    "round_trip_news": trip_key,
    "mqm_news_2020": lambda row: f"mqm|{row['doc_id']}",
}
"""The key of each row, as in training."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for name, key in KEYS.items():
        kept = [row for row in rows(options.corpora / f"{name}.jsonl.gz") if is_held_out(key(row))]
        with gzip.open(options.out / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in kept)
        print(name, len(kept), "rows")


if __name__ == "__main__":
    main()
