"""Reads JSON that may be anything: large, deep, or not JSON at all."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from mtcheck.names.importing.interface import ImportFileError

MAX_DOCUMENT: Final = 64 << 20
"""Bytes of a JSON document, which is read as a whole. JSON lines may be of any number."""
MAX_LINE: Final = 4 << 20
"""Bytes of one line of JSON lines."""

Object = dict[str, Any]


def document(stream: BinaryIO) -> Any:
    """Return the JSON document that `stream` holds.

    Raises `ImportFileError` where it is larger than `MAX_DOCUMENT`, not JSON, or nested too deeply.
    """
    stream.seek(0)
    content = stream.read(MAX_DOCUMENT + 1)
    if len(content) > MAX_DOCUMENT:
        raise ImportFileError(f"a JSON document larger than {MAX_DOCUMENT >> 20} MiB")
    value = parsed(content)
    if value is None:
        raise ImportFileError("not JSON in UTF-8, or nested too deeply")
    return value


def lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield the lines that are not blank, from the beginning; None for one longer than `MAX_LINE`."""
    stream.seek(0)
    while line := stream.readline(MAX_LINE + 1):
        if len(line) > MAX_LINE:
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_LINE)
            yield None
        elif line.strip():
            yield line


def parsed(content: bytes) -> Any:
    """Return the JSON value of `content`, or None where it has none that can be read (`null` included)."""
    try:
        return json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def objects(value: Any) -> list[Object]:
    """Return the JSON objects in `value` if it is a list, else none."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def strings(value: Any) -> tuple[str, ...]:
    """Return the text in `value`: itself, or the strings in a list."""
    if isinstance(value, str):
        return (value,) if value.strip() else ()
    return tuple(item for item in value if isinstance(item, str) and item.strip()) if isinstance(value, list) else ()


def string(value: Any) -> str:
    """Return the first text in `value`, or nothing."""
    return next(iter(strings(value)), "")
