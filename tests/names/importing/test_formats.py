"""What each format gives: the same facts, whoever wrote them down."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.names.importing import IMPORTERS, ImportFileError, importer_for, opened
from mtcheck.names.importing.documents import MAX_LINE
from mtcheck.names.importing.interface import ImportedOffice, ImportedOrganisation, ImportedPerson, LeftOut


def imported(content, name=None):
    content = content if isinstance(content, bytes) else content.encode()
    importer = importer_for(io.BytesIO(content), name)
    return importer.name, list(importer), importer.notes


def lines(*entities):
    return "".join(json.dumps(entity) + "\n" for entity in entities)


# Tables


@pytest.mark.parametrize("delimiter", ["\t", ",", ";"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_goes_by_its_headings(delimiter, encoding):
    rows = [
        ["Full name", "Surname", "Also known as", "Position", "Country", "From", "to", "Licence"],
        ["Åse Dahl", "Dahl", "Aase Dahl|Åsa", "Foreign Minister", "Norway", "2020-02-01", "2021", "CC0"],
    ]
    text = "\r\n".join(delimiter.join(row) for row in rows)
    name, (person,), notes = imported(text.encode(encoding))
    assert (name, notes) == ("table", ())
    assert person == ImportedPerson(
        names=("Åse Dahl",),
        family="Dahl",
        aliases=("Aase Dahl", "Åsa"),
        offices=(ImportedOffice(("Foreign Minister",), "", ("Norway",), "2020-02-01", "2021"),),
        licence="CC0",
        keeps_short_aliases=True,
    )


def test_a_name_may_stand_in_two_columns_and_cells_in_quotation_marks():
    _, found, _ = imported('first_name,last_name,title\n"Karin ""Kari""","Dahl","Minister, acting"\n')
    assert found[0].names == ('Karin "Kari" Dahl',)
    assert found[0].offices[0].titles == ("Minister, acting",)


def test_organisations_and_other_kinds_in_a_table():
    _, found, _ = imported("kind\tname\taliases\ttitle\norganization\tSalt Alliance\tSA\tSpeaker\nship\tTitanic\t\t\n")
    assert found[0] == ImportedOrganisation(("Salt Alliance",), ("SA",), "Speaker")
    assert isinstance(found[1], LeftOut)


def test_columns_that_mean_nothing_to_us_are_named():
    assert imported("name,shoe size\nKarin Dahl,39\n")[2] == ("columns left out: shoe size",)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("shoe,size\n1,2\n", "no column name"),
        ("", "the file is empty"),
        (b"name\nK\xe5re\n", "not UTF-8"),
        ("name\n" + "x" * 200_000, "not a table"),
        (b"\xff\xfe\x00", "not UTF-8|no column|not a table"),
    ],
)
def test_what_is_no_table_is_refused(content, complaint):
    with pytest.raises(ImportFileError, match=complaint):
        imported(content)


# Popolo

POPOLO = {
    "persons": [
        {
            "id": "p1",
            "name": "Karin Dahl",
            "given_name": "Karin",
            "family_name": "Dahl",
            "other_names": [{"name": "Карин Даль"}, {"name": "Karin M. Dahl"}],
            "sources": [{"url": "https://example.org/dahl"}],
        },
        {"id": "p2", "name": "Jo Moss", "memberships": [{"role": "Chair", "organization": {"name": "Salt Alliance"}}]},
    ],
    "organizations": [
        {"id": "o1", "name": "Government", "area_id": "a1", "classification": "party"},
        {"id": "o2", "name": "Salt Alliance", "other_names": [{"name": "SA"}]},
    ],
    "areas": [{"id": "a1", "name": "Norway"}],
    "posts": [{"id": "s1", "label": "Foreign Minister", "organization_id": "o1"}],
    "memberships": [
        {"person_id": "p1", "post_id": "s1", "role": "member", "start_date": "2020-02", "end_date": "2021"},
        {"person_id": "p1", "organization_id": "o2", "role": "Speaker"},
    ],
}


