"""A newsroom's list as a file: what may stand in it, and what is said of what may not."""

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.names.records import NameDataError
from mtcheck.names.spelling import clean, name_problem
from mtcheck.names.user_list import COLUMNS, Entry, read_user_list, write_user_list
from tests.names.lists import write_list


def read(folder, text):
    return read_user_list(write_list(folder, text))


def problems(folder, text):
    return [str(problem) for problem in read(folder, text).problems]


def test_a_name_is_enough(tmp_path):
    found = read(tmp_path, "name\nKarin Dahl\n")
    assert found.entries == (Entry("Karin Dahl", line=2),)
    assert found.problems == ()


def test_every_column_is_read_in_any_order(tmp_path):
    text = (
        "place\trole\ttitle\tend\tstart\taliases\tfamily\tgiven\tname\tkind\tlicence\tsource\tfield\n"
        "no\tforeign_minister\tForeign Minister\t2021-05-06\t2020-02-01\tK. Dahl|Karin M. Dahl\tDahl\tKarin\tKarin Dahl\tperson"
        "\tCC0\tdesk\tpolitics\n"
    )
    assert read(tmp_path, text).entries == (
        Entry(
            name="Karin Dahl",
            given="Karin",
            family="Dahl",
            aliases=("K. Dahl", "Karin M. Dahl"),
            title="Foreign Minister",
            role="foreign_minister",
            place="no",
            start=date(2020, 2, 1),
            end=date(2021, 5, 6),
            field="politics",
            source="desk",
            licence="CC0",
            line=2,
        ),
    )


def test_an_organisation_has_a_name_aliases_and_a_head(tmp_path):
    found = read(tmp_path, "kind\tname\taliases\ttitle\norganization\tHerring Council\tHC\tChair\n")
    assert found.entries == (Entry("Herring Council", "organisation", aliases=("HC",), title="Chair", line=2),)


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_byte_order_marks_line_ends_blank_lines_and_missing_cells_do_not_matter(tmp_path, mark, end):
    lines = [mark + "name\taliases\tfield", "Karin Dahl", "", "Jo Moss\tJoe Moss\t\t", "  Ann   Lund \t | "]
    found = read(tmp_path, end.join(lines) + end)
    assert [(e.name, e.aliases, e.line) for e in found.entries] == [
        ("Karin Dahl", (), 2),
        ("Jo Moss", ("Joe Moss",), 4),
        ("Ann Lund", (), 5),
    ]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("name\tparty\tshoe\nA B\tx\ty\n", "line 1: unknown columns 'party', 'shoe'; known are kind, name"),
        ("name,aliases\nA B,C\n", "`mtcheck names import` reads other tables"),
        ("name\tname\nA B\tA B\n", "line 1, name: the column is there twice"),
        ("aliases\nA B\n", "line 1, name: the column is missing"),
        ("", "line 1: the header is missing; known are kind, name"),
        ("party\n", "line 1: unknown column 'party'"),
        ("name\nA B\tC\n", "line 2: 2 cells where the header has 1"),
        ("name\taliases\n\tA B\n", "line 2, name: the name is empty"),
        ("name\nКарин\n", "line 2, name: 'Карин' is not in Latin letters"),
        ("name\taliases\nA B\tC D|=1+1\n", "line 2, aliases: '=1+1' is no name"),
        ("name\taliases\nA B\tC\x07 D\n", "line 2, aliases: 'C\\x07 D' holds a control"),
        ("name\tkind\nA B\tship\n", "line 2, kind: 'ship' is neither person nor organisation"),
        ("name\trole\tplace\nA B\tgardener\tno\n", "line 2, role: 'gardener' is no role; known are head_of_state"),
        ("name\tfield\nA B\tfarming\n", "line 2, field: 'farming' is no field; known are politics"),
        ("name\tstart\nA B\t2020-2-1\n", "line 2, start: '2020-2-1' is no date such as 2020-02-01"),
        ("name\tstart\nA B\t2020-02-30\n", "'2020-02-30' is no date"),
        ("name\tend\nA B\t20200201\n", "line 2, end: '20200201' is no date"),
        ("name\tend\nA B\t2020-W05-6\n", "line 2, end: '2020-W05-6' is no date"),
        ("name\tstart\tend\nA B\t2020-02-02\t2019-02-02\n", "line 2, end: the term ends on 2019-02-02, before"),
        ('name\n"A B"\n', "line 2, name: the cell is in quotation marks"),
        ("kind\tname\tplace\norganisation\tA B\tno\n", "line 2, place: an organisation has none"),
        ("name\taliases\nA B\t" + "x" * 30_000 + "\n", "line 2, aliases: longer than 20000 characters"),
        ("name\taliases\nA B\t" + "|".join(f"A{i} B" for i in range(201)) + "\n", "201 aliases are more than 200"),
        ("\t".join(f"c{i}" for i in range(100)) + "\n", "line 1: more than 52 columns"),
        ("name\n" + "x" * 10_000 + "\n", "…' is longer than 120 characters"),
    ],
)
def test_what_is_wrong_is_said_with_line_and_column(tmp_path, text, complaint):
    found = problems(tmp_path, text)
    assert len(found) == 1
    assert complaint in found[0]
    assert len(found[0]) < 600


