"""How sure it is that a name means the known person."""

import pytest

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.names.certainty import certainty, named_in_full


@pytest.fixture(scope="module")
def sure(resources):
    """Gives how sure it is that the last resolved name of a text means its person."""

    def measure(text, last):
        people = Analysis(Article(text=text), resources).people
        resolution = next(r for r in reversed(people) if r.mention.text == last)
        return certainty(resolution, named_in_full(people), resources.resolver, resources.lexicon)

    return measure


def test_a_full_name_is_surer_than_a_family_name(sure):
    assert sure("So Emmanuel Macron left.", "Emmanuel Macron") > sure("So Macron left.", "Macron") > 0.9


def test_a_mangled_full_name_is_less_sure(sure):
    assert 0 < sure("So Narendra Mudi left.", "Narendra Mudi") < sure("So Narendra Modi left.", "Narendra Modi")


def test_a_family_name_that_is_a_given_name_too_needs_the_full_name(sure, resources):
    assert "marin" in resources.names.given_names or resources.lexicon.is_given_name("marin")
    assert sure("So Finnish Prime Minister Marin left.", "Marin") == 0
    assert sure("Sanna Marin came. So Marin left.", "Marin") > 0.9


def test_middle_names_must_be_known(sure):
    assert sure("So Recep Tayyip Erdogan left.", "Recep Tayyip Erdogan") > 0.9
    assert sure("So Emmanuel Quessal Macron left.", "Emmanuel Quessal Macron") == 0