def test_popolo_memberships_are_offices():
    name, (dahl, moss, salt), _ = imported(json.dumps(POPOLO))
    assert name == "popolo"
    assert dahl == ImportedPerson(
        names=("Karin Dahl",),
        given="Karin",
        family="Dahl",
        aliases=("Карин Даль", "Karin M. Dahl"),
        offices=(
            ImportedOffice(("Foreign Minister", "member"), "", ("Norway", "Government"), "2020-02", "2021"),
            ImportedOffice(("Speaker",), "", ("Salt Alliance",)),
        ),
        field="politics",
        source="https://example.org/dahl",
    )
    assert moss.offices == (ImportedOffice(("Chair",), "", ("Salt Alliance",)),)
    assert salt == ImportedOrganisation(("Salt Alliance",), ("SA",))


def test_popolo_may_be_a_list_of_persons():
    assert imported(json.dumps([{"id": "1", "name": "Karin Dahl"}]))[:2] == (
        "popolo",
        [ImportedPerson(("Karin Dahl",))],
    )


# FollowTheMoney

DAHL = {
    "id": "Q1",
    "schema": "Person",
    "caption": "Karin Dahl",
    "properties": {
        "name": ["Карин Даль", "Karin Dahl"],
        "alias": ["Karin M. Dahl"],
        "weakAlias": ["Kari"],
        "firstName": ["Karin"],
        "lastName": ["Dahl"],
        "topics": ["role.pep"],
        "position": ["Minister of something"],
    },
    "datasets": ["no_peps"],
}
OCCUPANCY = {
    "id": "o",
    "schema": "Occupancy",
    "properties": {"holder": ["Q1"], "post": ["s"], "startDate": ["2020-02"], "endDate": ["2021-03-04"]},
}
POSITION = {"id": "s", "schema": "Position", "properties": {"name": ["Foreign Minister"], "country": ["no"]}}


def test_ftm_people_get_the_posts_they_held_in_whatever_order_they_come():
    expected = ImportedPerson(
        names=("Karin Dahl", "Карин Даль"),
        given="Karin",
        family="Dahl",
        aliases=("Karin M. Dahl",),
        offices=(ImportedOffice(("Foreign Minister",), "", ("no",), "2020-02", "2021-03-04"),),
        field="politics",
        source="no_peps",
    )
    for order in ((DAHL, OCCUPANCY, POSITION), (POSITION, OCCUPANCY, DAHL)):
        assert imported(lines(*order))[:2] == ("ftm", [expected])


def test_an_ftm_position_in_words_counts_where_no_post_is_known():
    assert imported(lines(DAHL))[1][0].offices == (ImportedOffice(("Minister of something",)),)


def test_ftm_organisations_and_what_is_left_out():
    company = {"id": "c", "schema": "Company", "properties": {"name": ["Dahl AS"]}}
    body = {"id": "b", "schema": "PublicBody", "properties": {"name": ["Salt Alliance"], "abbreviation": ["SA"]}}
    content = lines(body, company) + "{broken\n[]\n" + '{"x": "' + "y" * MAX_LINE + '"}\n' + lines(DAHL)
    found = imported(content)[1]
    assert found[0] == ImportedOrganisation(("Salt Alliance",), ("SA",))
    assert [item.reason for item in found[1:5]] == ["an entity of another kind"] + ["a line that is no entity"] * 3
    assert found[5].names[0] == "Karin Dahl"


# Wikidata


def binding(**values):
    return {
        variable: {"type": "literal", "value": value, **({"xml:lang": "en"} if variable.endswith("Label") else {})}
        for variable, value in values.items()
    }


ITEM = "http://www.wikidata.org/entity/Q7"


