"""What else a word of a name may be: another name that people bear, an everyday word, or nothing anybody has seen."""

from mtcheck.lexicon import Lexicon
from mtcheck.names.index import NameIndex

COMMON_WORD_COUNT = 8
"""How often the news corpus must hold a word in lower case before it counts as common."""
ATTESTED_COUNT = 3
"""How often the news corpus must hold a word with a capital before it counts as a name."""
PROMINENT_COUNT = 8
"""How often the news corpus must hold a family name for a spelling that it never holds to be a mistake, not a custom."""


class Attestation:
    """Asks the lists, the census and the counted news what a folded word is. Read-only."""

    def __init__(self, index: NameIndex, lexicon: Lexicon) -> None:
        """Keep the lists."""
        self.index = index
        self.lexicon = lexicon

    def is_common_word(self, word: str) -> bool:
        """Whether a word is an everyday English word and hardly ever a name."""
        lower = self.lexicon.lower_count(word)
        return lower >= COMMON_WORD_COUNT and lower >= 5 * self.lexicon.capitalised_count(word)

    def is_word(self, word: str) -> bool:
        """Whether news has a word more often in lower case than with a capital."""
        return self.lexicon.lower_count(word) > self.lexicon.capitalised_count(word)

    def is_in_news(self, word: str) -> bool:
        """Whether news or the reference lists have the word as a name."""
        counted = self.lexicon.capitalised_count(word) >= max(ATTESTED_COUNT, self.lexicon.lower_count(word))
        return counted or word in self.index.family_names

    def is_known_name(self, word: str) -> bool:
        """Whether news, the reference lists or the census have the word as a family name."""
        return self.is_in_news(word) or self.lexicon.is_surname(word)

    def is_given_name(self, word: str) -> bool:
        """Whether the reference lists, the census or the news have the word as a given name."""
        in_news = self.lexicon.capitalised_count(word) >= ATTESTED_COUNT > self.lexicon.lower_count(word)
        return word in self.index.given_names or self.lexicon.is_given_name(word) or in_news

    def is_family_name(self, words: str) -> bool:
        """Whether `words` are a known name, as a whole or every one of them."""
        return self.is_known_name(words) or all(self.is_known_name(word) for word in words.split())

    def is_unseen(self, word: str) -> bool:
        """Whether neither news nor census nor reference list has the word at all, capitalised or not."""
        counted = self.lexicon.capitalised_count(word) + self.lexicon.lower_count(word)
        return not counted and not self.is_known_name(word) and not self.is_given_name(word)
