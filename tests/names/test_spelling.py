"""Names fit for a list, and where their family name begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.names.spelling import clean, given_and_family, name_problem, slug, sound_alike


@pytest.mark.parametrize(
    "name",
    [
        "Karin Dahl",
        "Nguyễn Thị Hoa",
        "Seán O’Brien",
        "Şebnem Ilgaz",
        "J.D. Moss",
        "50 Cent",
        "Ra'anan Peled",
        "ʻAisake Valu",
    ],
)
def test_names_that_newsrooms_print_have_no_problem(name):
    assert name_problem(name) is None


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("", "is empty"),
        ("Карин Даль", "is not in Latin letters"),
        ("Кarin Dahl", "is not in Latin letters"),  # the first letter is Cyrillic
        ("=HYPERLINK(1)", "is no name"),
        ("@karin", "is no name"),
        ("A|B", "is no name"),
        ('"Karin Dahl"', "is no name"),
        ("Karin\x1b[31m", "holds a control or invisible character"),
        ("Karin \u202eDahl", "holds a control or invisible character"),
        ("Karin \ud800", "holds a control or invisible character"),
        ("1984", "has no letters"),
        ("K" * 121, "is longer than 120 characters"),
    ],
)
def test_what_is_no_name_is_said(name, problem):
    assert name_problem(name) == problem


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Karin Dahl", ("Karin", "Dahl")),
        ("Karin Mette Dahl", ("Karin Mette", "Dahl")),
        ("Jan van der Berg", ("Jan", "van der Berg")),
        ("Roberta De Nino", ("Roberta", "De Nino")),
        ("Ben Aflack", ("Ben", "Aflack")),
        ("Van Morris", ("Van", "Morris")),
        ("Omar al-Tamimi", ("Omar", "al-Tamimi")),
        ("Frank Moss Jr.", ("Frank", "Moss")),
        ("Benno Aquila III", ("Benno", "Aquila")),
        ("Madonna", ("", "Madonna")),
    ],
)
def test_the_family_name_is_the_last_word_with_its_particles(name, parts):
    assert given_and_family(name) == parts


def test_what_is_known_of_a_name_is_kept():
    assert given_and_family("Li Wenjun", family="Li") == ("Wenjun", "Li")
    assert given_and_family("Li Wenjun", given="Wenjun") == ("Wenjun", "Li")
    assert given_and_family("Ana Soto Ruiz", family="Soto Ruiz") == ("Ana", "Soto Ruiz")
    assert given_and_family("Ana Soto Ruiz", given="Ana") == ("Ana", "Soto Ruiz")
    assert given_and_family("Lula", given="Luiz", family="Silva") == ("Luiz", "Silva")


def test_spellings_of_one_name_sound_alike_and_other_names_do_not():
    assert sound_alike("Volodymyr Kravchenko", "Vladimir Kravtschenko")
    assert not sound_alike("Anna Kolesnik", "Bob Tudge")


def test_a_slug_is_plain():
    assert slug("Łukasz O’Brien-Żak") == "lukasz-o-brien-zak"
    assert slug("!!") == "unnamed"


@given(st.text(max_size=60))
def test_any_text_is_judged_and_parted(text):
    name = clean(text)
    if name_problem(name) is None:
        first, family = given_and_family(name)
        assert family
        assert set(family.split()) <= set(name.split())
        assert set(first.split()) <= {word.rstrip(",") for word in name.split()} | set(name.split())
