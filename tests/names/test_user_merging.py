"""A newsroom's list in the reference names: it adds, and where it disagrees it is right."""

from datetime import date

import pytest

from mtcheck.names import NameIndex
from mtcheck.names.matching import NameMatcher
from mtcheck.names.records import NameDataError
from mtcheck.names.user_list import read_user_list
from mtcheck.names.user_merging import load_merged, merge
from tests.names.lists import DATA, write_list


def merged(folder, *texts):
    lists = [read_user_list(write_list(folder, text, f"list{i}.tsv")) for i, text in enumerate(texts)]
    return merge(DATA, lists)


def people(folder, *texts):
    return {person.id: person for person in merged(folder, *texts).data.people}


def test_without_lists_nothing_changes():
    assert merge(DATA, []).data is DATA


def test_a_new_person_is_added_and_vouched_for(tmp_path):
    found = merged(
        tmp_path, "name\taliases\ttitle\tplace\tstart\nKarin van der Dahl\tK. Dahl\tPremier\tNorthland\t2020-02-01\n"
    )
    person = next(p for p in found.data.people if p.id == "karin-van-der-dahl")
    assert (person.name, person.given, person.family) == ("Karin van der Dahl", "Karin", "van der Dahl")
    assert (person.aliases, person.is_verified, person.is_monarch, person.field) == (
        ("K. Dahl",),
        True,
        False,
        "politics",
    )
    (term,) = NameIndex(found.data).terms_of(person.id)
    assert (term.role, term.title, term.place) == ("head_of_government", "Premier", "nl")
    assert (term.start, term.end, term.is_verified) == (date(2020, 2, 1), None, True)
    assert found.origins == {"karin-van-der-dahl": ("list0.tsv",)}
    assert len(found.data.people) == len(DATA.people) + 1


def test_somebody_without_an_office_is_in_no_politics_unless_the_list_says_so(tmp_path):
    found = people(tmp_path, "name\tfield\nKarin Dahl\t\nJo Moss\tsport\n")
    assert (found["karin-dahl"].field, found["jo-moss"].field) == ("other", "sport")


def test_a_name_of_one_word_is_never_matched_loosely(tmp_path):
    assert people(tmp_path, "name\tfamily\nMadonna\tMadonna\n")["madonna"].is_monarch


@pytest.mark.parametrize(
    "row",
    [
        "Yohan Lindqvist\tJ. Lindqvist",  # our spelling
        "Johan Lindkvist\tJ. Lindqvist",  # a spelling we accept becomes the newsroom's
        "Johann Lindquist\tYohan Lindqvist|J. Lindqvist",  # a new spelling, tied to ours by an alias
    ],
)
def test_who_shares_a_name_with_one_of_ours_is_that_person(tmp_path, row):
    found = people(tmp_path, f"name\taliases\n{row}\n")
    person = found["yohan-lindqvist"]
    assert len(found) == len(DATA.people)
    assert person.name == row.split("\t")[0]
    assert {person.name, *person.aliases} >= {"Yohan Lindqvist", "Johan Lindkvist", "Y. A. Lindqvist", "J. Lindqvist"}
    assert person.family == person.name.split()[-1]
    assert person.is_verified


def test_both_spellings_are_accepted_and_the_newsroom_s_is_suggested(tmp_path):
    found = merged(tmp_path, "name\nJohan Lindkvist\n").data
    index = NameIndex(found)
    matcher = NameMatcher(index)
    assert {p.id for p in index.people_by_full_name("yohan lindqvist")} == {"yohan-lindqvist"}
    for family in ("lindqvist", "lindkvist"):
        assert [p.name for p in matcher.people_by_family(family)] == ["Johan Lindkvist"]
    assert matcher.best(("yohann", "lindkwist")).person.name == "Johan Lindkvist"


def test_a_family_name_of_several_words_stays_one(tmp_path):
    assert people(tmp_path, "name\nMaría Van Oort\n")["maria-van-oort"].family == "Van Oort"


def test_what_the_list_says_of_given_and_family_name_counts(tmp_path):
    person = people(tmp_path, "name\tgiven\tfamily\nMaria van Oort\tMaria\tOort\n")["maria-van-oort"]
    assert (person.given, person.family) == ("Maria", "Oort")


def test_rows_of_one_name_are_terms_of_one_person(tmp_path):
    text = (
        "name\taliases\ttitle\tplace\tstart\tend\n"
        "Karin Dahl\tK. Dahl\tMP\tNorthland\t2010-01-01\t2014-01-01\n"
        "KARIN DAHL\tKari Dahl\tForeign Minister\tNorthland\t2014-01-01\t\n"
    )
    found = merged(tmp_path, text).data
    assert {t.role for t in NameIndex(found).terms_of("karin-dahl")} == {"legislator", "foreign_minister"}
    assert next(p for p in found.people if p.id == "karin-dahl").aliases == ("K. Dahl", "Kari Dahl")


def test_a_term_takes_the_place_of_ours_in_the_same_office(tmp_path):
    text = "name\ttitle\tplace\tstart\tend\nYohan Lindqvist\tPremier\tnl\t2015-02-02\t2018-03-03\nYohan Lindqvist\tMP\tnl\t\t\n"
    terms = NameIndex(merged(tmp_path, text).data).terms_of("yohan-lindqvist")
    assert {(t.role, t.title, t.start, t.end) for t in terms} == {
        ("head_of_government", "Premier", date(2015, 2, 2), date(2018, 3, 3)),
        ("legislator", "MP", None, None),
    }


