"""Offices as lists write them."""

import pytest

from mtcheck.names import NameIndex
from mtcheck.names.office_reading import ListedOffice, OfficeReader
from tests.names.lists import DATA


@pytest.fixture(scope="module")
def reader():
    return OfficeReader(NameIndex(DATA))


@pytest.mark.parametrize(
    ("title", "role", "place", "office"),
    [
        ("Prime Minister", "", "nl", ("head_of_government", "Prime Minister", "nl")),
        ("prime minister", "", "NORTHLAND", ("head_of_government", "prime minister", "nl")),
        ("Premier", "", "the Kingdom of Northland", ("head_of_government", "Premier", "nl")),
        ("Prime Minister of Northland", "", "", ("head_of_government", "Prime Minister", "nl")),
        ("Minister of Foreign Affairs of Northland", "", "", ("foreign_minister", "Minister of Foreign Affairs", "nl")),
        ("minister for foreign affairs", "", "nl", ("foreign_minister", "minister for foreign affairs", "nl")),
        ("Northlandish foreign minister", "", "", ("foreign_minister", "Foreign Minister", "nl")),
        ("President of Northland", "", "Northland", ("head_of_state", "President", "nl")),
        ("", "legislator", "nl", ("legislator", "MP", "nl")),
        ("Master of Fish", "spokesperson", "nl", ("spokesperson", "Master of Fish", "nl")),
        ("Chair", "", "NHC", ("head_of_organisation", "Chair", "herring-council")),
        ("", "head_of_organisation", "NHC", ("head_of_organisation", "Chair", "herring-council")),
        ("President", "", "Coal Fund", ("head_of_organisation", "President", "coal-fund")),
        ("President of the Coal Fund", "", "nl", None),
        ("Prime Minister", "", "Gorgia", ("head_of_government", "Prime Minister", "gg")),
        ("Prime Minister", "", "nl-gg", ("head_of_government", "Prime Minister", "nl-gg")),
    ],
)
def test_what_an_office_is_read_as(reader, title, role, place, office):
    if office is None:
        with pytest.raises(ValueError, match="tells no role"):
            reader.read(title, role, place)
    else:
        assert reader.read(title, role, place) == ListedOffice(*office)


@pytest.mark.parametrize(
    ("title", "role", "place", "complaint"),
    [
        ("Prime Minister", "", "Atlantis", "no place or organisation 'Atlantis'"),
        ("Prime Minister", "", "Congo", "may mean c1 or c2"),
        ("Prime Minister", "", "", "no place"),
        ("Gardener", "", "nl", "tells no role"),
        ("Gardener", "gardener", "nl", "no role 'gardener'"),
        ("", "", "nl", "neither title nor role"),
        ("x" * 201, "", "nl", "longer than 200"),
    ],
)
def test_what_is_missing_is_said_every_time(reader, title, role, place, complaint):
    for _ in range(2):
        with pytest.raises(ValueError, match=complaint):
            reader.read(title, role, place)
