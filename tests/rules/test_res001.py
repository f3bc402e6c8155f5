"""RES001 beyond its examples."""

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.rules.res001_markup_residue import MarkupResidue


@pytest.fixture
def rule(resources):
    return MarkupResidue(resources)


def check(rule, text):
    return list(rule.check(Analysis(Article(text))))


@pytest.mark.parametrize("character", list("’“”–—…£€éüñßłšć½°"))
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_utf8_read_in_the_wrong_encoding_is_found_and_mended(rule, character, encoding):
    raw = character.encode("utf-8")
    broken = raw.decode(encoding, errors="replace")
    if "\ufffd" in broken:
        broken = raw.decode("latin-1")
    (finding,) = check(rule, f"The town of Bre{broken}a was quiet.")
    assert finding.text == broken
    assert character in finding.suggestions


def test_broken_characters_are_reported_once_in_a_sentence(rule):
    assert len(check(rule, "The teamâ€™s and the coachâ€™s plan wasnâ€™t clear.")) == 1


@given(st.sampled_from(sorted({"&amp;", "&lt;", "&quot;", "&#8217;", "&#x2019;", "&eacute;", "&ndash;"})))
def test_an_entity_suggests_its_character(entity):
    (finding,) = check(MarkupResidue(None), f"The ferry{entity}s crew waited.")
    assert finding.suggestions == (html.unescape(entity),)


@given(st.text(max_size=200))
def test_spans_are_exact(text):
    for finding in check(MarkupResidue(None), text):
        assert finding.text == text[finding.start : finding.end] != ""


@pytest.mark.parametrize(
    "text", ["<" * 100_000, "&" * 100_000, "{{" * 50_000, "â€" * 50_000, "[caption " * 10_000, "<a =" * 20_000]
)
def test_hostile_text_is_read_through(rule, text):
    assert all(f.end <= len(text) for f in check(rule, text))
