"""`mtcheck report`: one self-contained HTML file for review."""

from pathlib import Path
from typing import Annotated

import typer

from mtcheck.cli import options
from mtcheck.cli.output import STDOUT
from mtcheck.cli.running import Request, choices, effective, execute


def report(
    paths: options.Paths,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The HTML file to write; - for standard output.")
    ] = Path("mtcheck-report.html"),
    select: options.Select = None,
    ignore: options.Ignore = None,
    names: options.Names = None,
    encoder: options.Encoder = None,
    config: options.ConfigFile = None,
    operating_point: options.Point = None,
    min_confidence: options.MinConfidence = None,
    baseline: options.Baseline = None,
    jobs: options.Jobs = 1,
    quiet: options.Quiet = False,
    no_color: options.NoColor = False,
    stdin_name: options.StdinName = "-",
) -> None:
    """Write one self-contained HTML page to review the articles in."""
    settings = effective(
        config, choices(select, ignore, operating_point, min_confidence, names, encoder, baseline)
    ).config
    outcome = execute(Request(paths, "html", output, settings, jobs, quiet, no_color, stdin_name))
    if outcome.articles and not quiet and output != STDOUT:
        typer.echo(f"mtcheck: wrote {output}", err=True)
    raise typer.Exit(outcome.status)
