"""A newsroom's own names: one TSV file, read and written."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final, TextIO

from mtcheck.names.records import FIELDS, ROLES, NameDataError
from mtcheck.names.spelling import clean, name_problem

COLUMNS: Final = (
    *("kind", "name", "given", "family", "aliases", "title", "role", "place", "start", "end"),
    *("field", "source", "licence"),
)
"""The columns of a list, in the order they are written. Only `name` must be there."""
KINDS: Final = ("person", "organisation")
MAX_BYTES: Final = 64 << 20
"""A larger list is refused: 64 MiB hold more than half a million people."""
MAX_ROWS: Final = 500_000
MAX_ALIASES: Final = 200
MOST_COLUMNS: Final = 4 * len(COLUMNS)
MAX_CELL: Final = 20_000
"""Characters."""

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SHOWN: Final = 60
_PERSONAL: Final = ("given", "family", "role", "place", "start", "end", "field")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a person or an organisation, and for a person one term of office, or none.

    * `kind`: one of `KINDS`. `name`: the spelling to print; `aliases`: others that are right.
    * `given`, `family`: empty where they are to be worked out from the name.
    * `title`, `role`, `place`: the office, as written; `start`, `end`: its first and last day. For an organisation `title` is
      the title of its head.
    * `field`: one of `FIELDS` or empty. `line`: where the row stands, from 1; 0 for a row that comes from no list.
    """

    name: str
    kind: str = "person"
    given: str = ""
    family: str = ""
    aliases: tuple[str, ...] = ()
    title: str = ""
    role: str = ""
    place: str = ""
    start: date | None = None
    end: date | None = None
    field: str = ""
    source: str = ""
    licence: str = ""
    line: int = 0

    @property
    def has_office(self) -> bool:
        """Whether the row says anything about an office of a person."""
        return self.kind == "person" and any((self.title, self.role, self.place, self.start, self.end))


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a list: at which line (from 1) and column (its name, or empty), in one sentence.

    A list with an error cannot be used; anything else is worth a look.
    """

    line: int
    column: str
    message: str
    is_error: bool = True

    def __str__(self) -> str:
        """Return the problem as one line of a report, without the file."""
        return f"line {self.line}" + (f", {self.column}" if self.column else "") + f": {self.message}"


@dataclass(frozen=True, slots=True)
class UserList:
    """What one file states.

    `entries` are the rows whose name and kind are sound, each without the cells that are not; a list with errors among its
    `problems` is not to be used. `digest` is the SHA-256 of the file in hex.
    """

    path: Path
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    digest: str


@dataclass(slots=True)
class _Row:
    """The cells of a line by column, and what is wrong with them."""

    line: int
    cells: Mapping[str, str]
    problems: list[Problem] = field(default_factory=list)

    def complain(self, column: str, message: str) -> None:
        self.problems.append(Problem(self.line, column, message))


def read_user_list(path: Path) -> UserList:
    """Read a list and collect what is wrong with its form; places and titles are not looked up.

    Raises `NameDataError` where the file cannot be read, is too large, or is not UTF-8 text.
    """
    content = _content(path)
    problems: list[Problem] = []
    entries: list[Entry] = []
    lines = content.decode("utf-8-sig").split("\n")
    columns = [cell.strip().lower() for cell in lines[0].rstrip("\r").split("\t", MOST_COLUMNS)]
    problems += _header_problems(columns)
    if len(lines) > MAX_ROWS:
        problems.append(Problem(1, "", f"{len(lines)} lines are more than {MAX_ROWS}"))
    if not problems:
        for number, line in enumerate(lines[1:], start=2):
            if not line.strip():
                continue
            row = _row(number, columns, line)
            entry = None if row.problems else _entry(row)
            problems += row.problems
            if entry is not None:
                entries.append(entry)
    return UserList(path, tuple(entries), tuple(problems), hashlib.sha256(content).hexdigest())


def write_user_list(entries: Iterable[Entry], out: TextIO) -> int:
    """Write the header and one line per entry, as they come; returns how many."""
    out.write("\t".join(COLUMNS) + "\n")
    count = 0
    for entry in entries:
        out.write("\t".join(map(clean, _cells(entry))) + "\n")
        count += 1
    return count


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise NameDataError(f"{path}: cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise NameDataError(f"{path}: cannot be read ({error})") from error
    if len(content) > MAX_BYTES:
        raise NameDataError(f"{path}: larger than {MAX_BYTES >> 20} MiB")
    if b"\0" in content:
        raise NameDataError(f"{path}: not a text file in UTF-8")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise NameDataError(f"{path}, line {line}: not UTF-8; save the list as UTF-8 text") from error
    return content


def _header_problems(columns: Sequence[str]) -> Iterator[Problem]:
    known = f"known are {', '.join(COLUMNS)}"
    if len(columns) > MOST_COLUMNS:
        yield Problem(1, "", f"more than {MOST_COLUMNS} columns; {known}")
        return
    if not any(columns):
        yield Problem(1, "", f"the header is missing; {known}")
        return
    if unknown := [column for column in columns if column not in COLUMNS]:
        names = ", ".join(_shown(column) for column in unknown)
        advice = " (cells are parted by tabs; `mtcheck names import` reads other tables)" if len(columns) == 1 else ""
        yield Problem(1, "", f"unknown column{'s'[: len(unknown) != 1]} {names}; {known}{advice}")
    for column in dict.fromkeys(c for c in columns if columns.count(c) > 1 and c in COLUMNS):
        yield Problem(1, column, "the column is there twice")
    if "name" not in columns and not unknown:
        yield Problem(1, "name", "the column is missing")


def _row(number: int, columns: Sequence[str], line: str) -> _Row:
    cells = [clean(cell) if len(cell) <= MAX_CELL else cell for cell in line.rstrip("\r").split("\t", MOST_COLUMNS)]
    row = _Row(number, dict.fromkeys(COLUMNS, "") | dict(zip(columns, cells, strict=False)))
    if any(cells[len(columns) :]):
        row.complain("", f"{len(cells)} cells where the header has {len(columns)}")
    for column, cell in zip(columns, cells, strict=False):
        if len(cell) > MAX_CELL:
            row.complain(column, f"longer than {MAX_CELL} characters")
        elif len(cell) > 1 and cell.startswith('"') and cell.endswith('"'):
            row.complain(column, "the cell is in quotation marks, which a list has no need of")
    return row


def _entry(row: _Row) -> Entry | None:
    """Return the entry of a row and note what is wrong with it in `row.problems`."""
    cells = row.cells
    kind = cells["kind"].lower() or KINDS[0]
    kind = "organisation" if kind == "organization" else kind
    if kind not in KINDS:
        row.complain("kind", f"{_shown(cells['kind'])} is neither person nor organisation")
        return None
    if problem := name_problem(cells["name"]):
        row.complain("name", f"{_shown(cells['name'])} {problem}" if cells["name"] else "the name is empty")
        return None
    aliases = _aliases(row)
    if kind == "organisation":
        for column in _PERSONAL:
            if cells[column]:
                row.complain(column, "an organisation has none")
        return Entry(
            cells["name"],
            kind,
            aliases=aliases,
            title=cells["title"],
            source=cells["source"],
            licence=cells["licence"],
            line=row.line,
        )
    return _person(row, aliases)


def _aliases(row: _Row) -> tuple[str, ...]:
    aliases = tuple(dict.fromkeys(part for cell in row.cells["aliases"].split("|") if (part := clean(cell))))
    if len(aliases) > MAX_ALIASES:
        row.complain("aliases", f"{len(aliases)} aliases are more than {MAX_ALIASES}")
    problems = {alias: problem for alias in aliases[:MAX_ALIASES] if (problem := name_problem(alias))}
    for alias, problem in problems.items():
        row.complain("aliases", f"{_shown(alias)} {problem}")
    return tuple(alias for alias in aliases[:MAX_ALIASES] if alias not in problems)


def _person(row: _Row, aliases: tuple[str, ...]) -> Entry:
    cells = row.cells
    for column in ("given", "family"):
        if cells[column] and (problem := name_problem(cells[column])):
            row.complain(column, f"{_shown(cells[column])} {problem}")
    role = _choice(row, "role", ROLES)
    # Without its role an office would be complained of again.
    is_office = bool(role) or not cells["role"]
    start, end = _day(row, "start"), _day(row, "end")
    if start and end and start > end:
        row.complain("end", f"the term ends on {end}, before it starts on {start}")
    return Entry(
        name=cells["name"],
        given=cells["given"],
        family=cells["family"],
        aliases=aliases,
        title=cells["title"] if is_office else "",
        role=role,
        place=cells["place"] if is_office else "",
        start=start if is_office else None,
        end=end if is_office else None,
        field=_choice(row, "field", FIELDS),
        source=cells["source"],
        licence=cells["licence"],
        line=row.line,
    )


def _choice(row: _Row, column: str, known: Sequence[str]) -> str:
    value = row.cells[column].lower().replace(" ", "_")
    if value and value not in known:
        row.complain(column, f"{_shown(row.cells[column])} is no {column}; known are {', '.join(known)}")
        return ""
    return value


def _day(row: _Row, column: str) -> date | None:
    cell = row.cells[column]
    try:
        # Python 3.11 reads 20200201 and 2020-W05-6, too; a list should look the same to every reader.
        if cell and not _DAY.fullmatch(cell):
            raise ValueError
        return date.fromisoformat(cell) if cell else None
    except ValueError:
        row.complain(column, f"{_shown(cell)} is no date such as 2020-02-01")
        return None


def _shown(text: str) -> str:
    """Return `text` in quotation marks and not too long for a line of a report."""
    return repr(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")


def _cells(entry: Entry) -> Iterator[str]:
    for column in COLUMNS:
        value = getattr(entry, column)
        if column == "aliases":
            yield "|".join(value)
        else:
            yield value.isoformat() if isinstance(value, date) else value or ""
