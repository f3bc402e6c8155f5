"""TOML from the standard library, or from its backport where that is too old."""

import sys
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


def parse_toml(text: str) -> dict[str, Any]:
    """Return the document as nested dictionaries; raises ValueError where `text` is not TOML."""
    document: dict[str, Any] = tomllib.loads(text)
    return document
