"""PHR002: a word in a sense that it has only in another language."""

from mtcheck.phrases.finder import Suspect
from mtcheck.phrases.pivot_names import language_name
from mtcheck.rules.phrase_rule import PhraseRule, is_idiom, is_sense

NAMED = 2


class PivotSenseRule(PhraseRule):
    """Finds a word in a sense that it shares with the right word only in another language.

    ## Why it matters

    The reader meets a real word that says something else: a vague promise becomes a mysterious one, a civilian target a civil
    one.

    ## Example

    "The minister gave a mysterious promise": Arabic has one word for vague and mysterious.

    ## How it decides

    A table lists pairs of English words that one word of a pivot language can mean, with the contexts that each keeps. The wrong
    word in a context of the right one is a candidate, unless it stands in a context of its own. The same network as for PHR001
    then weighs meaning, fit and counts. The pivots that share the word are given as evidence.
    """

    code = "PHR002"
    name = "pivot-sense"

    def is_mine(self, suspect: Suspect) -> bool:
        """Pairs of the table of pivot senses, except in idioms and formulas."""
        return is_sense(suspect) and not is_idiom(suspect)

    def message(self, suspect: Suspect) -> str:
        """Name the two words and a language that has one for both."""
        changes = [change for change in suspect.candidate.changes if change]
        pairs = " and ".join(f"“{change.right}” and “{change.wrong}”" for change in changes)
        languages = " and ".join(language_name(code) for code in suspect.pivots[:NAMED])
        return f"“{suspect.known}” seems to be meant: {pairs} are one word in {languages}."
