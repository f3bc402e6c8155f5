"""`mtcheck config`: the effective settings and where each comes from."""

import json
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from mtcheck.cli import options
from mtcheck.cli.running import effective, refuse


def config(
    names: options.Names = None,
    encoder: options.Encoder = None,
    config: options.ConfigFile = None,
    format: Annotated[str, typer.Option("--format", "-f", help="text or json.")] = "text",
) -> None:
    """Show every setting, its value and where that comes from."""
    settings = effective(config, {"names": names, "encoder": encoder}).settings
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
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, Path) else value
