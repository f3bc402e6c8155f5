"""FLU001: a span whose grammar broke."""

import re
from collections.abc import Iterator

from mtcheck.analysis import Analysis
from mtcheck.finding import Category, EvidenceValue, Finding, Severity
from mtcheck.rules.interface import Rule
from mtcheck.rules.phrase_rule import MINOR_FROM
from mtcheck.rules.replaced_words import (
    LOG_ODDS,
    MAJOR_CONTEXT,
    MAJOR_FROM,
    OF_ARTICLE,
    ReplacedWords,
    article_context,
    replaced_words,
)

_ARTICLE = re.compile(r"(?<![\w’'-])(an?|(?<![\w ] )An?) ([“\"‘'«]?)([a-z]{3,})\b")
_VOWEL = re.compile(r"[aeio]")
# Written with a vowel, spoken with a consonant ("a one-off", "a European", "a unit"), or the other way round ("an hour").
_SPOKEN_CONSONANT = re.compile(r"(?:one|once|euro|eu|ewe|ouija|oui|u)")
_SPOKEN_VOWEL = re.compile(r"(?:h|x|mp|nt|[^aeiouy]+$)")
_FUNCTION_WORDS = frozenset(
    "and are also am an as at der des den etc ie if in into is it its of off on only onto or our out over".split()
)
COMMON = 50
"""How often the news corpus must hold a word before its article is judged; names of places hide among rarer ones."""
COMMON_IN_QUOTES = 5
"""The same for a word that opens a quotation, where no name of a place is cut in two."""
# "which he said great, said that": a verb of saying takes a clause, a description takes "described as".
_SAID_ADJECTIVE = re.compile(
    r"\b(?:he|she|they|it|who|which) (?:said|says|announced|confirmed|claimed|believed) (?:very )?(?:great|good|bad|big|"
    r"important|difficult|necessary|possible|impossible|dangerous|terrible|wonderful|beautiful|strong|weak|clear|useful|useless|serious|fair|"
    r"unfair|true|false|historic|excellent|huge|small|large|successful|unacceptable|acceptable|illegal|legal)(?=[,.;])"
)
_BARE_OFFICE = re.compile(
    r"(president|prime minister|foreign minister|defen[cs]e minister|finance minister|government|parliament|army|military) "
    r"(?:said|says|told|announced|is|was|has|had|will|would|believes|refused|rejected|warned|confirmed)\b"
)
_TWO_AUXILIARIES = re.compile(
    r"(?<![“\"‘'])\b(?:is are|are is|was were|were was|is were|was is|are was|has is|did will|will is)\b"
)


