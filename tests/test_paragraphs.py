"""What a line break means, decided once per text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.paragraphs import paragraphs, trim

WRAPPED = [
    "Three of the five lighthouses on the northern coast will be sold by",
    "the end of the year, the maritime agency said, because ships now use",
    "satellites to find their way. The buyers must keep the lamps in good",
    "order.",
]


def parts(text):
    return [text[start:end] for start, end in paragraphs(text)]


def test_wrapped_lines_are_one_paragraph():
    assert parts("\n".join(WRAPPED)) == ["\n".join(WRAPPED)]


@pytest.mark.parametrize("blank", ["", "  ", "\t", "\u200b", "\xa0"])
def test_a_blank_line_ends_a_wrapped_paragraph(blank):
    assert len(parts("\n".join([*WRAPPED, blank, *WRAPPED]))) == 2


def test_a_short_line_before_a_capital_ends_a_wrapped_paragraph():
    assert (
        parts("\n".join(["Lighthouses for sale", *WRAPPED, *WRAPPED]))
        == ["Lighthouses for sale"] + ["\n".join(WRAPPED)] * 2
    )


def test_list_items_are_not_joined():
    assert parts("\n".join([*WRAPPED, "- a lamp", "- a lens", "2. a door"]))[1:] == [
        "- a lamp",
        "- a lens",
        "2. a door",
    ]


def test_wide_lines_are_paragraphs_even_where_one_goes_on_in_lower_case():
    lines = [
        "This line is far too long to have been wrapped by any program, " * 3 + "and",
        "it goes on",
        "in lower case",
    ]
    assert parts("\n".join(lines)) == [line.strip() for line in lines]


def test_one_line_that_goes_on_is_not_enough():
    assert parts("The agency said on Monday that the lighthouse\nwas sold.\nNobody\nknows why.") == [
        "The agency said on Monday that the lighthouse",
        "was sold.",
        "Nobody",
        "knows why.",
    ]


def test_short_verses_are_not_wrapped_text():
    verses = ["the rain", "falls on the roof", "and the roof", "falls on us"]
    assert parts("\n".join(verses)) == verses


@given(st.text(alphabet="ab .\n\r\u200b\u2028A-", max_size=120))
def test_spans_are_in_order_trimmed_and_hold_all_that_is_visible(text):
    position = 0
    for start, end in paragraphs(text):
        assert position <= start < end
        assert trim(text, position, start) is None
        assert trim(text, start, end) == (start, end)
        position = end
    assert trim(text, position, len(text)) is None
