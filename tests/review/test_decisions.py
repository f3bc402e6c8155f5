"""The file that the report exports: read with care, merged with another reviewer's."""

import json
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

from mtcheck.review.decisions import Conflict, DecisionsError, merge, read_decisions

TEXT = "The mayor, Jorj Sharpe, spoke. A far -reaching plan."


def finding(span="Jorj Sharpe", rule="NAM001", decision="reject", **changes):
    start = TEXT.index(span)
    sentence = {"start": 0, "end": 31} if start < 31 else {"start": 31, "end": len(TEXT)}
    base = {"rule": rule, "start": start, "end": start + len(span), "text": span, "sentence": sentence}
    reason = "not-an-error" if decision == "reject" else ""
    return base | {"decision": decision, "reason": reason, "wording": None, "note": ""} | changes


def decisions(*findings, **changes):
    article = {"id": "a.txt", "source": "a.txt", "text": TEXT, "decision": "", "note": "", "findings": list(findings)}
    return {"schema": "mtcheck.decisions/1", "articles": [article | changes]}


@pytest.fixture
def read(tmp_path):
    def reader(value):
        path = tmp_path / "decisions.json"
        path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
        return read_decisions(path)

    return reader


def test_an_exported_file_is_read(read):
    [article] = read(decisions(finding(note="a joke"), decision="release"))
    [found] = article.findings
    assert (article.id, article.decision) == ("a.txt", "release")
    assert (found.rule, found.decision, found.reason, found.note) == ("NAM001", "reject", "not-an-error", "a joke")
    assert TEXT[found.start : found.end] == "Jorj Sharpe"


def test_it_keeps_to_the_schema():
    schema = json.loads((files("mtcheck") / "schema" / "decisions.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(decisions(finding()))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"text": "Someone else"}, "not that of the finding"),
        ({"start": -1}, "no span"),
        ({"end": 10_000}, "no span"),
        ({"start": "0"}, "no span"),
        ({"decision": "maybe"}, "known are accept, reject, edit"),
        ({"reason": "whim"}, "known are not-an-error"),
        ({"decision": "edit", "wording": 3}, "wording is not a string"),
        ({"sentence": None}, "sentence is not an object"),
        ({"rule": "\x1b[31m"}, "no code of a rule"),
    ],
)
def test_a_finding_that_does_not_fit_is_refused(read, change, said):
    with pytest.raises(DecisionsError, match=said):
        read(decisions(finding() | change))


@pytest.mark.parametrize(
    "content", ["", "{}", "null", "[]", '{"schema": "mtcheck.decisions/1", "articles": 3}', "[" * 99_999]
)
def test_any_other_file_is_refused(read, content):
    with pytest.raises(DecisionsError, match=r"decisions\.json: not a file of decisions"):
        read(content)


def test_two_reviewers_files_are_merged(read):
    mine = read(decisions(finding(note="mine")))
    theirs = read(
        decisions(finding(note="theirs"), finding("far -reaching", "SPC001", "accept", wording="far-reaching"))
    )
    [article], conflicts = merge([mine, theirs])
    assert conflicts == ()
    assert [(f.rule, f.decision, f.note) for f in article.findings] == [
        ("NAM001", "reject", "mine; theirs"),
        ("SPC001", "accept", ""),
    ]


def test_where_they_disagree_neither_is_kept(read):
    mine = read(decisions(finding(), decision="release"))
    theirs = read(decisions(finding(decision="edit", wording="George Sharpe"), decision="hold"))
    [article], conflicts = merge([mine, theirs])
    assert conflicts == (
        Conflict("a.txt", "", "", "release", "hold"),
        Conflict("a.txt", "NAM001", "Jorj Sharpe", "reject (not-an-error)", "edit “George Sharpe”"),
    )
    assert article.decision == ""
    assert [f.decision for f in article.findings] == [""]


def test_a_note_alone_gives_way_to_a_decision(read):
    noted = read(decisions(finding(decision="", note="ask the desk")))
    [article], conflicts = merge([noted, read(decisions(finding()))])
    assert conflicts == ()
    assert [(f.decision, f.note) for f in article.findings] == [("reject", "ask the desk")]


def test_articles_that_differ_are_kept_apart(read):
    longer = decisions(finding())
    longer["articles"][0]["text"] += " More."
    articles, conflicts = merge([read(decisions(finding(decision="accept"))), read(longer)])
    assert (len(articles), conflicts) == (2, ())
