"""What a review comes to: a baseline, names, corrected texts, precision."""

from hypothesis import given
from hypothesis import strategies as st

from mtcheck.review.baseline import text_digest
from mtcheck.review.decisions import ArticleDecision, FindingDecision
from mtcheck.review.keys import finding_key
from mtcheck.review.outcome import Judged, accepted_names, corrected, judged, rejected

TEXT = "The mayor, Jorj Sharpe, spoke. A far -reaching plan for the Harbor Bord."


def on(span, rule, decision, reason="", wording=None, note=""):
    start = TEXT.index(span)
    sentence = (0, 30) if start < 30 else (31, len(TEXT))
    return FindingDecision(rule, start, start + len(span), *sentence, decision, reason, wording, note)


def article(*findings, decision="", note="", text=TEXT):
    return ArticleDecision("a.txt", "a.txt", text, decision, note, findings)


def test_rejected_findings_make_the_baseline():
    made = rejected([article(on("Jorj Sharpe", "NAM001", "reject", "quoted-as-is", note="his nickname"))])
    [entry] = made.accepted
    assert entry.key == finding_key("NAM001", "The mayor, Jorj Sharpe, spoke.", "Jorj Sharpe")
    assert (entry.article, entry.count, entry.words, entry.reason) == ("a.txt", 1, 5, "quoted-as-is: his nickname")


def test_accepted_and_edited_ones_do_not():
    found = (on("Jorj Sharpe", "NAM001", "accept"), on("far -reaching", "SPC001", "edit", wording="sweeping"))
    assert rejected([article(*found)]).accepted == ()


def test_a_released_article_is_in_it_and_a_held_one_is_not():
    [entry] = rejected([article(decision="release", note="our own desk")]).released
    assert (entry.text, entry.reason) == (text_digest(TEXT), "released: our own desk")
    assert rejected([article(decision="hold")]).released == ()


def test_accepted_spellings_are_names():
    names = accepted_names(
        [
            article(
                on("Jorj Sharpe", "NAM001", "reject", "accepted-spelling"),
                on("Jorj Sharpe", "NAM002", "reject", "accepted-spelling"),
                on("Harbor Bord", "NAM006", "reject", "accepted-spelling"),
                on("far -reaching", "SPC001", "reject", "accepted-spelling"),
                on("mayor", "NAM001", "reject", "not-an-error"),
            )
        ]
    )
    assert [(e.kind, e.name) for e in names] == [("person", "Jorj Sharpe"), ("organisation", "Harbor Bord")]


def test_the_corrected_text_has_the_chosen_wordings():
    done = corrected(
        article(
            on("far -reaching", "SPC001", "accept", wording="far-reaching"),
            on("Jorj Sharpe", "NAM001", "edit", wording="George Sharpe"),
            on("Harbor Bord", "NAM006", "reject", "not-an-error"),
            on("plan", "FLU001", "accept"),
        )
    )
    assert done.text == "The mayor, George Sharpe, spoke. A far-reaching plan for the Harbor Bord."
    assert (done.changes, done.overlapping) == (2, 0)


def test_an_empty_wording_takes_the_span_out():
    assert corrected(article(on(", Jorj Sharpe,", "NAM001", "edit", wording=""))).text.startswith("The mayor spoke.")


def test_of_changes_that_overlap_one_is_made():
    done = corrected(
        article(
            on("Jorj Sharpe", "NAM001", "edit", wording="George Sharpe"),
            on("Sharpe, spoke", "FLU001", "edit", wording="Sharpe said"),
        )
    )
    assert done.text.startswith("The mayor, George Sharpe, spoke.")
    assert (done.changes, done.overlapping) == (1, 1)


def test_without_a_wording_there_is_nothing_to_correct():
    assert corrected(article(on("Jorj Sharpe", "NAM001", "accept"))) is None


def test_precision_is_the_share_of_findings_that_were_right():
    found = (
        on("Jorj Sharpe", "NAM001", "reject"),
        on("mayor", "NAM001", "edit", wording="x"),
        on("plan", "NAM001", "accept"),
        on("spoke", "FLU001", "", note="?"),
    )
    assert judged([article(*found)]) == (Judged("NAM001", 2, 1),)
    assert round(Judged("NAM001", 2, 1).precision, 2) == 0.67


@given(st.lists(st.tuples(st.integers(0, 72), st.integers(0, 72), st.text(max_size=5)), max_size=6))
def test_what_is_not_changed_stays(changes):
    found = [
        FindingDecision("FLU001", min(a, b), max(a, b), 0, 30, "edit", "", wording, "") for a, b, wording in changes
    ]
    done = corrected(article(*found))
    if done is None:
        assert not found
    else:
        assert done.changes + done.overlapping == len(found)
        assert len(done.text) <= len(TEXT) + sum(len(w) for *_, w in changes)
