"""ROL001: what it suggests, and how it reads the date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.rules.rol001_wrong_office import WrongOffice
from mtcheck.rules.rol002_foreign_title import ForeignTitle


@pytest.fixture(scope="module")
def findings(resources):
    def check(text, published=None, rule=WrongOffice):
        return list(rule(resources).check(Analysis(Article(text=text, published=published), resources)))

    return check


def test_it_offers_the_office_of_the_person_and_the_holder_of_the_office(findings):
    (finding,) = findings("Kenyan President Emmanuel Macron left.", date(2020, 1, 1))
    assert finding.suggestions == ("French President Emmanuel Macron", "Kenyan President Uhuru Kenyatta")


def test_the_holder_is_that_of_the_day(findings):
    (finding,) = findings("US President Emmanuel Macron left.", date(2022, 1, 1))
    assert "US President Joe Biden" in finding.suggestions


def test_the_holder_takes_the_place_of_the_name_whatever_the_form(findings):
    (finding,) = findings("Emmanuel Macron (the US president) left.", date(2022, 1, 1))
    assert "Joe Biden (the US president" in finding.suggestions


def test_capitals_stay_capitals(findings):
    (finding,) = findings("US PRESIDENT EMMANUEL MACRON VOWS TO STAY", date(2022, 1, 1))
    assert "US PRESIDENT JOE BIDEN" in finding.suggestions


def test_a_mangled_name_makes_it_less_sure(findings):
    (right,) = findings("Kenyan Prime Minister Narendra Modi left.")
    (mangled,) = findings("Kenyan Prime Minister Narendra Mudi left.")
    assert mangled.confidence < right.confidence
    assert "Indian Prime Minister Narendra Modi" in mangled.suggestions


@pytest.mark.parametrize(("year", "severity"), [(2010, ["minor"]), (2021, []), (2026, []), (2035, [])])
def test_an_office_may_lie_in_the_past_but_not_in_the_future(findings, year, severity):
    found = findings("US President Joe Biden left.", date(year, 6, 1))
    assert [f.severity.value for f in found] == severity


@pytest.mark.parametrize("text", ["Canadian President Mark Carney left.", "Kenyan President Mark Carney left."])
def test_one_wrong_office_is_one_finding_of_one_rule(findings, text):
    assert len(findings(text) + findings(text, rule=ForeignTitle)) == 1


pieces = st.sampled_from(
    ["Kenyan", "US", "President", "Presidents", "president", "Emmanuel Macron", "Narendra Mudi", "Putin", ",", "and", "of",
     "the", "Kenya", "who is", "(", ")", "as", "former", "NATO", "chief", ".", "“", "”", "\n", "’s"]
)  # fmt: skip


@given(st.lists(pieces, max_size=25))
def test_any_order_of_offices_and_names_is_read(findings, parts):
    text = " ".join(parts)
    for finding in findings(text) + findings(text, rule=ForeignTitle):
        assert finding.text == text[finding.start : finding.end]
        assert finding.text.strip() == finding.text != ""
