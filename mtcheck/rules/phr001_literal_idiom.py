"""PHR001: an idiom or a formula of news, put word by word."""

from mtcheck.phrases.finder import Suspect
from mtcheck.rules.phrase_rule import PhraseRule, is_idiom


class LiteralIdiom(PhraseRule):
    """Finds an idiom, or a set formula of news, that lost one of its words to a near-synonym.

    ## Why it matters

    An idiom means what it means only in its own words. Put word by word into another language and back, it is nonsense or,
    worse, another statement.

    ## Example

    "The challenger threw in the napkin" (towel); "the two firms cut the pear in two" (split the difference, from French).

    ## How it decides

    Words of the text that stand like those of a known phrase, all but one or two of which are the phrase's own, are a candidate
    where a translator may have put the rest: by the table of pivot senses, WordNet, the likeness of the words, or what round
    trips were seen to do. A small network then weighs how alike both wordings are by the sentence encoder, whether the known
    phrase and its meaning fit the sentence better than what stands there, and how often people write the words together. Names,
    words of another known phrase and words in a context of their own are left alone. Quotations need more evidence.
    A finding is minor unless tables or counts prove it, or the article as a whole reads machine-translated beyond doubt.
    """

    code = "PHR001"
    name = "literal-idiom"

    def is_mine(self, suspect: Suspect) -> bool:
        """Idioms and formulas, whatever their words were put for."""
        return is_idiom(suspect)

    def message(self, suspect: Suspect) -> str:
        """Name the phrase and what it means."""
        meaning = f" ({suspect.meaning})" if suspect.meaning else ""
        return f"“{suspect.written}” is not a phrase of English; “{suspect.known}”{meaning} seems to be meant."
