"""QUO002: a translator's negation or alternative left standing in parentheses."""

import re
from collections.abc import Iterator
from typing import ClassVar

from mtcheck.analysis import Analysis
from mtcheck.finding import Category, Finding, Severity
from mtcheck.rules.interface import Rule

_NEGATION = re.compile(r"(?<=\w)[ ]\((not|no|never|none|isn[’']t|aren[’']t|wasn[’']t|weren[’']t|n[’']t)\)(?!\w)", re.I)
_NEGATED_VERB = re.compile(
    r"(?<=[a-z])[ ]\(((?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|must)"
    r"(?:[ ](?:not|never)|n[’']t)|cannot|won[’']t|can[’']t)(?P<rest>(?:[ ][a-z]{2,15}){0,2})\)"
)
_PRONOUNS = frozenset(["i", "you", "he", "she", "it", "we", "they", "who", "people", "some", "many", "those"])
_NEGATORS = frozenset(
    ["no", "not", "never", "nobody", "none", "nothing", "neither", "nor", "nowhere", "cannot", "without", "hardly"]
)
_CLAUSE_END = re.compile(r"""[ ]?[”"’']?[ ]?(?:[.,;:!?”"]|$|\n)""")
_BEFORE_ITS_WORD = frozenset(
    ["to", "of", "on", "for", "how", "or", "and", "so", "very", "about", "but", "why", "when", "whether", "perhaps"]
)
_REACH = 8

_CLASSES = (
    frozenset(["is", "are", "was", "were", "be", "been", "has", "have", "had", "does", "do", "did", "will", "would"]),
    frozenset(["the", "a", "an", "this", "that", "these", "those"]),
    frozenset(["he", "she", "it", "they", "him", "her", "them", "his", "its", "their"]),
    frozenset(["in", "on", "at", "of", "for", "from", "by", "with", "to", "into"]),
)
_ALTERNATIVE = re.compile(r"\b([A-Za-z]{1,5}) \(([a-z]{1,5})\)(?=[ .,;])")


class EditorialResidue(Rule):
    """A negation or an alternative wording that a translator left standing in parentheses.

    ## Why it matters

    Translators and engines that cannot choose write both readings: "was (not)". A reader cannot tell whether the
    statement is denied, which is the worst thing not to know about it.

    ## Example

    `Nobody in the ministry was (not) informed.` Was everybody informed, or nobody?

    ## How it decides

    A negation alone in parentheses is reported where it cannot be wordplay: at the end of its clause, or in a clause
    that already has a negative word; so is a negated verb ("they (do not want) leave"), but not behind a name ("Smith
    (did not finish)"). "How (not) to win", "(not) guilty", an answer or a gloss ("nein (no)") stay. Further, outside
    quotation marks, a function word followed by another of its own kind in parentheses ("is (are)", "in (on)"), as a
    minor blemish; "he (she)" and "a (an)" are left to their authors. Journalists add words to a quotation in
    parentheses ("people who need (it)"), so words of any other kind are left alone.
    """

    code: ClassVar[str] = "QUO002"
    name: ClassVar[str] = "editorial-residue"
    category: ClassVar[Category] = Category.GRAMMAR
    severity: ClassVar[Severity] = Severity.MAJOR

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield negations in parentheses, then alternatives in parentheses."""
        if "(" not in analysis.text:
            return
        yield from self._negations(analysis)
        yield from self._alternatives(analysis)

    def _negations(self, analysis: Analysis) -> Iterator[Finding]:
        text = analysis.text
        yield from self._negated_verbs(analysis)
        for match in _NEGATION.finditer(text):
            before = _words_before(analysis, match.start())
            doubled = next((w for w in before if w in _NEGATORS), None)
            ends_clause = _CLAUSE_END.match(text, match.end()) is not None
            is_answer = match.group(1).lower() in ("no", "never", "none")
            if not before or before[-1] in _BEFORE_ITS_WORD or not (doubled or (ends_clause and not is_answer)):
                continue
            yield self.finding(
                analysis,
                match.start() + 1,
                match.end(),
                "A negation left in parentheses: the reader cannot tell whether the statement is denied.",
                confidence=0.9 if doubled and ends_clause else 0.7,
                evidence={"negative_word_before": doubled, "ends_clause": ends_clause},
            )

    def _negated_verbs(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield "they (do not want) leave", "was (is not)". Behind a name stands a note: "Smith (did not finish)"."""
        for match in _NEGATED_VERB.finditer(analysis.text):
            before = _words_before(analysis, match.start())
            is_bare = _NEGATION.match(analysis.text, match.start())
            if (
                is_bare
                or not before
                or before[-1] in _BEFORE_ITS_WORD
                or analysis.is_quoted(match.start(), match.end())
            ):
                continue
            is_name = before[-1] not in _PRONOUNS and not analysis.text.endswith(before[-1], 0, match.start())
            if is_name or not (match.group("rest") or before[-1] in _CLASSES[0]):
                continue
            yield self.finding(
                analysis,
                match.start() + 1,
                match.end(),
                "A negated verb left in parentheses: the reader cannot tell whether the statement is denied.",
                confidence=0.7,
                evidence={"verb": match.group(1)},
            )

    def _alternatives(self, analysis: Analysis) -> Iterator[Finding]:
        for match in _ALTERNATIVE.finditer(analysis.text):
            first, second = match.group(1).lower(), match.group(2)
            if not _alternate(first, second) or analysis.is_quoted(match.start(), match.end()):
                continue
            yield self.finding(
                analysis,
                match.start(),
                match.end(),
                "Two readings of one word stand side by side: a translator's alternative was left in.",
                confidence=0.5,
                severity=Severity.MINOR,
                suggestions=[match.group(1), second],
            )


def _words_before(analysis: Analysis, offset: int) -> list[str]:
    """Return up to `_REACH` lower-case words of the same sentence that stand before `offset`."""
    sentence = analysis.sentence_at(offset)
    begin = sentence.start if sentence else 0
    near = max(begin, offset - 120)
    return [w.text.lower() for w in analysis.words_between(near, offset)][-_REACH:]


def _alternate(first: str, second: str) -> bool:
    """Whether two different words are of one closed class, gendered pronouns and a/an apart."""
    if first == second or {first, second} <= {"a", "an"}:
        return False
    if {first, second} & {"he", "she", "him", "her", "his"}:
        return False
    return any(first in words and second in words for words in _CLASSES)
