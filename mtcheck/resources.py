"""The packaged lists and counts that rules share, each loaded on first use."""

from functools import cached_property

from mtcheck.lexicon import Lexicon
from mtcheck.names import NameIndex
from mtcheck.names.matching import NameMatcher
from mtcheck.names.resolution import Resolver


class Resources:
    """Read-only data for the rules of one `Checker`."""

    @cached_property
    def names(self) -> NameIndex:
        """People, offices, countries, organisations and cities of `reference_names/`, indexed."""
        return NameIndex.load()

    @cached_property
    def lexicon(self) -> Lexicon:
        """How often words stand in news that people wrote."""
        return Lexicon.load()

    @cached_property
    def resolver(self) -> Resolver:
        """Finds whom a mention means."""
        return Resolver(self.names, self.lexicon, NameMatcher(self.names))
