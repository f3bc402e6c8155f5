"""A finding is the same finding although its place, its quotation marks and its case have changed."""

from hypothesis import given
from hypothesis import strategies as st

from mtcheck.review.keys import finding_key, normalised


def test_republishing_changes_nothing():
    ours = finding_key("NAM001", "“The mayor,  Jorj Sharpe – said no.”", "Jorj Sharpe")
    theirs = finding_key("NAM001", '"The mayor, Jorj\u00a0Sharpe - said no."', "jorj  sharpe")
    assert ours == theirs


def test_another_rule_sentence_or_span_is_another_finding():
    base = finding_key("NAM001", "Jorj Sharpe said no.", "Jorj Sharpe")
    assert base != finding_key("NAM002", "Jorj Sharpe said no.", "Jorj Sharpe")
    assert base != finding_key("NAM001", "Jorj Sharpe said yes.", "Jorj Sharpe")
    assert base != finding_key("NAM001", "Jorj Sharpe said no.", "Jorj")


def test_a_text_that_cannot_be_encoded_has_a_key():
    assert finding_key("NAM001", "\ud800", "\ud800").sentence


@given(st.text())
def test_normalising_twice_is_normalising_once(text):
    assert normalised(normalised(text)) in (normalised(text), normalised(normalised(normalised(text))))
