"""Compare sentence segmenters on the gold set beside this file, on your own articles and on hostile input.

    python benchmarks/segmentation/compare.py [--articles FILE.jsonl[.gz]] [--hostile] [--misses NAME] > table.md

Needs `pip install sentencex syntok spacy nltk pysbd`; one that is not installed is left out. `gold.jsonl` holds passages in
which `‖` stands before every sentence but the first; `heldout.jsonl` was written after the rules were. A boundary is the
offset at which a sentence begins, the first of a passage not counted. Every tool is measured as it comes and, marked "per
line", on each line by itself, because none of them takes a line break for the end of a paragraph.
"""

import argparse
import gzip
import json
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mtcheck.segmentation import segment

Span = tuple[int, int]
Segmenter = Callable[[str], list[Span]]
HERE = Path(__file__).parent
MARK = "‖"
HOSTILE_LIMIT_SECONDS = 20
HOSTILE: dict[str, Callable[[], str]] = {
    "10 MB of sentences on one line": lambda: "The minister said the plan was ready. " * 263_000,
    "10 MB of words, no mark": lambda: "word " * 2_000_000,
    "1,000,000 digits": lambda: "1" * 1_000_000,
    "100,000 straight quotes": lambda: '"' * 100_000,
    "100,000 opening quotes": lambda: "“" * 100_000,
    "100,000 spaced quotes and stops": lambda: '. " ' * 100_000,
    "1,000,000 full stops": lambda: "." * 1_000_000,
    "100,000 brackets": lambda: "(" * 100_000,
}


@dataclass
class Score:
    """Counts of boundaries: found and right, found, and wanted."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def row(self) -> str:
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.wanted)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return f"{precision:.3f} | {recall:.3f} | {f1:.3f}"


def ours(text: str) -> list[Span]:
    return [(s.start, s.end) for s in segment(text)]


def pieces(text: str, parts: Iterable[str]) -> list[Span]:
    """Place the parts that a tool returned without offsets."""
    spans, position = [], 0
    for part in parts:
        start = text.index(part, position)
        position = start + len(part)
        spans.append((start, position))
    return spans


def load_sentencex() -> Segmenter:
    import sentencex

    return lambda text: [(b["start_index"], b["end_index"]) for b in sentencex.get_sentence_boundaries("en", text)]


def load_syntok() -> Segmenter:
    from syntok import segmenter

    def run(text: str) -> list[Span]:
        sentences = (s for paragraph in segmenter.analyze(text) for s in paragraph)
        return [(s[0].offset, s[-1].offset + len(s[-1].value)) for s in sentences]

    return run


def load_spacy() -> Segmenter:
    import spacy

    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.max_length = 10**9
    return lambda text: [(s.start_char, s.end_char) for s in pipeline(text).sents]


def load_pysbd() -> Segmenter:
    import pysbd

    tool = pysbd.Segmenter(language="en", clean=False)
    return lambda text: pieces(text, tool.segment(text))


def load_punkt() -> Segmenter:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

    tool = PunktSentenceTokenizer()  # untrained: the English model would have to be downloaded
    return lambda text: list(tool.span_tokenize(text))


LOADERS = {
    "sentencex": load_sentencex,
    "syntok": load_syntok,
    "spaCy sentencizer": load_spacy,
    "punkt, untrained": load_punkt,
    "pySBD": load_pysbd,
}


def per_line(tool: Segmenter) -> Segmenter:
    def run(text: str) -> list[Span]:
        spans, position = [], 0
        for line in text.split("\n"):
            spans += [(position + a, position + b) for a, b in tool(line)] if line.strip() else []
            position += len(line) + 1
        return spans

    return run


def segmenters() -> Iterator[tuple[str, Segmenter]]:
    yield "mtcheck", ours
    for name, load in LOADERS.items():
        try:
            tool = load()
        except ImportError as error:
            print(f"left out: {name} ({error})", file=sys.stderr)
            continue
        yield name, tool
        yield f"{name}, per line", per_line(tool)


def read_gold(path: Path) -> Iterator[tuple[str, str, set[int]]]:
    """Yield (case, text, offsets at which its sentences begin)."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, starts = "", set()
        for part in row["text"].split(MARK):
            starts.add(len(text) + len(part) - len(part.lstrip()))
            text += part
        yield row["case"], text, starts


