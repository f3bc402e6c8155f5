"""The packaged lists and counts that rules share, each loaded on first use."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from mtcheck.lexicon import Lexicon
from mtcheck.names import NameIndex
from mtcheck.names.matching import NameMatcher
from mtcheck.names.resolution import Resolver
from mtcheck.names.user_merging import load_merged


class Resources:
    """Read-only data for the rules of one `Checker`."""

    def __init__(self, user_lists: Sequence[Path] = ()) -> None:
        """Remember which lists of names to merge into the reference names; the later ones win."""
        self._user_lists = tuple(user_lists)

    @cached_property
    def names(self) -> NameIndex:
        """People, offices, countries, organisations and cities of `reference_names/` and the user lists, indexed.

        Raises `NameDataError` where a list cannot be read or has an error.
        """
        return NameIndex(load_merged(self._user_lists).data) if self._user_lists else NameIndex.load()

    @cached_property
    def lexicon(self) -> Lexicon:
        """How often words stand in news that people wrote."""
        return Lexicon.load()

    @cached_property
    def resolver(self) -> Resolver:
        """Finds whom a mention means."""
        return Resolver(self.names, self.lexicon, NameMatcher(self.names))
