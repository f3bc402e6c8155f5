#!/usr/bin/env python3
"""Table what translation engines do to people's names on a way to another language and back.

    python benchmarks/names/round_trip_drift.py ROUND_TRIPS.jsonl.gz [...] [--out DRIFT.tsv] [--every N]

Each line is an object with pivot, engine, original and round_trip. A person is a full name in the original: of somebody whom
`reference_names/` lists, or with a given name that a census has. Its family name is kept if the round trip has it, else it is
aligned with the most similar capitalised word that the original does not have. Prints, per pivot, how many names drift, the kinds
of the drift in letters, and what NAM001 and NAM003 find of the drifted names of listed people. `--out` (a file outside the
repository) gets the aligned names.
"""

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from mtcheck import Article, Checker, Config
from mtcheck.analysis import Analysis
from mtcheck.names.index import fold
from mtcheck.resources import Resources

LEAST_LIKE = 0.45
"""Words less alike than this (share of letters) are not taken for one name."""
LEAST_LIKE_WORD = 0.7
"""The same for a lower-case word, which a name may have been translated into."""
NAME_RULES = ("NAM001", "NAM003")
VOWELS = frozenset("aeiouy")
VOICING = ("bp", "vf", "vw", "gk", "dt", "sz", "gq", "kq", "fp", "bv")
SIBILANTS = frozenset("szcxjt")


@dataclass(frozen=True)
class Drift:
    """A full name of the original and what its family name became (empty: nothing like it is left)."""

    name: str
    family: str
    became: str
    is_listed: bool
    is_accepted: bool


def words(text: str) -> list[str]:
    return [
        w
        for w in (word.strip(".,;:!?()[]\"'“”‘’—–") for word in text.replace("’s ", " ").replace("'s ", " ").split())
        if w
    ]


def drifts(resources: Resources, original: str, round_trip: str) -> Iterator[Drift]:
    """Yield every person's name of the original, drifted or kept."""
    if original == round_trip:
        return
    after = words(round_trip)
    known = {fold(w) for w in words(original)}
    folded_after = {fold(w) for w in after}
    for mention in Analysis(Article(text=original), resources).mentions:
        if len(mention.parts) < 2 or len(mention.parts) > 3 or len(mention.parts[-1]) < 4:
            continue
        listed = resources.names.people_by_full_name(" ".join(mention.parts))
        if not listed and not resources.lexicon.is_given_name(mention.parts[0]):
            continue
        family = mention.parts[-1]
        became = family if family in folded_after else _nearest(family, after, known)
        given = next((w for w in after if fold(w) == mention.parts[0]), None)
        accepted = became == family or bool(resources.names.people_by_full_name(fold(f"{given or ''} {became}")))
        if not accepted and listed:
            accepted = fold(became) in resources.resolver.matcher.families_of(listed[0])
        yield Drift(mention.text, family, became, bool(listed), accepted)


def _nearest(family: str, after: list[str], known: set[str]) -> str:
    best, most = "", LEAST_LIKE
    for word in after:
        folded = fold(word)
        if folded in known or not folded:
            continue
        like = Levenshtein.normalized_similarity(family, folded)
        if like >= most and (word[0].isupper() or like >= LEAST_LIKE_WORD):
            best, most = word, like
    return best


def kinds(before: str, after: str) -> list[str]:
    """Return the kind of every letter edit that leads from one folded name to the other."""
    found = []
    for edit in Levenshtein.editops(before, after):
        i, j = edit.src_pos, edit.dest_pos
        if edit.tag == "replace":
            found.append(_replaced(before[i], after[j]))
        elif edit.tag == "delete":
            found.append(_came_or_went(before[i], before, i, "lost"))
        else:
            found.append(_came_or_went(after[j], after, j, "added"))
    return found


def _replaced(a: str, b: str) -> str:
    if a in VOWELS and b in VOWELS:
        return "vowel for vowel"
    if any(a in pair and b in pair for pair in VOICING):
        return "voicing (b/p, v/f/w, g/k, d/t, s/z)"
    if a in "ckqx" and b in "ckqx":
        return "c/k/q/x"
    if a in SIBILANTS and b in SIBILANTS:
        return "sibilant"
    return "other consonant" if a not in VOWELS and b not in VOWELS else "vowel for consonant"


def _came_or_went(letter: str, text: str, at: int, what: str) -> str:
    if letter in VOWELS:
        return f"vowel {what}"
    if letter in (text[at - 1 : at], text[at + 1 : at + 2]):
        return "doubling"
    return f"h {what}" if letter == "h" else f"consonant {what}"


def rows(paths: list[Path], every: int) -> Iterator[dict[str, str]]:
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line) for number, line in enumerate(lines) if number % every == 0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("round_trips", type=Path, nargs="+")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--every", type=int, default=1, help="read every Nth row only")
    parser.add_argument("--least", type=int, default=20, help="leave out pivots with fewer drifted names")
    options = parser.parse_args()
    resources, checker = Resources(), Checker(Config(select=("NAM",)))
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    edits: Counter[str] = Counter()
    lines = []
    for row in rows(options.round_trips, options.every):
        of_pivot = counts[row["pivot"]]
        for drift in drifts(resources, row["original"], row["round_trip"]):
            of_pivot["names"] += 1
            of_pivot["listed"] += drift.is_listed
            if drift.became == drift.family:
                continue
            outcome = "gone" if not drift.became else "accepted" if drift.is_accepted else "drifted"
            of_pivot[outcome] += 1
            if outcome != "drifted":
                continue
            edits.update(kinds(drift.family, fold(drift.became)))
            found = ""
            if drift.is_listed:
                of_pivot["listed drifted"] += 1
                report = checker.check(Article(text=row["round_trip"]))
                hits = [f for f in report.findings if f.rule in NAME_RULES and drift.became in f.text]
                of_pivot["listed found"] += bool(hits)
                found = hits[0].suggestions[0] if hits and hits[0].suggestions else ""
                of_pivot["listed right"] += fold(found).endswith(drift.family)
            lines.append((row["pivot"], row["engine"], drift.name, drift.became, str(drift.is_listed), found))
    _print(counts, edits, options.least)
    if options.out:
        options.out.write_text("\n".join("\t".join(line) for line in lines) + "\n", encoding="utf-8")


def _print(counts: dict[str, Counter[str]], edits: Counter[str], least: int) -> None:
    print(
        "| pivot | names | drifted | accepted spelling | gone | of listed people: drifted | found | right suggestion |"
    )
    print("|---|---|---|---|---|---|---|---|")
    counts["all"] = sum(counts.values(), Counter())
    for pivot, of in sorted(counts.items(), key=lambda item: -item[1]["drifted"] / max(1, item[1]["names"])):
        if of["drifted"] < least:
            continue
        share = of["drifted"] / of["names"]
        cells = (of["accepted"], of["gone"], of["listed drifted"], of["listed found"], of["listed right"])
        print(f"| {pivot} | {of['names']} | {of['drifted']} ({share:.3f}) | " + " | ".join(map(str, cells)) + " |")
    total = sum(edits.values())
    print("\n| kind of edit | share |\n|---|---|")
    for kind, count in edits.most_common():
        print(f"| {kind} | {count / max(1, total):.3f} |")


if __name__ == "__main__":
    main()
