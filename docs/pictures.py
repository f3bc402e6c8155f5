#!/usr/bin/env python3
"""Make the picture that the README shows: `python docs/pictures.py` (needs Chromium and an installed mtcheck)."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "kremlin-summit.txt"
FLAGS = (
    "--headless --no-sandbox --disable-gpu --hide-scrollbars --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --window-size=1100,1250"
).split()


def main() -> None:
    """Write docs/report.png from the seed article's report."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("no Chromium found")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "report.html")
        command = [sys.executable, "-m", "mtcheck", "report", SEED.relative_to(ROOT), "-o", page, "--quiet"]
        subprocess.run(command, check=True, cwd=ROOT)
        picture = f"--screenshot={ROOT / 'docs' / 'report.png'}"
        subprocess.run([browser, *FLAGS, f"--user-data-dir={folder}/profile", picture, page.as_uri()], check=True)


if __name__ == "__main__":
    main()
