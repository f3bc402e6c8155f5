"""The command line as its users meet it: output, exit status, and what bad input gets."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SEED = Path(__file__).parents[2] / "seeds" / "kremlin-summit.txt"
CLEAN = (
    "The harbour at Grimstad froze over on Thursday for the first time in eleven years, and the ferry company cancelled "
    "every crossing until the weekend. Skippers moved their boats to deeper water before dusk. "
    "“We saw it coming,” said Ingrid Moen, who "
    "runs the fish market. She expects prices to rise by a tenth.\n"
)
SPUN = (
    "Canadian Prime Minister Narendra Modi closed the harbour. The the ferries stood still, and far -reaching plans were "
    "dropped.\n"
)


def run(*args, stdin=b"", cwd=None):
    done = subprocess.run(
        [sys.executable, "-m", "mtcheck", *map(str, args)], input=stdin, capture_output=True, cwd=cwd, check=False
    )
    assert b"Traceback" not in done.stderr
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def articles(tmp_path):
    (tmp_path / "clean.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "spun.txt").write_text(SPUN, encoding="utf-8")
    return tmp_path


def test_score_prints_a_report_on_stdout_and_a_summary_on_stderr(articles):
    code, out, err = run("score", articles / "spun.txt")
    assert code == 0
    assert "ROL001" in out
    assert "Canadian Prime Minister Narendra Modi" in out
    assert "^" in out
    assert "1 article" in err


def test_quiet_says_nothing_on_stderr(articles):
    assert run("score", articles / "clean.txt", "--quiet")[2] == ""


def test_the_seed_article_gets_the_findings_it_is_known_for():
    code, out, _ = run("score", SEED, "--format", "jsonl")
    report = json.loads(out)
    found = {(f["rule"], f["text"]) for s in report["sentences"] for f in s["findings"]}
    assert code == 0
    for expected in (
        ("NAM001", "Volodimir Zellinsky"),
        ("NAM001", "Zilinski"),
        ("NAM001", "Zelinski"),
        ("NAM003", "Alexander Stop"),
        ("ROL001", "US President Putin"),
        ("ROL002", "Secretary of State Sergey Lavrov"),
        ("ROL003", "Putin Zelensky"),
        ("REP002", "NATO heads of NATO"),
        ("SPC001", "far -reaching"),
        ("SPC001", "neo -Nazis"),
        ("RES002", "Source link"),
    ):
        assert expected in found
    assert any(rule == "QUO002" and "(not)" in text for rule, text in found)
    assert any(rule == "NAM005" and "us" in text for rule, text in found)
    stop = next(f for s in report["sentences"] for f in s["findings"] if f["rule"] == "NAM003")
    assert stop["suggestions"] == ["Alexander Stubb"]


@pytest.mark.parametrize(
    "name", ["text", "json", "jsonl", "html", "sarif", "junit", "github", "gitlab", "rdjson", "csv"]
)
def test_every_format_is_written_to_a_file_whole(articles, name):
    target = articles / "out" / "report"
    target.parent.mkdir()
    code, out, _ = run("score", articles / "spun.txt", "--format", name, "--output", target)
    assert (code, out) == (0, "")
    assert "ROL001" in target.read_text(encoding="utf-8")
    assert [p.name for p in target.parent.iterdir()] == ["report"]


def test_a_github_job_gets_a_table_in_its_summary(articles, monkeypatch):
    page = articles / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    out = run("gate", articles / "spun.txt", "--format", "github")[1]
    assert "::error" in out
    assert "spun" in page.read_text(encoding="utf-8")


def test_report_writes_one_html_page(articles):
    target = articles / "review.html"
    code, _, err = run("report", articles, "-o", target)
    page = target.read_text(encoding="utf-8")
    assert code == 0
    assert "review.html" in err
    assert page.startswith("<!doctype html>") or page.startswith("<!DOCTYPE html>")
    assert "Content-Security-Policy" in page


def test_the_python_api_and_the_command_line_agree(articles):
    from mtcheck import Checker
    from mtcheck.sources import read

    rows = [json.loads(line) for line in run("score", articles, "--format", "jsonl")[1].splitlines()]
    reports = list(Checker().check_many(read([str(articles)])))
    assert [r["id"] for r in rows] == [r.id for r in reports]
    assert [r["quality"] for r in rows] == pytest.approx([r.quality for r in reports], abs=0.1)
    assert [len(r["sentences"]) for r in rows] == [len(r.sentences) for r in reports]


def test_jobs_do_not_change_the_report(articles):
    one = run("score", articles, "--format", "jsonl", "--jobs", 1)[1]
    assert run("score", articles, "--format", "jsonl", "--jobs", 2)[1] == one


def test_standard_input_is_read():
    code, out, _ = run("score", "-", "--format", "jsonl", stdin=SPUN.encode())
    assert code == 0
    assert json.loads(out)["text"] == SPUN
    row = json.dumps({"id": "7", "text": SPUN, "published": "2025-08-20"}).encode()
    named = json.loads(run("score", "-", "--stdin-name", "feed.jsonl", "--format", "jsonl", stdin=row)[1])
    assert (named["id"], named["published"]) == ("7", "2025-08-20")


@pytest.mark.parametrize(
    ("policy", "code"),
    [
        ([], 0),
        (["--fail-under", "50"], 1),
        (["--fail-under", "1"], 0),
        (["--fail-on", "critical"], 1),
        (["--fail-on", "LNG"], 0),
        (["--fail-on", "SPC001"], 1),
        (["--max-flagged", "100"], 0),
        (["--max-flagged", "40"], 1),
        (["--fail-under", "50", "--scope", "run"], 1),
    ],
)
def test_gate_exits_1_where_the_policy_is_broken(articles, policy, code):
    status, _, err = run("gate", articles / "spun.txt", *policy)
    assert status == code
    assert ("gate failed" if code else "gate passed") in err


def test_gate_says_what_broke_it(articles):
    err = run("gate", articles / "clean.txt", articles / "spun.txt", "--fail-on", "critical")[2]
    assert "spun.txt: 1 finding of critical" in err
    assert "clean.txt:" not in err


def test_gate_takes_its_policy_from_the_configuration(articles):
    (articles / "mtcheck.toml").write_text("[gate]\nfail-on = ['critical']\n", encoding="utf-8")
    assert run("gate", "spun.txt", cwd=articles)[0] == 1
    assert run("gate", "clean.txt", cwd=articles)[0] == 0


def failing(folder):
    """Write an article that is long and broken enough for the verdict fail."""
    path = folder / "failing.txt"
    path.write_text(SPUN * 3, encoding="utf-8")
    assert json.loads(run("score", path, "-f", "jsonl")[1])["verdict"] == "fail"
    return path


def test_a_policy_adds_to_the_verdict_rule(tmp_path):
    path = failing(tmp_path)
    assert run("gate", path)[0] == 1
    code, _, err = run("gate", path, "--fail-under", "1", "--fail-on", "LNG")
    assert code == 1
    assert "verdict fail" in err


def test_the_verdict_rule_can_be_lifted(tmp_path):
    path = failing(tmp_path)
    assert run("gate", path, "--allow-fail")[0] == 0
    assert run("gate", path, "--allow-fail", "--fail-on", "critical")[0] == 1


@pytest.mark.parametrize("policy", ["critical", "CRITICAL", "rol001", "rol", "skipped,Rol001"])
def test_what_to_fail_on_is_read_in_capitals_and_small_letters(articles, policy):
    assert run("gate", articles / "spun.txt", "--fail-on", policy)[0] == 1


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("missing.txt", None, "no such file"),
        ("binary.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \r\n\t ", "empty"),
        ("broken.jsonl", b'{"id": 1, "text": \n', "line 1"),
        ("catalogue.xml", b"<?xml version='1.0'?><catalogue><item/></catalogue>", "not a feed"),
        ("page.html", b"<html><body><nav>Home</nav></body></html>", "no article"),
        (
            "german.txt",
            (
                "Der Hafen war am Donnerstag zum ersten Mal seit elf Jahren zugefroren, und die Fähre blieb im Hafen. "
                * 3
            ).encode(),
            "German",
        ),
    ],
)
def test_a_single_bad_input_is_one_clear_line_and_exit_2(tmp_path, name, content, reason):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    code, _, err = run("score", path, "--quiet")
    assert code == 2
    assert len(err.splitlines()) == 1
    assert name in err
    assert reason in err


def test_an_unreadable_file_is_named(tmp_path):
    path = tmp_path / "loop.txt"
    path.symlink_to(path)
    code, _, err = run("score", path, "--quiet")
    assert code == 2
    assert len(err.splitlines()) == 1
    assert "loop.txt" in err


def test_among_several_inputs_the_bad_one_is_skipped_and_the_others_scored(articles):
    (articles / "feed.jsonl").write_text(
        "".join(
            json.dumps({"id": str(i), "text": CLEAN}) + "\n" if i != 17 else '{"id": "17", "text"\n'
            for i in range(1, 21)
        ),
        encoding="utf-8",
    )
    code, out, err = run("score", articles / "feed.jsonl", articles / "missing.txt", "--format", "jsonl")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 2
    assert [r["verdict"] for r in rows].count("pass") == 19
    assert next(r["skipped"] for r in rows if r["skipped"]).startswith("line 17")
    assert "missing.txt: no such file" in err
    assert run("score", articles / "feed.jsonl")[0] == 0


@pytest.mark.parametrize("command", ["score", "gate"])
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_named_path_that_gives_nothing_is_exit_2_after_the_others_were_reported(articles, command, jobs):
    good, missing = articles / "clean.txt", articles / "missing.txt"
    code, out, err = run(command, missing, good, "--format", "jsonl", "--jobs", jobs)
    assert code == 2
    assert [json.loads(line)["verdict"] for line in out.splitlines()] == ["skipped", "pass"]
    assert "1 of what was named could not be read" in err
    assert "passed" not in err


def test_a_gate_that_is_broken_beside_an_unread_path_says_both(articles):
    code, _, err = run("gate", articles / "missing.txt", articles / "spun.txt", "--fail-on", "critical")
    assert code == 2
    assert "gate failed" in err


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00"),
        ("no-entries.xml", b"<rss version='2.0'><channel></channel></rss>"),
        ("list.json", b"[]"),
    ],
)
def test_a_named_file_without_an_article_is_exit_2_among_others_too(articles, name, content):
    (articles / name).write_bytes(content)
    assert run("gate", articles / "clean.txt", articles / name)[0] == 2
    assert run("gate", articles)[0] == 0, "in a folder it is one skipped article among others"


def test_an_article_in_another_language_is_skipped_not_unread(articles):
    text = "Der Hafen war am Donnerstag zum ersten Mal seit elf Jahren zugefroren, und die Fähre blieb dort. " * 3
    (articles / "german.txt").write_text(text, encoding="utf-8")
    assert run("gate", articles / "clean.txt", articles / "german.txt")[0] == 0


def test_standard_input_that_gives_nothing_is_exit_2_among_others_too(articles):
    assert run("score", articles / "clean.txt", "-", "--stdin-name", "piped.txt")[0] == 2


@pytest.mark.parametrize("command", ["score", "report", "gate"])
def test_a_good_report_is_kept_where_nothing_could_be_read(articles, command):
    target = articles / "keep.html"
    assert run("report", articles / "clean.txt", "-o", target)[0] == 0
    good = target.read_text(encoding="utf-8")
    code, _, err = run(command, "missing.txt", "-o", target)
    assert code == 2
    assert "wrote" not in err
    assert target.read_text(encoding="utf-8") == good
    assert sorted(p.name for p in articles.iterdir()) == ["clean.txt", "keep.html", "spun.txt"]


def test_compressed_json_lines_are_read(tmp_path):
    path = tmp_path / "feed.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps({"id": "z", "text": CLEAN}).encode()))
    assert json.loads(run("score", path, "--format", "jsonl")[1])["id"] == "z"


@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        (["score", "{seed}", "--format", "morse"], "morse"),
        (["score", "{seed}", "--select", "XYZ"], "no rule begins with 'XYZ'"),
        (["score", "{seed}", "--select", "SPC", "--ignore", "SPC"], "leave no rule"),
        (["gate", "{seed}", "--select", "NAM001", "--ignore", "NAM"], "leave no rule"),
        (["score", "https://news.example/a.html"], "mtcheck reads files"),
        (["score", "{seed}", "--config", "nowhere.toml"], "cannot be read"),
        (["score", "{seed}", "--output", "no/such/folder/x.txt"], "cannot be written"),
        (["gate", "{seed}", "--fail-under", "101"], "between 0 and 100"),
        (["rule", "XYZ001"], "no rule 'XYZ001'"),
        (["score", "{seed}", "--encoder", "no-such-encoder"], "encoder"),
    ],
)
def test_a_bad_option_is_one_line_and_exit_2(tmp_path, args, complaint):
    code, _, err = run(*[a.format(seed=SEED) for a in args], cwd=tmp_path)
    assert code == 2
    assert complaint in err


def test_rules_are_chosen_in_capitals_and_small_letters(articles):
    small = run("score", articles, "--select", "rol,Spc001", "--ignore", "rol002", "-f", "jsonl")
    assert small[0] == 0
    assert small == run("score", articles, "--select", "ROL,SPC001", "--ignore", "ROL002", "-f", "jsonl")


@pytest.mark.parametrize("command", ["score", "report"])
def test_a_dash_as_output_is_standard_output(articles, command):
    out = run(command, articles / "spun.txt", "-o", "-")[1]
    assert "ROL001" in out
    assert not (articles / "-").exists()
    assert run("score", articles / "spun.txt", "-o", "-", cwd=articles)[1]
    assert not (articles / "-").exists()


def test_no_arguments_show_help():
    code, out, err = run()
    assert "score" in out + err
    assert code in (0, 2)


def test_rule_lists_explains_and_exports():
    listing = run("rule")[1]
    assert "ROL001" in listing
    page = run("rule", "rol001")[1]
    assert "Why it matters" in page
    rows = json.loads(run("rule", "--all", "--format", "json")[1])
    assert {"code", "name", "category", "severity", "precision", "page"} == set(rows[0])


def test_config_shows_values_and_origins(tmp_path):
    (tmp_path / "mtcheck.toml").write_text("ignore = ['RES002']\n", encoding="utf-8")
    rows = {row["key"]: row for row in json.loads(run("config", "--format", "json", cwd=tmp_path)[1])}
    assert rows["ignore"]["value"] == ["RES002"]
    assert rows["ignore"]["origin"].endswith("mtcheck.toml")
    assert rows["select"]["origin"] == "default"


def test_doctor_finds_a_sound_installation():
    code, out, _ = run("doctor")
    assert code == 0
    assert "BROKEN" not in out


@pytest.mark.parametrize("name", ["text", "jsonl"])
def test_a_closed_pipe_is_no_traceback(tmp_path, name):
    path = tmp_path / "many.jsonl"
    path.write_text("".join(json.dumps({"id": str(i), "text": SPUN}) + "\n" for i in range(400)), encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "mtcheck", "score", str(path), "--format", name],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        process.stdout.readline()
        process.stdout.close()
        err = process.stderr.read().decode()
        process.wait(timeout=60)
    assert "Traceback" not in err
    assert "Exception" not in err
    assert process.returncode == 2


def test_a_link_is_followed_and_the_mode_of_a_file_is_kept(articles):
    target, link = articles / "kept.out", articles / "link.out"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    assert run("score", articles / "spun.txt", "-o", link)[0] == 0
    assert link.is_symlink()
    assert "ROL001" in target.read_text(encoding="utf-8")
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_pipe_is_written_into_and_stays_a_pipe(articles):
    pipe = articles / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        assert run("score", articles / "spun.txt", "-o", pipe)[0] == 0
        assert b"ROL001" in reader.stdout.read()
    assert pipe.is_fifo()


def test_an_output_without_a_name_is_refused(articles):
    code, _, err = run("score", articles / "spun.txt", "-o", "")
    assert code == 2
    assert "--output needs the name of a file" in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("name", ["text", "jsonl", "html"])
def test_a_full_disk_is_one_line(name):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "mtcheck", "score", str(SEED), "--quiet", "--format", name],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode().startswith("mtcheck: error: standard output cannot be written")
    assert len(done.stderr.splitlines()) == 1


def test_ten_megabytes_on_one_line_are_finished(tmp_path):
    path = tmp_path / "long.txt"
    path.write_text((CLEAN.strip() + " ") * (10_000_000 // len(CLEAN)), encoding="utf-8")
    code, out, _ = run("score", path, "--format", "jsonl", "--output", tmp_path / "out.jsonl")
    assert (code, out) == (0, "")
