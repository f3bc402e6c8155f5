"""What `names check` finds in a list beside the reference names."""

import pytest

from mtcheck.names.user_checking import check_user_list
from tests.names.lists import DATA, write_list


def found(folder, text):
    return [str(problem) for problem in check_user_list(write_list(folder, text), DATA)]


def test_a_sound_list_has_no_problem(tmp_path):
    text = (
        "kind\tname\tfamily\taliases\ttitle\tplace\tstart\n"
        "person\tJohan Lindkvist\t\tYohann Lindqvist|Jojo\tPremier\tNorthland\t2015-01-01\n"
        "person\tJohan Lindkvist\t\t\tMP\tNorthland\t2011-01-01\n"
        "person\tMadonna\tMadonna\t\t\t\t\n"
        "organisation\tSalt Alliance\t\tSA\tSpeaker\t\t\n"
        "person\tKarin Dahl\t\t\tSpeaker\tSA\t\n"
    )
    assert found(tmp_path, text) == []


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        (["Karin Dahl\t\tPremier\tAtlantis"], "line 2, place: no place or organisation 'Atlantis' is known"),
        (["Karin Dahl\t\tGardener\tnl"], "line 2, title: the title 'Gardener' tells no role"),
        (["Karin Dahl\t\tPremier\tnl"] * 2, "line 3, name: Karin Dahl is there already, in line 2"),
        (["Karin Dahl\t\t\t", "Karin DAHL\t\tMP\tnl"], "line 3, name: 'Karin DAHL' where line 2 has 'Karin Dahl'"),
        (["Dahl\t\t\t"], "line 2, name: Dahl is one word"),
        (["Karin Dahl\tBob Tudge\t\t"], "line 2, aliases: Bob Tudge sounds nothing like Karin Dahl"),
        (["Old Oort\t\t\t"], "line 2, name: Old Oort may be Peter Oort and Peter Oort Jr. of the reference names"),
        (
            ["Maria van Oort\tPeter Oort\t\t"],
            "line 2, aliases: Peter Oort is another person of the reference names, and would be Maria van Oort from now on",
        ),
        (
            ["Karin Dahl\tKarina Dahl\t\t", "Karina Dahl\t\tMP\tnl"],
            "line 2, aliases: Karina Dahl is another person of the list, in line 3",
        ),
    ],
)
def test_each_problem_is_said_in_its_place(tmp_path, rows, problem):
    lines = found(tmp_path, "name\taliases\ttitle\tplace\n" + "\n".join(rows) + "\n")
    assert len(lines) == 1
    assert lines[0].startswith(problem)


def test_an_alias_of_somebody_else_is_both_unlike_and_taken(tmp_path):
    lines = found(tmp_path, "name\taliases\nKirsi Wahl\tYohan Lindqvist\n")
    assert any("sounds nothing like" in line for line in lines)
    assert any("would be Kirsi Wahl from now on" in line for line in lines)


def test_problems_come_in_the_order_of_the_lines_errors_first(tmp_path):
    path = write_list(tmp_path, "name\taliases\tstart\nMoss\tЖ\tsoon\nKarin Dahl\t\tsoon\n")
    problems = check_user_list(path, DATA)
    assert [(p.line, p.is_error) for p in problems] == [(2, True), (2, True), (2, False), (3, True)]


def test_a_row_with_an_error_is_looked_at_for_the_rest(tmp_path):
    lines = found(tmp_path, "name\taliases\ttitle\tplace\tstart\nMaria van Oort\tPeter Oort\tPremier\tAtlantis\tsoon\n")
    assert [line.split(":")[0] for line in lines] == ["line 2, place", "line 2, start", "line 2, aliases"]