def test_wikidata_rows_of_one_item_are_one_person():
    rows = [
        binding(
            item=ITEM,
            itemLabel="Karin Dahl",
            positionLabel="foreign minister",
            placeLabel="Norway",
            start="2020-02-01T00:00:00Z",
        ),
        binding(item=ITEM, itemLabel="Karin Dahl", itemAltLabel="Karin M. Dahl, K. Dahl", familyNameLabel="Dahl"),
        binding(
            item=ITEM,
            itemLabel="Karin Dahl",
            positionLabel="foreign minister",
            placeLabel="Norway",
            start="2020-02-01T00:00:00Z",
        ),
    ]
    name, found, _ = imported(json.dumps({"head": {}, "results": {"bindings": rows}}))
    assert name == "wikidata"
    assert found == [
        ImportedPerson(
            names=("Karin Dahl",),
            family="Dahl",
            aliases=("Karin M. Dahl", "K. Dahl"),
            offices=(ImportedOffice(("foreign minister",), "", ("Norway",), "2020-02-01T00:00:00Z"),),
            source="Wikidata Q7",
            licence="CC0",
        )
    ]


def test_wikidata_labels_that_are_ids_or_foreign_are_passed_over():
    foreign = binding(item=ITEM, itemLabel="Karin Dahl")
    foreign["itemLabel"]["xml:lang"] = "nb"
    rows = [foreign, binding(item=ITEM + "8", itemLabel="Q78"), binding(item=ITEM, positionLabel="Q99")]
    _, found, _ = imported(json.dumps({"results": {"bindings": rows}}))
    assert found == [LeftOut("no label but an id")] * 2


def test_the_list_that_the_query_page_saves_is_read():
    rows = [{"item": ITEM, "itemLabel": "Karin Dahl", "positionLabel": "foreign minister of Norway"}]
    name, (person,), _ = imported(json.dumps(rows))
    assert (name, person.names) == ("wikidata", ("Karin Dahl",))
    assert person.offices == (ImportedOffice(("foreign minister of Norway",)),)


# All of them


@pytest.mark.parametrize(
    "content",
    [
        '{"a": 1}',
        "[]",
        "[1, 2]",
        "{",
        '{"results": {}}',
        '{"persons": 3}',
        "[" * 100_000,
        '{"a":' * 100_000,
        "[" + "9" * 5000 + "]",
    ],
)
@pytest.mark.parametrize("name", [None, "popolo", "ftm", "wikidata"])
def test_json_of_another_form_is_refused(content, name):
    try:
        found = imported(content, name)[1]
    except ImportFileError:
        return
    assert found == []


def test_an_unknown_format_is_refused():
    with pytest.raises(ImportFileError, match="known are table, popolo, ftm, wikidata"):
        imported("name\n", "rdf")


def test_a_document_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr("mtcheck.names.importing.documents.MAX_DOCUMENT", 100)
    with pytest.raises(ImportFileError, match="larger than"):
        imported(json.dumps(POPOLO))


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                "persons memberships organizations posts areas id name person_id post_id other_names results bindings item"
                " itemLabel positionLabel schema properties caption alias holder post value start".split()
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(values, st.sampled_from([importer.name for importer in IMPORTERS]))
def test_json_of_any_shape_is_read_or_refused(value, name):
    for content in (json.dumps(value), json.dumps({"schema": "Person", "properties": value})):
        try:
            found = imported(content, name)[1]
        except ImportFileError:
            continue
        assert all(isinstance(item, (ImportedPerson, ImportedOrganisation, LeftOut)) for item in found)


@given(st.binary(max_size=200), st.sampled_from([None, *(importer.name for importer in IMPORTERS)]))
def test_any_bytes_are_read_or_refused(content, name):
    try:
        imported(content, name)
    except ImportFileError:
        return


def test_files_and_standard_input_can_be_read_more_than_once(tmp_path):
    path = tmp_path / "names.csv"
    path.write_bytes(b"name\n")
    for argument in (str(path), "-"):
        with opened(argument, io.BytesIO(b"name\n")) as stream:
            for _ in range(2):
                stream.seek(0)
                assert stream.read() == b"name\n"
