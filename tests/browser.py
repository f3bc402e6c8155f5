"""A headless Chromium for tests that need one: the system's, driven by Playwright."""

import shutil

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium_path():
    """Return the browser's path, or skip the test with the reason."""
    pytest.importorskip("playwright.sync_api", reason="Playwright is not installed (extra: test)")
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    return path
