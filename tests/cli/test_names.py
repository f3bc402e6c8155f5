"""`mtcheck names` and the user lists, as a newsroom meets them."""

import json
import os
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from mtcheck.cli.app import app

LIST = (
    "name\taliases\ttitle\tplace\tstart\n"
    "Volodymyr Zelenskyy\tV. Zelenskyy\tPresident\tUkraine\t2019-05-20\n"
    "Karin Dahlqvist\t\tForeign Minister\tNorway\t2025-01-01\n"
)
TEXT = "The Norwegian Foreign Minister Karin Dahlkvisst met Volodimir Zilinski in Bergen on Monday.\n"


def run(*args, stdin=b"", cwd=None):
    """Run a command; `names` commands in this process, which is quicker, the others as users do."""
    if args[0] != "names":
        return run_apart(*args, stdin=stdin, cwd=cwd)
    before = os.getcwd()  # noqa: PTH109
    try:
        os.chdir(cwd or before)
        done = CliRunner().invoke(app, [str(argument) for argument in args], input=stdin)
    finally:
        os.chdir(before)
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.exit_code, done.stdout, done.stderr


def run_apart(*args, stdin=b"", cwd=None):
    done = subprocess.run(
        [sys.executable, "-m", "mtcheck", *map(str, args)], input=stdin, capture_output=True, cwd=cwd, check=False
    )
    assert b"Traceback" not in done.stderr
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def newsroom(tmp_path):
    """A folder with a list, settings that name it, and an article further down."""
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "newsroom.tsv").write_text(LIST, encoding="utf-8")
    (tmp_path / "mtcheck.toml").write_text('names = ["lists/newsroom.tsv"]\n', encoding="utf-8")
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "story.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def report_of(*args, cwd):
    code, out, _ = run("score", "story.txt", "--format", "jsonl", *args, cwd=cwd)
    assert code == 0
    report = json.loads(out)
    suggested = {
        f["text"]: f["suggestions"] for s in report["sentences"] for f in s["findings"] if f["rule"] == "NAM001"
    }
    return suggested, report["signature"]


def test_the_list_of_the_settings_is_used_from_any_folder_below(newsroom):
    suggested, signature = report_of(cwd=newsroom / "desk")
    assert suggested["Volodimir Zilinski"] == ["Volodymyr Zelenskyy"]
    assert suggested["Karin Dahlkvisst"] == ["Karin Dahlqvist"]
    (newsroom / "mtcheck.toml").unlink()
    without, other = report_of(cwd=newsroom / "desk")
    assert without["Volodimir Zilinski"] == ["Volodymyr Zelensky"]
    assert "Karin Dahlkvisst" not in without
    assert signature != other
    given = report_of("--names", newsroom / "lists" / "newsroom.tsv", cwd=newsroom / "desk")
    assert given == (suggested, signature)


def test_processes_have_the_list_too(newsroom):
    one = run("score", "story.txt", "--format", "jsonl", cwd=newsroom / "desk")[1]
    assert run("score", "story.txt", "--format", "jsonl", "--jobs", "2", cwd=newsroom / "desk")[1] == one


@pytest.mark.parametrize("command", ["score", "gate", "report"])
def test_a_list_that_cannot_be_used_stops_the_run_with_the_reason(newsroom, command):
    bad = newsroom / "bad.tsv"
    bad.write_text("name\tshoe\nKarin Dahl\t39\n", encoding="utf-8")
    code, out, err = run(command, "story.txt", "--names", bad, cwd=newsroom / "desk")
    assert (code, out) == (2, "")
    assert "unknown column 'shoe'" in err
    code, _, err = run(command, "story.txt", "--names", "none.tsv", cwd=newsroom / "desk")
    assert code == 2
    assert "there is no file none.tsv" in err
    assert not (newsroom / "desk" / "mtcheck-report.html").exists()


def test_config_and_doctor_show_the_lists(newsroom):
    out = run("config", cwd=newsroom / "desk")[1]
    path = str(newsroom / "lists" / "newsroom.tsv")
    assert any(line.startswith("names ") and path in line for line in out.splitlines())
    rows = json.loads(run("config", "--format", "json", cwd=newsroom / "desk")[1])
    assert {"key": "names", "value": [path], "origin": str(newsroom / "mtcheck.toml")} in rows
    code, out, _ = run("doctor", cwd=newsroom / "desk")
    assert code == 0
    assert f"{path}: 2 names" in out
    (newsroom / "lists" / "newsroom.tsv").write_text("name\nЖ\n", encoding="utf-8")
    code, out, _ = run("doctor", cwd=newsroom / "desk")
    assert code == 2
    assert "BROKEN  user lists" in out


# lookup


def test_lookup_says_who_somebody_is(newsroom):
    code, out, err = run_apart("names", "lookup", "Volodymyr Zelensky", cwd=newsroom)
    assert (code, err) == (0, "")
    assert out.startswith("Volodymyr Zelenskyy (Volodymyr Zelensky: an accepted spelling)\n")
    assert "  President, Ukraine, since 2019-05-20\n" in out
    assert "newsroom.tsv" in out


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Merkel", "Angela Merkel (Merkel: the family name)"),
        ("Anghela Mirkl", "sounds like this one"),
        ("NATO", "North Atlantic Treaty Organization (organisation, id nato)"),
        ("Georgia", "Georgia (country, id ge)"),
        ("Shanghai", "a spelling of a city's name"),
        ("Qwxz Blorfgar", "Qwxz Blorfgar: nobody and nothing of that name is known"),
    ],
)
def test_whatever_is_found_or_not_is_an_answer(name, says):
    code, out, _ = run("names", "lookup", name)
    assert code == 0
    assert says in out


