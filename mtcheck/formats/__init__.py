"""What is written: one module per format, each imported only when it is asked for."""

from importlib import import_module
from typing import TextIO, cast

from mtcheck.formats.interface import Format, Run

__all__ = ["FORMAT_NAMES", "Format", "Run", "make_format"]

_CLASSES = {
    "text": "TextFormat",
    "json": "JsonFormat",
    "jsonl": "JsonLinesFormat",
    "html": "HtmlFormat",
    "sarif": "SarifFormat",
    "junit": "JUnitFormat",
    "github": "GitHubFormat",
    "gitlab": "GitLabFormat",
    "rdjson": "ReviewdogFormat",
    "csv": "CsvFormat",
}

FORMAT_NAMES = tuple(_CLASSES)
"""The formats that `make_format` knows."""


def make_format(name: str, out: TextIO, run: Run) -> Format:
    """Return the format called `name`, writing to `out`. Raises `ValueError` for an unknown name."""
    if name not in _CLASSES:
        raise ValueError(f"unknown format {name!r}; known are {', '.join(FORMAT_NAMES)}")
    module = import_module(f"mtcheck.formats.{name}")
    return cast(type[Format], getattr(module, _CLASSES[name]))(out, run)
