"""NAM004: a capitalised word that is no name, where a noun belongs."""

import re
from collections.abc import Iterator

from mtcheck.analysis import Analysis
from mtcheck.finding import Category, Finding, Severity
from mtcheck.names.index import fold
from mtcheck.rules.interface import Rule

# "called X a predator, and Mauri on the ...": the second half of a predicate is a noun, as the first is.
_VERB = r"(?:as|is|are|was|were|become|becomes|became|being|be|(?:called|calls|branded|labelled|labeled)(?: \w+){0,4}?)"
_PREDICATE = re.compile(
    rf"\b{_VERB} [“\"'‘]?an? [a-z]+,? and ([A-Z][a-z]{{3,}})(?= (?:on|in|at|to|for|with|against|behind|without)\b)"
)


class UnknownName(Rule):
    """Finds a capitalised word that names nobody and nothing, in a place where the sentence needs a noun.

    ## Why it matters

    A word that a translator did not know is spelled out as if it were a name, and the reader looks for a person.

    ## Example

    "He described the law as a trap, and Shabakah for the poor" (a net).

    ## How it decides

    The word is the second half of a predicate whose first half is a noun with an indefinite article; it stands once in the
    article; no list of people, places and organisations, no census and no count of news has it.
    """

    code = "NAM004"
    name = "unknown-name"
    category = Category.NAME
    severity = Severity.MAJOR

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding per unknown word."""
        for match in _PREDICATE.finditer(analysis.text):
            word = match.group(1)
            if self._is_unknown(word) and analysis.text.count(word) == 1:
                yield self.finding(
                    analysis,
                    match.start(1),
                    match.end(1),
                    f"“{word}” is a name of nobody known, where the sentence needs a noun.",
                    confidence=0.8,
                    evidence={"predicate": match.group()},
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
            and not names.places_named(word)
            and not names.organisation_named(word)
        )