def test_a_term_without_dates_takes_no_dates_away(tmp_path):
    terms = NameIndex(merged(tmp_path, "name\ttitle\tplace\nYohan Lindqvist\tPremier\tnl\n").data).terms_of(
        "yohan-lindqvist"
    )
    assert [(t.start, t.end) for t in terms] == [(date(2015, 1, 1), date(2019, 1, 1))]


def test_who_may_be_two_of_ours_is_the_one_who_held_the_office_or_somebody_new(tmp_path):
    found = people(tmp_path, "name\nOld Oort\n")
    assert len(found) == len(DATA.people) + 1
    assert found["old-oort"].name == "Old Oort"
    assert "Old Oort" in found["peter-oort"].aliases


def test_an_alias_that_is_another_s_name_is_the_newsroom_s(tmp_path):
    found = merged(tmp_path, "name\taliases\nMaria van Oort\tPeter Oort\n").data
    index = NameIndex(found)
    assert [p.id for p in index.people_by_full_name("peter oort")] == ["maria-van-oort"]
    assert index.person("peter-oort").name == "Pete Oort"


def test_an_alias_that_sounds_nothing_like_its_owner_makes_nobody_that_person(tmp_path):
    found = merged(tmp_path, "name\taliases\nKirsi Wahl\tMaria van Oort\n").data
    index = NameIndex(found)
    assert [p.id for p in index.people_by_full_name("maria van oort")] == ["kirsi-wahl"]
    assert "maria-van-oort" not in index.people
    assert index.terms_of("maria-van-oort") == ()


def test_organisations_are_added_and_merged(tmp_path):
    text = (
        "kind\tname\taliases\ttitle\n"
        "organisation\tHerring Council of the North\tNHC\tChairwoman\n"
        "organisation\tSalt Alliance\tSA|Salters\tSpeaker\n"
        "person\tKarin Dahl\t\t\n"
    )
    index = NameIndex(merged(tmp_path, text).data)
    council = index.organisation_named("NHC")
    assert (council.id, council.name, council.acronym) == ("herring-council", "Herring Council of the North", "NHC")
    assert (council.head_title, index.organisation_named("Northern Herring Council")) == ("Chairwoman", council)
    salt = index.organisation_named("the Salt Alliance")
    assert (salt.id, salt.acronym, salt.names) == ("salt-alliance", "SA", ("Salt Alliance", "SA", "Salters"))


def test_a_name_that_another_organisation_has_is_the_newsroom_s(tmp_path):
    index = NameIndex(merged(tmp_path, "kind\tname\taliases\norganisation\tCider Foundation\tCF\n").data)
    assert index.organisation_named("CF").name in ("Cider Foundation",)


def test_a_person_may_lead_an_organisation_of_the_same_list(tmp_path):
    text = "kind\tname\taliases\ttitle\tplace\nperson\tKarin Dahl\t\tSpeaker\tSA\norganisation\tSalt Alliance\tSA\tSpeaker\t\n"
    (term,) = NameIndex(merged(tmp_path, text).data).terms_of("karin-dahl")
    assert (term.role, term.place) == ("head_of_organisation", "salt-alliance")


def test_the_later_list_wins(tmp_path):
    first, second = "name\taliases\nKarin Dahl\tK. Dahl\n", "name\taliases\nK. Dahl\tKari Dahl\n"
    found = merged(tmp_path, first, second)
    person = next(p for p in found.data.people if p.id == "karin-dahl")
    assert (person.name, set(person.aliases)) == ("K. Dahl", {"Karin Dahl", "Kari Dahl"})
    assert found.origins["karin-dahl"] == ("list0.tsv", "list1.tsv")


def test_the_version_covers_the_contents_of_the_lists_and_their_order(tmp_path):
    a, b = "name\nKarin Dahl\n", "name\nJo Moss\n"
    versions = [merged(tmp_path, *texts).data.version for texts in ((), (a,), (b,), (a, b), (b, a))]
    assert len(set(versions)) == 5
    assert all(len(version) == 12 for version in versions)
    assert merged(tmp_path, a).data.version == versions[1]


def test_places_and_cities_are_left_alone(tmp_path):
    found = merged(tmp_path, "name\nKarin Dahl\n").data
    assert (found.places, found.cities, found.titles) == (DATA.places, DATA.cities, DATA.titles)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("name\tstart\nKarin Dahl\tsoon\nJo Moss\tlater\n", r"newsroom.tsv, line 2, start: .*and 1 more.*names check"),
        ("name\ttitle\tplace\nKarin Dahl\tPremier\tAtlantis\n", "line 2, place: no place or organisation 'Atlantis'"),
        ("name\ttitle\tplace\nKarin Dahl\tGardener\tnl\n", "line 2, title: the title 'Gardener' tells no role"),
        ("shoe\nA\n", "line 1: unknown column 'shoe'"),
    ],
)
def test_a_list_with_an_error_is_not_used(tmp_path, text, complaint):
    with pytest.raises(NameDataError, match=complaint):
        merge(DATA, [read_user_list(write_list(tmp_path, text))])


def test_people_with_one_slug_stay_apart(tmp_path):
    found = people(tmp_path, "name\nKarin Dahl\nKarin, Dahl\n")
    assert {found["karin-dahl"].name, found["karin-dahl-2"].name} == {"Karin Dahl", "Karin, Dahl"}


def test_the_shipped_names_take_a_list(tmp_path):
    path = write_list(tmp_path, "name\ttitle\tplace\tstart\nVolodymyr Zelenskyy\tPresident\tUkraine\t2019-05-20\n")
    index = NameIndex(load_merged([path]).data)
    assert index.person("volodymyr-zelensky").name == "Volodymyr Zelenskyy"
    assert index.person("volodymyr-zelensky").family == "Zelenskyy"
