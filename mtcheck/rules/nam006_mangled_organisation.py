"""NAM006: the name of an organisation in words or an order that it does not go by."""

import re
from collections.abc import Iterator
from functools import cached_property
from importlib.resources import files

from mtcheck.analysis import Analysis
from mtcheck.finding import Category, Finding, Severity
from mtcheck.names.organisations import (
    FUNCTION_WORDS,
    LEAST_WORDS,
    MOST_WORDS,
    OrganisationMatch,
    OrganisationMatcher,
    are_related,
    is_coordination_swapped,
    load_senses,
    normal_words,
)
from mtcheck.rules.interface import Rule

_CAPITAL = r"(?:U\.N\.|U\.S\.|E\.U\.|[A-ZÀ-ÖØ-Þ][\w’'-]{0,40})"
_RUN = re.compile(
    rf"(?<![\w’'-]){_CAPITAL}(?:(?:[ \u00a0](?:of|for|the|and|on|in|to|de|without|&)){{0,3}}[ \u00a0]{_CAPITAL})+"
)
_ACRONYM_AFTER = re.compile(r" \(([A-Z][A-Za-z]{1,6})\)")
_IN_PARENTHESES = re.compile(r"\(([A-Z][A-Za-z]{1,6})\)")
_OWN_KINDS = frozenset({"party", "armed-group", "military", "parliament"})
"""Made of the same few words in every country: the acronym must say which is meant."""
_EXPLAINED = re.compile(
    r"(?i)\b(?:acronym|initials|abbreviat\w+|known (?:as|by)|stands for|in (?:French|Spanish|Italian|German))\b"
)
_NEAR = 80
_LEFT = re.compile(r"(?:[a-z][,;:]?|[—–]|\b(?:The|In|At|By|From)) $")
_ACRONYM_FILE = "foreign_acronyms.tsv"


