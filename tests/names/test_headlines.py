"""Which lines are headlines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.names.headlines import headlines, is_in_capitals, stands_in_headline


def found(text):
    return [text[start:end] for start, end in headlines(text)]


@pytest.mark.parametrize(
    "line",
    [
        "KENYAN PORT BURNS FOR DAYS",
        "Kenyan Port Burns for Days",
        "McCONNELL QUITS SENATE RACE TODAY",
        "Why Fishermen in Kenya Fear the Long Rains",
    ],
)
def test_a_line_in_capitals_or_title_case_is_a_headline(line):
    assert found(f"{line}\n\nIt burned, and nobody came.") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "The port of Mombasa burned for three days.",
        "Kwabena Osei",
        "BBC NEWS",
        "Kenyan Port Burns for Three Days.",
        "WORD " * 100,
        "1 2 3 4 5 6",
        "",
    ],
)
def test_other_lines_are_none(line):
    assert found(line) == []


def test_mixed_lines_are_not_in_capitals():
    assert is_in_capitals("KENYAN PORT BURNS")
    assert not is_in_capitals("Kenyan Port Burns")
    assert not is_in_capitals("A B C")


def test_the_line_around_an_offset():
    text = "It rained.\nKENYAN PORT BURNS FOR DAYS\nIt rained again."
    assert stands_in_headline(text, text.index("PORT"))
    assert not stands_in_headline(text, text.index("again"))


def test_a_long_line_is_left_after_its_first_characters():
    assert not stands_in_headline("KENYA " * 200_000, 600_000)


@given(st.text(max_size=400))
def test_headlines_are_whole_lines_in_order(text):
    end = 0
    for start, stop in headlines(text):
        assert end <= start < stop
        assert "\n" not in text[start:stop]
        assert stands_in_headline(text, start)
        end = stop
