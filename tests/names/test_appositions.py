"""Offices that stand beside a name between commas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.names.appositions import office_beside
from mtcheck.names.mentions import Mention


@pytest.fixture(scope="module")
def office(resources):
    """Reads the office beside the first `name` of a text."""

    def find(text, name="Emmanuel Macron", **more):
        start = text.index(name)
        parts = tuple(name.lower().split())
        return office_beside(text, Mention(start, start + len(name), name, parts, **more), resources.names)

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
    assert (found.title, found.seats, text[found.start : found.end]) == (title, (place,), span)
    assert not found.is_past


@pytest.mark.parametrize(
    ("text", "seat", "span"),
    [
        ("A note from Emmanuel Macron (the Kenyan president).", "ke", "Emmanuel Macron (the Kenyan president"),
        ("Emmanuel Macron, who is president of Kenya, left.", "ke", "Emmanuel Macron, who is president of Kenya"),
        ("Emmanuel Macron, Kenya's president, left.", "ke", "Emmanuel Macron, Kenya's president"),
        ("Emmanuel Macron – the Kenyan president – left.", "ke", "Emmanuel Macron – the Kenyan president"),
        ("Emmanuel Macron is the president of Kenya.", "ke", "Emmanuel Macron is the president of Kenya"),
        (
            "Emmanuel Macron was elected president of Kenya in May.",
            "ke",
            "Emmanuel Macron was elected president of Kenya",
        ),
        ("As president of Kenya, Emmanuel Macron left.", "ke", "As president of Kenya, Emmanuel Macron"),
        ("He said that as Kenyan president, Emmanuel Macron left.", "ke", "as Kenyan president, Emmanuel Macron"),
        ("The guest was the president of Kenya, Emmanuel Macron.", "ke", "the president of Kenya, Emmanuel Macron"),
        ("The president of Kenya Emmanuel Macron left.", "ke", "The president of Kenya Emmanuel Macron"),
        ("Kenya's new president, Emmanuel Macron, left.", "ke", "Kenya's new president, Emmanuel Macron"),
        ("His Kenyan counterpart, Emmanuel Macron, left.", "ke", "His Kenyan counterpart, Emmanuel Macron"),
        ("“Ask the Kenyan president, Emmanuel Macron,” she said.", "ke", "the Kenyan president, Emmanuel Macron"),
        ("Talks with the Kenyan president, Emmanuel Macron, failed.", "ke", "the Kenyan president, Emmanuel Macron"),
        ("Emmanuel Macron Jr., president of Kenya, left.", "ke", "Emmanuel Macron Jr., president of Kenya"),
        (
            "Emmanuel Macron, president of the World Bank, left.",
            "world-bank",
            "Emmanuel Macron, president of the World Bank",
        ),
        (
            "Emmanuel Macron, president of Bosnia and Herzegovina, left.",
            "ba",
            "Emmanuel Macron, president of Bosnia and Herzegovina",
        ),
    ],
)
def test_the_forms_of_an_apposition(office, text, seat, span):
    found = office(text)
    assert (found.seats, text[found.start : found.end]) == ((seat,), span)


def test_a_place_after_a_name_that_has_a_title(office):
    text = "Yesterday President Emmanuel Macron of Kenya and his wife left."
    found = office(text, title="president", title_start=10)
    assert (found.seats, text[found.start : found.end]) == (("ke",), "President Emmanuel Macron of Kenya")


def test_what_somebody_is_accused_of_is_no_place_of_office(office):
    assert office("It warned President Emmanuel Macron of US sanctions.", title="president", title_start=10) is None


@pytest.mark.parametrize(
    "text",
    [
        "the former Kenyan president, Emmanuel Macron, said",
        "Emmanuel Macron, the former Kenyan president, said",
        "Emmanuel Macron, then president of Kenya, said",
    ],
)
def test_a_former_office_is_marked(office, text):
    assert office(text).is_past


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Emmanuel Macron said the Kenyan president was ill.", "no comma"),
        ("The Kenyan president, Emmanuel Macron and others met.", "the second comma is missing: a list"),
        ("The Kenyan president, Emmanuel Macron, and others met.", "a list with a last comma"),
        ("Emmanuel Macron, the Kenyan president’s guest, said", "the guest of the president"),
        ("Emmanuel Macron, the Kenyan president-elect, said", "not yet in office"),
        ("Emmanuel Macron, the Atlantean president, said", "no known place"),
        ("Emmanuel Macron, president of Kenya Airways, said", "a company"),
        ("Emmanuel Macron, president of the club, said", "no place"),
        ("Emmanuel Macron, the Kenyan president of the bank, said", "an office of its own"),
        ("Emmanuel Macron", "nothing beside it"),
        ("the acting Kenyan president, Emmanuel Macron, said", "not held in full"),
        ("Emmanuel Macron, assistant president of Kenya, said", "not held in full"),
        ("Emmanuel Macron is the Kenyan president's guest.", "the guest of the president"),
        ("Emmanuel Macron was Kenyan president Osei's ally.", "the ally of the president"),
        ("Emmanuel Macron is no longer president of Kenya.", "not any more"),
        ("With the Kenyan president, Emmanuel Macron, in the hall, they sang.", "perhaps two people"),
        ("After meeting Emmanuel Macron, the Kenyan president, who was ill, left.", "two people"),
        ("Emmanuel Macron, the Kenyan president and others met.", "a list"),
        ("Emmanuel Macron, the Kenyan president, and others met.", "a list"),
        ("He was welcome as president of Kenya, Emmanuel Macron said.", "the one who says so"),
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
        assert found.seats == ("ke",)


@pytest.mark.parametrize("unit", ["the Kenyan president, ", "A ", ", the Kenyan president", "A’"])
def test_long_runs_beside_a_name(office, unit):
    found = office(unit * 50_000 + "Quessal Tarn" + unit * 50_000, "Quessal Tarn")
    assert found is None or found.end - found.start < 200
