"""Reading and writing the compact tables: arrays and lists of words in one compressed file, without pickles."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


def pack_words(words: Sequence[str]) -> Array:
    """Return words, none of which holds a line break, as one array of bytes."""
    return np.frombuffer("\n".join(words).encode("utf-8"), dtype=np.uint8)


def unpack_words(packed: Array) -> list[str]:
    """Return what `pack_words` took."""
    return bytes(packed.tobytes()).decode("utf-8").split("\n")


def save_table(path: Path, arrays: Mapping[str, Array]) -> None:
    """Write named arrays; the same arrays give the same bytes."""
    with ZipFile(path, "w") as archive:
        for name, array in arrays.items():
            member = ZipInfo(f"{name}.npy")
            member.compress_type = ZIP_DEFLATED
            with archive.open(member, "w") as file:
                np.lib.format.write_array(file, np.ascontiguousarray(array), allow_pickle=False)


def load_table(path: Path) -> dict[str, Array]:
    """Return the arrays of one file; raises `OSError` or `ValueError` where it is missing or damaged."""
    with np.load(path, allow_pickle=False) as table:
        return {name: table[name] for name in table.files}
