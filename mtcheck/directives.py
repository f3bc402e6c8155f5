"""Inline suppression: comments in an article that say which rules to leave it alone with."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

ARTICLE_WIDE = "ignore-article"
"""The verb that reaches the whole article; `ignore` reaches its own line, or the next where it has one to itself."""

_DIRECTIVE = re.compile(r"<!--[ \t]*mtcheck:[ \t]*(?P<verb>ignore-article|ignore)\b(?P<codes>[^<>\n]{0,200}?)-->")
_LINE_END = re.compile(r"\r\n|[\r\n]")
_SEPARATORS = re.compile(r"[\s,;]+")


@dataclass(frozen=True, slots=True)
class Directive:
    """One instruction to suppress findings.

    * `start`, `end`: the comment, code-point offsets, half open; both 0 where it came with the article, not inside its text.
    * `codes`: rule codes or prefixes, in capitals; empty means every rule.
    * `reach_start`, `reach_end`: findings that start in this stretch are suppressed.
    """

    start: int
    end: int
    codes: tuple[str, ...]
    reach_start: int
    reach_end: int

    def covers(self, rule: str, start: int) -> bool:
        """Whether a finding of `rule` at offset `start` is to be suppressed."""
        in_reach = self.reach_start <= start < max(self.reach_end, self.reach_start + 1)
        return in_reach and (not self.codes or rule.startswith(self.codes))


class DirectiveIndex:
    """Finds the directives that cover a finding without looking at all of them."""

    def __init__(self, found: Iterable[Directive], length: int) -> None:
        """Part those that reach the whole text, of `length` characters, from those that reach a line."""
        self._everywhere: list[Directive] = []
        self._by_line: dict[int, list[Directive]] = {}
        for directive in found:
            is_wide = (directive.reach_start, directive.reach_end) == (0, length)
            line = self._everywhere if is_wide else self._by_line.setdefault(directive.reach_start, [])
            line.append(directive)
        self._starts = sorted(self._by_line)

    def covering(self, rule: str, start: int) -> list[Directive]:
        """Return the directives that cover a finding of `rule` at offset `start`."""
        number = bisect_right(self._starts, start) - 1
        line = self._by_line[self._starts[number]] if number >= 0 else []
        return [directive for directive in (*self._everywhere, *line) if directive.covers(rule, start)]


def directives(text: str, with_article: Iterable[str] = ()) -> tuple[Directive, ...]:
    """Return the directives of an article: those in `text`, in order, and one for each code that came `with_article`."""
    outside = (Directive(0, 0, parse_codes(code), 0, len(text)) for code in with_article)
    return (*outside, *(_inside(text) if "mtcheck:" in text else ()))


def parse_codes(written: str) -> tuple[str, ...]:
    """Return the codes of a list with blanks or commas between them, each once; `all` and nothing stand for every rule."""
    codes = dict.fromkeys(code.upper() for code in _SEPARATORS.split(written.strip()) if code)
    return () if "ALL" in codes else tuple(codes)


def codes_of_comment(comment: str) -> tuple[str, ...]:
    """Return the codes that the inside of an HTML comment asks to ignore, `ALL` for every rule; none if it asks nothing."""
    found = _DIRECTIVE.fullmatch(f"<!--{comment}-->")
    return (parse_codes(found["codes"]) or ("ALL",)) if found else ()


def masked(text: str, found: Iterable[Directive]) -> str:
    """Return `text` with blanks in place of the directives, so that nobody takes them for prose; offsets stay."""
    pieces, at = [], 0
    for directive in sorted(found, key=lambda d: d.start):
        pieces += [text[at : directive.start], " " * (directive.end - directive.start)]
        at = directive.end
    return "".join([*pieces, text[at:]])


def _inside(text: str) -> Iterator[Directive]:
    matches = list(_DIRECTIVE.finditer(text))
    bare = masked(text, [Directive(*m.span(), (), 0, 0) for m in matches])
    edges = [0, *(m.end() for m in _LINE_END.finditer(text)), len(text)]
    filled = [(start, end) for start, end in pairwise(edges) if bare[start:end].strip()]
    starts = [start for start, _ in filled]
    for match in matches:
        reach = (0, len(text)) if match["verb"] == ARTICLE_WIDE else _reach(match.start(), filled, starts)
        yield Directive(*match.span(), parse_codes(match["codes"]), *reach)


def _reach(at: int, filled: list[tuple[int, int]], starts: list[int]) -> tuple[int, int]:
    """Return the line with words that holds `at`, or the next one."""
    number = bisect_right(starts, at) - 1
    if number >= 0 and at < filled[number][1]:
        return filled[number]
    return filled[number + 1] if number + 1 < len(filled) else (at, at)
