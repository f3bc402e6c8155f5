"""`mtcheck config`: the effective settings and where each comes from."""

import json
from enum import Enum
from typing import Annotated

import typer

from mtcheck.cli import options
from mtcheck.cli.running import effective, refuse


def config(
    config: options.ConfigFile = None,
    format: Annotated[str, typer.Option("--format", "-f", help="text or json.")] = "text",
) -> None:
    """Show every setting, its value and where that comes from."""
    settings = effective(config, {}).settings
    if format == "json":
        rows = [{"key": s.key, "value": _plain(s.value), "origin": s.origin} for s in settings]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif format == "text":
        for s in settings:
            typer.echo(f"{s.key:18} = {json.dumps(_plain(s.value), ensure_ascii=False):24} # {s.origin}")
    else:
        refuse(f"unknown format {format!r}; known are text, json")


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    return list(value) if isinstance(value, tuple) else value
