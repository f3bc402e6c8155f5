"""Whether a known person ever held an office."""

from datetime import date

import pytest

from mtcheck.names.appositions import Office
from mtcheck.names.tenures import Tenures, Verdict


@pytest.fixture(scope="module")
def tenures(resources):
    return Tenures(resources.names)


@pytest.fixture(scope="module")
def verdict(tenures, resources):
    def judge(person, title, *seats, published=None):
        return tenures.verdict(resources.names.person(person), Office(title, seats, 0, 1), published)

    return judge


@pytest.mark.parametrize(
    ("person", "title", "seat"),
    [
        ("emmanuel-macron", "president", "fr"),
        ("angela-merkel", "chancellor", "de"),
        ("angela-merkel", "leader", "de"),
        ("dmitry-medvedev", "president", "ru"),
        ("dmitry-medvedev", "premier", "ru"),
        ("shimon-peres", "president", "il"),
        ("shimon-peres", "prime minister", "il"),
        ("antonio-guterres", "secretary-general", "un"),
        ("antonio-guterres", "prime minister", "pt"),
        ("angela-merkel", "president", "eu"),
        ("keir-starmer", "foreign minister", "gb"),
    ],
)
def test_offices_that_fit_or_may(verdict, person, title, seat):
    assert verdict(person, title, seat) is Verdict.FITS


@pytest.mark.parametrize(
    ("person", "title", "seat", "expected"),
    [
        ("emmanuel-macron", "president", "ke", Verdict.ELSEWHERE),
        ("emmanuel-macron", "first minister", "gb-sct", Verdict.ELSEWHERE),
        ("antonio-guterres", "secretary-general", "nato", Verdict.ELSEWHERE),
        ("mark-rutte", "chief", "un", Verdict.ELSEWHERE),
        ("friedrich-merz", "president", "de", Verdict.OTHER_OFFICE),
        ("narendra-modi", "president", "in", Verdict.OTHER_OFFICE),
        ("xi-jinping", "prime minister", "cn", Verdict.OTHER_OFFICE),
        ("mark-carney", "president", "ca", Verdict.NO_SUCH_OFFICE),
        ("keir-starmer", "president", "gb", Verdict.NO_SUCH_OFFICE),
    ],
)
def test_offices_that_do_not_fit(verdict, person, title, seat, expected):
    assert verdict(person, title, seat) is expected


def test_one_of_several_seats_is_enough(verdict):
    assert verdict("emmanuel-macron", "president", "ke", "fr") is Verdict.FITS
    assert verdict("emmanuel-macron", "president", "ke", "us") is Verdict.ELSEWHERE


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (date(2010, 1, 1), Verdict.NOT_YET),
        (date(2020, 12, 1), Verdict.FITS),
        (date(2022, 1, 1), Verdict.FITS),
        (date(2040, 1, 1), Verdict.FITS),
        (None, Verdict.FITS),
    ],
)
def test_an_office_may_be_past_but_not_far_ahead(verdict, published, expected):
    assert verdict("joe-biden", "president", "us", published=published) is expected


def test_a_title_alone(verdict):
    assert verdict("narendra-modi", "prime minister") is Verdict.FITS
    assert verdict("narendra-modi", "president") is Verdict.OTHER_OFFICE
    assert verdict("keir-starmer", "president") is Verdict.NO_SUCH_OFFICE
    assert verdict("christine-lagarde", "president") is Verdict.FITS


def test_the_office_somebody_is_known_for(tenures, resources):
    person = resources.names.person
    assert tenures.office_name(tenures.usual_term(person("emmanuel-macron"), None)) == "French President"
    assert tenures.office_name(tenures.usual_term(person("donald-trump"), None)) == "US President"
    term = tenures.usual_term(person("dmitry-medvedev"), date(2015, 6, 1))
    assert tenures.office_name(term) == "Russian Prime Minister"


def test_the_holder_on_a_day(tenures):
    assert tenures.holder(Office("president", ("fr",), 0, 1), date(2015, 1, 1)).id == "francois-hollande"
    assert tenures.holder(Office("president", ("fr", "de"), 0, 1), None) is None
    assert tenures.holder(Office("president", ("gb",), 0, 1), None) is None
    assert tenures.holder(Office("president", (), 0, 1), None) is None
