"""Quotations: pairs of double marks within a paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.quotes import quotations

texts = st.text(alphabet='ab “”„«»"\r\n.', max_size=80)


def quoted(text):
    return [text[q.start : q.end] for q in quotations(text)]


def is_quoted(text, part):
    start = text.index(part)
    return Analysis(Article(text)).is_quoted(start, start + len(part))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No marks at all.", []),
        ("He said “yes” and “no”.", ["“yes”", "“no”"]),
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("«Oui», dit-il.", ["«Oui»"]),
        ("„Ja“, sagte er.", ["„Ja“, sagte er."]),
        ("It’s the owners’ dog.", []),
        ("A stray ” closes nothing.", []),
        ("“He told me “go” twice” she said.", ["“He told me “go”"]),
    ],
)
def test_pairs(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_an_open_quotation_ends_with_its_paragraph(line_break):
    text = f"“The water came.{line_break}“We ran.”{line_break}He paused."
    first, second = quotations(text)
    assert (text[first.start : first.end], first.is_closed) == ("“The water came.", False)
    assert (text[second.start : second.end], second.is_closed) == ("“We ran.”", True)


def test_an_open_quotation_ends_with_the_text():
    (only,) = quotations("She began: “We")
    assert (only.start, only.end, only.is_closed) == (11, 14, False)


@given(texts)
def test_quotations_are_in_order_within_one_line_and_begin_with_a_mark(text):
    position = 0
    for quotation in quotations(text):
        assert position <= quotation.start < quotation.end <= len(text)
        inside = text[quotation.start : quotation.end]
        assert inside[0] in '“„«"'
        assert not {"\r", "\n"} & set(inside)
        assert quotation.is_closed == (len(inside) > 1 and inside[-1] in '”»"') or not quotation.is_closed
        position = quotation.end


@pytest.mark.parametrize("mark", ['"', "“", "”", "«"])
def test_many_marks(mark):
    found = quotations(mark * 100_000)
    assert len(found) == {'"': 50_000, "“": 1, "”": 0, "«": 1}[mark]


def test_is_quoted_inside_and_outside():
    text = "Lena said “the dam will hold” on Friday. “It must.”"
    assert is_quoted(text, "dam")
    assert is_quoted(text, "“the dam will hold”")
    assert is_quoted(text, "It must.")
    assert not is_quoted(text, "Friday")
    assert not is_quoted(text, "Lena")
    assert not is_quoted(text, "hold” on")
    assert not is_quoted(text, "hold” on Friday. “It")


def test_is_quoted_before_the_first_and_without_any():
    assert not is_quoted("Rain fell “again”.", "Rain")
    assert not is_quoted("Rain fell.", "Rain")
