"""What a person sees at a terminal: everything once, and nothing on top of anything else."""

import os
import subprocess
import sys

import pytest

pty = pytest.importorskip("pty", reason="terminals can be imitated on POSIX systems only")

TEXT = (
    "The harbour at Grimstad froze over on Thursday for the first time in eleven years, and the ferry company cancelled "
    "every crossing until the weekend. Skippers moved their boats to deeper water before dusk.\n"
)

SPINNING = "\x1b[?25l"
"""The cursor is hidden while something moves."""


def at_a_terminal(*args, cwd=None, **streams):
    """Run a command with a terminal as its standard output and error, unless `streams` says otherwise."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm"}
    environment.pop("NO_COLOR", None)
    streams = {"stdout": theirs, "stderr": theirs} | streams
    command = [sys.executable, "-m", "mtcheck", *map(str, args)]
    with subprocess.Popen(command, env=environment, cwd=cwd, **streams) as process:
        os.close(theirs)
        seen = b""
        while chunk := read(ours):
            seen += chunk
        os.close(ours)
        out = process.stdout.read() if process.stdout else b""
    return process.returncode, seen.decode(), out.decode()


def read(terminal):
    try:
        return os.read(terminal, 1 << 16)
    except OSError:
        return b""


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_single_bad_input_is_named_once(tmp_path):
    code, seen, _ = at_a_terminal("score", "missing.txt", cwd=tmp_path)
    assert code == 2
    assert seen.count("missing.txt") == 1
    assert seen.count("no such file") == 1
    assert len(seen.splitlines()) == 1


def test_a_bad_input_among_others_is_named_once(article, tmp_path):
    code, seen, _ = at_a_terminal("score", "missing.txt", article.name, cwd=tmp_path)
    assert code == 2
    assert seen.count("missing.txt") == 1
    assert "1 pass" in seen


def test_a_bad_input_is_named_where_the_report_goes_elsewhere(article, tmp_path):
    seen = at_a_terminal("score", tmp_path / "missing.txt", article, "-o", tmp_path / "out")[1]
    assert seen.count("missing.txt") == 1


def test_a_report_on_the_terminal_is_in_colour(article):
    assert "\x1b[" in at_a_terminal("score", article, "--quiet")[1]
    assert "\x1b[" not in at_a_terminal("score", article, "--quiet", "--no-color")[1]


def test_articles_are_counted_while_a_file_is_written(article, tmp_path):
    assert SPINNING in at_a_terminal("score", article, article, "-o", tmp_path / "out")[1]
    with (tmp_path / "redirected").open("wb") as out:
        assert SPINNING in at_a_terminal("score", article, article, stdout=out)[1]


def test_nothing_is_counted_where_a_pipe_may_lead_to_the_same_terminal(article):
    _, seen, out = at_a_terminal("score", article, article, stdout=subprocess.PIPE)
    assert "PASS" in out
    assert "\x1b" not in seen
    assert len(seen.splitlines()) == 1
