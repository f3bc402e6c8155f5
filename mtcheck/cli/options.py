"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[str],
    typer.Argument(
        help="Articles: text, HTML, RSS/Atom, JSON Lines, a folder of these, or - for standard input.",
        show_default=False,
        metavar="PATH",
    ),
]
FormatName = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        help="text, json, jsonl, html, sarif, junit, github, gitlab, rdjson or csv.",
        envvar="MTCHECK_FORMAT",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="Write the report to this file; - for standard output.", show_default=False),
]
Select = Annotated[
    list[str] | None,
    typer.Option("--select", help="Rules to run: codes or prefixes, comma-separated.", show_default=False),
]
Ignore = Annotated[
    list[str] | None, typer.Option("--ignore", help="Rules to leave out: codes or prefixes.", show_default=False)
]
ConfigFile = Annotated[
    Path | None,
    typer.Option(
        "--config", help="Settings file; default: the nearest mtcheck.toml or pyproject.toml.", show_default=False
    ),
]
Names = Annotated[
    list[Path] | None,
    typer.Option(
        "--names",
        metavar="FILE",
        help="A list of your own names, which win over ours; repeatable; instead of the setting names.",
        show_default=False,
    ),
]
Encoder = Annotated[
    str | None,
    typer.Option(
        "--encoder",
        metavar="NAME",
        help="Sentence encoder: packaged (default), or a sentence-transformers model by name or folder.",
        show_default=False,
    ),
]
Point = Annotated[
    str | None,
    typer.Option("--operating-point", help="balanced (default) or strict.", show_default=False),
]
MinConfidence = Annotated[
    float | None,
    typer.Option("--min-confidence", help="Leave out findings less sure than this, 0-1.", show_default=False),
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="Leave out what this file, written by review or --update-baseline, lets stand.",
        show_default=False,
    ),
]
UpdateBaseline = Annotated[
    bool,
    typer.Option("--update-baseline", help="Write the baseline anew: all that is found now is let stand from now on."),
]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=0, help="Processes; 0: one per core.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary on standard error.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colours; also by the NO_COLOR environment variable.")]
StdinName = Annotated[
    str, typer.Option("--stdin-name", help="What to call standard input in the report; its suffix tells the format.")
]
