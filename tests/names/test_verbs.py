"""Who does something, or has it done."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.names.verbs import does_or_suffers


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("Later Brandel said no.", True),
        ("Later Brandel also demanded more.", True),
        ("They warned Brandel again.", True),
        ("They live in Brandel now.", False),
        ("Brandel, Dorfen and Ulm were hit.", False),
        ("the Brandel language", False),
        ("Brandel", False),
    ],
)
def test_subjects_and_objects(text, does):
    start = text.index("Brandel")
    assert does_or_suffers(text, start, start + len("Brandel")) is does


@given(st.text(max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_any_text_is_read(text, start, end):
    assert does_or_suffers(text, min(start, len(text)), min(end, len(text))) in (True, False)
