"""Build the tables of mtcheck/phrases/data from the curated lists and counts of real text.

    python benchmarks/phrases/build.py --corpora FOLDER --wordnet FOLDER_WITH_data.noun --web bigrams.txt [--only STEP ...]

Needs lemminflect and rapidfuzz. Steps: forms, attestation, substitutions, bank, renderings. The same input gives the same bytes.
"""

import argparse
import csv
import gzip
import json
from collections import Counter
from itertools import pairwise
from pathlib import Path

import numpy as np
from alternation import expanded
from bank_counts import count_phrases, seen_renderings
from corpora import human_texts, round_trips
from lemmas import bases, inflections, lemmatised, words
from round_trip_counts import substitutions as round_trip_substitutions
from wordnet import related_words

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.lexicon import Lexicon
from mtcheck.models import load_encoder
from mtcheck.phrases import attestation, bank, lemmas, repair, substitutions
from mtcheck.phrases.attestation import MOST, Attestation, pair_key
from mtcheck.phrases.lemmas import DETERMINERS, LIGHT_VERBS, Lemmas, is_content
from mtcheck.phrases.patterns import Pattern, phrase_pattern, rendering_pattern
from mtcheck.phrases.records import KnownPhrase, PhraseKind, Rendering
from mtcheck.phrases.rendering_table import RenderingTable
from mtcheck.phrases.renderings import LOOSE_FROM, RARE_COUNT
from mtcheck.phrases.tables import DATA
from mtcheck.phrases.tokens import content_pairs, sentence_tokens
from mtcheck.tables import pack_words, save_table

HERE = Path(__file__).parent
CURATED = HERE / "curated"
PLACEHOLDERS = {"one's", "someone", "something", "someone's", "oneself"}
MIN_SIMILARITY, MOST_SIMILAR = 0.42, 60
MIN_TRIPS, LONE_TRIPS, LEAST_SIMILARITY = 2, 4, 0.25


def curated(pattern: str) -> list[dict[str, str]]:
    """Return the rows of the curated files whose names match."""
    found = []
    for path in sorted(CURATED.glob(pattern)):
        with path.open(encoding="utf-8", newline="") as file:
            found += csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    return found


def phrase_words() -> set[str]:
    """Return every word of the curated phrases, senses and contexts."""
    texts = [row["phrase"] for row in curated("bank_*.tsv")]
    texts += [f"{row['literal']} {row['intended']}" for row in curated("literal_*.tsv")]
    return _words(texts) | _sense_words()


def calque_words() -> set[str]:
    """Return every word of the renderings with alternatives and of what was meant; none of them is looked for changed."""
    return _words(
        [f"{literal} {row['intended']}" for row in curated("calques_*.tsv") for literal in expanded(row["literal"])]
    )


def _sense_words() -> set[str]:
    texts = []
    for row in curated("pivot_*.tsv"):
        texts += [row["right"], row["wrong"], row["right_contexts"], row["wrong_contexts"]]
    return _words(texts)


def _words(texts: list[str]) -> set[str]:
    return {word for text in texts for word in words(text.replace("|", " ").replace("_", " "))} - PLACEHOLDERS


def build_forms(data: Path) -> None:
    """Write the lemmas of the words of news and of every inflection of the curated words."""
    counts = Counter(word for text in human_texts(data) for word in words(text))
    wanted = {word for word, count in counts.items() if count >= 2}
    curated_words = phrase_words() | calque_words()
    for word in curated_words:
        for lemma in (word, *bases(word)):
            wanted |= {form for forms in inflections(lemma).values() for form in forms}
    rows = {form: bases(form) for form in sorted(wanted)}
    lines = [f"{form}\t{' '.join(found)}\n" for form, found in rows.items() if found != (form,)]
    _write_gzip(DATA / lemmas.FILE, "".join(lines))
    heads = sorted({bases(word)[0] for word in curated_words})
    table = [(head, _regular_forms(head)) for head in heads]
    _write_gzip(DATA / repair.FILE, "".join(f"{head}\t{chr(9).join(forms)}\n" for head, forms in table if any(forms)))


