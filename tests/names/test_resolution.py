"""Whom an article's mentions mean, and which spellings are mangled."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.analysis import Analysis
from mtcheck.article import Article
from mtcheck.names.index import fold
from mtcheck.names.resolution import Basis


@pytest.fixture(scope="module")
def people(resources):
    def resolve(text, published=None):
        return Analysis(Article(text=text, published=published), resources).people

    return resolve


def pairs(resolutions):
    return [(r.mention.text, r.person.name) for r in resolutions]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Indian Prime Minister Narendra Modi spoke.", [("Narendra Modi", "Narendra Modi")]),
        ("So Jair Messias Bolsonaro spoke.", [("Jair Messias Bolsonaro", "Jair Bolsonaro")]),
        ("So Recep Tayyip Erdoğan’s aides left.", [("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan")]),
        ("Angela Merkel left, and Merkel returned.", [("Angela Merkel", "Angela Merkel"), ("Merkel", "Angela Merkel")]),
        ("JUSTIN TRUDEAU WINS AGAIN", [("JUSTIN TRUDEAU", "Justin Trudeau")]),
        ("The potter Kwabena Quessal spoke.", []),
        ("", []),
    ],
)
def test_accepted_spellings(people, text, found):
    resolutions = people(text)
    assert pairs(resolutions) == found
    assert all(r.basis is Basis.ACCEPTED and r.score == 1 and not r.is_mangled for r in resolutions)


@pytest.mark.parametrize(
    ("text", "mangled", "meant"),
    [
        ("Indian Prime Minister Naranda Mudi spoke.", "Naranda Mudi", "Narendra Modi"),
        ("Turkish President Rajab Tayeb Ardogan spoke.", "Rajab Tayeb Ardogan", "Recep Tayyip Erdogan"),
        ("the French president Emanwil Makrun spoke.", "Emanwil Makrun", "Emmanuel Macron"),
        ("the British Prime Minister Rishi Snack spoke.", "Rishi Snack", "Rishi Sunak"),
    ],
)
def test_after_an_office_its_holders_are_meant(people, text, mangled, meant):
    (resolution,) = people(text)
    assert pairs([resolution]) == [(mangled, meant)]
    assert resolution.basis is Basis.OFFICE
    assert resolution.is_mangled
    assert 0 < resolution.score < 1


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("So Jayir Bulsunaru spoke.", "Jair Bolsonaro"),
        ("So Rishi Snack spoke.", "Rishi Sunak"),
        ("So Siril Ramafoza spoke.", "Cyril Ramaphosa"),
    ],
)
def test_a_full_name_without_office_is_found_by_sound(people, text, meant):
    (resolution,) = people(text)
    assert (resolution.person.name, resolution.basis) == (meant, Basis.FULL_NAME)


@pytest.mark.parametrize(
    "text",
    [
        "So Gustav Merkel spoke.",  # a right family name with another given name
        "So the actor Boris Jensen spoke.",
        "So the Kenyan poet Wangari Odhiambo spoke.",
        "Indian Prime Minister John Smith spoke.",
        "The mayor Anna Modic spoke.",
    ],
)
def test_other_people_are_left_alone(people, text):
    assert not any(r.is_mangled for r in people(text))


def test_spellings_of_the_same_sound_are_accepted(people):
    (resolution,) = people("So Mikheil Cavelashvili spoke.")
    assert resolution.person.name == "Mikheil Kavelashvili"
    assert not resolution.is_mangled


def test_a_family_name_alone_is_mangled_only_beside_another_spelling(people):
    assert people("Then Bulsunaru left.") == ()
    first, second = people("Jair Bolsonaro spoke. Then Bulsunaru left.")
    assert (first.basis, second.basis) == (Basis.ACCEPTED, Basis.REPEATED)
    assert second.person is first.person


def test_a_lone_name_that_a_full_name_introduces_is_that_other_person(people):
    resolutions = people("Jair Bolsonaro spoke. The nurse Tamsin Bulsunaru left. Then Bulsunaru wept.")
    assert [r.mention.text for r in resolutions] == ["Jair Bolsonaro"]


@pytest.mark.parametrize("form", ["Merkels", "Merkelism"])
def test_a_name_with_an_ending_is_not_mangled(people, form):
    assert not any(r.is_mangled for r in people(f"Angela Merkel spoke. They were all {form} then."))


@pytest.mark.parametrize(
    ("day", "meant"), [(date(1991, 6, 1), "George H.W. Bush"), (date(2005, 6, 1), "George W. Bush")]
)
def test_holders_of_the_time_come_first(people, day, meant):
    (resolution,) = people("US President George Bosch spoke.", day)
    assert fold(resolution.person.name) == fold(meant)


def test_then_anybody_who_ever_held_the_office(people):
    text = "British Prime Minister Burus Junson spoke."
    assert people(text, date(2012, 6, 1))[0].person.name == "Boris Johnson"


def test_an_office_beside_the_name_counts_too(people):
    (resolution,) = people("Burus Junson, the British prime minister, spoke.")
    assert (resolution.person.name, resolution.basis) == ("Boris Johnson", Basis.OFFICE)


def test_former_holders_count_at_any_time(people):
    text = "former German Chancellor Anjila Mirkal spoke."
    (resolution,) = people(text, date(2026, 1, 1))
    assert (resolution.person.name, resolution.basis) == ("Angela Merkel", Basis.OFFICE)


def test_heads_of_states_and_governments_have_led(resources):
    led = {name: resources.resolver.has_led(resources.names.person(name)) for name in ("angela-merkel", "marco-rubio")}
    assert led == {"angela-merkel": True, "marco-rubio": False}


@given(st.text(max_size=100))
def test_any_text_is_resolved(people, text):
    for resolution in people(text):
        mention = resolution.mention
        assert text[mention.start : mention.end] == mention.text
        assert 0 < resolution.score <= 1


words = st.sampled_from(
    ["Indian", "Prime Minister", "Naranda", "Mudi", "Modi", "Merkal", "Angela", "former", "the", "said", ".", ",",
     "French President", "Snack", "Rishi", "Jr.", "de", "al", "\n", "MERKEL’S"]
)  # fmt: skip


@given(st.lists(words, max_size=20).map(" ".join))
def test_resolutions_come_in_order_at_most_one_a_mention_and_always_the_same(people, text):
    resolutions = people(text)
    starts = [r.mention.start for r in resolutions]
    assert starts == sorted(set(starts))
    assert resolutions == people(text)
    assert all(r.is_mangled or r.score == 1 for r in resolutions)


@pytest.mark.parametrize("unit", ["ANGELA MERKEL ", "Angela Merkal. ", "Merkel ", "Angela Qzv ", "Kenyan President "])
def test_long_runs_of_capitals_are_resolved_in_one_pass(people, unit):
    # A pass per name over all others would not come back within the test run.
    assert len(people("Angela Merkel spoke. " + unit * 20_000)) >= 1
