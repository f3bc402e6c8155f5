"""Text made safe to look at."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.formats.characters import one_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", r"\x1b[31m"),
        ("a\x00b\x9bc", r"a\x00b\x9bc"),
        ("\u202eevil\u202c", r"\u202eevil\u202c"),
        ("\u2066a\u2069", r"\u2066a\u2069"),
        ("a\u200bb\ufeff\xad", r"a\u200bb\ufeff\xad"),
        ("\ud83d", r"\ud83d"),
        ("\U000e0041", r"\U000e0041"),
        ("line\u2028end", r"line\u2028end"),
    ],
)
def test_what_a_terminal_obeys_or_hides_is_shown(text, shown):
    assert visible(text) == shown


@pytest.mark.parametrize("text", ["Málaga 東京 ميناء नमस्ते", "👩\u200d🚒 é e\u0301", "a\tb\r\nc", "\u00a0–—“”"])
def test_ordinary_text_is_left_alone(text):
    assert visible(text) == text


def test_one_line_joins_lines():
    assert one_line("  a\r\n\tb\u2028c\x85d ") == "a b c d"


@given(st.text(st.characters()))
def test_no_control_is_left(text):
    assert all(unicodedata.category(c) not in ("Cc", "Cs", "Zl", "Zp") for c in one_line(text))
    one_line(text).encode("utf-8")