def test_every_problem_of_every_row_is_said(tmp_path):
    found = read(tmp_path, "name\taliases\tstart\nA B\tЖ|C D\tsoon\nC D\t\tlater\n")
    assert [(p.line, p.column) for p in found.problems] == [(2, "aliases"), (2, "start"), (3, "start")]
    assert found.entries[0].aliases == ("C D",)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"name\nK\xe5re Dahl\n", "line 2: not UTF-8"),
        ("name\nKåre\n".encode("utf-16"), "not "),
        (b"\x7fELF\0\0", "not a text file"),
    ],
)
def test_other_encodings_and_binary_files_are_refused(tmp_path, content, complaint):
    path = tmp_path / "list.tsv"
    path.write_bytes(content)
    with pytest.raises(NameDataError, match=complaint):
        read_user_list(path)


def test_what_cannot_be_read_is_refused(tmp_path):
    for path in (tmp_path / "none.tsv", tmp_path):
        with pytest.raises(NameDataError, match="cannot be read"):
            read_user_list(path)


def test_a_list_that_is_too_large_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("mtcheck.names.user_list.MAX_BYTES", 10)
    with pytest.raises(NameDataError, match="larger than"):
        read(tmp_path, "name\nKarin Dahl\n")


def test_a_list_of_too_many_lines_is_not_used(tmp_path, monkeypatch):
    monkeypatch.setattr("mtcheck.names.user_list.MAX_ROWS", 2)
    found = read(tmp_path, "name\nKarin Dahl\nJo Moss\n")
    assert found.entries == ()
    assert "more than 2" in str(found.problems[0])


names = st.text(max_size=30).map(clean).filter(lambda name: name_problem(name) is None)


@given(names, st.lists(names, max_size=3, unique=True), st.none() | st.dates())
def test_what_is_written_is_read_again(tmp_path_factory, name, aliases, start):
    entry = Entry(name, aliases=tuple(aliases), title="Foreign Minister", place="no", start=start, line=2)
    out = io.StringIO()
    assert write_user_list([entry], out) == 1
    found = read(tmp_path_factory.mktemp("lists"), out.getvalue())
    assert found.problems == ()
    assert found.entries == (entry,)


def test_a_written_list_has_every_column_and_no_cell_breaks_its_line():
    out = io.StringIO()
    write_user_list([Entry("Karin Dahl", source="a\tb\nc")], out)
    header, row, end = out.getvalue().split("\n")
    assert header.split("\t") == list(COLUMNS)
    assert len(row.split("\t")) == len(COLUMNS)
    assert "a b c" in row
    assert end == ""


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("lists") / "list.tsv"
    path.write_bytes(b"name\taliases\tstart\n" + content)
    try:
        found = read_user_list(path)
    except NameDataError:
        return
    assert all(name_problem(name) is None for e in found.entries for name in (e.name, *e.aliases))
