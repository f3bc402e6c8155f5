"""PHR003: a fixed term whose words became near-synonyms."""

from mtcheck.phrases.finder import Suspect
from mtcheck.rules.phrase_rule import PhraseRule, is_idiom, is_sense


class TorturedPhrase(PhraseRule):
    """Finds a fixed term, or words that go together, with a near-synonym in place of one of them.

    ## Why it matters

    Fields name things with fixed words. "Worldwide heating" or "the court of attraction" make a reader guess, and a
    search miss. Cabanac, Labbé & Magazinov (2021) named such wording in science tortured phrases.

    ## Example

    "The court of attraction upheld the sentence"; "worldwide heating" for global warming.

    ## How it decides

    As PHR001, for the terms and collocations of the bank. A wording that people are seen to write in news is left alone, and
    so is one whose known phrase fits the sentence no better.
    """

    code = "PHR003"
    name = "tortured-phrase"

    def is_mine(self, suspect: Suspect) -> bool:
        """Terms and collocations, except for pairs of the table of pivot senses."""
        return not is_sense(suspect) and not is_idiom(suspect)

    def message(self, suspect: Suspect) -> str:
        """Name the usual wording."""
        meaning = f" ({suspect.meaning})" if suspect.meaning else ""
        return f"“{suspect.written}” is not the usual wording; “{suspect.known}”{meaning} seems to be meant."
