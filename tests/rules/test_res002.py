"""RES002 beyond its examples."""

import pytest

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.rules.res002_scrape_residue import ScrapeResidue


@pytest.fixture
def rule(resources):
    return ScrapeResidue(resources)


def texts(rule, text):
    return [f.text for f in rule.check(Analysis(Article(text)))]


def test_windows_line_ends_are_no_obstacle(rule):
    assert texts(rule, "The vote was postponed.\r\nAdvertisement\r\nThe council meets.\r\n") == ["Advertisement"]


def test_each_line_is_reported_by_itself(rule):
    assert texts(rule, "https://example.org/a.jpg\nThe vote was postponed.\nSource link\n") == [
        "https://example.org/a.jpg",
        "Source link",
    ]


@pytest.mark.parametrize(
    "text", ["Source: " * 50_000, "https://" * 50_000, "The post " * 30_000, "click here " * 30_000, " " * 200_000]
)
def test_hostile_text_is_read_through(rule, text):
    assert all(len(t) <= len(text) for t in texts(rule, text))
