#!/usr/bin/env python3
"""Make the pictures that the README shows: `python docs/pictures.py`.

Needs Chromium, Playwright and an installed mtcheck. The articles are the seed article and our own in docs/articles.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
SEED, OURS = "seeds/kremlin-summit.txt", "docs/articles"
DESK = {"width": 1280, "height": 860}
PHONE = {"width": 400, "height": 800}


def main() -> None:
    """Write docs/report.png, overview.png, review-dark.png and phone.png."""
    from playwright.sync_api import sync_playwright

    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("no Chromium found")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        feed, seed = Path(folder, "feed.html"), Path(folder, "seed.html")
        for page, articles in ((seed, [SEED]), (feed, [SEED, OURS])):
            command = [sys.executable, "-m", "mtcheck", "report", *articles, "-o", str(page), "--quiet"]
            subprocess.run(command, check=True, cwd=ROOT)
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])

        def take(name: str, source: Path, keys: str = "", scheme: str = "light", size: dict[str, int] = DESK) -> None:
            context = chromium.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")
            page = context.new_page()
            page.goto(source.as_uri())
            page.wait_for_selector("html[data-ready]")
            for key in keys:
                page.keyboard.press(key)
            page.screenshot(path=str(ROOT / "docs" / name))
            context.close()

        take("report.png", seed)
        take("overview.png", feed)
        take("review-dark.png", feed, "]jajr", scheme="dark")
        take("phone.png", feed, "]j", size=PHONE)
        chromium.close()


if __name__ == "__main__":
    main()
