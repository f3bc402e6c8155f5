"""Inline suppression: which comments ask for it, and how far each reaches."""

from hypothesis import given
from hypothesis import strategies as st

from mtcheck.directives import codes_of_comment, directives, masked, parse_codes

TWO_LINES = "First line. <!-- mtcheck: ignore NAM001 -->\nSecond line."


def reach(text):
    [found] = directives(text)
    return text[found.reach_start : found.reach_end]


def test_a_comment_beside_words_reaches_its_line():
    assert reach(TWO_LINES) == "First line. <!-- mtcheck: ignore NAM001 -->\n"


def test_a_comment_alone_on_its_line_reaches_the_next_with_words():
    assert reach("One.\n<!-- mtcheck: ignore NAM -->\n\n  \nTwo.\nThree.") == "Two.\n"
    assert reach("One.\r\n<!-- mtcheck: ignore NAM -->\r\nTwo.\r\nThree.") == "Two.\r\n"


def test_a_comment_below_everything_reaches_nothing():
    [found] = directives("One.\n<!-- mtcheck: ignore NAM -->\n")
    assert not found.covers("NAM001", 0)


def test_ignore_article_reaches_everything():
    text = "One.\nTwo. <!-- mtcheck: ignore-article SPC -->\nThree."
    assert reach(text) == text


def test_codes_are_prefixes_in_any_case_and_none_means_every_rule():
    [found] = directives("Words. <!-- mtcheck: ignore nam, SPC001 -->")
    assert found.codes == ("NAM", "SPC001")
    assert found.covers("NAM006", 0)
    assert not found.covers("SPC002", 0)
    assert directives("Words. <!-- mtcheck: ignore -->")[0].covers("PHR001", 0)
    assert parse_codes("NAM001 all") == ()


def test_what_comes_with_the_article_reaches_all_of_it():
    [found] = directives("One.\nTwo.", ["NAM001"])
    assert (found.start, found.end) == (0, 0)
    assert found.covers("NAM001", 7)


def test_other_comments_are_none():
    for text in (
        "<!-- ignore NAM001 -->",
        "mtcheck: ignore NAM001",
        "<!-- mtcheck: ignores NAM001 -->",
        "<!-- mtcheck: ignore\nX -->",
    ):
        assert directives(text) == ()


def test_the_inside_of_a_comment_of_a_page():
    assert codes_of_comment(" mtcheck: ignore NAM001,SPC ") == ("NAM001", "SPC")
    assert codes_of_comment("mtcheck:ignore") == ("ALL",)
    assert codes_of_comment(" a comment ") == ()


@given(
    st.text(alphabet=st.sampled_from("ab.\n\r <!->"), max_size=30),
    st.text(alphabet=st.sampled_from("ab.\n "), max_size=30),
)
def test_masked_text_keeps_its_length_and_all_other_characters(before, after):
    text = f"{before}<!-- mtcheck: ignore NAM001 -->{after}"
    found = directives(text)
    hidden = masked(text, found)
    assert len(hidden) == len(text)
    assert "NAM001" not in hidden
    inside = {i for d in found for i in range(d.start, d.end)}
    assert all(hidden[i] == text[i] for i in range(len(text)) if i not in inside)


@given(st.text(alphabet=st.sampled_from("ab.\n\r <!->mtcheck:ignore"), max_size=200))
def test_any_text_can_be_looked_at(text):
    for found in directives(text):
        assert 0 <= found.start <= found.end <= len(text)
        assert 0 <= found.reach_start <= found.reach_end <= len(text)


def test_many_comments_cost_time_linear_in_their_number():
    text = "Words. <!-- mtcheck: ignore NAM001 -->\n" * 2_000
    assert len(directives(text)) == 2_000
