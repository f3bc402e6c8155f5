"""What becomes of imported facts: rows that a list can hold."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.names import NameIndex
from mtcheck.names.importing.entries import EntryMaker, first_day, last_day
from mtcheck.names.importing.interface import ImportedOffice, ImportedOrganisation, ImportedPerson, LeftOut
from mtcheck.names.user_checking import check_user_list
from mtcheck.names.user_list import Entry, read_user_list, write_user_list
from tests.names.lists import DATA


@pytest.fixture
def maker():
    return EntryMaker(NameIndex(DATA))


def made(maker, *items):
    return list(maker.entries(items))


def test_a_person_is_one_row_per_office_the_first_with_the_aliases(maker):
    person = ImportedPerson(
        names=("Karin Dahl",),
        aliases=("Karin M. Dahl",),
        offices=(
            ImportedOffice(("foreign minister of Northland",), "", (), "2020-02", "2021"),
            ImportedOffice(("MP",), "", ("nl",)),
        ),
        source="desk",
        licence="CC0",
    )
    first, second = made(maker, person)
    assert first == Entry(
        name="Karin Dahl",
        given="Karin",
        family="Dahl",
        aliases=("Karin M. Dahl",),
        title="Foreign Minister",
        role="foreign_minister",
        place="nl",
        start=date(2020, 2, 1),
        end=date(2021, 12, 31),
        source="desk",
        licence="CC0",
    )
    assert (second.name, second.aliases, second.title, second.role) == ("Karin Dahl", (), "MP", "legislator")
    assert (maker.people, maker.terms, maker.left_out) == (1, 2, {})


@pytest.mark.parametrize(
    ("names", "name"),
    [
        (("Карин Даль", "Karin Dahl"), "Karin Dahl"),
        (("KARIN DAHL", "Karin Dahl"), "Karin Dahl"),
        (("KARIN VAN DER DAHL",), "Karin van der Dahl"),
        (("karin dahl",), "Karin Dahl"),
        (("Dahl, Karin",), "Karin Dahl"),
        (("DAHL, Karin",), "Karin Dahl"),
        (("Jan VAN DER BERG",), "Jan van der Berg"),
        (("JD Moss",), "JD Moss"),
        (("Frank Moss, Jr.",), "Frank Moss, Jr."),
        (("  Karin\n Dahl ",), "Karin Dahl"),
    ],
)
def test_the_name_is_one_that_newsrooms_print(maker, names, name):
    assert [entry.name for entry in made(maker, ImportedPerson(names))] == [name]


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        (ImportedPerson(("Карин Даль",)), "a name not in Latin letters"),
        (ImportedPerson(("Karin",)), "a name of one word"),
        (ImportedPerson(()), "no usable name"),
        (ImportedPerson(("=1+1", "")), "no usable name"),
        (ImportedOrganisation(("Соляной союз",)), "a name not in Latin letters"),
        (LeftOut("an entity of another kind"), "an entity of another kind"),
    ],
)
def test_what_is_left_out_is_counted(maker, item, reason):
    assert made(maker, item) == []
    assert maker.left_out == {reason: 1}


def test_one_word_is_enough_where_the_source_says_that_it_is_the_family_name(maker):
    (entry,) = made(maker, ImportedPerson(("Madonna",), family="Madonna"))
    assert (entry.name, entry.given, entry.family) == ("Madonna", "", "Madonna")


def test_aliases_are_latin_and_different(maker):
    aliases = ("KARIN DAHL", "Карин", "Kari", "Dahl, Karin M.", "Karin M. Dahl", "@kdahl x")
    (entry,) = made(maker, ImportedPerson(("Karin Dahl",), aliases=aliases))
    assert entry.aliases == ("Karin M. Dahl",)
    (entry,) = made(maker, ImportedPerson(("Karin Dahl",), aliases=aliases, keeps_short_aliases=True))
    assert entry.aliases == ("Kari", "Karin M. Dahl")


def test_the_family_name_is_the_source_s_if_it_stands_in_the_name(maker):
    (entry,) = made(maker, ImportedPerson(("Ana Soto Ruiz",), given="Ana", family="SOTO RUIZ"))
    assert (entry.given, entry.family) == ("Ana", "Soto Ruiz")
    (entry,) = made(maker, ImportedPerson(("Jan van der Berg",), family="Montag"))
    assert (entry.given, entry.family) == ("Jan", "van der Berg")
    (entry,) = made(maker, ImportedPerson(("Ada Mbeki-Lund",), family="Mbeki-Lund"))
    assert (entry.given, entry.family) == ("Ada", "Mbeki-Lund")


@pytest.mark.parametrize(
    ("office", "reason"),
    [
        (ImportedOffice(("Premier",), "", ("Atlantis",)), "an office that cannot be understood"),
        (ImportedOffice(("Gardener",), "", ("nl",)), "an office that cannot be understood"),
        (ImportedOffice(("Premier",), "", ("nl",), "soon"), "an office with a bad date"),
        (ImportedOffice(("Premier",), "", ("nl",), "2020-13"), "an office with a bad date"),
        (ImportedOffice(("Premier",), "", ("nl",), "2020", "2019"), "an office that ends before it starts"),
    ],
)
def test_an_office_that_makes_no_sense_leaves_the_person(maker, office, reason):
    (entry,) = made(maker, ImportedPerson(("Karin Dahl",), offices=(office,)))
    assert not entry.has_office
    assert maker.left_out == {reason: 1}


def test_the_first_title_and_place_that_make_sense_count(maker):
    office = ImportedOffice(("member", "Foreign Minister"), "", ("Fjordside", "Northland"))
    (entry,) = made(maker, ImportedPerson(("Karin Dahl",), offices=(office,)))
    assert (entry.role, entry.place) == ("foreign_minister", "nl")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("", None, None),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019-02", date(2019, 2, 1), date(2019, 2, 28)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019-12", date(2019, 12, 1), date(2019, 12, 31)),
        ("2019-03-04", date(2019, 3, 4), date(2019, 3, 4)),
        ("2019-03-04T00:00:00Z", date(2019, 3, 4), date(2019, 3, 4)),
        ("2019-00-00T00:00:00Z", date(2019, 1, 1), date(2019, 12, 31)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_partial_dates_are_their_first_and_their_last_day(text, first, last):
    assert (first_day(text), last_day(text)) == (first, last)


@given(st.text(max_size=12) | st.from_regex(r"[0-9]{4}(-[0-9]{2}){0,2}", fullmatch=True))
def test_any_date_is_read_or_refused(text):
    try:
        first, last = first_day(text), last_day(text)
    except ValueError:
        return
    assert first is None or first <= last


texts = st.text(max_size=20) | st.sampled_from(
    ["Karin Dahl", "=1+1", "Foreign Minister", "nl", "2020", "A\tB", "A\nB", "A|B"]
)


@given(
    st.lists(
        st.builds(
            ImportedPerson,
            names=st.tuples(texts),
            given=texts,
            family=texts,
            aliases=st.tuples(texts, texts),
            offices=st.tuples(
                st.builds(
                    ImportedOffice, titles=st.tuples(texts), role=texts, places=st.tuples(texts), start=texts, end=texts
                )
            ),
            field=texts,
            source=texts,
            licence=texts,
            keeps_short_aliases=st.booleans(),
        ),
        max_size=3,
    )
)
def test_whatever_is_imported_the_list_has_no_error(tmp_path_factory, items):
    path = tmp_path_factory.mktemp("lists") / "list.tsv"
    with path.open("w", encoding="utf-8", newline="\n") as out:
        write_user_list(EntryMaker(NameIndex(DATA)).entries(items), out)
    assert read_user_list(path).problems == ()
    assert not any(problem.is_error for problem in check_user_list(path, DATA))
