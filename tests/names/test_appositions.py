"""Offices that stand beside a name between commas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.names.appositions import office_beside
from mtcheck.names.mentions import Mention


@pytest.fixture(scope="module")
def office(resources):
    """Reads the office beside the first `name` of a text."""

    def find(text, name="Emmanuel Macron"):
        start = text.index(name)
        parts = tuple(name.lower().split())
        return office_beside(text, Mention(start, start + len(name), name, parts), resources.names)

    return find


@pytest.mark.parametrize(
    ("text", "title", "place", "span"),
    [
        (
            "So the Kenyan president, Emmanuel Macron, said no.",
            "president",
            "ke",
            "the Kenyan president, Emmanuel Macron",
        ),
        (
            "The New Zealand prime minister, Emmanuel Macron, said no.",
            "prime minister",
            "nz",
            "The New Zealand prime minister, Emmanuel Macron",
        ),
        ("Emmanuel Macron, the Polish president, said.", "president", "pl", "Emmanuel Macron, the Polish president"),
        ("Emmanuel Macron, president of Kenya, said.", "president", "ke", "Emmanuel Macron, president of Kenya"),
        (
            "Emmanuel Macron, the prime minister of the Netherlands.",
            "prime minister",
            "nl",
            "Emmanuel Macron, the prime minister of the Netherlands",
        ),
    ],
)
def test_an_office_in_apposition(office, text, title, place, span):
    found = office(text)
    assert (found.title, found.place.id, text[found.start : found.end]) == (title, place, span)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Emmanuel Macron said the Kenyan president was ill.", "no comma"),
        ("The Kenyan president, Emmanuel Macron and others met.", "the second comma is missing: a list"),
        ("The Kenyan president, Emmanuel Macron, and others met.", "a list with a last comma"),
        ("the former Kenyan president, Emmanuel Macron, said", "no longer in office"),
        ("Emmanuel Macron, the former Kenyan president, said", "no longer in office"),
        ("Emmanuel Macron, the Kenyan president’s guest, said", "the guest of the president"),
        ("Emmanuel Macron, the Kenyan president-elect, said", "not yet in office"),
        ("Emmanuel Macron, the Atlantean president, said", "no known place"),
        ("Emmanuel Macron, president of Kenya Airways, said", "a company"),
        ("Emmanuel Macron, president of the club, said", "no place"),
        ("Emmanuel Macron, the Kenyan president of the bank, said", "an office of its own"),
        ("Emmanuel Macron", "nothing beside it"),
    ],
)
def test_what_is_no_apposition(office, text, why):
    assert office(text) is None, why


def test_an_office_far_away_is_not_read(office):
    assert office("Emmanuel Macron, " + "who came late, " * 10 + "president of Kenya, said") is None


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_around_a_name_is_read(office, before, after):
    text = f"{before}Quessal Tarn{after}"
    found = office(text, "Quessal Tarn")
    if found is not None:
        assert "Quessal Tarn" in text[found.start : found.end]


pieces = st.lists(
    st.sampled_from(["the", "The", "Kenyan", "president", ",", "of", "Kenya", "former", "prime minister", ".", "and"]),
    max_size=8,
).map(lambda words: " ".join(words).replace(" ,", ",").replace(" .", "."))


@given(pieces, pieces)
def test_a_span_holds_the_name_and_the_office(office, before, after):
    text = f"{before} Quessal Tarn{after}"
    found = office(text, "Quessal Tarn")
    if found is not None:
        span = text[found.start : found.end]
        assert "Quessal Tarn" in span
        assert found.title in span.lower()
        assert found.place.id == "ke"


@pytest.mark.parametrize("unit", ["the Kenyan president, ", "A ", ", the Kenyan president", "A’"])
def test_long_runs_beside_a_name(office, unit):
    found = office(unit * 50_000 + "Quessal Tarn" + unit * 50_000, "Quessal Tarn")
    assert found is None or found.end - found.start < 200
