"""Abbreviations, by whether a sentence can end with one."""

import pytest

from mtcheck.abbreviations import Ending, begins_after_initial, ending_of, goes_with_time, is_starter


@pytest.mark.parametrize(
    ("word", "ending"),
    [
        ("Gen", Ending.NEVER),
        ("Messrs", Ending.NEVER),
        ("vs", Ending.NEVER),
        ("e.g", Ending.NEVER),
        ("No", Ending.UNLESS_NUMBER),
        ("pp", Ending.UNLESS_NUMBER),
        ("Inc", Ending.SOMETIMES),
        ("U.S", Ending.SOMETIMES),
        ("Ph.D", Ending.SOMETIMES),
        ("J", Ending.SOMETIMES),
        ("Nov", Ending.SOMETIMES),
        ("a.m", Ending.TIME),
        ("gen", Ending.ALWAYS),
        ("mass", Ending.ALWAYS),
        ("Sun", Ending.ALWAYS),
        ("", Ending.ALWAYS),
        ("bbc.co.uk", Ending.ALWAYS),
        ("example.com", Ending.ALWAYS),
        ("etc", Ending.ALWAYS),
    ],
)
def test_endings(word, ending):
    assert ending_of(word) is ending


def test_capitals_are_read_as_the_printed_form_only_among_capitals():
    assert ending_of("GEN") is Ending.ALWAYS
    assert ending_of("GEN", is_all_caps=True) is Ending.NEVER
    assert ending_of("VS", is_all_caps=True) is Ending.NEVER
    assert ending_of("RAIN", is_all_caps=True) is Ending.ALWAYS


def test_starters_are_told_from_names():
    assert is_starter("The")
    assert is_starter("It’s")
    assert not is_starter("Treasury")
    assert begins_after_initial("The")
    assert not begins_after_initial("So")


def test_days_and_zones_belong_to_a_time():
    assert goes_with_time("Tuesday")
    assert goes_with_time("GMT")
    assert not goes_with_time("Police")
