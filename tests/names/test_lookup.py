"""Who somebody is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.names.lookup import Likeness, Lookup
from mtcheck.names.user_merging import load_merged
from tests.names.lists import write_list


@pytest.fixture(scope="module")
def lookup(tmp_path_factory):
    path = write_list(
        tmp_path_factory.mktemp("lists"), "name\ttitle\tplace\nKarin Dahlström-Ek\tForeign Minister\tNorway\n"
    )
    return Lookup(load_merged([path]))


@pytest.mark.parametrize(
    ("name", "person", "likeness"),
    [
        ("Angela Merkel", "angela-merkel", Likeness.NAME),
        ("ANGELA  MERKEL", "angela-merkel", Likeness.NAME),
        ("Binyamin Netanyahu", "benjamin-netanyahu", Likeness.ALIAS),
        ("Merkel", "angela-merkel", Likeness.FAMILY),
        ("Anghela Mirkl", "angela-merkel", Likeness.SOUND),
        ("Merkl", "angela-merkel", Likeness.SOUND),
        ("Volodimir Zilinski", "volodymyr-zelensky", Likeness.SOUND),
        ("Karin Dahlstrom-Ek", "karin-dahlstrom-ek", Likeness.NAME),
        ("Karin Dahlstrum", "karin-dahlstrom-ek", Likeness.SOUND),
    ],
)
def test_people_are_found_by_name_spelling_family_name_and_sound(lookup, name, person, likeness):
    first = lookup.find(name).people[0]
    assert (first.person.id, first.likeness) == (person, likeness)
    assert (first.similarity == 1.0) == (likeness is not Likeness.SOUND)


def test_terms_come_with_the_latest_first_and_sources_with_the_list(lookup):
    terms = lookup.find("Vladimir Putin").people[0].terms
    starts = [term.start for term in terms]
    assert len(starts) >= 3
    assert starts == sorted(starts, reverse=True)
    assert lookup.find("Karin Dahlström-Ek").people[0].sources == ("newsroom.tsv",)
    assert lookup.find("Angela Merkel").people[0].sources


def test_places_organisations_and_cities_are_found(lookup):
    assert {place.id for place in lookup.find("Georgia").places} == {"ge", "us-ga"}
    assert [place.id for place in lookup.find("Ukrainian").places] == ["ua"]
    assert [place.id for place in lookup.find("Kremlin").places] == ["ru"]
    assert [o.id for o in lookup.find("NATO").organisations] == ["nato"]
    assert lookup.find("Shanghai").is_city


def test_nothing_is_an_answer(lookup):
    assert lookup.find("Xqwz Blorfgar").is_empty
    assert lookup.find("").is_empty


@given(st.text(max_size=40))
def test_anything_can_be_asked_for(lookup, name):
    answer = lookup.find(name)
    assert all(0.0 <= found.similarity <= 1.0 for found in answer.people)
