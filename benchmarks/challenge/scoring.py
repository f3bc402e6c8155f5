"""How an answer on a challenge sentence is judged; shared by every system in the comparison."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mtcheck.phrases.lemmas import Lemmas, is_content

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Answer:
    """One span that a system marks. `score`: the higher, the surer; `is_severe`: the sentence is flagged by it."""

    start: int
    end: int
    suggestions: tuple[str, ...] = ()
    score: float = 1.0
    is_severe: bool = True


def load(name: str, folder: Path = FOLDER) -> list[dict]:
    """Return the rows of `artifacts` or `clean`."""
    lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def span_of(row: dict) -> tuple[int, int]:
    """Return the offsets of an artifact in its sentence."""
    start = row["text"].index(row["span"])
    return start, start + len(row["span"])


def hits(row: dict, answers: Iterable[Answer]) -> list[Answer]:
    """Return the answers that overlap the artifact."""
    start, end = span_of(row)
    return [answer for answer in answers if answer.start < end and start < answer.end]


class Judge:
    """Says whether a suggestion is right: put in place of what was marked, it has the intended content words."""

    def __init__(self) -> None:
        self._lemmas = Lemmas.load()

    def is_right(self, row: dict, answer: Answer) -> bool:
        """Whether the artifact, mended by the first suggestion, reads like an accepted wording.

        The marked words inside the artifact's span are replaced; what is then in the span must have the content words of an
        accepted wording, or, where the suggestion covers only a part of it or more than it, contain or be contained in them.
        """
        if not answer.suggestions:
            return False
        start, end = span_of(row)
        text, suggestion = row["text"], answer.suggestions[0]
        mended = text[start : max(start, answer.start)] + " " + suggestion + " " + text[min(end, answer.end) : end]
        candidates = [self._content(mended), self._content(suggestion)]
        accepted = [self._content(wording) for wording in (row["intended"], *row.get("accept", ()))]
        whole = any(candidates[0] == wording for wording in accepted)
        covers = answer.start <= start and answer.end >= end
        return whole or (covers and any(wording and wording <= candidates[1] for wording in accepted))

    def _content(self, text: str) -> frozenset[str]:
        words = text.lower().replace("-", " ").replace(",", " ").replace("’", "'").split()
        lemmas = (self._lemmas.of(word)[0] for word in words)
        return frozenset(lemma for lemma in lemmas if is_content(lemma))
