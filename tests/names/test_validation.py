"""What the validator of the reference files accepts and what it reports, on small invented files."""

import pytest

from mtcheck.names.loading import COLUMNS
from mtcheck.names.records import FIELDS, ORGANISATION_KINDS
from mtcheck.names.validation import validate

SOUND = {
    "people.tsv": ["ilsa-brun\tIlsa Brun\tIlsa\tBrun\tIlse Brun\tperson\tscience\ts\tl\tyes"],
    "offices.tsv": ["ilsa-brun\thead_of_organisation\tPresident\tora\t2011-04-01\t2015-04-01\ts\tl\tno"],
    "countries.tsv": [
        "zz\tcountry\tZed\tZed\tZeds\tZeddish\tZedville\t\t\trepublic\tno\ts\tl\tyes",
        "zz-n\tsubnational\tNorth Zed\tNorth Zed\t\t\t\t\tzz\trepublic\tno\ts\tl\tyes",
    ],
    "organisations.tsv": [
        "ora\tOar Research Agency\tORA\tOar Agency\tPresident\tagency\tzz\ts\tl\tno",
        "iora\tInternational Oar Agency\t\t\t\tun-body\t\ts\tl\tno",
    ],
    "titles.tsv": ["head_of_organisation\tora\tPresident\t\ts\tl\tno"],
    "cities.tsv": ["Zedville\tzz\tzedville\ts\tl\tyes"],
}


def folder_of(folder, name="", *added):
    for file, columns in COLUMNS.items():
        lines = ["\t".join(columns), *SOUND[file], *(added if file == name else ())]
        (folder / file).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_sound_files_have_no_problem(tmp_path):
    assert validate(folder_of(tmp_path)) == []


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_of_a_person_is_accepted(tmp_path, field):
    row = f"ole-lind\tOle Lind\tOle\tLind\t\tperson\t{field}\ts\tl\tno"
    assert validate(folder_of(tmp_path, "people.tsv", row)) == []


@pytest.mark.parametrize("kind", ORGANISATION_KINDS)
def test_every_kind_of_organisation_is_accepted(tmp_path, kind):
    row = f"new\tNew League\tNL\t\t\t{kind}\t\ts\tl\tno"
    assert validate(folder_of(tmp_path, "organisations.tsv", row)) == []


@pytest.mark.parametrize(
    ("file", "row", "problem"),
    [
        ("people", "ole-lind\tOle Lind\tOle\tLind\t\tperson\t\ts\tl\tno", "line 3: '' is no field"),
        ("people", "ole-lind\tOle Lind\tOle\tLind\t\tperson\trowing\ts\tl\tno", "line 3: 'rowing' is no field"),
        ("people", "ole-lind\tOle Lind\tOle\tLind\t\tking\tsport\ts\tl\tno", "line 3: 'king' is no kind"),
        ("people", "ilsa-brun\tOle Lind\tOle\tLind\t\tperson\tsport\ts\tl\tno", "there twice"),
        ("people", "ole-lind\tOle Lind\tOle\tLind\tILSA BRUN\tperson\tsport\ts\tl\tno", "is the name of ilsa-brun"),
        ("organisations", "new\tNew League\t\t\t\tclub\t\ts\tl\tno", "line 4: 'club' is no kind"),
        ("organisations", "new\tNew League\t\t\t\tsport\tqq\ts\tl\tno", "line 4: no country qq"),
        ("organisations", "new\tNew League\t\tLeague||NL\t\tsport\t\ts\tl\tno", "empty or repeated value in aliases"),
        ("organisations", "zz\tNew League\t\t\t\tsport\t\ts\tl\tno", "zz is a place too"),
        ("offices", "ilsa-brun\thead_of_organisation\tChair\tnone\t\t\ts\tl\tno", "no place or organisation none"),
        ("offices", "ilsa-brun\trower\tRower\tora\t\t\ts\tl\tno", "'rower' is no role"),
        ("offices", "ilsa-brun\tenvoy\tEnvoy\tzz\t2012-01-01\t2011-01-01\ts\tl\tno", "ends before it starts"),
        ("cities", "Nowhere\t\tnowhere\ts\tl\tyes", "line 3: country is empty"),
        ("cities", "Nowhere\tzz\tNOWHERE\ts\tl\tyes", "must be folded"),
    ],
)
def test_each_kind_of_damage_is_reported_once(tmp_path, file, row, problem):
    found = validate(folder_of(tmp_path, f"{file}.tsv", row))
    assert [problem in line for line in found] == [True], found


def test_a_file_that_is_no_utf8_is_named(tmp_path):
    folder = folder_of(tmp_path)
    (folder / "people.tsv").write_bytes(b"\xff\xfe")
    (problem,) = validate(folder)
    assert problem.startswith("people.tsv: cannot be read")