def _regular_forms(lemma: str) -> tuple[str, str, str]:
    """Return the -s form, the -ing form and the past of a lemma; empty where it has none."""
    found = inflections(lemma)
    return tuple(
        next((found[tag][0] for tag in tags if tag in found), "") for tags in (("NNS", "VBZ"), ("VBG",), ("VBD",))
    )


def _write_gzip(path: Path, text: str) -> None:
    with path.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as file:
        file.write(text.encode("utf-8"))


def web_pairs(path: Path) -> Counter[int]:
    """Return the summed counts of pairs of content lemmas on the web, by key."""
    found: Counter[int] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        pair, _, count = line.partition("\t")
        first, second = (bases(word)[0] for word in pair.split())
        if is_content(first) and is_content(second):
            found[pair_key(first, second)] += int(count)
    return found


def build_attestation(data: Path, web: Path) -> None:
    """Write the counts of lemmas and of pairs of content lemmas that stand next to each other."""
    on_web = web_pairs(web)
    web_keys = np.array(sorted(on_web), dtype=np.uint32)
    single, pairs = count_pairs(human_texts(data))
    keyed: Counter[int] = Counter()
    for (first, second), count in pairs.items():
        keyed[pair_key(first, second)] += count
    keys = np.array(sorted(keyed), dtype=np.uint32)
    counts = np.array([min(keyed[int(key)], MOST) for key in keys], dtype=np.uint8)
    kept = sorted(word for word, count in single.items() if count >= 3)
    save_table(
        DATA / attestation.FILE,
        {
            "key_steps": np.diff(keys, prepend=np.uint32(0)),
            "counts": counts,
            "web_key_steps": np.diff(web_keys, prepend=np.uint32(0)),
            "web_counts": np.array([on_web[int(key)].bit_length() for key in web_keys], dtype=np.uint8),
            "words": pack_words(kept),
            "word_counts": np.array([single[word] for word in kept], dtype=np.uint32),
        },
    )


