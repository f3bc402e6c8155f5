"""Turns other people's lists of names into a user list."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import BinaryIO, Final

from mtcheck.names.importing.documents import document, lines, objects, parsed
from mtcheck.names.importing.entries import EntryMaker
from mtcheck.names.importing.follow_the_money import FollowTheMoney
from mtcheck.names.importing.interface import Importer, ImportFileError
from mtcheck.names.importing.popolo import Popolo
from mtcheck.names.importing.table import Table
from mtcheck.names.importing.wikidata import VARIABLES, Wikidata

__all__ = ["IMPORTERS", "EntryMaker", "ImportFileError", "Importer", "importer_for", "opened"]

IMPORTERS: Final[tuple[type[Importer], ...]] = (Table, Popolo, FollowTheMoney, Wikidata)
"""Every format that can be imported."""

_LABELS: Final = frozenset(name for names in VARIABLES.values() for name in names if name != "name")


@contextmanager
def opened(path: str, stdin: BinaryIO) -> Iterator[BinaryIO]:
    """Open a file, or `-` for `stdin`, so that it can be read more than once. Raises `OSError` as files do."""
    with nullcontext(stdin) if path == "-" else Path(path).open("rb") as source:
        if path != "-" and source.seekable():
            yield source
            return
        with TemporaryFile() as copy:
            copyfileobj(source, copy)
            yield copy


def importer_for(stream: BinaryIO, name: str | None = None) -> Importer:
    """Return the importer of that name, or the one that the look of the file asks for.

    Raises `ImportFileError` for an unknown name and for JSON that is none of the known forms.
    """
    if name is None:
        return _recognised(stream)(stream)
    for importer in IMPORTERS:
        if importer.name == name:
            return importer(stream)
    raise ImportFileError(f"unknown format {name!r}; known are {', '.join(i.name for i in IMPORTERS)}")


def _recognised(stream: BinaryIO) -> type[Importer]:
    stream.seek(0)
    beginning = stream.read(4096).removeprefix(b"\xef\xbb\xbf").lstrip()
    if not beginning:
        raise ImportFileError("the file is empty")
    if beginning[:1] not in b"{[":
        return Table
    first = next(lines(stream), None)
    entity = parsed(first) if first else None
    if isinstance(entity, dict) and "schema" in entity and "properties" in entity:
        return FollowTheMoney
    whole = document(stream)
    if isinstance(whole, dict):
        if isinstance(whole.get("results"), dict):
            return Wikidata
        if "persons" in whole:
            return Popolo
    elif rows := objects(whole):
        return Wikidata if not _LABELS.isdisjoint(rows[0]) else Popolo
    known = ", ".join(importer.name for importer in IMPORTERS)
    raise ImportFileError(f"JSON of an unknown form; name its format with --from ({known})")
