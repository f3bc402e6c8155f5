"""Tables: TSV or CSV with a header whose columns go by their usual names."""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Final

from mtcheck.names.importing.interface import (
    Imported,
    ImportedOffice,
    ImportedOrganisation,
    ImportedPerson,
    Importer,
    ImportFileError,
    LeftOut,
)
from mtcheck.names.user_list import COLUMNS

MAX_HEADER: Final = 100_000
"""Characters."""

_HEADINGS: Final[Mapping[str, str]] = {column: column for column in COLUMNS} | {
    heading: column
    for column, headings in {
        "kind": "type",
        "name": "full_name fullname person person_name label display_name",
        "given": "given_name given_names first_name firstname forename",
        "family": "family_name last_name lastname surname",
        "aliases": "alias other_names other_name alternative_names alternate_names also_known_as aka",
        "title": "office position job_title job post",
        "place": "country organisation organization jurisdiction",
        "start": "start_date startdate from since date_from",
        "end": "end_date enddate to until date_to",
        "field": "area",
        "source": "sources",
        "licence": "license",
    }.items()
    for heading in headings.split()
}
_ORGANISATIONS: Final = frozenset({"organisation", "organization", "org"})


class Table(Importer):
    """A TSV or CSV file; the header tells what parts its cells: tab, comma or semicolon.

    Headings mean what they say in the ways people say it (`first_name`, `Surname`, `start date`); others are left out, with a
    note. Several aliases in one cell are parted by `|` or `;`.
    """

    name = "table"

    def __iter__(self) -> Iterator[Imported]:
        """Yield one person or organisation per row."""
        self.stream.seek(0)
        text = io.TextIOWrapper(self.stream, encoding=self._encoding(), newline="")
        try:
            yield from self._rows(text)
        except UnicodeDecodeError as error:
            raise ImportFileError("not UTF-8; save the table as UTF-8") from error
        except csv.Error as error:
            raise ImportFileError(f"not a table ({error})") from error
        finally:
            text.detach()

    def _encoding(self) -> str:
        beginning = self.stream.read(2)
        self.stream.seek(0)
        return "utf-16" if beginning in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"

    def _rows(self, text: io.TextIOWrapper) -> Iterator[Imported]:
        header = text.readline(MAX_HEADER)
        delimiter = max("\t,;", key=header.count)
        headings = next(csv.reader([header], delimiter=delimiter), [])
        columns = [_HEADINGS.get("_".join(heading.lower().replace("-", " ").split()), "") for heading in headings]
        if "name" not in columns and not {"given", "family"} <= set(columns):
            raise ImportFileError("no column name, nor the columns given and family, in its first line")
        unknown = [heading for heading, column in zip(headings, columns, strict=True) if not column]
        if unknown:
            self.notes = (f"columns left out: {', '.join(unknown[:20])}",)
        for row in csv.reader(text, delimiter=delimiter):
            if any(row):
                cells = [(column, cell.strip()) for column, cell in zip(columns, row, strict=False) if column]
                yield _imported(dict(reversed([(column, cell) for column, cell in cells if cell])))


def _imported(cells: Mapping[str, str]) -> Imported:
    def cell(column: str) -> str:
        return cells.get(column, "")

    names = (cell("name") or f"{cell('given')} {cell('family')}".strip(),)
    aliases = tuple(part for whole in cell("aliases").split("|") for part in whole.split(";"))
    kind = cell("kind").lower()
    if kind in _ORGANISATIONS:
        return ImportedOrganisation(names, aliases, cell("title"), cell("source"), cell("licence"))
    if kind not in ("", "person"):
        return LeftOut("neither person nor organisation")
    titles, places = (tuple(filter(None, [cell(column)])) for column in ("title", "place"))
    office = ImportedOffice(titles, cell("role"), places, cell("start"), cell("end"))
    return ImportedPerson(
        names=names,
        given=cell("given"),
        family=cell("family"),
        aliases=aliases,
        offices=(office,) if office != ImportedOffice() else (),
        field=cell("field"),
        source=cell("source"),
        licence=cell("licence"),
        keeps_short_aliases=True,
    )
