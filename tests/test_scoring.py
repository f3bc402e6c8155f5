"""Quality, flags, probability and verdict as functions of findings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck import scoring
from mtcheck.article import Sentence
from mtcheck.finding import Category, Finding, Severity
from mtcheck.models.reading import Reading
from mtcheck.report import SentenceReport, Verdict
from mtcheck.scoring import OperatingPoint

POINT = OperatingPoint(quality=70.0, mt_probability=0.99)


def finding(start, end, severity, rule="XXX001"):
    return Finding(rule, "x", Category.NAME, severity, 1.0, start, end, "x" * (end - start), "why")


severities = st.sampled_from(list(Severity))
findings = st.lists(st.builds(finding, st.integers(0, 50), st.integers(51, 90), severities), max_size=8)


def test_severities_cost_what_mqm_says():
    assert [s.penalty for s in Severity] == [1.0, 5.0, 25.0]
    assert sorted(Severity, key=lambda s: s.rank) == list(Severity)


def test_findings_in_different_places_add_up():
    assert scoring.penalty([finding(0, 4, Severity.MINOR), finding(5, 9, Severity.MAJOR)]) == 6.0


def test_of_findings_that_overlap_the_worst_counts():
    assert scoring.penalty([finding(0, 9, Severity.CRITICAL), finding(3, 5, Severity.MAJOR)]) == 25.0


@pytest.mark.parametrize(("points", "quality"), [(0, 100.0), (10, 50.0), (30, 25.0)])
def test_quality_halves_at_ten_points(points, quality):
    assert scoring.quality(points) == quality


@given(findings)
def test_quality_stays_between_0_and_100_and_one_more_finding_never_raises_it(found):
    quality = scoring.quality(scoring.penalty(found))
    worse = scoring.quality(scoring.penalty([*found, finding(95, 99, Severity.MINOR)]))
    assert 0.0 < worse < quality <= 100.0


def test_a_major_finding_flags_and_a_minor_one_does_not():
    assert scoring.is_flagged([finding(0, 4, Severity.MAJOR)])
    assert not scoring.is_flagged([finding(0, 4, Severity.MINOR)])
    assert scoring.is_flagged([finding(n, n + 1, Severity.MINOR) for n in range(5)])
    assert not scoring.is_flagged([])


def reading(penalty=1.0, error=()):
    return Reading(replaced=(-9.0,) * len(error), error=error, machine=0.0, penalty=penalty)


def test_a_sound_sentence_of_usual_length_keeps_most_of_its_quality():
    assert 80.0 < scoring.sentence_quality([], scoring.expected_loss(reading(1.0, (-4.0,) * 22), 130)) < 90.0


def test_longer_and_worse_sentences_are_expected_to_lose_more():
    usual = scoring.expected_loss(reading(), 120)
    assert scoring.expected_loss(reading(), 240) > usual
    assert scoring.expected_loss(reading(2.0), 120) > usual
    assert scoring.expected_loss(reading(1.0, (3.0,)), 120) > usual
    assert scoring.expected_loss(reading(-5.0), 12) == 0.0
    assert scoring.expected_loss(reading(99.0), 120) == scoring.MOST_LOSS


def test_what_the_network_finds_costs_a_sentence_less_than_what_it_cannot_know():
    known, seen = finding(0, 4, Severity.MAJOR), finding(0, 4, Severity.MAJOR, "FLU001")
    assert (
        scoring.sentence_quality([known], 10.0)
        < scoring.sentence_quality([seen], 10.0)
        < scoring.sentence_quality([], 10.0)
    )
    assert scoring.penalty([known]) == scoring.penalty([seen])


@given(findings, st.floats(0, scoring.MOST_LOSS))
def test_a_sentence_has_a_quality_between_0_and_100(found, loss):
    assert 0.0 < scoring.sentence_quality(found, loss) <= 100.0


def test_more_findings_say_more():
    few, many = (scoring.findings_log_odds({"A": n}, 400, {"A": 1.0}) for n in (1, 9))
    assert 0.0 < few < many


def test_rules_without_a_weight_say_nothing():
    assert scoring.findings_log_odds({"B": 5}, 400, {"A": 1.0}) == 0.0


@given(st.floats(-50, 50), st.floats(-50, 50))
def test_a_sentence_that_raters_would_mark_down_costs_more(first, second):
    low, high = sorted((first, second))
    assert 0.0 <= scoring.expected_penalty(low) <= scoring.expected_penalty(high) < 60.0


FLAGGED = (SentenceReport(Sentence(0, 0, 1, "x"), (), 60.0, 0.5, flagged=True),)


def test_verdicts():
    assert scoring.verdict(69.9, 0.1, FLAGGED, POINT, words=400) is Verdict.FAIL
    assert scoring.verdict(95.0, 0.995, FLAGGED, POINT, words=400) is Verdict.FAIL
    assert scoring.verdict(95.0, 0.1, FLAGGED, POINT, words=400) is Verdict.REVIEW


def test_blemishes_alone_do_not_fail():
    assert scoring.verdict(60.0, 0.5, (), POINT, words=400) is Verdict.PASS


def test_an_article_too_short_to_judge_does_not_fail():
    assert scoring.verdict(10.0, 0.5, FLAGGED, POINT, words=12) is Verdict.REVIEW


def test_an_article_loses_only_what_exceeds_what_people_get():
    usual = scoring.EXPECTED_OF_PEOPLE * 2
    assert scoring.excess_penalty([usual / 2, usual / 2], 200) == 0.0
    assert scoring.excess_penalty([usual, 1.0], 200) == pytest.approx(1.0)
