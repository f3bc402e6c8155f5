"""The baseline: what it lets stand, where, how often, and what it says of itself."""

import io
import json
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from mtcheck.review.baseline import (
    Accepted,
    Baseline,
    BaselineError,
    BaselineIndex,
    BaselineUse,
    Released,
    grouped,
    merged,
    read_baseline,
    text_digest,
    write_baseline,
)
from mtcheck.review.keys import FindingKey, finding_key

LONG = "The mayor of the small town, Jorj Sharpe, said no."
KEY = finding_key("NAM001", LONG, "Jorj Sharpe")
SHORT = finding_key("NAM001", "Jorj Sharpe.", "Jorj Sharpe")
ENTRY = Accepted("a.txt", KEY, 1, 10, "not-an-error")


def written(baseline):
    out = io.StringIO()
    write_baseline(baseline, out)
    return out.getvalue()


def test_what_is_written_can_be_read(tmp_path):
    baseline = Baseline((ENTRY,), (Released("a.txt", text_digest("Text."), "ours"),))
    path = tmp_path / "b.json"
    path.write_text(written(baseline), encoding="utf-8")
    assert read_baseline(path) == baseline


def test_it_keeps_to_its_schema():
    schema = json.loads((files("mtcheck") / "schema" / "baseline.json").read_text(encoding="utf-8"))
    for baseline in (Baseline(), Baseline((ENTRY,), (Released("a", text_digest("x")),))):
        Draft202012Validator(schema).validate(json.loads(written(baseline)))


def test_an_entry_a_line_in_a_fixed_order():
    other = Accepted("0.txt", KEY, 2, 10)
    assert written(Baseline((ENTRY, other))) == written(Baseline((other, ENTRY)))
    assert len(written(Baseline((ENTRY, other))).splitlines()) == 8


def test_an_entry_holds_in_its_own_article():
    index = BaselineIndex(Baseline((Accepted("a.txt", SHORT, 1, 2),)))
    assert index.entry("a.txt", SHORT)
    assert index.entry("a.txt", KEY) is None


def test_a_long_sentence_is_known_in_other_articles_and_a_short_one_is_not():
    index = BaselineIndex(Baseline((ENTRY, Accepted("a.txt", SHORT, 1, 2))))
    assert index.entry("republished.txt", KEY) == ENTRY
    assert index.entry("republished.txt", SHORT) is None


def test_a_release_is_for_the_text_wherever_it_is_published():
    index = BaselineIndex(Baseline((), (Released("a.txt", text_digest("Some “text”.")),)))
    assert index.released('Some  "text".')
    assert index.released("Some other text.") is None


def test_entries_that_let_nothing_stand_are_stale():
    use = BaselineUse(Baseline((ENTRY, Accepted("b.txt", SHORT, 1, 2)), (Released("a.txt", "0" * 16),)))
    use.add("a.txt", [], None)
    assert [type(e).__name__ for e in use.stale()] == ["Accepted", "Released"]


def test_used_entries_and_those_of_articles_not_seen_are_not_stale():
    baseline = Baseline((ENTRY, Accepted("b.txt", SHORT, 1, 2)))
    use = BaselineUse(baseline)
    use.add("a.txt", [ENTRY], None)
    assert use.stale() == ()


def test_an_entry_that_counts_more_than_there_is_is_stale():
    twice = Accepted("a.txt", KEY, 2, 10)
    use = BaselineUse(Baseline((twice,)))
    use.add("a.txt", [twice], None)
    assert use.stale() == (twice,)


def test_equal_findings_are_counted():
    assert grouped([("a", KEY, 10, ""), ("a", KEY, 10, "why"), ("b", KEY, 10, "")]) == (
        Accepted("a", KEY, 2, 10, "why"),
        Accepted("b", KEY, 1, 10, ""),
    )


def test_the_later_of_two_baselines_wins():
    later = Accepted("a.txt", KEY, 3, 10, "quoted-as-is")
    assert merged([Baseline((ENTRY,)), Baseline((later,))]).accepted == (later,)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"schema": "mtcheck.baseline/2"}',
        '{"schema": "mtcheck.baseline/1", "findings": {}}',
        '{"schema": "mtcheck.baseline/1", "findings": [3]}',
        '{"schema": "mtcheck.baseline/1", "findings": [{"count": 0}]}',
        '{"schema": "mtcheck.baseline/1", "findings": [{"count": true}]}',
        '{"schema": "mtcheck.baseline/1", "findings": [{"rule": 3}]}',
        "[" * 100_000,
        "\xff",
    ],
)
def test_anything_else_is_refused_with_the_name_of_the_file(tmp_path, content):
    path = tmp_path / "b.json"
    path.write_text(content, encoding="latin-1")
    with pytest.raises(BaselineError, match=r"b\.json"):
        read_baseline(path)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(BaselineError, match="No such file"):
        read_baseline(tmp_path / "none.json")


@given(st.lists(st.tuples(st.text(), st.text(), st.integers(1, 5))))
def test_any_entries_survive_the_file(tmp_path_factory, rows):
    entries = tuple(Accepted(a, FindingKey("NAM001", "0" * 16, span), n, 7) for a, span, n in rows)
    path = tmp_path_factory.mktemp("b") / "b.json"
    path.write_text(written(Baseline(entries)), encoding="utf-8")
    assert read_baseline(path) == merged([Baseline(entries)])
