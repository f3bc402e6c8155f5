"""Reading a folder of reference files into records: what each column becomes, and what is refused."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.names.loading import COLUMNS, default_folder, parse_date, read_folder, rows
from mtcheck.names.records import NameDataError, Organisation, Person, Term

FILES = {
    "people.tsv": "mirko-talan\tMirko Talan\tMirko\tTalan\tMirco Talan|M. Talan\tperson\tsport\ts\tl\tyes",
    "offices.tsv": "mirko-talan\thead_of_organisation\tPresident\twrf\t2011-04-01\t\ts\tl\tno",
    "countries.tsv": "zz\tcountry\tZed\tZed|Zedland\tZed|Zeds\tZeddish\tZedville\tPalace\t\tmonarchy\tyes\ts\tl\tyes",
    "organisations.tsv": "wrf\tWorld Rowing Federation\tWRF\tFederation\tPresident\tsport\tzz\ts\tl\tno",
    "titles.tsv": "head_of_organisation\twrf\tPresident|chief\tKing\ts\tl\tno",
    "cities.tsv": "Zedville\tzz\tzedville|sedville\ts\tl\tyes",
}


def folder_of(folder, **changed):
    for name, columns in COLUMNS.items():
        lines = ["\t".join(columns), changed.get(name.removesuffix(".tsv"), FILES[name])]
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_every_column_arrives_in_its_record(tmp_path):
    data = read_folder(folder_of(tmp_path))
    assert data.people == (
        Person("mirko-talan", "Mirko Talan", "Mirko", "Talan", ("Mirco Talan", "M. Talan"), False, True, "sport"),
    )
    assert data.terms == (
        Term("mirko-talan", "head_of_organisation", "President", "wrf", date(2011, 4, 1), None, False),
    )
    names = ("World Rowing Federation", "WRF", "Federation")
    assert data.organisations == (Organisation("wrf", names[0], "WRF", names, "President", "sport", "zz"),)
    assert (data.places[0].metonyms, data.places[0].is_monarchy) == (("Palace",), True)
    assert (data.titles[0].accepted, data.titles[0].foreign) == (("President", "chief"), ("King",))
    assert data.cities == {"zedville", "sedville"}


def test_a_monarch_is_marked_by_the_kind(tmp_path):
    row = "talan-i\tTalan I\t\tTalan\t\tmonarch\tpolitics\ts\tl\tno"
    (person,) = read_folder(folder_of(tmp_path, people=row)).people
    assert (person.is_monarch, person.is_verified, person.aliases) == (True, False, ())


def test_an_organisation_without_acronym_goes_by_its_names_alone(tmp_path):
    row = "wrf\tRowers\t\tRowers|The Rowers\t\tother\t\ts\tl\tno"
    (organisation,) = read_folder(folder_of(tmp_path, organisations=row)).organisations
    assert (organisation.names, organisation.country) == (("Rowers", "The Rowers"), "")


def test_records_made_by_hand_need_neither_field_nor_kind():
    assert Person("a", "A B", "A", "B", (), False, False).field == "politics"
    assert Organisation("o", "Oarsmen", "", ("Oarsmen",), "").kind == "other"


@pytest.mark.parametrize(
    ("file", "row", "message"),
    [
        ("people", "mirko-talan\tMirko Talan", r"people\.tsv, line 2: 2 columns where 10 are due"),
        ("organisations", "wrf\tRowers\t\t\t\ts\tl\tno", r"organisations\.tsv, line 2: 8 columns where 10 are due"),
        ("offices", "a\tenvoy\tEnvoy\tzz\tMay 2011\t\ts\tl\tno", r"offices\.tsv, line 2: .*May 2011"),
    ],
)
def test_a_malformed_row_is_named_with_file_and_line(tmp_path, file, row, message):
    with pytest.raises(NameDataError, match=message):
        read_folder(folder_of(tmp_path, **{file: row}))


def test_a_file_of_another_schema_is_refused_by_its_header(tmp_path):
    folder = folder_of(tmp_path)
    (folder / "people.tsv").write_text("id\tname\n", encoding="utf-8")
    with pytest.raises(NameDataError, match=r"people\.tsv: the header must be id, name, given"):
        read_folder(folder)


def test_the_version_changes_with_any_file(tmp_path):
    before = read_folder(folder_of(tmp_path)).version
    after = read_folder(folder_of(tmp_path, cities="Zedville\tzz\tzedville\ts\tl\tyes")).version
    assert before != after


@given(st.text(max_size=80))
def test_any_text_is_read_as_rows_of_the_right_width_or_refused(text):
    with suppress(NameDataError):
        assert all(len(row) == 3 + 3 for row in rows("cities.tsv", text))


@given(st.dates())
def test_a_date_survives_its_iso_form(day):
    assert parse_date(day.isoformat()) == day


def test_the_shipped_folder_is_found():
    assert (default_folder() / "people.tsv").is_file()
