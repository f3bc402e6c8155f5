"""Sentences of news text: where they end, and that their offsets are exact."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.segmentation import segment

GOLD = Path(__file__).parents[1] / "benchmarks" / "segmentation"
MARK = "‖"
INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad\u200e\u202a"

_WORDS = "Ann said the The U.S Mr a.m No 10 $1.5 é 日本 www.x.com"
_MARKS = '. ! ? … ... 。 " “ ” ’ ( ) • — 😀 [3]'
_BLANKS = [" ", "  ", "\n", "\r\n", "\n\n", "\ufeff", "\u200b", "\xa0", "\x00"]
pieces = st.sampled_from([*_WORDS.split(), *_MARKS.split(), *_BLANKS])
texts = st.lists(pieces, max_size=60).map("".join) | st.text(max_size=200)


def sentences(text):
    return [s.text for s in segment(text)]


def check(marked, joiner=" "):
    """`marked` has `|` where one sentence ends and the next begins."""
    parts = [part.strip() for part in marked.split("|")]
    assert sentences(joiner.join(parts)) == parts


def gold_rows():
    return [json.loads(line) for line in (GOLD / "gold.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("row", gold_rows(), ids=lambda row: row["case"])
def test_gold_passage(row):
    parts = row["text"].split(MARK)
    assert sentences("".join(parts)) == [part.strip() for part in parts]


def test_heldout_passages_are_mostly_right():
    rows = [
        json.loads(line)["text"].split(MARK)
        for line in (GOLD / "heldout.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    right = sum(sentences("".join(parts)) == [part.strip() for part in parts] for parts in rows)
    assert right >= len(rows) - 2


@pytest.mark.parametrize(
    "marked",
    [
        "“We lost. | We played badly,” he said. | Nobody disagreed.",
        "“Who called?” Dr. Amaro asked. | “My son,” she said.",
        "“Who called?” | Amaro said nothing.",
        "“It floats.” said the builder. | Nobody believed it.",
        "“Leave!” shouted Ikram. | “Now!” | The hall emptied.",
        'She wrote "I am done." | He read it twice.',
        "He works in the U.S. | He was born in Peru. | He met U.S. President Adams.",
        "He posted it on X. | Nobody answered. | She is older than I. | Tom is not.",
        "They won’t. | Few would. | It cost $40m. | Nobody paid.",
        "The shop is run by AT&T. | Customers left.",
        "It began at 8 a.m. Beijing time. | It ended at 9 p.m. | Guests left.",
        "Col. Ruiz and Lt. Gen. Abe spoke. | Sens. Li and Roy did not.",
        "He was 5. | She was 7. | They ranked No. 3 and No. 4.",
        "The film “Who?” won. | Its director wept. | He said (!) it was luck.",
        "It rained … and rained. | We left... | The road was gone.",
        "We think that ... I mean, I think so. | Yes.",
        "Norway won. | 🎉 The crowd sang. | © 2019 The Fjord Post.",
        "He asked when. | eBay did not answer. | iRobot did.",
        "She stayed. | “... We all did,” he said. | … Then it rained. | “’Don’t go,’ I said.”",
        "The harbour in theU.S. Virgin Islands is shut. | It was damaged.",
        "Ölund came first. | Çelik was second.",
    ],
)
def test_sentences_end_where_a_reader_ends_them(marked):
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "The tax was cut, officials said.|The debt grew.",
        "It was built in 1974.|The roof fell in.",
        "“It is over.”|The guests left.",
        "Sales fell in Europe.|McAllister resigned.",
        "Is it safe?|Engineers doubt it.",
        "The line is closed.|“We are sorry,” it said.",
        "The harbour at night.|(Ines Pau/Harbour News)",
        "The harbour on Oct. 14.|(Ines Pau/Harbour News)",
    ],
)
def test_a_missing_blank_after_the_stop_is_seen(marked):
    check(marked, joiner="")


@pytest.mark.parametrize(
    "text",
    [
        "Write to Desk.Editor@example.com or see www.example.com/About.Us today",
        "He runs Example.Com from home",
        "See https://example.org/a?b=The.End&c=D.E for the list",
        "Open report.Pdf first",
        "The U.S.Navy and Dr.Osei met",
        "Clause 3.C and 2.5 and 1,000.50 apply",
        "She earns 3.30 an hour, e.g. Monday to Friday, vs. Ann",
        "U.S. And Canada Sign Deal On Timber",
        "J. R. R. Tolkien, A.N. Wilson and P. D. James",
    ],
)
def test_one_sentence_stays_one(text):
    assert sentences(text) == [text]


def test_a_detached_quotation_mark_goes_to_the_side_it_belongs_to():
    check('" We saw it . " | He left . | " It was big , " she said .')


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\u2028", "\n\n", "\r\n \t\r\n"])
def test_lines_are_paragraphs(line_break):
    parts = ["Ferry runs aground", "All aboard were saved, the owners", "said.", "The captain was"]
    assert sentences(line_break.join(parts)) == parts


def test_hard_wrapped_lines_are_joined_and_blank_lines_are_not():
    lines = [
        "The council of the island voted on Tuesday night to close its only",
        "airport for the winter, and to pay the ferry company to run twice a",
        "day instead. Islanders were divided over",
        "",
        "the plan",
    ]
    found = sentences("\n".join(lines))
    assert found == ["\n".join(lines[:2]) + "\nday instead.", "Islanders were divided over", "the plan"]


def test_a_list_of_headlines_is_not_hard_wrapped():
    lines = [
        "Storm closes three ports in the north of the country",
        "Minister denies that she knew of the report in May",
    ] * 4
    assert sentences("\n".join(lines)) == lines


def test_ends_carry_no_blank_or_invisible_character():
    text = "\ufeff\u200b\xa0 Rain fell.\u200b \xa0\ufeff\u200bSnow fell. \u200b\r\n\u2060\n"
    assert sentences(text) == ["Rain fell.", "Snow fell."]
    assert sentences("a\u200bb\u200d c.") == ["a\u200bb\u200d c."]


@pytest.mark.parametrize("text", ["", " ", "\n\n", INVISIBLE, "\x00\x07", "\ufeff \u200b\r\n"])
def test_nothing_visible_is_no_sentence(text):
    assert segment(text) == ()


@pytest.mark.parametrize("text", ["...", '"', "•", "***", "?!", "😀", ". . .", "(", "\ud800"])
def test_marks_alone_are_one_sentence(text):
    assert sentences(text) == [text]


@given(texts)
def test_offsets_are_exact_and_in_order(text):
    position = 0
    for index, sentence in enumerate(segment(text)):
        assert sentence.index == index
        assert position <= sentence.start < sentence.end <= len(text)
        assert text[sentence.start : sentence.end] == sentence.text
        position = sentence.end


@given(texts)
def test_every_visible_character_lies_in_one_sentence(text):
    outside, position = "", 0
    for sentence in segment(text):
        outside += text[position : sentence.start]
        position = sentence.end
    outside += text[position:]
    assert all(c.isspace() or unicodedata.category(c) in ("Cc", "Cf", "Zs", "Zl", "Zp") for c in outside)


@given(texts)
def test_no_sentence_has_blank_ends(text):
    for sentence in segment(text):
        assert sentence.text == sentence.text.strip().strip(INVISIBLE)


@given(st.lists(texts, max_size=4))
def test_blank_lines_make_independent_parts(parts):
    """Lines cannot be paragraphs in one part and wrapped in another, so parts here are single lines."""
    parts = [" ".join(part.split()) for part in parts]
    assert sentences("\n\n".join(parts)) == [s for part in parts for s in sentences(part)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("1" * 1_000_000, 1),
        ('"' * 100_000, 1),
        ("“" * 100_000, 1),
        ('."' * 100_000, 1),
        ('. " ' * 100_000, 1),
        ("." * 1_000_000, 1),
        ("(" * 100_000, 1),
        ("word " * 400_000, 1),
        ("A. " * 100_000, 1),
        (" " * 1_000_000, 0),
        ("\n" * 300_000, 0),
        ("\u200b" * 300_000, 0),
        ("Rain fell." + " " * 1_000_000 + "Snow fell.", 2),
        ("The plan is ready. " * 50_000, 50_000),
        ("wrapped words that go on here and there for the width\n" * 20_000, 1),
    ],
    ids=lambda value: repr(value[:12]) if isinstance(value, str) else str(value),
)
def test_hostile_text_is_cut_like_any_other(text, count):
    assert len(segment(text)) == count
