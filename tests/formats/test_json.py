"""JSON and JSON Lines: the contract, and text that comes back as it was."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.formats.as_json import dumps

from .samples import TEXT, clean, damaged, finding, hostile, report, skipped, written

ARTICLE_KEYS = [
    "schema",
    "id",
    "source",
    "title",
    "published",
    "language",
    "text",
    "signature",
    "verdict",
    "skipped",
    "quality",
    "mt_probability",
    "pivot",
    "notes",
    "sentences",
]
SENTENCE_KEYS = ["index", "start", "end", "text", "quality", "mt_probability", "flagged", "findings"]
FINDING_KEYS = [
    "rule",
    "name",
    "category",
    "severity",
    "confidence",
    "start",
    "end",
    "text",
    "message",
    "suggestions",
    "evidence",
]


def article(item):
    [line] = written("jsonl", [item]).splitlines()
    return json.loads(line)


def test_keys_and_their_order_are_the_contract():
    value = article(damaged())
    sentence = next(s for s in value["sentences"] if s["findings"])
    assert list(value) == ARTICLE_KEYS
    assert list(sentence) == SENTENCE_KEYS
    assert list(sentence["findings"][0]) == FINDING_KEYS


def test_values_of_a_damaged_article():
    value = article(damaged(title="Harbour dues", notes=("short",)))
    assert value["schema"] == "mtcheck.article/1"
    assert (value["verdict"], value["quality"], value["mt_probability"]) == ("fail", 41.46, 0.9712)
    assert (value["published"], value["pivot"]) == ("2024-03-05", {"language": "es", "confidence": 0.75})
    assert (value["text"], value["title"], value["notes"]) == (TEXT, "Harbour dues", ["short"])
    found = [f for s in value["sentences"] for f in s["findings"]]
    assert [(f["rule"], f["severity"], f["category"]) for f in found] == [
        ("SPC001", "minor", "spacing"),
        ("NAM001", "critical", "name"),
        ("REP001", "major", "repetition"),
    ]
    assert found[1]["evidence"] == {"distance": 2}


def test_a_skipped_article_has_no_scores():
    value = article(skipped())
    assert (value["verdict"], value["skipped"]) == ("skipped", "not English (de)")
    assert (value["quality"], value["mt_probability"], value["sentences"]) == (None, None, [])


def test_offsets_point_at_their_text():
    value = article(damaged())
    for sentence in value["sentences"]:
        assert value["text"][sentence["start"] : sentence["end"]] == sentence["text"]
        for found in sentence["findings"]:
            assert value["text"][found["start"] : found["end"]] == found["text"]


@given(st.text(st.characters(), min_size=1), st.data())
def test_any_text_comes_back_on_one_line(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    span = text[start : data.draw(st.integers(start + 1, len(text)))]
    line = written("jsonl", [hostile(text, span)])
    assert len(line.splitlines()) == 1
    value = json.loads(line)
    found = value["sentences"][0]["findings"][0]
    assert value["text"] == value["id"] == text
    assert value["text"][found["start"] : found["end"]] == found["text"] == span


@pytest.mark.parametrize("text", ["half \ud83d done", "\udc80", "a\u2028b\u2029c\x85d", "\x00\x7f\x1b"])
def test_what_breaks_lines_or_encoders_is_escaped_and_comes_back(text):
    line = written("jsonl", [hostile(text, text[0])])
    assert len(line.splitlines()) == 1
    assert json.loads(line)["text"] == text


def test_other_scripts_are_written_as_they_are():
    text = "Гавань 港口 ميناء"
    assert text in written("jsonl", [report(text, [finding(text, "港口")])])


@pytest.mark.parametrize("number", [math.nan, math.inf])
def test_a_number_that_json_lacks_is_an_error(number):
    with pytest.raises(ValueError, match="JSON compliant"):
        dumps({"quality": number})


def test_a_run_wraps_articles_between_signature_and_summary():
    value = json.loads(written("json", [damaged(), clean(), skipped()]))
    assert list(value) == ["schema", "signature", "articles", "summary"]
    assert (value["schema"], value["signature"]) == ("mtcheck.run/1", "rules:all|version:0.0.test")
    assert [a["id"] for a in value["articles"]] == ["port.txt", "rain.txt", "leer.txt"]
    assert value["articles"][0] == article(damaged())
    assert value["summary"] == {
        "articles": 3,
        "scored": 2,
        "verdicts": {"pass": 1, "review": 0, "fail": 1, "skipped": 1},
        "mean_quality": 70.73,
        "sentences": 6,
        "flagged": 2,
        "findings": 3,
        "severities": {"minor": 1, "major": 1, "critical": 1},
        "rules": {"NAM001": 1, "REP001": 1, "SPC001": 1},
    }


def test_a_run_without_articles_says_so():
    value = json.loads(written("json", []))
    assert (value["articles"], value["summary"]["mean_quality"]) == ([], None)
