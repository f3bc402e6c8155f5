"""SARIF 2.1.0, as GitHub code scanning takes it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from mtcheck.formats import sarif
from mtcheck.report import Suppressed
from mtcheck.review.baseline import Accepted
from mtcheck.review.keys import finding_key

from .samples import TEXT, clean, damaged, finding, hostile, report, row, skipped, written


def run_of(*reports, **run):
    document = json.loads(written("sarif", reports, **run))
    assert document["version"] == "2.1.0"
    assert document["$schema"].endswith("sarif-2.1.0.json")
    [only] = document["runs"]
    return only


def results(*reports, **run):
    return run_of(*reports, **run)["results"]


def fingerprint(result):
    return result["partialFingerprints"]["primaryLocationLineHash"]


def test_a_result_has_what_code_scanning_needs():
    result = results(damaged())[0]
    assert (result["ruleId"], result["level"]) == ("NAM001", "error")
    assert result["message"]["text"].startswith("Nobody is called “Jorj Sharpe”. Suggested:")
    [location] = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "port.txt"},
        "region": {"startLine": 3, "startColumn": 77, "endLine": 3, "endColumn": 88},
    }
    assert fingerprint(result)


def test_severities_are_levels_and_the_worst_come_first():
    assert [r["level"] for r in results(damaged())] == ["error", "warning", "note"]


def test_rules_are_described_and_pointed_at():
    run = run_of(damaged(), precision={"NAM001": 0.97})
    rules = run["tool"]["driver"]["rules"]
    assert [rules[r["ruleIndex"]]["id"] for r in run["results"]] == [r["ruleId"] for r in run["results"]]
    rule = rules[0]
    assert rule["shortDescription"]["text"] == rule["fullDescription"]["text"] == "Finds names that no one bears."
    assert "## Why it matters" in rule["help"]["markdown"]
    assert rule["defaultConfiguration"] == {"level": "warning"}
    assert rule["properties"]["precision"] == "very-high"


@pytest.mark.parametrize(("measured", "word"), [(1.0, "very-high"), (0.9, "high"), (0.75, "medium"), (0.1, "low")])
def test_measured_precision_in_the_words_of_sarif(measured, word):
    [rule] = run_of(precision={"NAM001": measured})["tool"]["driver"]["rules"]
    assert (rule["properties"]["precision"], rule["properties"]["measuredPrecision"]) == (word, measured)


def test_a_rule_that_was_not_measured_claims_no_precision():
    [rule] = run_of()["tool"]["driver"]["rules"]
    assert "precision" not in rule["properties"]


def test_columns_are_code_points():
    assert run_of()["columnKind"] == "unicodeCodePoints"
    text = "🚢🚢 the the"
    [result] = results(report(text, [finding(text, "the the")]))
    assert result["locations"][0]["physicalLocation"]["region"]["startColumn"] == 4


def test_an_article_in_a_file_of_many_is_named_and_has_no_lines():
    for result in results(row()):
        [location] = result["locations"]
        assert location["physicalLocation"] == {"artifactLocation": {"uri": "feed/articles.jsonl"}}
        assert location["logicalLocations"] == [{"fullyQualifiedName": "row-7", "kind": "article"}]
        assert result["message"]["text"].startswith("Article row-7: ")


def test_a_page_has_no_lines_either():
    page = damaged(id="a.html", source="a.html", is_file=False)
    assert all("region" not in r["locations"][0]["physicalLocation"] for r in results(page))


def test_plain_text_with_a_title_keeps_its_lines():
    titled = damaged(title="A headline")
    assert all("region" in r["locations"][0]["physicalLocation"] for r in results(titled))


def test_fingerprints_survive_moved_lines():
    found = finding(TEXT, "the the")
    moved = "A new first line.\n\n" + TEXT
    after = finding(moved, "the the")
    [before], [later] = results(report(TEXT, [found])), results(report(moved, [after]))
    assert fingerprint(before) == fingerprint(later)
    assert before["locations"] != later["locations"]


def test_fingerprints_tell_rules_sentences_occurrences_and_articles_apart():
    text = "Pay the the dues. Pay the the fines, the the fees."
    spans = [finding(text, "the the", start=at, end=at + 7) for at in (4, 22, 37)]
    other = finding(text, "the the", rule="SPC009")
    same = [report(text, [spans[0], other, *spans[1:]]), report(text, spans, id="1"), report(text, spans, id="2")]
    prints = [(r["ruleId"], fingerprint(r)) for r in results(*same)]
    assert len(set(prints)) == len(prints) == 10


def test_paths_are_relative_uris(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    names = [str(tmp_path / "in" / "a b#1.txt"), "./in/ü.txt", "caf\udce9.txt", "-"]
    uris = [
        results(damaged(id=n, source=n))[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for n in names
    ]
    assert uris == ["in/a%20b%231.txt", "in/%C3%BC.txt", "caf%E9.txt", "stdin"]
    outside = str(Path(tmp_path.parent / "x.txt"))
    [uri] = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in results(damaged(source=outside))}
    assert uri.startswith("file:///")


def test_skipped_articles_are_notifications():
    [invocation] = run_of(skipped(), clean())["invocations"]
    [note] = invocation["toolExecutionNotifications"]
    assert (note["level"], note["message"]["text"]) == ("warning", "leer.txt: skipped: not English (de)")


def test_more_results_than_are_taken_leave_the_least_out(monkeypatch):
    monkeypatch.setattr(sarif, "MAX_RESULTS", 2)
    run = run_of(damaged())
    assert [r["level"] for r in run["results"]] == ["error", "warning"]
    assert "1 more" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_article_text_makes_no_links():
    text = results(hostile("[click](http://example.org)"))[0]["message"]["text"]
    assert "\\[click\\](" in text


def test_what_was_left_out_is_there_as_suppressed():
    whole = damaged()
    left = [
        Suppressed(f, Accepted("port.txt", finding_key("SPC001", "x", "x"), 1, 9, "quoted-as-is"))
        for f in whole.findings[:1]
    ]
    left += [Suppressed(f) for f in whole.findings[1:2]]
    sentences = tuple(replace(s, findings=tuple(f for f in s.findings if f.rule == "REP001")) for s in whole.sentences)
    report = replace(whole, sentences=sentences, suppressed=tuple(left))
    results = {r["ruleId"]: r for r in json.loads(written("sarif", [report]))["runs"][0]["results"]}
    assert results["SPC001"]["suppressions"] == [{"kind": "external", "justification": "quoted-as-is"}]
    assert results["NAM001"]["suppressions"] == [{"kind": "inSource"}]
    assert "suppressions" not in results["REP001"]
    before = {r["ruleId"]: r for r in json.loads(written("sarif", [whole]))["runs"][0]["results"]}
    assert all(results[rule]["partialFingerprints"] == before[rule]["partialFingerprints"] for rule in before)
    assert '"ruleId": "SPC001"' not in written("rdjson", [report])
