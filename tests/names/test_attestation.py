"""What a word of a name may be besides."""

import pytest


@pytest.fixture(scope="module")
def attestation(resources):
    return resources.resolver.attestation


@pytest.mark.parametrize(("word", "is_common"), [("snack", True), ("triumph", True), ("merkel", False), ("", False)])
def test_common_words(attestation, word, is_common):
    assert attestation.is_common_word(word) is is_common


@pytest.mark.parametrize(
    ("word", "in_news", "known"),
    [("merkel", True, True), ("abernathy", False, True), ("quessal", False, False), ("snack", False, False)],
)
def test_names_of_the_news_and_of_the_census(attestation, word, in_news, known):
    assert attestation.is_in_news(word) is in_news
    assert attestation.is_known_name(word) is known


def test_given_names(attestation):
    assert attestation.is_given_name("angela")
    assert attestation.is_given_name("narendra")
    assert not attestation.is_given_name("naranda")


def test_several_words_are_a_name_if_all_of_them_are(attestation):
    assert attestation.is_family_name("merkel abernathy")
    assert not attestation.is_family_name("merkel quessal")


@pytest.mark.parametrize(
    ("word", "is_unseen"), [("quessal", True), ("merkel", False), ("the", False), ("angela", False)]
)
def test_unseen_words(attestation, word, is_unseen):
    assert attestation.is_unseen(word) is is_unseen
