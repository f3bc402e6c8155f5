"""The pipeline: the same reports from the Python API, whatever the order, the batch or the process."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mtcheck
from mtcheck import Article, Checker, Config, Severity, SkippedInput, Verdict
from mtcheck.config import ConfigError
from mtcheck.models import EncoderError
from mtcheck.scale.local import check_in_processes

CLEAN = (
    "The harbour at Grimstad froze over on Thursday for the first time in eleven years, and the ferry company cancelled "
    "every crossing until the weekend. Skippers moved their boats to deeper water before dusk. "
    "“We saw it coming,” said Ingrid Moen, who "
    "runs the fish market. She expects prices to rise by a tenth."
)
SPUN = (
    "Canadian Prime Minister Narendra Modi said on Thursday that the the harbour would be closed. He spoke of a far -reaching "
    "decision that neo -classical buildings would not survive, and the company cancelled every crossing until the weekend. "
    "Skippers moved their boats to deeper water before dusk, and prices rose by a tenth."
)


def test_the_api_in_one_line():
    report = mtcheck.check(SPUN)
    assert "ROL001" in {f.rule for f in report.findings}
    assert report.verdict in (Verdict.REVIEW, Verdict.FAIL)


def test_a_clean_article_passes(checker):
    report = checker.check(CLEAN)
    assert report.verdict is Verdict.PASS
    assert report.findings == ()
    assert report.quality == 100.0
    assert report.mt_probability < 0.5


def test_damage_lowers_quality_and_raises_the_probability(checker):
    clean, spun = checker.check(CLEAN), checker.check(SPUN)
    assert spun.quality < clean.quality
    assert spun.mt_probability > clean.mt_probability


def test_spans_are_what_they_say(checker):
    report = checker.check(SPUN)
    assert report.findings
    for sentence in report.sentences:
        part = sentence.sentence
        assert report.text[part.start : part.end] == part.text
        for finding in sentence.findings:
            assert report.text[finding.start : finding.end] == finding.text
            assert part.start <= finding.start < part.end


def test_a_short_article_gets_the_base_rate_and_a_note(checker):
    report = checker.check("Rain fell on Bergen.")
    assert report.mt_probability == 0.5
    assert any("too short" in note for note in report.notes)


@pytest.mark.parametrize(("text", "reason"), [("", "empty"), (" \n\t", "empty"), ("... !!", "no words")])
def test_what_cannot_be_checked_is_skipped_with_its_reason(checker, text, reason):
    report = checker.check(text)
    assert report.verdict is Verdict.SKIPPED
    assert report.skipped == reason
    assert report.quality is None
    assert report.mt_probability is None


def test_an_article_in_another_language_is_skipped(checker):
    german = (
        "Der Hafen von Grimstad fror am Donnerstag zum ersten Mal seit elf Jahren zu, und die Reederei strich alle Überfahrten "
        "bis zum Wochenende. Die Fischer brachten ihre Boote vor der Dämmerung in tieferes Wasser."
    )
    report = checker.check(german)
    assert report.verdict is Verdict.SKIPPED
    assert "German" in report.skipped


def test_skipped_inputs_keep_their_place_and_reason(checker):
    reports = list(checker.check_many([CLEAN, SkippedInput("x", "x.txt", "no such file"), Article(SPUN, id="s")]))
    assert [r.skipped for r in reports] == [None, "no such file", None]
    assert [r.id for r in reports] == ["", "x", "s"]


def test_order_and_company_do_not_matter(checker):
    alone = [checker.check(t) for t in (CLEAN, SPUN)]
    assert list(checker.check_many([SPUN, CLEAN, SPUN])) == [alone[1], alone[0], alone[1]]


def test_processes_do_not_matter():
    articles = [Article(text, id=str(i)) for i, text in enumerate([CLEAN, SPUN] * 40)]
    assert list(check_in_processes(articles, Config(), 2)) == list(Checker().check_many(articles))


def test_many_articles_are_read_as_they_are_needed():
    def endless():
        while True:
            yield Article(CLEAN)

    reports = check_in_processes(endless(), Config(select=("SPC",)), 2)
    assert next(reports).verdict is Verdict.PASS
    reports.close()


def test_settings_select_regrade_and_filter():
    only = Checker(Config(select=("ROL",))).check(SPUN)
    assert {f.rule for f in only.findings} == {"ROL001"}
    without = Checker(Config(ignore=("ROL",))).check(SPUN)
    assert "ROL001" not in {f.rule for f in without.findings}
    milder = Checker(Config(select=("ROL",), severity={"ROL001": Severity.MINOR})).check(SPUN)
    assert {f.severity for f in milder.findings} == {Severity.MINOR}
    assert Checker(Config(min_confidence=1.0)).check(SPUN).findings == ()


def test_the_signature_names_settings_and_data(checker):
    other = Checker(Config(select=("ROL",), operating_point="strict"))
    assert "version:" in checker.signature
    assert "names:" in checker.signature
    assert other.signature != checker.signature
    assert "rules:ROL001,ROL002,ROL003" in other.signature


def test_the_signature_names_the_phrases_and_the_encoder_where_they_are_used(checker):
    assert "phrases:" in checker.signature
    assert "encoder:packaged-" in checker.signature
    assert "encoder:" not in Checker(Config(select=("ROL",))).signature


def test_an_encoder_that_is_not_there_is_refused():
    with pytest.raises(EncoderError):
        Checker(Config(encoder="no-such-encoder"))


@given(st.text(max_size=400))
def test_any_text_gives_a_report_with_exact_offsets(text):
    checker = _SHARED
    report = checker.check(text)
    assert report.text == text
    ends = [0]
    for sentence in report.sentences:
        part = sentence.sentence
        assert ends[-1] <= part.start < part.end <= len(text)
        ends.append(part.end)
        assert text[part.start : part.end] == part.text
        assert 0.0 <= sentence.quality <= 100.0
        assert 0.0 <= sentence.mt_probability <= 1.0
        for finding in sentence.findings:
            assert text[finding.start : finding.end] == finding.text != ""


_SHARED = Checker()


@pytest.mark.parametrize(
    "text",
    [
        "9" * 300_000,
        "“" * 60_000,
        "a " * 200_000,
        "Ab " * 100_000,
        "-" * 300_000,
        "\u200b" * 100_000 + "x",
        "(not) " * 40_000,
        "x -y " * 40_000,
    ],
    ids=[
        "digits",
        "quotation marks",
        "letters",
        "capitals",
        "hyphens",
        "zero width",
        "parentheses",
        "detached hyphens",
    ],
)
def test_hostile_lengths_are_finished(checker, text):
    assert checker.check(text).text == text


def test_a_report_says_whether_its_lines_are_a_files():
    text = "The ferry to Grimstad was cancelled on Thursday because the harbour froze over."
    assert Checker().check(Article(text, source="a.txt", title="Ferry", is_file=True)).is_file
    assert not Checker().check(Article(text, source="a.txt")).is_file


def test_rules_that_leave_none_are_refused():
    with pytest.raises(ConfigError, match="leave no rule"):
        Checker(Config(select=("SPC",), ignore=("SPC001", "SPC002")))


def test_a_sentence_is_called_machine_translated_instead_of_garbled_word_by_word_or_not_at_all(checker):
    text = (
        "In the town the water it has arrived until the first floor of the houses, and the inhabitants were forced of leaving "
        "them in the night with the help of the firemen. The authorities have put to disposition of them the the hall of the "
        "sports, where they received of eating and of drinking, while the rain continued falling with a big force.\n"
        "The town it has asked of the state for the help for to clean the streets of the mud and of the stones."
    )
    first, second, third = checker.check(text).sentences
    assert [(f.rule, f.severity) for f in first.findings] == [("FLU002", Severity.MAJOR)]
    assert [(f.rule, f.severity) for f in second.findings] == [("FLU002", Severity.MAJOR), ("REP001", Severity.MINOR)]
    assert {f.rule for f in third.findings} in ({"FLU001"}, {"FLU002"})
