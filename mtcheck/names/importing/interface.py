"""What every importer is: a file of somebody else's form in, people and organisations out."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, ClassVar


class ImportFileError(ValueError):
    """A file that cannot be imported; the message says why, without the file's name."""


@dataclass(frozen=True, slots=True)
class ImportedOffice:
    """A term of office, as the source writes it.

    `titles` and `places` hold what may name it, the likeliest first. `start` and `end` are ISO dates, partial ones (`2019`,
    `2019-07`) and times included. Anything may be empty.
    """

    titles: tuple[str, ...] = ()
    role: str = ""
    places: tuple[str, ...] = ()
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class ImportedPerson:
    """A person, as the source writes it; `names` hold the usual one first, then others that will do, in any script."""

    names: tuple[str, ...]
    given: str = ""
    family: str = ""
    aliases: tuple[str, ...] = ()
    offices: tuple[ImportedOffice, ...] = ()
    field: str = ""
    source: str = ""
    licence: str = ""
    keeps_short_aliases: bool = False
    """Whether somebody chose the aliases of one word (`Lula`); machines collect given names among them."""


@dataclass(frozen=True, slots=True)
class ImportedOrganisation:
    """An organisation, as the source writes it; `names` as for a person, `title` is that of its head."""

    names: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    title: str = ""
    source: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of the file that gives nothing; `reason` is one of few, so that it can be counted."""

    reason: str


Imported = ImportedPerson | ImportedOrganisation | LeftOut


class Importer(ABC):
    """One format. Iterating gives what the file holds, in order; it may raise `ImportFileError`."""

    name: ClassVar[str]
    """What the command line calls the format."""
    notes: tuple[str, ...] = ()
    """What a reader should know of how the file was read; complete once the iteration is."""

    def __init__(self, stream: BinaryIO) -> None:
        """Take the bytes; `stream` can be read more than once, by seeking."""
        self.stream = stream

    @abstractmethod
    def __iter__(self) -> Iterator[Imported]:
        """Yield what the file holds."""