def starts_of(tool: Segmenter, text: str) -> set[int]:
    found = ((a + len(text[a:b]) - len(text[a:b].lstrip())) for a, b in tool(text) if text[a:b].strip())
    return set(found)


def evaluate(tool: Segmenter, path: Path, show: bool) -> tuple[Score, int]:
    """Score a tool; also count the passages it gets wholly right."""
    score, perfect = Score(), 0
    for case, text, wanted in read_gold(path):
        found = starts_of(tool, text)
        first = min(wanted)
        score.right += len((found & wanted) - {first})
        score.found += len(found - {first})
        score.wanted += len(wanted) - 1
        perfect += found == wanted
        if show:
            for offset in sorted(found ^ wanted):
                kind = "missed" if offset in wanted else "wrong"
                print(
                    f"{kind} ({case}): {text[max(0, offset - 30) : offset]!r} | {text[offset : offset + 30]!r}",
                    file=sys.stderr,
                )
    return score, perfect


def inexact(tool: Segmenter, texts: list[str]) -> int:
    """Count texts in which spans overlap, leave the text, or leave a letter or digit outside."""
    bad = 0
    for text in texts:
        position, covered = 0, True
        for start, end in tool(text):
            covered = covered and position <= start < end <= len(text) and not _has_word(text[position:start])
            position = end
        bad += not (covered and not _has_word(text[position:]))
    return bad


def _has_word(text: str) -> bool:
    return any(c.isalnum() for c in text)


def read_articles(path: Path, every: int) -> list[str]:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line)["text"] for line in data.decode().split("\n")[::every] if line]


def seconds(tool: Segmenter, text: str) -> str:
    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(HOSTILE_LIMIT_SECONDS)
    begun = time.perf_counter()
    try:
        tool(text)
        return f"{time.perf_counter() - begun:.2f} s"
    except TimeoutError:
        return f"> {HOSTILE_LIMIT_SECONDS} s"
    except Exception as error:
        return f"fails ({type(error).__name__})"
    finally:
        signal.alarm(0)


def table_of_accuracy(tools: list[tuple[str, Segmenter]], path: Path, misses: str) -> None:
    passages = list(read_gold(path))
    print(f"\n## {path.name}: {len(passages)} passages, {sum(len(s) for _, _, s in passages)} sentences\n")
    print("| segmenter | precision | recall | F1 | passages wholly right |\n|---|---|---|---|---|")
    for name, tool in tools:
        score, perfect = evaluate(tool, path, name == misses)
        print(f"| {name} | {score.row()} | {perfect}/{len(passages)} |")


def table_of_speed(tools: list[tuple[str, Segmenter]], texts: list[str]) -> None:
    print(f"\n## Speed and offsets: {len(texts)} articles, {sum(map(len, texts)):,} characters, one process\n")
    print("| segmenter | sentences | sentences/s | articles with inexact offsets |\n|---|---|---|---|")
    for name, tool in tools:
        begun = time.perf_counter()
        count = sum(len(tool(text)) for text in texts)
        elapsed = time.perf_counter() - begun
        print(f"| {name} | {count} | {count / elapsed:,.0f} | {inexact(tool, texts)} |")


def table_of_hostile(tools: list[tuple[str, Segmenter]]) -> None:
    tools = [(name, tool) for name, tool in tools if "per line" not in name]
    print("\n## Hostile input\n\n| input | " + " | ".join(name for name, _ in tools) + " |")
    print("|---" * (len(tools) + 1) + "|")
    for name, make in HOSTILE.items():
        text = make()
        print(f"| {name} | " + " | ".join(seconds(tool, text) for _, tool in tools) + " |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=Path, help="JSON Lines with a field `text`, for speed and offsets")
    parser.add_argument("--every", type=int, default=10, help="take every n-th article")
    parser.add_argument("--hostile", action="store_true", help="time hostile input too")
    parser.add_argument("--misses", default="", help="list this segmenter's errors on stderr")
    options = parser.parse_args()
    tools = list(segmenters())
    print("# Sentence segmenters compared")
    for name in ("gold.jsonl", "heldout.jsonl"):
        if (HERE / name).exists():
            table_of_accuracy(tools, HERE / name, options.misses)
    if options.articles:
        table_of_speed(tools, read_articles(options.articles, options.every))
    if options.hostile:
        table_of_hostile(tools)


if __name__ == "__main__":
    main()