class MangledOrganisation(Rule):
    """Finds an organisation whose name came back in other words, in another order, or as another language's acronym.

    ## Why it matters

    The names of organisations are fixed. A reader takes "International Penal Court" or "Fund Monetary International" for a
    body that does not exist, and a search finds nothing.

    ## Example

    "World Organization of Health" (World Health Organization); "Bank World"; "the OTAN summit" (NATO).

    ## How it decides

    A run of capitalised words is no accepted form of any name in the lists, but its words, order aside, are those of exactly
    one: all of them, or with one or two replaced by words that share another language's word with the right one (criminal,
    penal). A different order must be one that English has not, or the name must be that of an international body; names of
    parties, armies and parliaments, which are made of the same few words everywhere, need the right acronym in parentheses.
    Another acronym there means another organisation. Acronyms of other languages (OTAN, ONU, FMI) count where nothing in the
    article introduces or explains them.
    """

    code = "NAM006"
    name = "mangled-organisation"
    category = Category.NAME
    severity = Severity.MAJOR

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding per garbled name or foreign acronym."""
        text = analysis.text
        for run in _RUN.finditer(text):
            yield from self._in_run(analysis, run)
        introduced = frozenset(_IN_PARENTHESES.findall(text))
        for match in self._acronyms.finditer(text):
            if match.group() not in introduced and self._is_left_over(text, match):
                yield self._foreign(analysis, match)

    @cached_property
    def _matcher(self) -> OrganisationMatcher:
        return OrganisationMatcher(self.resources.names, load_senses())

    @cached_property
    def _meant(self) -> dict[str, tuple[str, str]]:
        lines = files("mtcheck.names").joinpath("data", _ACRONYM_FILE).read_text(encoding="utf-8").splitlines()
        rows = (line.split("\t") for line in lines[1:])
        return {acronym: (meant, languages.replace("|", ", ")) for acronym, meant, languages in rows}

    @cached_property
    def _acronyms(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w.@#/-])(?:{'|'.join(self._meant)})(?![\w/@-]|\.\w)")

    def _in_run(self, analysis: Analysis, run: re.Match[str]) -> Iterator[Finding]:
        """Look the parts of a run up, the longest first: from a word after a function word to one before a function word."""
        tokens = [
            (m.group(), run.start() + m.start(), run.start() + m.end())
            for m in re.finditer(r"[^ \u00a0]+", run.group())
        ]
        known = [self._vocabular(token) for token, _, _ in tokens]
        if sum(known) < 2:
            return
        done = -1
        for first in range(len(tokens)):
            if first <= done or not self._may_begin(tokens, first):
                continue
            for last in range(min(len(tokens), first + 2 * MOST_WORDS) - 1, first, -1):
                if not self._may_end(tokens, last):
                    continue
                start, end = tokens[first][1], tokens[last][2]
                words = normal_words(analysis.text[start:end])
                if self._matcher.is_accepted(words):
                    done = last
                    break
                acronym = self._acronym_after(analysis.text, end)
                match = self._matcher.match(analysis.text[start:end], acronym)
                if match is not None and self._is_garbled(match, analysis.text[start:end], acronym):
                    done = last
                    yield self._report(analysis, match, start, end)
                    break

    def _vocabular(self, token: str) -> bool:
        return any(word in self._matcher.vocabulary for word in normal_words(token))

    def _may_begin(self, tokens: list[tuple[str, int, int]], i: int) -> bool:
        if tokens[i][0].lower() in FUNCTION_WORDS:
            return False
        return i == 0 or tokens[i - 1][0].lower() in FUNCTION_WORDS or tokens[i - 1][0].endswith(("'s", "’s"))

    def _may_end(self, tokens: list[tuple[str, int, int]], i: int) -> bool:
        if tokens[i][0].lower() in FUNCTION_WORDS:
            return False
        return i + 1 == len(tokens) or tokens[i + 1][0].lower() in FUNCTION_WORDS or tokens[i][0].endswith(("'s", "’s"))

    def _acronym_after(self, text: str, end: int) -> str:
        match = _ACRONYM_AFTER.match(text, end)
        if match is None:
            return ""
        return self._meant[match[1]][0] if match[1] in self._meant else match[1]

    def _is_garbled(self, match: OrganisationMatch, text: str, acronym: str) -> bool:
        form = match.form
        if match.is_unenglish and len(form.words) - len(match.replaced) >= LEAST_WORDS:
            is_own = form.organisation.kind in _OWN_KINDS
            return bool(acronym) or not is_own or (len(form.words) > LEAST_WORDS and not match.replaced)
        if self._matcher.is_variant(text, form) and not match.replaced:
            return False
        if acronym:
            return True
        if form.organisation.kind in _OWN_KINDS or len(form.words) <= LEAST_WORDS:
            return False
        return not match.replaced or (len(match.replaced) == 1 and not form.organisation.country)

    def _report(self, analysis: Analysis, match: OrganisationMatch, start: int, end: int) -> Finding:
        organisation = match.form.organisation
        acronym = self._acronym_after(analysis.text, end)
        text = analysis.text[start:end]
        end -= 2 if text.endswith(("'s", "’s")) else 0
        swapped = "; ".join(f"{word} for {right}" for word, right in match.replaced)
        why = f" ({swapped})" if swapped else ""
        return self.finding(
            analysis,
            start,
            end,
            f"“{analysis.text[start:end]}” is no name in use; by its words{why} it means the {match.form.text}.",
            confidence=0.97 if acronym else 0.9 if match.is_unenglish else 0.8,
            severity=self._severity(match, text, acronym),
            suggestions=[match.form.text],
            evidence={"organisation": organisation.id, "replaced": swapped, "reordered": match.is_reordered},
        )

    def _severity(self, match: OrganisationMatch, text: str, acronym: str) -> Severity:
        """Slips that writers make, too, and bodies of one country, whose names others may bear, are minor."""
        is_slip = is_coordination_swapped(text, match.form)
        is_slip |= not match.is_reordered and all(are_related(word, right) for word, right in match.replaced)
        if is_slip or not (acronym or match.is_unenglish or not match.form.organisation.country):
            return Severity.MINOR
        return self.severity

    def _is_left_over(self, text: str, match: re.Match[str]) -> bool:
        """Whether an acronym of another language stands in an English sentence, unexplained."""
        start, end = match.span()
        if not _LEFT.search(text, max(0, start - 8), start) or re.match(r" [A-ZÀ-Þ]", text[end : end + 2]):
            return False
        return not _EXPLAINED.search(text, max(0, start - _NEAR), end + _NEAR)

    def _foreign(self, analysis: Analysis, match: re.Match[str]) -> Finding:
        meant, languages = self._meant[match.group()]
        return self.finding(
            analysis,
            match.start(),
            match.end(),
            f"“{match.group()}” is what other languages ({languages}) call the {meant}.",
            confidence=0.9,
            suggestions=[meant],
            evidence={"languages": languages},
        )
