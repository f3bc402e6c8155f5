"""When a spelling means the person it sounds like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.names.index import fold


@pytest.fixture(scope="module")
def likelihood(resources):
    return resources.resolver.likelihood


@pytest.fixture(scope="module")
def best(resources):
    return lambda name: resources.resolver.matcher.best(tuple(fold(name).split()))


@pytest.fixture(scope="module")
def compared(resources):
    def compare(name, person):
        return resources.resolver.matcher.compare(tuple(fold(name).split()), resources.names.person(person))

    return compare


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Jayir Bulsunaru", "Jair Bolsonaro"),
        ("Emanuel Macaron", "Emmanuel Macron"),
        ("Bulsunaru Jair", "Jair Bolsonaro"),
        ("Fladimir Putin", "Vladimir Putin"),
        ("Marin Lu Pin", "Marine Le Pen"),
    ],
)
def test_a_full_name_that_is_nobody_elses_means_the_person_it_sounds_like(likelihood, best, name, meant):
    match = best(name)
    assert match.person.name == meant
    assert likelihood.is_person(match)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Emmanuel Marrone", "another family name, of the census"),
        ("Boris Bison", "an everyday word that is not like enough"),
        ("Georgia Maloney", "a name of its own"),
        ("Justin Turner", "a name of the news"),
        ("Kwame Quessal", "like nobody"),
    ],
)
def test_a_name_of_its_own_means_nobody_known(likelihood, best, name, why):
    match = best(name)
    assert match is None or not likelihood.is_person(match), why


@pytest.mark.parametrize(
    ("name", "person", "is_holder"),
    [
        ("Angila Mirkil", "angela-merkel", True),
        ("Joe Baydin", "joe-biden", True),
        ("Biden", "joe-biden", True),
        ("Rishi Sonak", "rishi-sunak", True),
        ("Olaf Schultz", "olaf-scholz", True),
        ("Robert Miller", "angela-merkel", False),
        ("Maria Merkel", "angela-merkel", False),
    ],
)
def test_after_an_office_less_likeness_will_do(likelihood, compared, name, person, is_holder):
    parts = tuple(fold(name).split())
    assert likelihood.is_holder(parts, compared(name, person)) is is_holder


def test_a_family_name_that_others_bear_counts_for_less_after_an_office(likelihood, compared):
    unseen, borne = compared("Angela Mirkil", "angela-merkel"), compared("Angela Markel", "angela-merkel")
    assert likelihood.attestation.is_unseen("mirkil")
    assert likelihood.after_office(unseen) >= unseen.score
    if likelihood.attestation.is_known_name("markel"):
        assert likelihood.after_office(borne) < borne.score


@pytest.mark.parametrize(
    ("name", "person", "is_accepted", "why"),
    [
        ("Mikheil Cavelashvili", "mikheil-kavelashvili", True, "Georgian names are transliterated"),
        ("Emmanuel Makron", "emmanuel-macron", False, "France writes Latin letters"),
        ("Klaus Iohanis", "klaus-iohannis", False, "Romania does too"),
        ("Benazeer Bhuto", "benazir-bhutto", False, "neither part is ever seen"),
        ("Angela Merkelsaid", "angela-merkel", True, "scraping has run the next word into it"),
    ],
)
def test_spellings_that_sound_right(likelihood, compared, name, person, is_accepted, why):
    match = compared(name, person)
    assert likelihood.is_accepted(tuple(fold(name).split()), match) is is_accepted, why


@given(st.lists(st.text(alphabet="abdeghiklmnorstuvz", min_size=1, max_size=9), min_size=1, max_size=5).map(tuple))
def test_any_words_are_judged(likelihood, compared, parts):
    match = compared(" ".join(parts), "angela-merkel")
    assert 0 <= likelihood.after_office(match) <= 1
    assert isinstance(likelihood.is_holder(parts, match), bool)
    assert isinstance(likelihood.is_person(match), bool)
    assert isinstance(likelihood.is_accepted(parts, match), bool)