def test_lookup_as_json(newsroom):
    found = json.loads(run("names", "lookup", "Dahlqvist", "--format", "json", cwd=newsroom)[1])
    (person,) = found["people"]
    assert found["query"] == "Dahlqvist"
    assert (person["name"], person["found_by"], person["similarity"]) == ("Karin Dahlqvist", "family name", 1.0)
    assert person["terms"] == [
        {
            "role": "foreign_minister",
            "title": "Foreign Minister",
            "place": "no",
            "place_name": "Norway",
            "start": "2025-01-01",
            "end": None,
            "is_verified": True,
        }
    ]
    assert json.loads(run("names", "lookup", "Qwxz Blorfgar", "-f", "json")[1])["people"] == []


def test_lookup_prints_nothing_that_a_terminal_obeys():
    out = run_apart("names", "lookup", "Qwxz\x1b[31m\u202eBlorfgar")[1]
    assert "\x1b" not in out
    assert "\u202e" not in out


# check


def test_a_sound_list_passes(newsroom):
    code, out, err = run("names", "check", newsroom / "lists" / "newsroom.tsv")
    assert (code, out) == (0, "")
    assert "0 errors, 0 warnings" in err


def test_problems_are_said_with_their_place(newsroom):
    path = newsroom / "mine.tsv"
    path.write_text("name\tstart\nKarin Dahl\tsoon\nMoss\t\n", encoding="utf-8")
    code, out, err = run("names", "check", path)
    assert code == 1
    assert out.splitlines()[0] == f"{path}:2, start: error: 'soon' is no date such as 2020-02-01"
    assert ":3, name: warning: Moss is one word" in out
    assert "1 error, 1 warning" in err
    code, out, _ = run("names", "check", path, "--format", "json")
    found = json.loads(out)
    assert (code, found["file"]) == (1, str(path))
    assert found["problems"][0] == {
        "line": 2,
        "column": "start",
        "severity": "error",
        "message": "'soon' is no date such as 2020-02-01",
    }


@pytest.mark.parametrize("content", [None, b"name\n\xff\xfe\xfa\n", b"\0\0"])
def test_a_list_that_cannot_be_read_is_another_matter(tmp_path, content):
    path = tmp_path / "list.tsv"
    if content is not None:
        path.write_bytes(content)
    code, out, err = run("names", "check", path)
    assert (code, out) == (2, "")
    assert err.startswith("mtcheck: error: ")


# import


def test_a_table_becomes_a_list_that_can_be_used(newsroom):
    table = newsroom / "desk.csv"
    table.write_text(
        "First name,Surname,Position,Country,Shoe\nKåre,Mossberg,Prime Minister,Sweden,44\n", encoding="utf-8"
    )
    target = newsroom / "made.tsv"
    code, out, err = run("names", "import", table, "-o", target)
    assert (code, out) == (0, "")
    assert "1 person with 1 term of office" in err
    assert "columns left out: Shoe" in err
    assert run("names", "check", target)[0] == 0
    assert "Prime Minister, Sweden" in run("names", "lookup", "Mossberg", "--names", target)[1]


def test_standard_input_is_imported_to_standard_output():
    entity = {"id": "Q1", "schema": "Person", "properties": {"name": ["Karin Dahl"], "lastName": ["Dahl"]}}
    code, out, err = run("names", "import", "-", stdin=json.dumps(entity).encode() + b"\n")
    assert code == 0
    assert out.splitlines()[1].split("\t")[:4] == ["person", "Karin Dahl", "Karin", "Dahl"]
    assert "1 person" in err
    assert run("names", "import", "-", "--quiet", stdin=json.dumps(entity).encode())[2] == ""


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "the file is empty"),
        (b"[[[", "not JSON"),
        (b'{"a": 1}', "JSON of an unknown form"),
        (b"shoe,size\n", "no column name"),
        (b"name\nMoss\n", "no names that can be used"),
    ],
)
def test_what_cannot_be_imported_leaves_no_file(tmp_path, content, complaint):
    source, target = tmp_path / "source", tmp_path / "made.tsv"
    source.write_bytes(content)
    code, _, err = run("names", "import", source, "-o", target)
    assert code == 2
    assert complaint in err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["source"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("lookup", "x", "--format", "xml"),
        ("lookup", " "),
        ("check", "x", "--format", "xml"),
        ("import", "none.csv"),
        ("import", "."),
        ("import", "-", "--from", "rdf"),
        ("lookup", "x", "--names", "none.tsv"),
    ],
)
def test_what_is_asked_wrongly_is_refused(arguments):
    code, out, err = run("names", *arguments, stdin=b"name\n")
    assert (code, out) == (2, "")
    assert "mtcheck: error: " in err


def test_help_says_what_a_list_is():
    out = " ".join(run("names", "check", "--help")[1].split())
    for column in ("kind", "aliases", "place", "licence"):
        assert column in out
