"""Where a text names people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.names.mentions import MAX_PARTS, find_mentions


@pytest.fixture(scope="module")
def mentions(resources):
    def find(text):
        return find_mentions(Analysis(Article(text=text), resources), resources.names, resources.lexicon)

    return find


@pytest.fixture(scope="module")
def names(mentions):
    return lambda text: [mention.text for mention in mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yesterday Jacinda Ardern met Olaf van der Berg.", ["Jacinda Ardern", "Olaf van der Berg"]),
        ("They thanked George W. Bush and left.", ["George W. Bush"]),
        ("Critics of Ramaphosa's cabinet resigned.", ["Ramaphosa"]),
        ("The allies’ answer to Rouhani’s offer came late.", ["Rouhani"]),
        ("They praised Ramaphosa's Osei warmly.", ["Ramaphosa", "Osei"]),
        ("Only Mrs Ardern and Dr Kwabena Osei stayed.", ["Ardern", "Kwabena Osei"]),
        ("The envoy Muhammad bin Rashid arrived.", ["Muhammad bin Rashid"]),
        ("On Tuesday in March the talks went on.", []),
        ("French and Kenyan officials flew to Brazil.", []),
        ("nobody here is named, not even ardern.", []),
        ("They flew to San Marino and to Costa Rica's coast.", []),
        ("A NATO and EU mission left.", []),
        ("", []),
    ],
)
def test_names_are_runs_of_capitalised_words_that_are_no_places_days_or_acronyms(names, text, expected):
    assert names(text) == expected


def test_a_word_that_only_begins_a_sentence_is_no_name(names):
    assert names("Houses burned. Water ran out. Ramaphosa came.") == ["Ramaphosa"]


def test_a_suffix_is_no_part_of_the_name(mentions):
    (mention,) = mentions("The speech of Kwabena Osei Jr moved them.")
    assert (mention.text, mention.parts) == ("Kwabena Osei", ("kwabena", "osei"))


def test_parts_are_folded(mentions):
    (mention,) = mentions("They saw José-Luis O’Núñez again.")
    assert mention.parts == ("jose", "luis", "onunez")


def test_longer_runs_are_headlines(names):
    run = " ".join(["Zorvak", "Melbin", "Tarquel", "Dovrin", "Quessal", "Brimtok"])
    assert len(run.split()) > MAX_PARTS
    assert names(f"It read {run} there.") == []


@pytest.mark.parametrize(
    ("text", "title", "place", "qualified"),
    [
        ("a plea to then Kenyan President Kwabena Osei", "president", "ke", True),
        ("Talks with Kenyan President Kwabena Osei ended.", "president", "ke", False),
        ("the former German chancellor Kwabena Osei", "chancellor", "de", True),
        ("a call to Brazil's President Kwabena Osei", "president", "br", False),
        ("a call to U.S. President Kwabena Osei", "president", "us", False),
        ("with South African President Kwabena Osei", "president", "za", False),
        ("with the acting New Zealand prime minister Kwabena Osei", "prime minister", "nz", True),
        ("a note from Foreign Secretary Kwabena Osei", "foreign secretary", None, False),
        ("a note from the deputy foreign minister Kwabena Osei", "foreign minister", None, True),
        ("a note from the former longtime foreign minister Kwabena Osei", "foreign minister", None, True),
        ("a note from Kwabena Osei", None, None, False),
    ],
)
def test_the_title_and_the_country_before_a_name(mentions, text, title, place, qualified):
    mention = next(m for m in mentions(text) if m.text == "Kwabena Osei")
    assert mention.title == title
    assert (mention.place.id if mention.place else None) == place
    assert mention.is_qualified is qualified


@pytest.mark.parametrize(
    ("text", "title", "seats", "past"),
    [
        ("the former Kenyan president Kwabena Osei", "president", ("ke",), True),
        ("Kenya's deputy president Kwabena Osei", "deputy president", ("ke",), False),
        ("the late call to Kenyan president Kwabena Osei", "president", ("ke",), False),
        ("a call to ex-President Kwabena Osei", "president", (), True),
        ("Kenyan president-elect Kwabena Osei", "president", ("ke",), False),
        ("Kenya's new President Kwabena Osei", "president", ("ke",), False),
        ("World Bank President Kwabena Osei", "president", ("world-bank",), False),
        ("NATO chief Kwabena Osei", "chief", ("nato",), False),
        ("Congolese President Kwabena Osei", "president", ("cd", "cg"), False),
        ("Georgia's President Kwabena Osei", "president", ("ge",), False),
        ("Georgia's Governor Kwabena Osei", "governor", ("us-ga",), False),
        ("KENYAN PRESIDENT KWABENA OSEI RESIGNS", "president", ("ke",), False),
    ],
)
def test_the_seat_of_an_office(mentions, text, title, seats, past):
    mention = next(m for m in mentions(text) if m.text.lower() == "kwabena osei")
    assert (mention.title, mention.seats, mention.is_past) == (title, seats, past)


def test_a_title_in_the_plural(mentions):
    first, second = mentions("They saw Presidents Quessal and Kwabena Osei.")
    assert (first.title, first.is_plural, second.title) == ("president", True, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KENYAN PRESIDENT KWABENA OSEI VOWS TO REBUILD PORT\n\nIt burned.", ["KWABENA OSEI"]),
        ("Kwabena Osei Wants New Port Before Winter\n\nIt burned.", ["Kwabena Osei"]),
        ("EMMANUEL MACRON VISITS OSLO FOR TALKS\n\nIt rained.", ["EMMANUEL MACRON"]),
        ("Xi Jinping Visits Oslo For Talks\n\nIt rained.", ["Xi Jinping"]),
    ],
)
def test_a_headline_has_names_and_words_in_capitals(names, text, expected):
    assert [name for name in names(text) if name.lower() != "oslo"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They thanked Theresa May twice.", ["Theresa May"]),
        ("They thanked Israel Katz twice.", ["Israel Katz"]),
        ("They thanked To Lam twice.", ["To Lam"]),
        ("They thanked JD Vance twice.", ["JD Vance"]),
        ("They thanked George W Bush twice.", ["George W Bush"]),
        ("They thanked Hassan Sheikh Mohamud twice.", ["Hassan Sheikh Mohamud"]),
        ("They thanked Chancellor van der Osei twice.", ["van der Osei"]),
        ("They thanked President al-Tamimi twice.", ["al-Tamimi"]),
        ("Mature Osei thanked them.", ["Osei"]),
        ("They thanked Foreign Minister Osei twice.", ["Osei"]),
        ("They thanked Ursula von der Leyen Friedrich Merz twice.", ["Ursula von der Leyen Friedrich Merz"]),
    ],
)
def test_names_that_hold_other_words(names, text, expected):
    assert names(text) == expected


def test_offsets_of_title_and_country(mentions):
    text = "On Monday Polish Prime Minister Kwabena Osei left."
    mention = next(m for m in mentions(text) if m.text == "Kwabena Osei")
    assert text[mention.place_start : mention.end] == "Polish Prime Minister Kwabena Osei"
    assert text[mention.title_start : mention.start] == "Prime Minister "


def test_a_comma_parts_a_title_from_a_name(mentions):
    mention = next(m for m in mentions("After the president, Kwabena Osei spoke.") if m.text == "Kwabena Osei")
    assert mention.title is None


@pytest.mark.parametrize(
    ("text", "is_place"),
    [
        ("clashes near Quessal", True),
        ("the villages of Quessal province", True),
        ("the letter from Quessal", False),
    ],
)
def test_words_around_a_place(mentions, text, is_place):
    (mention,) = mentions(text)
    assert mention.is_place is is_place


@pytest.mark.parametrize(("text", "honoured"), [("so Dr Quessal left", True), ("so then Quessal left", False)])
def test_honorifics(mentions, text, honoured):
    (mention,) = mentions(text)
    assert mention.is_honoured is honoured


@given(st.text(max_size=120))
def test_any_text_is_read_and_offsets_are_exact(mentions, text):
    end = 0
    for mention in mentions(text):
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= end
        assert all(mention.parts)
        end = mention.end


words = st.sampled_from(
    ["Prime", "Minister", "President", "Kenyan", "New", "Zealand", "Ardern's", "Osei", "J.", "de", "the", "former",
     "Jr.", "al-Tamimi", "said", ",", "“", "’", "U.S.", "\n", "König", "ß", "Ⅷ", "State", "Secretary", "of", "KING"]
)  # fmt: skip


@given(st.lists(words, max_size=25), st.sampled_from([" ", "\u00a0", "  ", ". "]))
def test_offsets_are_exact_in_any_order_of_titles_names_and_marks(mentions, parts, blank):
    text = blank.join(parts)
    for mention in mentions(text):
        assert text[mention.start : mention.end] == mention.text
        if mention.title is not None:
            assert 0 <= mention.title_start < mention.start
        if mention.place is not None:
            assert mention.place_start < mention.title_start


@pytest.mark.parametrize(
    "unit",
    [
        "QUESSAL ",
        "QUESSAL VOWS\n",
        "Quessal W ",
        "Hun Sen ",
        "Presidents ",
        "Quessal ",
        "Quessal de ",
        "President ",
        "Q. ",
        "Quessal's ",
        "Kenyan ",
    ],
)
def test_runs_without_end_are_read_in_one_pass(mentions, unit):
    # A pass per word of the run would not come back within the test run.
    found = mentions(unit * 40_000)
    assert all(len(m.text.split()) <= 2 * MAX_PARTS for m in found)
