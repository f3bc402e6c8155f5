"""`mtcheck names`: look names up, check a list of your own, make one of other people's lists."""

import json
import sys
from collections.abc import Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mtcheck.cli import options
from mtcheck.cli.running import effective, output_file, refuse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mtcheck.names.importing import EntryMaker

_LISTS = """\
A list is one TSV file with a header (UTF-8, tabs between the cells, no quoting). Only the column name must be there.

kind: person (default) or organisation. name: the spelling that your newsroom prints. given, family: worked out if left out.
aliases: other right spellings, with | between them.

title, role, place, start, end: an office with its first and last day, such as 2020-02-01. place is a country or an
organisation, by name or id; role is needed only where the title does not tell it, and `names check` names the roles. Rows
of one name are one person with several offices. For an organisation, title is what its head is called.

field: politics, business, sport, culture, science, religion or other. source, licence: where it comes from."""
_QUERIES = """\
Variables of a Wikidata query: item, itemLabel, itemAltLabel (or altLabel), givenNameLabel, familyNameLabel, positionLabel,
placeLabel, start, end. Headings of a table: those of a list, or usual ones such as first_name, surname, position, country.

Left out and counted: names that are not in Latin letters or of one word, offices of unknown places or titles."""


def _paragraphs(text: str) -> str:
    """Return `text` with every paragraph on one line: the help is wrapped to the terminal."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


TextOrJson = Annotated[str, typer.Option("--format", "-f", help="text or json.")]

names = typer.Typer(
    help="Look up, check and extend the lists of names.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog='Lists are put to use by the setting names = ["newsroom.tsv"] or the option --names.',
)


@names.command()
def lookup(
    name: Annotated[str, typer.Argument(help="A name of a person, a place or an organisation.")],
    names: options.Names = None,
    config: options.ConfigFile = None,
    format: TextOrJson = "text",
) -> None:
    """Say who somebody is: offices and dates, accepted spellings, sources; or whose name it sounds like.

    A name that nobody has is an answer as well: the exit status is 0.
    """
    _known_format(format)
    lists = effective(config, {"names": names or None}).config.names
    if not name.strip():
        refuse("the name is empty")
    from mtcheck.cli.names_output import answer_facts, answer_lines
    from mtcheck.names.lookup import Lookup
    from mtcheck.names.user_merging import load_merged

    with _refused():
        searched = Lookup(load_merged(lists))
    answer = searched.find(name)
    _print([_json(answer_facts(name, answer, searched))] if format == "json" else answer_lines(name, answer, searched))


@names.command(epilog=_paragraphs(_LISTS))
def check(
    file: Annotated[Path, typer.Argument(help="A list of your own names.", show_default=False)],
    format: TextOrJson = "text",
) -> None:
    """Say everything that is wrong with a list, alone and beside the names that ship.

    An error keeps the list from being used. Exit status: 0 nothing found, 1 problems found, 2 the file cannot be read.
    """
    _known_format(format)
    from mtcheck.cli.names_output import problem_facts, problem_lines
    from mtcheck.names.loading import default_folder, read_folder
    from mtcheck.names.user_checking import check_user_list

    with _refused():
        problems = check_user_list(file, read_folder(default_folder()))
    _print([_json(problem_facts(file, problems))] if format == "json" else problem_lines(file, problems))
    errors = sum(problem.is_error for problem in problems)
    typer.echo(f"mtcheck: {_count(errors, 'error')}, {_count(len(problems) - errors, 'warning')}", err=True)
    raise typer.Exit(1 if problems else 0)


@names.command("import", epilog=_paragraphs(_QUERIES))
def import_names(
    file: Annotated[str, typer.Argument(help="What to read, or - for standard input.", show_default=False)],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The list to write; default: standard output.", show_default=False),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            "--from", help="table, popolo, ftm or wikidata; default: by the look of the file.", show_default=False
        ),
    ] = None,
    names: options.Names = None,
    config: options.ConfigFile = None,
    quiet: options.Quiet = False,
) -> None:
    """Make a list of a table (TSV, CSV), Popolo JSON, FollowTheMoney JSON lines, or a Wikidata query's JSON result.

    `mtcheck names check` says whether the list is sound and what it changes.
    """
    lists = effective(config, {"names": names or None}).config.names
    from mtcheck.names.importing import EntryMaker, importer_for, opened
    from mtcheck.names.index import NameIndex
    from mtcheck.names.user_list import write_user_list
    from mtcheck.names.user_merging import load_merged

    with _refused(file):
        maker = EntryMaker(NameIndex(load_merged(lists).data))
        with opened(file, sys.stdin.buffer) as stream:
            importer = importer_for(stream, source)
            with output_file(output) as out:
                write_user_list(maker.entries(importer), out)
                if not quiet:
                    _summarise(importer.notes, maker)
                if not maker.people and not maker.organisations:
                    refuse(f"{file}: no names that can be used")


def _known_format(format: str) -> None:
    if format not in ("text", "json"):
        refuse(f"unknown format {format!r}; known are text, json")


@contextmanager
def _refused(file: str = "") -> "Iterator[None]":
    """Answer what a list or an import has wrong with one line and exit status 2."""
    from mtcheck.names.importing.interface import ImportFileError
    from mtcheck.names.records import NameDataError

    try:
        yield
    except NameDataError as error:
        refuse(str(error))
    except ImportFileError as error:
        refuse(f"{file}: {error}")
    except OSError as error:
        refuse(f"{file}: cannot be read ({error.strerror or error})")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _print(lines: Iterable[str]) -> None:
    with output_file(None) as out:
        for line in lines:
            out.write(line + "\n")


def _summarise(notes: Iterable[str], maker: "EntryMaker") -> None:
    from mtcheck.formats.characters import one_line

    people, terms = _count(maker.people, "person", "people"), _count(maker.terms, "term of office", "terms of office")
    typer.echo(f"mtcheck: {people} with {terms}, {_count(maker.organisations, 'organisation')}", err=True)
    for note in (*notes, *(f"left out: {count} x {reason}" for reason, count in maker.left_out.most_common())):
        typer.echo(f"mtcheck: {one_line(note)}", err=True)


def _count(number: int, noun: str, plural: str = "") -> str:
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
