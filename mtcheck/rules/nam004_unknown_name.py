"""NAM004: a capitalised word that is no name, where a noun belongs."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from mtcheck.analysis import Analysis
from mtcheck.finding import Category, Finding, Severity
from mtcheck.names.index import fold
from mtcheck.rules.interface import Rule

_WORD = r"([A-Z][a-z]{3,})"
_CAPITALISED = re.compile(r"[A-Z][a-z]{3,}")
_PLACING = r"(?:on|in|at|to|for|with|against|behind|without)"
_VERB = r"(?:as|is|are|was|were|become|becomes|became|being|be|(?:called|calls|branded|labelled|labeled)(?: \w+){0,4}?)"
_NOT_VERB = r"(?:to|on|in|at|of|for|with|over|from|by|and|near|after|before|into|as|against|who|which|that|while|when)"
_OWN_ENDINGS = re.compile(r"(?:[iey]ans?|ans|ese|ish|ists?|ites?|ers?|ism|i[sz]ations?)$")
"""Of peoples, followers and movements, which take an article and are too many for any list."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in a sentence where a common noun belongs; `why` completes "... stands", and some raise doubts only."""

    pattern: re.Pattern[str]
    why: str
    is_sure: bool = True


_PLACES = (
    # "called X a predator, and Mauri on the ...": the second half of a predicate is a noun, as the first is.
    _Place(
        re.compile(rf"\b{_VERB} [“\"'‘]?an? [a-z]+,? and {_WORD}(?= {_PLACING}\b)"),
        "in the second half of what somebody is called",
    ),
    _Place(re.compile(rf"\ban? {_WORD}(?= of [a-z])"), "between an article and “of”"),
    _Place(
        re.compile(rf"\b(?:an?|such an?) [a-z]+ {_WORD}(?= (?:of|{_PLACING})\b)"), "behind an article and an adjective"
    ),
    _Place(re.compile(rf"\b(?:his|her|their|its|our|my) {_WORD}(?= of [a-z])"), "between a possessive and “of”"),
    _Place(
        re.compile(rf"\b(?:this|every|each|no|much) {_WORD}(?= (?:of|{_PLACING}|is|was|has)\b)"), "behind a determiner"
    ),
    _Place(
        re.compile(rf"\bthe [a-z]+, (?:the [a-z]+,? )?and {_WORD}(?= (?!{_NOT_VERB}\b)[a-z])"),
        "at the end of a row of common nouns",
    ),
    _Place(
        re.compile(rf"\b(?:of|on|with|by|from|about|against|without|for) [a-z]+, [a-z]+,? and {_WORD}(?= [a-z]|[.,;])"),
        "at the end of a row of common nouns",
    ),
    _Place(re.compile(rf"\ban? {_WORD}(?= {_PLACING}\b)"), "behind an indefinite article", is_sure=False),
)


class UnknownName(Rule):
    """Finds a capitalised word that names nobody and nothing, in a place where the sentence needs a noun.

    ## Why it matters

    A word that a translator did not know is spelled out as if it were a name, and the reader looks for a person.

    ## Example

    "He described the law as a trap, and Shabakah for the poor" (a net).

    ## How it decides

    The word stands where names do not: in the second half of a predicate whose first half is a noun with an indefinite
    article, between an article or a possessive and "of", behind an article and an adjective, behind "this" or "no", at the end
    of a row of common nouns. It stands once in the article, has no ending of peoples and movements, and no list of people,
    places and organisations, no census and no count of news has it. Behind "a" alone it may be a brand: then it is minor.
    """

    code = "NAM004"
    name = "unknown-name"
    category = Category.NAME
    severity = Severity.MAJOR

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding per unknown word."""
        found: dict[int, tuple[re.Match[str], _Place]] = {}
        for place in _PLACES:
            for match in place.pattern.finditer(analysis.text):
                if self._is_unknown(match.group(1)):
                    found.setdefault(match.start(1), (match, place))
        counts = Counter(_CAPITALISED.findall(analysis.text)) if found else Counter()
        for match, place in found.values():
            if counts[match.group(1)] == 1:
                yield self._report(analysis, match, place)

    def _report(self, analysis: Analysis, match: re.Match[str], place: _Place) -> Finding:
        return self.finding(
            analysis,
            match.start(1),
            match.end(1),
            f"“{match.group(1)}” is a name of nobody known and stands {place.why}, where the sentence needs a noun.",
            confidence=0.8 if place.is_sure else 0.6,
            severity=self.severity if place.is_sure else Severity.MINOR,
            evidence={"context": match.group()},
        )

    def _is_unknown(self, word: str) -> bool:
        lexicon, names, folded = self.resources.lexicon, self.resources.names, fold(word)
        counted = lexicon.lower_count(word) + lexicon.capitalised_count(word)
        listed = lexicon.is_surname(word) or lexicon.is_given_name(word) or names.is_city(folded)
        person = folded in names.family_names or folded in names.given_names
        return (
            counted < 3
            and not listed
            and not person
            and not _OWN_ENDINGS.search(word)
            and not names.places_named(word)
            and not names.places_by_adjective(word)
            and not names.organisation_named(word)
        )
