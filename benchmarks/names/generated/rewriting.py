"""Rewrites a word by ordered rules, from left to right; where a rule leaves a choice, a seeded generator makes it."""

import random
import re

FIRST_WEIGHT = 3
"""How much likelier the first of several outputs is than each other one."""


class Rewriting:
    """Rules such as `sch -> S` or `u(?=mp) -> a|u`, tried in order at every position; the first that matches counts."""

    def __init__(self, rules: str) -> None:
        """Read one rule a line: a regular expression, `->`, and the outputs, parted by bars; `0` is no output, `=` the input."""
        self._rules: list[tuple[re.Pattern[str], list[str], list[int]]] = []
        for line in filter(None, (line.strip() for line in rules.splitlines())):
            pattern, _, outputs = line.partition(" -> ")
            choices = ["" if o.strip() == "0" else o.strip() for o in outputs.split("|")]
            weights = [FIRST_WEIGHT] + [1] * (len(choices) - 1)
            self._rules.append((re.compile(pattern.strip()), choices, weights))

    def apply(self, word: str, chance: random.Random) -> str:
        """Return `word` rewritten; letters that no rule takes are left out."""
        out, at = [], 0
        while at < len(word):
            for pattern, choices, weights in self._rules:
                match = pattern.match(word, at)
                if match and match.end() > at:
                    chosen = chance.choices(choices, weights)[0] if len(choices) > 1 else choices[0]
                    out.append(match.group() if chosen == "=" else chosen)
                    at = match.end()
                    break
            else:
                at += 1
        return "".join(out)
