"""What holds for every format."""

import io
import subprocess
import sys

import pytest

from mtcheck.formats import FORMAT_NAMES, Run, make_format

from .samples import clean, damaged, finding, hostile, report, row, skipped, written

CONTRACT = ("text", "json", "jsonl", "html", "sarif", "junit", "github", "gitlab", "rdjson", "csv")


def test_the_contract_is_covered():
    assert FORMAT_NAMES == CONTRACT


@pytest.mark.parametrize("name", CONTRACT)
def test_every_format_is_found_by_its_name(name):
    assert make_format(name, io.StringIO(), Run("s")).name == name


@pytest.mark.parametrize("name", ["", "xml", "TEXT", "interface", "as_json"])
def test_an_unknown_name_is_refused_with_the_known_ones(name):
    with pytest.raises(ValueError, match="known are text, json"):
        make_format(name, io.StringIO(), Run("s"))


def test_nothing_heavy_is_imported_before_a_format_is_made():
    code = "import sys, mtcheck.formats; print([m for m in ('rich', 'jinja2', 'mtcheck.rules') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", CONTRACT)
def test_a_run_without_articles_is_still_a_document(name):
    assert isinstance(written(name, []), str)


@pytest.mark.parametrize("name", CONTRACT)
def test_the_same_reports_give_the_same_output(name):
    reports = [damaged(), clean(), row(), skipped()]
    assert written(name, reports) == written(name, reports)


@pytest.mark.parametrize("name", CONTRACT)
def test_skipped_articles_are_shown_with_their_reason(name):
    assert "not English" in written(name, [skipped()]).replace("\\", "")


@pytest.mark.parametrize("name", CONTRACT)
@pytest.mark.parametrize("article", [damaged, row])
def test_every_finding_is_written(name, article):
    text = written(name, [article()])
    assert all(text.count(code) >= 1 for code in ("NAM001", "SPC001", "REP001"))


DANGEROUS = {
    "escape": "\x1b[31mred\x1b]0;title\x07",
    "csi": "\x9b31m",
    "null": "a\x00b",
    "override": "a\u202eb\u2066c",
}


@pytest.mark.parametrize("name", CONTRACT)
@pytest.mark.parametrize("kind", DANGEROUS)
def test_controls_never_reach_the_output(name, kind):
    text = written(name, [hostile(DANGEROUS[kind])])
    assert not set(text) & set("\x1b\x07\x9b\x00\u202e\u2066")


@pytest.mark.parametrize("name", CONTRACT)
def test_lone_surrogates_can_be_encoded(name):
    assert "dc80" in written(name, [hostile("half \udc80 done", "\udc80 done")]).lower()


@pytest.mark.parametrize("name", CONTRACT)
def test_a_span_without_length_is_written(name):
    text = "He said “yes and left."
    gap = finding(text, "", message="A closing mark is missing.", start=12, end=12)
    assert "A closing mark is missing." in written(name, [report(text, [gap])])


@pytest.mark.parametrize("name", CONTRACT)
def test_a_span_may_go_on_into_the_next_sentence(name):
    text = "Prices rose. And fell. And rose."
    wide = finding(text, "rose. And fell", message="One thought in two.")
    assert "One thought in two." in written(name, [report(text, [wide])])


@pytest.mark.parametrize("name", CONTRACT)
def test_a_very_long_sentence_with_many_findings_stays_in_proportion(name):
    text = "the the boat left " * 6_000
    found = [finding(text, "the the", start=18 * i, end=18 * i + 7, message="Twice.") for i in range(0, 6_000, 10)]
    size = len(written(name, [report(text, found, cut=False)]))
    assert size < 12 * len(text)


@pytest.mark.parametrize("name", ["text", "html", "sarif", "junit", "csv", "github"])
def test_a_long_line_without_spaces_is_no_trouble(name):
    text = "9" * 100_000
    assert "digits" in written(name, [report(text, [finding(text, text, message="Only digits.")], cut=False)])
