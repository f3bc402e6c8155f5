"""Look-ups over a small set of invented reference data."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.names import NameIndex
from mtcheck.names.index import fold, plain
from mtcheck.names.loading import COLUMNS, parse_date, read_folder
from mtcheck.names.records import NameDataError, OfficeTitles, Organisation, Person, Place, ReferenceData, Term


def place(identity, name, *, adjectives=(), capital="", is_monarchy=False):
    return Place(identity, "country", name, (name,), (), adjectives, capital, (), "", is_monarchy, False)


PEOPLE = (
    Person("zdenek-okresek", "Zdeněk Okřešek", "Zdeněk", "Okřešek", ("Zdenek Okreshek",), False, True),
    Person("ada-mbeki-lund", "Ada Mbeki-Lund", "Ada", "Mbeki-Lund", ("Lund Ada",), False, True),
    Person("orla-lund", "Orla Lund", "Orla", "Lund", (), False, False),
)
TERMS = (
    Term("zdenek-okresek", "head_of_state", "President", "aa", date(2010, 3, 1), date(2015, 3, 1), True),
    Term("ada-mbeki-lund", "head_of_state", "President", "aa", date(2015, 3, 1), None, True),
    Term("orla-lund", "foreign_minister", "Foreign Minister", "aa", None, date(2012, 1, 1), False),
)
PLACES = (
    place("aa", "Aarland", adjectives=("Aarish",), capital="Ostrava"),
    place("bb", "Bélavia", adjectives=("Bélavian", "Aarish"), is_monarchy=True),
    place("us-aa", "Aarland"),
)
TITLES = (
    OfficeTitles("head_of_state", "republic", ("President",), ("King",)),
    OfficeTitles("head_of_state", "monarchy", ("King", "Queen"), ("President",)),
    OfficeTitles("foreign_minister", "*", ("Foreign Minister",), ("Secretary of State",)),
    OfficeTitles("foreign_minister", "aa", ("Secretary of State",), ("Foreign Minister",)),
)
ORGANISATIONS = (Organisation("wgo", "World Grain Organisation", "WGO", ("World Grain Organisation", "WGO"), "Head"),)
DATA = ReferenceData(PEOPLE, TERMS, PLACES, ORGANISATIONS, TITLES, frozenset({"nova huta"}), "0" * 12)


@pytest.fixture
def index():
    return NameIndex(DATA)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Łukasz Ørsted-Güneş", "lukasz orsted gunes"),
        ("Ma’ruf  O‘Neil", "ma'ruf o'neil"),
        ("Straße", "strasse"),
        ("İstanbul Kadıköy", "istanbul kadikoy"),
        ("Jean–Luc", "jean luc"),
        ("", ""),
    ],
)
def test_fold_gives_one_key_to_the_spellings_of_a_name(text, folded):
    assert fold(text) == folded


@given(st.text(max_size=60))
def test_fold_and_plain_are_stable_and_leave_no_doubled_blank(text):
    assert fold(fold(text)) == fold(text)
    assert plain(plain(text)) == plain(text)
    assert "  " not in fold(text)


def test_a_person_is_found_under_name_and_alias_whatever_the_accents(index):
    assert (
        index.people_by_full_name("zdenek okresek") == index.people_by_full_name(fold("ZDENEK OKRESHEK")) == PEOPLE[:1]
    )
    assert index.people_by_full_name("zdenek") == ()
    assert index.person("orla-lund") is PEOPLE[2]
    with pytest.raises(KeyError):
        index.person("nobody")


def test_family_and_given_names(index):
    assert index.people_by_family("mbeki lund") == (PEOPLE[1],)
    assert index.family_names == {"okresek", "mbeki lund", "lund"}
    assert index.given_names == {"zdenek", "ada", "orla"}


def test_an_arabic_family_name_is_found_with_and_without_its_article():
    person = Person("omar-al-tamimi", "Omar al-Tamimi", "Omar", "al-Tamimi", (), False, False)
    index = NameIndex(ReferenceData((person,), (), (), (), (), frozenset(), ""))
    assert index.people_by_family("al tamimi") == index.people_by_family("tamimi") == (person,)


@pytest.mark.parametrize(
    ("day", "grace", "holders"),
    [
        (date(2012, 6, 1), 0, ["zdenek-okresek"]),
        (date(2015, 3, 1), 0, ["zdenek-okresek", "ada-mbeki-lund"]),
        (date(2015, 3, 20), 0, ["ada-mbeki-lund"]),
        (date(2015, 3, 20), 30, ["zdenek-okresek", "ada-mbeki-lund"]),
        (date(2009, 1, 1), 30, []),
        (date.max, 30, ["ada-mbeki-lund"]),
        (date.min, 30, []),
        (None, 0, ["zdenek-okresek", "ada-mbeki-lund"]),
    ],
)
def test_holders_of_an_office_on_a_day(index, day, grace, holders):
    found = index.holders("aa", "head_of_state", on=day, grace_days=grace)
    assert [term.person_id for term in found] == holders


def test_a_term_without_a_start_covers_every_day_up_to_its_end(index):
    assert index.holders("aa", "foreign_minister", on=date(1990, 1, 1)) == TERMS[2:]
    assert index.holders("aa", "foreign_minister", on=date(2013, 1, 1)) == ()
    assert index.holders("aa") == TERMS
    assert index.holders("nowhere") == ()


def test_terms_of_a_person(index):
    assert index.terms_of("zdenek-okresek") == TERMS[:1]
    assert index.terms_of("nobody") == ()


def test_places_by_name_count_case_and_give_nothing_where_two_share_it(index):
    assert index.place_named("Belavia") is PLACES[1]
    assert index.place_named("the Bélavia") is PLACES[1]
    assert index.place_named("belavia") is None
    assert index.place_named("Aarland") is None
    assert index.places_named("Aarland") == (PLACES[0], PLACES[2])


def test_places_by_adjective_and_metonym(index):
    assert index.place_by_adjective("Belavian") is PLACES[1]
    assert index.place_by_adjective("Aarish") is None
    assert index.places_by_adjective("Aarish") == PLACES[:2]
    assert index.place_by_metonym("Ostrava") is PLACES[0]
    assert index.place_by_metonym("Belavia") is None


def test_titles_of_a_place_come_before_those_of_its_form_of_state(index):
    assert index.titles_for("foreign_minister", "aa") is TITLES[3]
    assert index.titles_for("foreign_minister", "bb") is TITLES[2]
    assert index.titles_for("head_of_state", "bb") is TITLES[1]
    assert index.titles_for("head_of_state", "aa") is TITLES[0]
    assert index.titles_for("envoy", "aa") is None


def test_roles_by_title(index):
    assert index.roles_titled("secretary of state", "aa") == ("foreign_minister",)
    assert index.roles_titled("Secretary of State", "bb") == ()
    assert index.roles_titled("queen", "bb") == ("head_of_state",)


def test_organisations_and_cities(index):
    assert (
        index.organisation_named("WGO") is index.organisation_named("the World Grain Organisation") is ORGANISATIONS[0]
    )
    assert index.organisation_named("wgo") is None
    assert index.is_city("nova huta")
    assert not index.is_city("Nova Huta")


def write_folder(folder, **changes):
    for name, columns in COLUMNS.items():
        (folder / name).write_bytes(changes.get(name.removesuffix(".tsv"), ("\t".join(columns) + "\n").encode()))
    return folder


def test_an_empty_set_of_files_is_read(tmp_path):
    assert read_folder(write_folder(tmp_path)).people == ()


def test_the_version_follows_the_content(tmp_path):
    first = read_folder(write_folder(tmp_path)).version
    header = "\t".join(COLUMNS["cities.tsv"])
    second = read_folder(write_folder(tmp_path, cities=f"{header}\nA\taa\ta\ts\tl\tyes\n".encode())).version
    assert len(first) == 12
    assert first != second


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"person\n", "header"),
        (b"\xff\xfe", "UTF-8"),
        (("\t".join(COLUMNS["offices.tsv"]) + "\nan\toffice\n").encode(), "line 2: 2 columns"),
        (("\t".join(COLUMNS["offices.tsv"]) + "\na\tr\tt\tp\tin May\t\ts\tl\tyes\n").encode(), "line 2: .*in May"),
        (b"", "header"),
    ],
)
def test_a_malformed_file_is_named_with_its_line(tmp_path, content, message):
    with pytest.raises(NameDataError, match=r"offices\.tsv.*" + message):
        NameIndex.load(write_folder(tmp_path, offices=content))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(NameDataError, match=r"cities\.tsv: cannot be read"):
        NameIndex.load(tmp_path)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(tmp_path_factory, content):
    folder = write_folder(tmp_path_factory.mktemp("names"), people=content)
    with suppress(NameDataError):
        assert read_folder(folder).places == ()


def test_dates_are_days_or_nothing():
    assert parse_date("") is None
    assert parse_date("2019-05-20") == date(2019, 5, 20)
    with pytest.raises(ValueError, match="isoformat"):
        parse_date("<=2017-03-28")
