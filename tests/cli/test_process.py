"""The command as a process: what is left behind when it ends early, and where its output cannot be written."""

import functools
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

TEXT = (
    "The harbour at Grimstad froze over on Thursday for the first time in eleven years, and the ferry company cancelled "
    "every crossing until the weekend. Skippers moved their boats to deeper water before dusk.\n"
)
FULL = Path("/dev/full")
SMALL = [["rule"], ["rule", "--all"], ["config"], ["doctor"], ["--help"], ["score", "--help"], ["--version"]]


def command(*args):
    return [sys.executable, "-m", "mtcheck", *map(str, args)]


def heed_signals():
    """What starts the tests may ignore signals, as a shell does for its background jobs; the command is not to inherit it."""
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)


def started(folder, *args, articles=40, preexec_fn=heed_signals):
    """Start a check of a feed that goes on until it is closed; return once it has begun to write, with its workers."""
    process = subprocess.Popen(
        command("score", "-", "--stdin-name", "x.jsonl", "-f", "jsonl", "--output", folder / "out", *args),
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=preexec_fn,
    )
    for number in range(articles):
        process.stdin.write((json.dumps({"id": str(number), "text": TEXT}) + "\n").encode())
    process.stdin.flush()
    until(lambda: any(folder.iterdir()) and len(members(process.pid)) > (2 in args))
    return process


def until(is_so):
    """Wait for something that has to come; give up after a minute."""
    for _ in range(600):
        if is_so():
            return
        time.sleep(0.1)
    raise AssertionError("it did not come")


def members(group):
    """Return the processes of a group that still run, by number."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, _, its_group = (folder / "stat").read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(its_group) == group and state != "Z":
            found.append(int(folder.name))
    return found


linux_only = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc to look for processes in")


@linux_only
@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 2)])
def test_a_signal_leaves_no_file_and_no_process_behind(tmp_path, jobs, number, status):
    with started(tmp_path, "--jobs", jobs) as process:
        process.send_signal(number)
        err = process.stderr.read().decode()
        assert process.wait(timeout=60) == status
    assert len(err.splitlines()) == 1
    assert err.startswith("mtcheck: error: ")
    until(lambda: not members(process.pid))
    assert list(tmp_path.iterdir()) == []


@linux_only
def test_a_signal_to_the_whole_group_is_one_line_too(tmp_path):
    with started(tmp_path, "--jobs", 2, articles=200) as process:
        os.killpg(process.pid, signal.SIGTERM)
        err = process.stderr.read().decode()
        assert process.wait(timeout=60) == 143
    assert "Traceback" not in err
    until(lambda: not members(process.pid))
    assert list(tmp_path.iterdir()) == []


@linux_only
def test_workers_end_with_a_parent_that_is_killed(tmp_path):
    with started(tmp_path, "--jobs", 2, articles=200) as process:
        process.kill()
    until(lambda: not members(process.pid))


@linux_only
def test_a_worker_that_dies_is_one_line_and_exit_2(tmp_path):
    with started(tmp_path, "--jobs", 2, articles=200) as process:
        for worker in members(process.pid):
            if worker != process.pid:
                os.kill(worker, signal.SIGKILL)
        process.stdin.close()
        err = process.stderr.read().decode()
        assert process.wait(timeout=60) == 2
    assert "a worker process has died" in err
    assert "Traceback" not in err
    assert list(tmp_path.iterdir()) == []


@linux_only
def test_a_signal_that_is_ignored_stays_ignored(tmp_path):
    ignore = functools.partial(signal.signal, signal.SIGHUP, signal.SIG_IGN)
    with started(tmp_path, preexec_fn=ignore) as process:
        process.send_signal(signal.SIGHUP)
        process.communicate(timeout=60)
    assert process.returncode == 0
    assert len((tmp_path / "out").read_text(encoding="utf-8").splitlines()) == 40


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
@pytest.mark.parametrize("args", SMALL, ids=" ".join)
def test_a_full_disk_is_one_line_and_exit_2(args):
    with FULL.open("wb") as full:
        done = subprocess.run(command(*args), stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("mtcheck: error: standard output cannot be written")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
def test_where_not_even_the_complaint_can_be_written_the_status_tells():
    with FULL.open("wb") as full:
        assert subprocess.run(command("rule"), stdout=full, stderr=full, check=False).returncode == 2
        assert subprocess.run(command("score", "no-such-file"), stdout=full, stderr=full, check=False).returncode == 2


@pytest.mark.parametrize("args", SMALL, ids=" ".join)
def test_a_closed_pipe_is_silent_and_exit_2(args):
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(command(*args), stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (2, b"")


def test_a_process_without_standard_output_says_so_or_writes_its_file(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    closed = " ".join(["exec", sys.executable, "-m", "mtcheck", '"$@"', ">&-"])

    def run(*args):
        return subprocess.run(["sh", "-c", closed, "sh", *map(str, args)], stderr=subprocess.PIPE, check=False)

    done = run("score", path, "--quiet")
    assert (done.returncode, done.stderr) == (2, b"mtcheck: error: standard output is closed\n")
    done = run("score", path, "--quiet", "-o", tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "out").read_text(encoding="utf-8").startswith("PASS")


@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        (["score"], "Missing argument"),
        (["score", "x", "--jobs", "two"], "--jobs"),
        (["weigh"], "No such command 'weigh'"),
        (["score", "--colour"], "No such option"),
    ],
)
def test_a_wrong_call_says_what_is_wrong_and_exits_2(args, complaint):
    done = subprocess.run(command(*args), capture_output=True, check=False)
    assert done.returncode == 2
    assert complaint in done.stderr.decode()
    assert b"Traceback" not in done.stderr
