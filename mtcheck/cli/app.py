"""The Typer application and its commands."""

from typing import Annotated

import typer

from mtcheck._version import __version__
from mtcheck.cli.config import config
from mtcheck.cli.doctor import doctor
from mtcheck.cli.gate import gate
from mtcheck.cli.names import names
from mtcheck.cli.report import report
from mtcheck.cli.review import review
from mtcheck.cli.rule import rule
from mtcheck.cli.score import score

app = typer.Typer(
    help="Find machine-translation damage in English news articles.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 done, or the gate passed; 1 the gate failed, or reviewers disagree; 2 something that was asked for "
    "could not be done; 143 ended by SIGTERM.",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"mtcheck {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Find machine-translation damage in English news articles."""


for command in (score, gate, report, review, rule, config, doctor):
    app.command()(command)
app.add_typer(names, name="names")
