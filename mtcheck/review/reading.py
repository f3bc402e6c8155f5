"""JSON files of our own, read with care: they come from browsers and other people's branches."""

import json
from collections.abc import Mapping
from pathlib import Path


def read_json(path: Path, schema: str, most_bytes: int) -> Mapping[str, object]:
    """Return the object that a file holds, whose key `schema` says `schema`.

    Raises `OSError` where it cannot be read, and `ValueError` where it is something else or larger than `most_bytes`.
    """
    with path.open("rb") as file:
        data = file.read(most_bytes + 1)
    if len(data) > most_bytes:
        raise ValueError(f"larger than {most_bytes >> 20} MiB")
    try:
        value = json.loads(data)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(value, Mapping) or value.get("schema") != schema:
        raise ValueError(f"its schema is not {schema}")
    return value


def rows(value: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    """Return a list of objects by its key, an empty one if it is not there. Raises `ValueError` for anything else."""
    found = value.get(name, [])
    if not isinstance(found, list) or not all(isinstance(row, Mapping) for row in found):
        raise ValueError(f"{name} is not a list of objects")
    return found


def text(row: Mapping[str, object], name: str) -> str:
    """Return a string by its key, an empty one for null or nothing. Raises `ValueError` for anything else."""
    value = row.get(name)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{name} is not a string")
    return value or ""