class GarbledSpan(Rule):
    """Finds a span whose grammar broke, and words that look put in the place of others.

    ## Why it matters

    The reader has to stop and guess; where a translator dropped or exchanged a word, the sentence may say something else.

    ## Example

    "Hungarian president told reporters" (no article); "a “approximate figure”"; "the plan is are ready"; "lost in the first
    role of the cup" (round).

    ## How it decides

    Four errors that people seldom make and translators do: a sentence that begins with a nationality and an office without
    article and name; `a` before a vowel or `an` before a consonant, worse where a quotation begins in between; two finite
    verbs in a row; a verb of saying with a bare adjective. The last two do not count inside quotations, where people speak oddly.

    And a network that was trained to find words of news which were replaced by what a translator may put for them. It judges
    common words only, no names, asks for more inside quotations, and leaves to the PHR rules what they explain. It is minor
    unless the article as a whole looks machine-translated. The suggestion is a word that the written one is known to be put for
    and that looks in place where it stands.
    """

    code = "FLU001"
    name = "garbled-span"
    category = Category.GRAMMAR
    severity = Severity.MAJOR

    def check(self, analysis: Analysis) -> Iterator[Finding]:
        """Yield one finding per broken span."""
        yield from self._articles(analysis)
        yield from self._bare_offices(analysis)
        yield from self._auxiliaries(analysis)
        yield from self._said_adjectives(analysis)
        yield from self._replaced(analysis)

    def _articles(self, analysis: Analysis) -> Iterator[Finding]:
        for match in _ARTICLE.finditer(analysis.text):
            article, mark, word = match.groups()
            right = _right_article(word)
            if right is None or right == article.lower() or self._is_unsure(word, COMMON_IN_QUOTES if mark else COMMON):
                continue
            shown = right.capitalize() if article[0].isupper() else right
            yield self.finding(
                analysis,
                match.start(),
                match.end(),
                f"“{article}” does not agree with “{word}”, as if another word had stood there.",
                confidence=0.8 if mark else 0.6,
                severity=Severity.MAJOR if mark else Severity.MINOR,
                suggestions=[f"{shown} {mark}{word}"],
                evidence={"article": article, "word": word},
            )

    def _is_unsure(self, word: str, common: int) -> bool:
        lexicon = self.resources.lexicon
        return word in _FUNCTION_WORDS or lexicon.lower_count(word) < common or not lexicon.is_word(word)

    def _bare_offices(self, analysis: Analysis) -> Iterator[Finding]:
        for sentence in analysis.sentences:
            words = analysis.words_between(sentence.start, sentence.start + 40)
            if len(words) < 2 or words[0].start != sentence.start or sentence.text[-1] not in '.”"':
                continue
            match = _BARE_OFFICE.match(analysis.text, words[1].start)
            if match and words[1].start == words[0].end + 1 and self.resources.names.places_by_adjective(words[0].text):
                if match.group(1) in _MAY_STAND_BARE:
                    continue
                span = f"{words[0].text} {match.group(1)}"
                yield self.finding(
                    analysis,
                    sentence.start,
                    match.end(),
                    f"“{span}” stands without article and name, as in a language that has no article.",
                    confidence=0.8,
                    suggestions=[f"The {span}"],
                    evidence={"office": span},
                )

    def _auxiliaries(self, analysis: Analysis) -> Iterator[Finding]:
        for match in _TWO_AUXILIARIES.finditer(analysis.text):
            if not analysis.is_quoted(match.start(), match.end()):
                yield self.finding(
                    analysis,
                    match.start(),
                    match.end(),
                    f"Two finite verbs in a row, “{match.group()}”: a word is missing or too many.",
                    confidence=0.75,
                    severity=Severity.MINOR,
                    evidence={"verbs": match.group()},
                )

    def _replaced(self, analysis: Analysis) -> Iterator[Finding]:
        context = article_context(analysis)
        may_be_major = context >= MAJOR_CONTEXT
        for words in replaced_words(analysis):
            if _is_explained(analysis, words):
                continue
            text = analysis.text[words.start : words.end]
            alternative = words.alternative
            evidence: dict[str, EvidenceValue] = {
                LOG_ODDS: round(words.log_odds, 2),
                OF_ARTICLE: round(context, 2),
            }
            if alternative:
                evidence |= {"gain": alternative.gain, "pivots": list(alternative.pivots[:4])}
            yield self.finding(
                analysis,
                words.start,
                words.end,
                f"“{text}” looks put in the place of another word: it does not fit the rest of the sentence.",
                confidence=words.confidence,
                severity=Severity.MAJOR if may_be_major and words.log_odds >= MAJOR_FROM else Severity.MINOR,
                suggestions=[alternative.word] if alternative else [],
                evidence=evidence,
            )

    def _said_adjectives(self, analysis: Analysis) -> Iterator[Finding]:
        for match in _SAID_ADJECTIVE.finditer(analysis.text):
            if not analysis.is_quoted(match.start(), match.end()):
                yield self.finding(
                    analysis,
                    match.start(),
                    match.end(),
                    f"“{match.group()}”: nobody says an adjective; the clause that it described is lost.",
                    confidence=0.8,
                    evidence={"words": match.group()},
                )


_MAY_STAND_BARE = frozenset({"military"})


def _is_explained(analysis: Analysis, words: ReplacedWords) -> bool:
    """Whether a damaged phrase, which has a rule of its own, covers the words."""
    return any(
        suspect.start < words.end and words.start < suspect.end and suspect.probability >= MINOR_FROM
        for suspect in analysis.damaged_phrases
    )


def _right_article(word: str) -> str | None:
    """Return the article that a lower-case word takes, or None where spelling does not tell."""
    if _VOWEL.match(word):
        return None if _SPOKEN_CONSONANT.match(word) else "an"
    if word[0] == "u" or _SPOKEN_VOWEL.match(word):
        return None
    return "a"
