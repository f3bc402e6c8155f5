"""A baseline written anew: what is found now, why it stood before, and the articles that were not looked at."""

from dataclasses import replace

from mtcheck.report import Verdict
from mtcheck.review.baseline import Accepted, Baseline, BaselineIndex, Released, text_digest
from mtcheck.review.keys import finding_key
from mtcheck.review.updating import BaselineUpdate
from tests.formats.samples import clean, damaged


def test_every_finding_and_failed_article_is_let_stand():
    update = BaselineUpdate(Baseline())
    update.add(damaged())
    made = update.result()
    assert sorted(entry.key.rule for entry in made.accepted) == ["NAM001", "REP001", "SPC001"]
    assert [entry.text for entry in made.released] == [text_digest(damaged().text)]


def test_reasons_are_kept_and_what_is_mended_is_dropped():
    sentence = damaged().sentences[-2]
    key = finding_key("REP001", sentence.sentence.text, "the the")
    gone = Accepted("port.txt", finding_key("QUO001", "Gone.", "Gone"), 1, 1)
    update = BaselineUpdate(Baseline((Accepted("port.txt", key, 1, 11, "not-an-error"), gone)))
    update.add(replace(damaged(), verdict=Verdict.REVIEW))
    made = update.result()
    assert {entry.key.rule: entry.reason for entry in made.accepted} == {
        "NAM001": "",
        "REP001": "not-an-error",
        "SPC001": "",
    }
    assert made.released == ()


def test_articles_that_were_not_seen_keep_their_entries():
    old = Baseline(
        (Accepted("other.txt", finding_key("SPC001", "A b.", "b"), 1, 2),), (Released("other.txt", "0" * 16, "ours"),)
    )
    update = BaselineUpdate(old)
    update.add(clean())
    assert update.result() == old
    assert BaselineIndex(old).version == BaselineIndex(update.result()).version


def test_articles_below_the_gates_quality_are_released():
    update = BaselineUpdate(Baseline(), fail_under=99.0)
    update.add(clean(quality=98.0))
    update.add(clean(id="b", quality=99.0))
    assert [entry.article for entry in update.result().released] == ["rain.txt"]
