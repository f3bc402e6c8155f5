"""The packaged lists and counts that rules share, each loaded on first use."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from mtcheck.calibration import Calibration
from mtcheck.detection.evidence import EvidenceGatherer
from mtcheck.detection.ngrams import NgramModel
from mtcheck.lexicon import Lexicon
from mtcheck.models import Encoder, load_encoder
from mtcheck.models.loading import PACKAGED
from mtcheck.models.packaged import PackagedEncoder
from mtcheck.models.reading import SentenceReader
from mtcheck.names import NameIndex
from mtcheck.names.matching import NameMatcher
from mtcheck.names.resolution import Resolver
from mtcheck.names.user_merging import load_merged
from mtcheck.phrases.finder import PhraseFinder


class Resources:
    """Read-only data for the rules of one `Checker`."""

    def __init__(self, user_lists: Sequence[Path] = (), encoder: str = PACKAGED) -> None:
        """Remember which lists of names to merge into the reference names (the later ones win), and which encoder to use."""
        self._user_lists = tuple(user_lists)
        self._encoder_name = encoder

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
    def calibration(self) -> Calibration:
        """The weights of all evidence, and the operating points."""
        return Calibration.load()

    @cached_property
    def resolver(self) -> Resolver:
        """Finds whom a mention means."""
        return Resolver(self.names, self.lexicon, NameMatcher(self.names))

    @cached_property
    def encoder(self) -> Encoder:
        """Turns texts into vectors; raises `EncoderError` where it cannot be had."""
        return load_encoder(self._encoder_name)

    @cached_property
    def packaged_encoder(self) -> PackagedEncoder:
        """The network that ships; it reads sentences even where another encoder compares phrases."""
        return self.encoder if isinstance(self.encoder, PackagedEncoder) else PackagedEncoder()

    @cached_property
    def evidence(self) -> EvidenceGatherer:
        """Gathers what speaks for machine translation in sentences."""
        return EvidenceGatherer(NgramModel.load(), self.reader)

    @cached_property
    def reader(self) -> SentenceReader:
        """Reads sentences with the network's heads."""
        return SentenceReader(self.packaged_encoder)

    @cached_property
    def phrases(self) -> PhraseFinder:
        """Finds where a known phrase was lost."""
        return PhraseFinder(lambda: self.encoder, lambda: self.reader)
