"""`mtcheck review`, baselines and the whole loop: score, report, decide, review, gate."""

import json

import pytest

from tests.browser import chromium_path

from .test_commands import CLEAN, SPUN, run

ARTICLE = CLEAN * 2 + SPUN


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "spun.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def found(folder, *args, name="spun.txt"):
    code, out, err = run("score", name, "--format", "jsonl", *args, cwd=folder)
    report = json.loads(out)
    return code, report, err


def decisions(folder, decide, name="decisions.json", **article):
    """Write what a reviewer would export: `decide` gives the decision on each finding."""
    _, report, _ = found(folder)
    rows = []
    for sentence in report["sentences"]:
        for finding in sentence["findings"]:
            place = {key: finding[key] for key in ("rule", "start", "end", "text", "suggestions")}
            rows.append(place | {"sentence": {"start": sentence["start"], "end": sentence["end"]}} | decide(finding))
    whole = {"id": report["id"], "source": report["source"], "text": report["text"], "findings": rows} | article
    (folder / name).write_text(json.dumps({"schema": "mtcheck.decisions/1", "articles": [whole]}), encoding="utf-8")
    return name


def reject(_):
    return {"decision": "reject", "reason": "not-an-error"}


def accept(finding):
    return {"decision": "accept", "wording": (finding["suggestions"] or [None])[0]}


def test_rejected_findings_do_not_come_back(folder):
    _, before, _ = found(folder)
    assert sum(len(s["findings"]) for s in before["sentences"]) >= 3
    code, out, err = run("review", decisions(folder, reject), cwd=folder)
    assert code == 0
    assert "ROL001" in out
    assert "wrote mtcheck-baseline.json" in err
    code, after, _ = found(folder, "--baseline", "mtcheck-baseline.json")
    assert code == 0
    assert [f for s in after["sentences"] for f in s["findings"]] == []
    assert {s["by"] for s in after["suppressed"]} == {"baseline"}
    assert run("gate", "spun.txt", "--baseline", "mtcheck-baseline.json", "--fail-on", "minor", cwd=folder)[0] == 0


def test_accepted_wordings_make_the_corrected_text(folder):
    code, _, err = run("review", decisions(folder, accept), cwd=folder)
    assert (code, "1 corrected article" in err) == (0, True)
    text = (folder / "mtcheck-corrected" / "spun.txt").read_text(encoding="utf-8")
    assert "far-reaching" in text
    assert "The the" not in text
    assert text.startswith(CLEAN)


def test_accepted_spellings_go_to_the_list_of_names(folder):
    (folder / "spun.txt").write_text(CLEAN + "President Volodimir Zellinsky spoke to the crowd.\n", encoding="utf-8")
    name = decisions(folder, lambda _: {"decision": "reject", "reason": "accepted-spelling"})
    assert run("review", name, cwd=folder)[0] == 0
    assert "Volodimir Zellinsky" in (folder / "mtcheck-names.tsv").read_text(encoding="utf-8")
    _, report, _ = found(folder, "--names", "mtcheck-names.tsv")
    assert "NAM001" not in [f["rule"] for s in report["sentences"] for f in s["findings"]]
    again = run("review", name, cwd=folder)
    assert "0 accepted names added" in again[2]


def test_precision_is_printed_per_rule(folder):
    name = decisions(folder, lambda f: reject(f) if f["rule"] == "SPC001" else accept(f))
    _, out, _ = run("review", name, "--format", "json", cwd=folder)
    rows = {row["rule"]: row["precision"] for row in json.loads(out)["rules"]}
    assert (rows["SPC001"], rows["ROL001"]) == (0.0, 1.0)


def test_reviewers_who_disagree_are_named_and_nothing_is_written_of_it(folder):
    first, second = decisions(folder, reject), decisions(folder, accept, "second.json")
    code, out, err = run("review", first, second, "--format", "json", cwd=folder)
    assert code == 1
    assert len(json.loads(out)["conflicts"]) >= 3
    assert "conflict: spun.txt: SPC001 “far -reaching”: reject (not-an-error) or accept “far-reaching”" in err
    assert not (folder / "mtcheck-baseline.json").exists()


def test_an_id_cannot_lead_out_of_the_folder(folder):
    name = decisions(folder, accept, id="../../../etc/passwd")
    assert run("review", name, cwd=folder)[0] == 0
    assert [p.name for p in (folder / "mtcheck-corrected").iterdir()] == ["etc-passwd.txt"]


@pytest.mark.parametrize("content", ["", "{}", '{"schema": "mtcheck.decisions/1", "articles": [3]}'])
def test_another_file_is_refused(folder, content):
    (folder / "other.json").write_text(content, encoding="utf-8")
    code, _, err = run("review", "other.json", cwd=folder)
    assert (code, "other.json: not a file of decisions" in err) == (2, True)
    assert run("review", "missing.json", cwd=folder)[0] == 2


