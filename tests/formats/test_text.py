"""Text: what an editor reads on a terminal."""

import io
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from mtcheck.finding import Severity
from mtcheck.formats import Run, make_format
from mtcheck.formats.quotation import Mark, quote

from .samples import SIGNATURE, clean, damaged, finding, hostile, report, row, skipped, written

GUTTER = "  │ "


def marked(text):
    """Return what stands above each run of carets, by cells."""
    rows = [line.removeprefix(GUTTER) for line in text.splitlines() if line.startswith(GUTTER.rstrip())]
    pairs = [(a, b) for a, b in pairwise(rows) if re.fullmatch(r"[ ^]*\^[ ^A-Z0-9]*", b)]
    return [cut(above, *run.span()) for above, below in pairs for run in re.finditer(r"\^+", below)]


def cut(row, start, end):
    """Return the characters of `row` in cells `start` to `end`."""
    offsets = {cell_len(row[:i]): i for i in range(len(row), -1, -1)}
    return row[offsets[start] : offsets.get(end, len(row))]


def test_an_article_as_an_editor_sees_it():
    assert written("text", [damaged(notes=("short",))]) == (
        "FAIL    port.txt  quality 41.5 · machine-translated 97 % · 2 of 4 sentences\n"
        "    flagged · translated through es (75 %)\n"
        "    note: short\n"
        "\n"
        "  line 3 · quality 66.7 · machine-translated 91 % · flagged\n"
        "  │ The port of Valparaíso will raise its dues by a far -reaching margin,\n"
        "  │                                                 ^^^^^^^^^^^^^ SPC001\n"
        "  │ mayor Jorj Sharpe said on Tuesday.\n"
        "  │       ^^^^^^^^^^^ NAM001\n"
        "  3:49 minor SPC001 detached-hyphen\n"
        "    A space before the hyphen splits a compound.\n"
        "    suggestion: “far-reaching”\n"
        "  3:77 critical NAM001 mangled-name\n"
        "    Nobody is called “Jorj Sharpe”.\n"
        "    suggestion: “Jorge Sharp” or “George Sharpe”\n"
        "\n"
        "  line 3 · quality 66.7 · machine-translated 91 % · flagged\n"
        "  │ Ships that call at night pay the the same.\n"
        "  │                              ^^^^^^^\n"
        "  3:135 major REP001 repeated-word\n"
        "    The word stands twice.\n"
        "    suggestion: “the”\n"
    )


def test_quiet_articles_take_one_line_each():
    assert written("text", [clean(), skipped(), clean(source="-", id="-")]) == (
        "PASS    rain.txt  quality 100.0 · machine-translated 2 % · 2 sentences\n"
        "SKIPPED leer.txt  not English (de)\n"
        "PASS    -  quality 100.0 · machine-translated 2 % · 2 sentences\n"
    )


def test_an_article_with_findings_is_set_apart_by_blank_lines():
    text = written("text", [clean(), row(), clean()])
    assert "\n\nFAIL    feed/articles.jsonl row-7" in text
    assert "\n\nPASS" in text


def test_text_that_is_no_files_has_sentence_numbers_for_lines():
    text = written("text", [row()])
    assert "  sentence 2 · quality 66.7" in text
    assert "\n  minor SPC001 detached-hyphen\n" in text
    assert "line 3" not in text
    assert "3:49" not in text


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_row_is_wider_than_the_terminal(width):
    long = damaged(title="A headline that goes on for longer than anyone would like to read it, and then some")
    lines = written("text", [long, row(), skipped()], width=width).splitlines()
    assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize(
    "before", ["plain", "日本の首相", "café", "cafe\u0301", "👩🏽 wave", "tab\there", "\x1b[1m", "a\u200bb"]
)
def test_the_marks_stand_under_the_span_whatever_comes_before(before):
    text = f"In {before} said the the mayor."
    assert marked(written("text", [report(text, [finding(text, "the the")], cut=False)])) == ["the the"]


def test_several_findings_share_one_quotation_and_carry_their_codes():
    text = "A far -reaching plan by Jorj Sharpe."
    found = [finding(text, "far -reaching", rule="SPC001"), finding(text, "Jorj Sharpe")]
    output = written("text", [report(text, found)])
    assert marked(output) == ["far -reaching", "Jorj Sharpe"]
    assert output.count("A far -reaching plan") == 1
    assert re.search(r"\^ SPC001 +\^+ NAM001$", output, re.MULTILINE)


def test_findings_that_overlap_are_marked_together():
    text = "A far -reaching plan."
    found = [finding(text, "far -reaching"), finding(text, "-reaching plan", Severity.CRITICAL)]
    assert marked(written("text", [report(text, found)])) == ["far -reaching plan"]


def test_a_finding_about_the_whole_sentence_is_named_so_instead_of_underlined():
    text = "It is by the harbour that the dues of it are."
    output = written("text", [report(text, [finding(text, text, rule="FLU002")], cut=False)])
    assert "(the whole sentence)" in output
    assert "^" not in output


def test_a_long_sentence_is_shown_around_its_marks():
    text = "and so on " * 200 + "said Jorj Sharpe " + "and so forth " * 200
    output = written("text", [report(text, [finding(text, "Jorj Sharpe")], cut=False)])
    assert marked(output) == ["Jorj Sharpe"]
    assert len(output.splitlines()) < 10
    assert re.search(r"│ … .*\n", output)
    assert re.search(r" …\n", output)


def test_of_a_long_mark_both_ends_are_shown():
    text = "Start here " + "words and words " * 400 + "stop there. The end of it " + "goes on " * 300
    span = text[: text.index(". The")]
    output = written("text", [report(text, [finding(text, span, message="Odd.")], cut=False)])
    assert "Start here" in output
    assert "stop there" in output
    assert len(output.splitlines()) < 12


def test_markup_of_the_terminal_library_is_plain_text():
    text = "[bold red]Loud[/bold red] :smile: [link=http://example.org]here[/link]"
    assert text in written("text", [report(text, [finding(text, "Loud")], cut=False)], width=100)


def test_colours_only_when_asked_for():
    assert "\x1b" not in written("text", [damaged(), skipped()])
    assert "\x1b[" in written("text", [damaged()], colour=True)


def test_colour_changes_nothing_else():
    plain = re.sub(r"\x1b\[[0-9;]*m", "", written("text", [damaged(), clean()], colour=True))
    assert plain == written("text", [damaged(), clean()])


def test_article_text_cannot_smuggle_colours_into_coloured_output():
    output = written("text", [hostile("\x1b[31mred", "red")], colour=True)
    assert set(re.findall(r"\x1b.", output)) <= {"\x1b["}
    assert r"\x1b[31mred" in output


def test_without_a_terminal_the_width_is_still_bounded(monkeypatch):
    monkeypatch.setenv("COLUMNS", "5000")
    out = io.StringIO()
    writer = make_format("text", out, Run(SIGNATURE))
    writer.write(damaged(notes=("words " * 100,)))
    assert max(map(len, out.getvalue().splitlines())) <= 120


@given(st.text(st.characters(), min_size=1, max_size=300), st.data())
def test_any_quotation_fits_its_width_and_marks_something(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start, len(text)))
    width = data.draw(st.integers(36, 120))
    rows = quote(text, 0, len(text), [Mark(start, end, "NAM001", 1)], width)
    assert all(r.text.isprintable() or "\u200d" in r.text or "\u200c" in r.text or not r.text.isascii() for r in rows)
    assert not any("\n" in r.text or "\x1b" in r.text for r in rows)
    assert any("^" in run for r in rows for _, run, _ in r.marks)