def count_pairs(texts) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Return the counts of lemmas and of neighbouring content lemmas."""
    lookup = Lemmas.load()
    single: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for text in texts:
        analysis = Analysis(Article(text=text))
        for sentence in analysis.sentences:
            tokens = sentence_tokens(text, analysis.words_between(sentence.start, sentence.end), lookup)
            single.update(token.lemmas[0] for token in tokens)
            pairs.update(content_pairs(tokens))
    return single, pairs


def build_substitutions(data: Path, wordnet: Path) -> None:
    """Write for every word what it may have been put for, from four kinds of evidence."""
    lexicon = Lexicon.load()
    listed: dict[tuple[str, str], set[str]] = {}
    for row in curated("pivot_*.tsv"):
        listed.setdefault((row["wrong"], row["right"]), set()).add(row["pivot"])
    rights = {bases(word)[0] for word in phrase_words() if is_content(bases(word)[0], "the")}
    counted = {(wrong, right): pivots for (right, wrong), pivots in round_trip_substitutions(round_trips(data)).items()}
    related = related_words(wordnet)
    common = {
        w
        for w in _news_lemmas(data)
        if lexicon.lower_count(w) >= 3 and is_content(w, "the") and (len(w) > 2 or w in LIGHT_VERBS)
    }
    common |= {wrong for wrong, _ in listed if " " not in wrong}
    similar = Similarities(sorted(rights), sorted(common))
    pairs = {pair for pair in listed if " " not in pair[0]}
    pairs |= {(w, r) for r in rights for w in related.get(r, {}) if w in common}
    pairs |= {(w, r) for r in rights for w, _ in similar.nearest(r)}
    for (wrong, right), pivots in counted.items():
        trips = sum(pivots.values())
        if not (right in rights and wrong in common and right != wrong):
            continue
        if trips >= LONE_TRIPS or (trips >= MIN_TRIPS and similar.of(wrong, right) >= LEAST_SIMILARITY):
            pairs.add((wrong, right))
    _save_substitutions(sorted(pairs), listed, counted, related, similar)


def _news_lemmas(data: Path) -> set[str]:
    counts = Counter(lemma for text in human_texts(data) for lemma in lemmatised(text))
    return {lemma for lemma, count in counts.items() if count >= 4}


class Similarities:
    """Cosines between single words."""

    def __init__(self, rights: list[str], wrongs: list[str]) -> None:
        self.wrongs, encoder = wrongs, load_encoder()
        self._encoder, self._vectors = encoder, {}
        both = sorted({*rights, *wrongs})
        self._rows = {word: number for number, word in enumerate(both)}
        self._matrix = encoder.encode(both)
        self._wrong_rows = np.array([self._rows[word] for word in wrongs])

    def of(self, first: str, second: str) -> float:
        for word in (first, second):
            if word not in self._rows and word not in self._vectors:
                self._vectors[word] = self._encoder.encode([word])[0]
        a, b = (self._matrix[self._rows[w]] if w in self._rows else self._vectors[w] for w in (first, second))
        return float(a @ b)

    def nearest(self, right: str) -> list[tuple[str, float]]:
        cosines = self._matrix[self._wrong_rows] @ self._matrix[self._rows[right]]
        best = np.argsort(-cosines, kind="stable")[: MOST_SIMILAR + 1]
        chosen = [(self.wrongs[i], float(cosines[i])) for i in best if cosines[i] >= MIN_SIMILARITY]
        return [(word, cosine) for word, cosine in chosen if word != right]


def _save_substitutions(pairs, listed, counted, related, similar) -> None:
    wrongs = sorted({wrong for wrong, _ in pairs})
    vocabulary = [*wrongs, *sorted({right for _, right in pairs} - set(wrongs))]
    ids = {word: number for number, word in enumerate(vocabulary)}
    by_pivot = Counter(code for pivots in counted.values() for code in pivots)
    first = sorted({code for codes in listed.values() for code in codes})
    languages = [*first, *(code for code, _ in by_pivot.most_common() if code not in first)][:64]
    bits = {code: 1 << place for place, code in enumerate(languages)}
    pairs = sorted(pairs, key=lambda pair: (ids[pair[0]], ids[pair[1]]))
    starts = np.searchsorted([ids[wrong] for wrong, _ in pairs], np.arange(len(wrongs) + 1))
    codes = [listed.get(pair, set()) | set(counted.get(pair, {})) for pair in pairs]
    save_table(
        DATA / substitutions.FILE,
        {
            "words": pack_words(vocabulary),
            "starts": starts.astype(np.uint32),
            "right": np.array([ids[right] for _, right in pairs], dtype=np.uint16),
            "similarity": np.array([round(100 * similar.of(*pair)) for pair in pairs], dtype=np.int8),
            "relation": np.array([related.get(r, {}).get(w, 0) for w, r in pairs], dtype=np.uint8),
            "round_trips": np.array([min(255, sum(counted.get(p, {}).values())) for p in pairs], dtype=np.uint8),
            "listed": np.array([pair in listed for pair in pairs], dtype=np.uint8),
            "pivots": np.array([sum(bits.get(c, 0) for c in found) for found in codes], dtype=np.uint64),
            "languages": pack_words(languages),
        },
    )
    print(json.dumps({"pairs": len(pairs), "words": len(vocabulary), "languages": len(languages)}))


def build_bank(data: Path) -> None:
    """Write the bank with counts, the commonest first, and the table of pivot senses."""
    rows = {row["phrase"]: row for row in reversed(curated("bank_*.tsv"))}
    lookup = Lemmas.load()
    phrases = [KnownPhrase(r["phrase"], PhraseKind(r["kind"]), r["domain"], r["gloss"]) for r in rows.values()]
    phrases = [phrase for phrase in phrases if phrase_pattern(phrase, 0, lookup)]  # "back down" has no content word
    counts = count_phrases(phrases, human_texts(data))
    ordered = sorted(phrases, key=lambda phrase: (-counts[phrase.phrase], phrase.phrase))
    header = "phrase\tkind\tdomain\tgloss\tcount\n"
    lines = [f"{p.phrase}\t{p.kind.value}\t{p.domain}\t{p.gloss}\t{counts[p.phrase]}\n" for p in ordered]
    (DATA / bank.BANK_FILE).write_text(header + "".join(lines), encoding="utf-8")
    senses = curated("pivot_*.tsv")
    columns = list(senses[0])
    table = sorted({tuple(row[column] for column in columns) for row in senses})
    text = "".join("\t".join(row) + "\n" for row in [tuple(columns), *table])
    (DATA / bank.SENSES_FILE).write_text(text, encoding="utf-8")
    print(
        json.dumps({"phrases": len(phrases), "seen": sum(counts[p.phrase] > 0 for p in phrases), "senses": len(table)})
    )


def build_renderings(data: Path) -> None:
    """Write the literal renderings that nobody is seen to write, with their index."""
    lookup, attested = Lemmas.load(), Attestation.load()
    known = {p.words for i, phrase in enumerate(bank.load_bank()) if (p := phrase_pattern(phrase, i, lookup))}
    found: dict[tuple[object, ...], Rendering] = {}
    for row in [*curated("calques_*.tsv"), *curated("literal_*.tsv")]:
        for literal in expanded(row["literal"]):
            rendering = Rendering(
                tuple(row["pivot"].split(",")), literal, row["intended"], PhraseKind(row["kind"]), row["gloss"]
            )
            pattern = rendering_pattern(rendering, 0, lookup)
            if pattern and pattern.words not in known and not is_attested(pattern, attested):
                found[pattern.words, told_apart(pattern)] = rendering
    candidates = sorted(found.values(), key=lambda r: r.literal)
    people_write = seen_renderings(RenderingTable.of(candidates, lookup), human_texts(data))
    written = [r for r in candidates if r.literal not in people_write]
    everything = RenderingTable.of(written, lookup)
    table = RenderingTable.of([r for n, r in enumerate(written) if is_found(n, everything, lookup)], lookup)
    table.save()
    print(json.dumps({"renderings": len(table), "left out, since people write them": sorted(people_write)}))


def told_apart(pattern: Pattern) -> tuple[tuple[str, ...], ...]:
    """Return the function words of a rendering that count: of three content words or more, articles do not."""
    ignored = DETERMINERS if len(pattern.words) >= LOOSE_FROM else frozenset()
    return tuple(tuple(word for word in gap if word not in ignored) for gap in pattern.gaps)


def is_found(number: int, table: RenderingTable, lookup: Lemmas) -> bool:
    """Whether a rendering is found in its own words: one with "1/8" is not."""
    text = table.rendering(number).literal
    tokens = sentence_tokens(text, Analysis(Article(text=text)).words, lookup)
    return any(pattern.number == number for pattern, _, _ in table.near(tokens))


def is_attested(pattern: Pattern, attested: Attestation) -> bool:
    """Whether every two neighbouring words of a rendering are seen together, so that it would never be shown."""
    pairs = list(pairwise(pattern.words))
    if len(pairs) == 1 and not any(pattern.gaps[1]) and attested.web_count(*pairs[0]):
        return True
    return all(attested.pair_count(*pair) > RARE_COUNT for pair in pairs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--wordnet", type=Path, required=True)
    parser.add_argument("--web", type=Path, required=True, help="bigrams.txt of the package wordsegment")
    parser.add_argument("--only", nargs="*", default=["forms", "attestation", "substitutions", "bank", "renderings"])
    options = parser.parse_args()
    DATA.mkdir(exist_ok=True)
    if "forms" in options.only:
        build_forms(options.corpora)
    if "attestation" in options.only:
        build_attestation(options.corpora, options.web)
    if "substitutions" in options.only:
        build_substitutions(options.corpora, options.wordnet)
    if "bank" in options.only:
        build_bank(options.corpora)
    if "renderings" in options.only:
        build_renderings(options.corpora)


if __name__ == "__main__":
    main()