def test_a_baseline_is_written_from_what_is_found_and_kept_up_to_date(folder):
    assert run("gate", "spun.txt", "--fail-on", "major", cwd=folder)[0] == 1
    code, _, err = run("gate", "spun.txt", "--baseline", "b.json", "--update-baseline", cwd=folder)
    assert (code, "wrote b.json" in err) == (0, True)
    assert run("gate", "spun.txt", "--fail-on", "minor", "--baseline", "b.json", cwd=folder)[0] == 0
    (folder / "spun.txt").write_text(ARTICLE.replace("far -reaching", "far-reaching"), encoding="utf-8")
    _, _, err = run("score", "spun.txt", "--baseline", "b.json", cwd=folder)
    assert "SPC001 “far -reaching” in spun.txt" in err
    run("score", "spun.txt", "--baseline", "b.json", "--update-baseline", cwd=folder)
    assert "SPC001" not in (folder / "b.json").read_text(encoding="utf-8")


def test_the_baseline_may_stand_in_the_settings(folder):
    run("score", "spun.txt", "--baseline", "b.json", "--update-baseline", cwd=folder)
    (folder / "mtcheck.toml").write_text('baseline = "b.json"\n[gate]\nfail-on = ["minor"]\n', encoding="utf-8")
    assert run("gate", "spun.txt", cwd=folder)[0] == 0


def test_two_processes_leave_out_the_same(folder):
    run("score", "spun.txt", "--baseline", "b.json", "--update-baseline", cwd=folder)
    one = run("score", "spun.txt", "--baseline", "b.json", "--format", "jsonl", cwd=folder)
    two = run("score", "spun.txt", "--baseline", "b.json", "--format", "jsonl", "--jobs", "2", cwd=folder)
    assert one == two


def test_a_baseline_that_cannot_be_read_is_refused(folder):
    (folder / "b.json").write_text("{}", encoding="utf-8")
    for args in (["--baseline", "none.json"], ["--baseline", "b.json"], ["--update-baseline"]):
        code, _, err = run("score", "spun.txt", *args, cwd=folder)
        assert (code, err.count("\n")) == (2, 1)


def test_the_gate_keeps_to_budgets_and_explains_itself(folder):
    code, _, err = run(
        "gate", "spun.txt", "--allow-fail", "--budget", "SPC=0", "--budget", "NAM=9", "--explain", cwd=folder
    )
    assert code == 1
    assert "broken in 1 of 1: an article has at most 0 findings of SPC; nearest: 1 finding of SPC (spun.txt)" in err
    assert "held in 1 of 1: an article has at most 9 findings of NAM" in err
    assert run("gate", "spun.txt", "--budget", "SPC", cwd=folder)[0] == 2
    assert run("gate", "spun.txt", "--budget", "XYZ=1", cwd=folder)[0] == 2


def test_inline_suppression_reaches_the_command_line(folder):
    (folder / "spun.txt").write_text(ARTICLE + "<!-- mtcheck: ignore QUO001 -->\nTrams run late.\n", encoding="utf-8")
    assert "SUP001" in run("score", "spun.txt", cwd=folder)[1]
    row = {"id": "1", "text": ARTICLE, "mtcheck_ignore": ["SPC001", "ROL001", "REP001"]}
    (folder / "feed.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    _, report, _ = found(folder, name="feed.jsonl")
    assert {s["rule"] for s in report["suppressed"]} == {"SPC001", "ROL001", "REP001"}


def test_the_loop_from_score_to_gate(folder):
    """Score, report, decide in the browser, review, and the gate passes; it fails again when a new fault comes in."""
    path = chromium_path()
    from playwright.sync_api import sync_playwright

    assert run("gate", "spun.txt", "--fail-on", "minor", cwd=folder)[0] == 1
    run("report", "spun.txt", "-o", "report.html", cwd=folder)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.goto((folder / "report.html").as_uri())
        page.wait_for_selector("html[data-ready]")
        page.keyboard.press("j")
        for _ in range(page.locator(".finding").count()):
            page.keyboard.press("r")
            page.keyboard.press("1")
        page.keyboard.press("v")
        page.keyboard.press("x")
        with page.expect_download() as download:
            page.click("[data-do=export]")
        download.value.save_as(folder / "decisions.json")
        browser.close()
    assert run("review", "decisions.json", cwd=folder)[0] == 0
    gate = ("gate", "spun.txt", "--fail-on", "minor", "--baseline", "mtcheck-baseline.json", "--explain")
    code, _, err = run(*gate, cwd=folder)
    assert code == 0, err
    (folder / "spun.txt").write_text(ARTICLE + "Volodimir Zellinsky sent his high -level regards.\n", encoding="utf-8")
    code, _, err = run(*gate, cwd=folder)
    assert (code, "broken in 1 of 1: no finding is minor or worse" in err) == (1, True)
