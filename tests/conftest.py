"""What several tests need."""

import pytest
from hypothesis import settings

from mtcheck import Checker
from mtcheck.resources import Resources

settings.register_profile("mtcheck", deadline=None, max_examples=60, derandomize=True)
settings.load_profile("mtcheck")


@pytest.fixture(scope="session")
def resources():
    """The packaged lists, loaded once; they are read-only."""
    return Resources()


@pytest.fixture(scope="session")
def checker():
    """A checker with default settings."""
    return Checker()
