"""The offices that an article gives to the people it names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.names.offices import is_bare_title_telling, offices_given


@pytest.fixture(scope="module")
def offices(resources):
    """Gives person, title, seats and span of every office in a text."""

    def read(text):
        analysis = Analysis(Article(text=text), resources)
        return [
            (resolution.person.id, office.title, tuple(sorted(office.seats)), text[office.start : office.end])
            for resolution, office in offices_given(analysis, resources.names)
        ]

    return read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenyan President Jacinda Ardern left.",
            ("jacinda-ardern", "president", ("ke",), "Kenyan President Jacinda Ardern"),
        ),
        (
            "Kenya's new President Jacinda Ardern left.",
            ("jacinda-ardern", "president", ("ke",), "Kenya's new President Jacinda Ardern"),
        ),
        ("So President Jacinda Ardern left.", ("jacinda-ardern", "president", (), "President Jacinda Ardern")),
        ("NATO chief Jacinda Ardern left.", ("jacinda-ardern", "chief", ("nato",), "NATO chief Jacinda Ardern")),
        (
            "In the end US President Jacinda Ardern left.",
            ("jacinda-ardern", "president", ("us",), "US President Jacinda Ardern"),
        ),
        (
            "A talk with the US President Jacinda Ardern.",
            ("jacinda-ardern", "president", ("us",), "US President Jacinda Ardern"),
        ),
        (
            "KENYA PRESIDENT JACINDA ARDERN VOWS TO STAY\n\nIt rained.",
            ("jacinda-ardern", "president", ("ke",), "KENYA PRESIDENT JACINDA ARDERN"),
        ),
    ],
)
def test_an_office_before_a_name(offices, text, expected):
    assert offices(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Reporters in Kenya President Jacinda Ardern saw.",
        "In the US President Jacinda Ardern is liked.",
        "Acting Kenyan President Jacinda Ardern left.",
        "Kenyan president-elect Jacinda Ardern left.",
        "1. Kenya President Jacinda Ardern left for Oslo, and it rained all day.",
        "Jacinda Ardern left.",
        "",
    ],
)
def test_no_office_of_a_place(offices, text):
    assert [seats for _, _, seats, _ in offices(text) if seats] == []


def test_two_names_after_one_title(offices):
    text = "Presidents Emmanuel Macron and Jacinda Ardern met."
    assert offices(text) == [
        ("emmanuel-macron", "president", (), "Presidents Emmanuel Macron"),
        ("jacinda-ardern", "president", (), "Jacinda Ardern"),
    ]


def test_two_names_with_a_place_each(offices):
    text = "Presidents Emmanuel Macron of Kenya and Jacinda Ardern of the United States met."
    assert offices(text) == [
        ("emmanuel-macron", "president", ("ke",), "Presidents Emmanuel Macron of Kenya"),
        ("jacinda-ardern", "president", ("us",), "Jacinda Ardern of the United States"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The US and Kenyan presidents Emmanuel Macron and Jacinda Ardern met.",
        "The presidents of the US and Kenya, Emmanuel Macron and Jacinda Ardern, met.",
    ],
)
def test_each_of_two_names_may_belong_to_either_place(offices, text):
    assert [(person, seats) for person, _, seats, _ in offices(text)] == [
        ("emmanuel-macron", ("ke", "us")),
        ("jacinda-ardern", ("ke", "us")),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("So President Jacinda Ardern left.", True),
        ("On Monday President Jacinda Ardern left.", True),
        ("Acme President Jacinda Ardern left.", False),
        ("The club president Jacinda Ardern left.", False),
        ("The club chairman Jacinda Ardern left.", False),
        ("So foreign minister Jacinda Ardern left.", True),
        ("Kenyan president Jacinda Ardern left.", True),
    ],
)
def test_when_a_title_without_a_place_tells_anything(resources, text, expected):
    analysis = Analysis(Article(text=text), resources)
    ((resolution, office),) = offices_given(analysis, resources.names)
    assert is_bare_title_telling(analysis, resolution.mention, office) is expected


words = st.sampled_from(
    ["Presidents", "President", "Kenyan", "US", "and", "of", "the", "Kenya", "Emmanuel Macron", "Putin", ",", "(", "Merkel",
     "former", "is", "as", "president", "chancellor", "’s", ".", "\n", "who", "NATO", "chief"]
)  # fmt: skip


@given(st.lists(words, max_size=20))
def test_an_office_holds_its_name(resources, parts):
    text = " ".join(parts)
    analysis = Analysis(Article(text=text), resources)
    for resolution, office in offices_given(analysis, resources.names):
        assert 0 <= office.start <= resolution.mention.start
        assert resolution.mention.end <= office.end <= len(text)


@pytest.mark.parametrize(
    "unit",
    [
        "Presidents Putin and ",
        "Merkel, the Kenyan president, ",
        "the presidents of Kenya and ",
        "Putin of Kenya and ",
        "A and ",
    ],
)
def test_long_runs_are_read_in_linear_time(resources, unit):
    analysis = Analysis(Article(text=unit * 3_000), resources)
    assert all(office.end <= len(analysis.text) for _, office in offices_given(analysis, resources.names))
