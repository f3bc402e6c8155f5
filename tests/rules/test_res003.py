"""RES003 beyond its examples: marks from the markup."""

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.rules.res003_translator_marker import TranslatorMarker


def test_marks_of_the_markup_are_reported_once_with_their_evidence(resources):
    article = Article("The vote was postponed. The council met.", translator_marks=("goog-te-banner", "translated-ltr"))
    (finding,) = TranslatorMarker(resources).check(Analysis(article))
    assert finding.evidence["marks"] == ["goog-te-banner", "translated-ltr"]
    assert finding.start == 0


def test_marks_on_an_empty_article_have_no_place(resources):
    assert list(TranslatorMarker(resources).check(Analysis(Article("", translator_marks=("goog-te",))))) == []


def test_a_long_line_of_openings_is_read_through(resources):
    text = "This article was translated by " * 20_000
    assert all(f.end <= len(text) for f in TranslatorMarker(resources).check(Analysis(Article(text))))
