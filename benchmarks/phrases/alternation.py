"""Alternatives in brackets: "(house|home) of (the |)cards" stands for four wordings."""

import itertools
import re

_BRACKETS = re.compile(r"\(([^()]*)\)")


def expanded(text: str) -> list[str]:
    """Return every wording that `text` stands for, in order and each once; brackets do not nest."""
    parts = [part.split("|") if number % 2 else [part] for number, part in enumerate(_BRACKETS.split(text))]
    return list(dict.fromkeys(" ".join("".join(chosen).split()) for chosen in itertools.product(*parts)))
