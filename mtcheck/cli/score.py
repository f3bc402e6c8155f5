"""`mtcheck score`: articles in, a per-sentence quality report out."""

import typer

from mtcheck.cli import options
from mtcheck.cli.running import Request, choices, effective, execute


def score(
    paths: options.Paths,
    format: options.FormatName = "text",
    output: options.Output = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    names: options.Names = None,
    encoder: options.Encoder = None,
    config: options.ConfigFile = None,
    operating_point: options.Point = None,
    min_confidence: options.MinConfidence = None,
    baseline: options.Baseline = None,
    update_baseline: options.UpdateBaseline = False,
    jobs: options.Jobs = 1,
    quiet: options.Quiet = False,
    no_color: options.NoColor = False,
    stdin_name: options.StdinName = "-",
) -> None:
    """Score articles sentence by sentence and say what is wrong with them."""
    settings = effective(
        config, choices(select, ignore, operating_point, min_confidence, names, encoder, baseline)
    ).config
    outcome = execute(Request(paths, format, output, settings, jobs, quiet, no_color, stdin_name, update_baseline))
    raise typer.Exit(outcome.status)
