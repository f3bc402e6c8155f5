"""Which words of a round trip differ from its original."""

from hypothesis import given
from hypothesis import strategies as st

from mtcheck.models.training.alignment import damage

words = st.lists(st.sampled_from(["the", "front", "line", "held", "was"]), max_size=8)


def test_changed_and_added_words_are_damage():
    human = "they held the front line for days".split()
    machine = "they held the confrontation line for the days".split()
    assert damage(human, machine) == [0, 0, 0, 1, 0, 0, 1, 0]


def test_case_is_no_damage():
    assert damage(["The", "line"], ["the", "LINE"]) == [0, 0]


@given(words)
def test_a_text_is_no_damage_to_itself(text):
    assert damage(text, text) == [0] * len(text)


@given(words, words)
def test_every_word_has_a_label(human, machine):
    assert len(damage(human, machine)) == len(machine)
