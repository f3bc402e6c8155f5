"""The tables of known phrasing, and their version."""

import hashlib
from pathlib import Path

DATA = Path(__file__).with_name("data")


def phrase_data_version() -> str:
    """Return the first digits of a hash over every table that ships."""
    digest = hashlib.sha256()
    for path in sorted(DATA.iterdir()):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
