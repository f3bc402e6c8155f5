"""JSON Lines: every row an article or a reason, one at a time."""

import gzip
import io
import json
import sys
from datetime import date
from itertools import count, islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.article import Article, SkippedInput
from mtcheck.sources import jsonlines, read

from .conftest import from_stdin


def rows(*lines, name="feed.jsonl"):
    return from_stdin("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), name=name)


def test_a_row_gives_its_fields():
    (item,) = rows(
        {
            "id": "n-1",
            "text": "Text.\r\n",
            "title": "Title",
            "published": "2024-02-29",
            "url": "https://example.org/1",
            "language": "en-GB",
            "section": ["unknown keys", "are left alone"],
        }
    )
    assert item == Article(
        text="Text.\r\n",
        id="n-1",
        source="feed.jsonl",
        title="Title",
        published=date(2024, 2, 29),
        url="https://example.org/1",
        language="en",
    )


@pytest.mark.parametrize(
    ("given_id", "expected"),
    [("a", "a"), (7, "7"), (1.5, "1.5"), (0, "0"), (None, "feed.jsonl:1"), ("", "feed.jsonl:1")],
)
def test_ids_are_strings_or_numbers_or_the_place(given_id, expected):
    (item,) = rows({"id": given_id, "text": "Text."})
    assert (item.id, item.notes) == (expected, ())


def test_an_id_of_another_kind_is_left_out_with_a_note():
    (item,) = rows({"id": [1], "text": "Text."})
    assert (item.id, item.notes) == ("feed.jsonl:1", ("id is neither a string nor a number: left out",))


@pytest.mark.parametrize(
    "written",
    [
        "2025-08-20",
        "20250820",
        "2025-08-20T23:30:00Z",
        "2025-08-20T23:30:00.123-05:00",
        "2025-08-20 01:00",
        "Wed, 20 Aug 2025 23:30:00 -0500",
    ],
)
def test_dates_are_the_day_as_written(written):
    (item,) = rows({"text": "Text.", "published": written})
    assert (item.published, item.notes) == (date(2025, 8, 20), ())


@pytest.mark.parametrize("written", ["soon", "2025-02-30", "20/08/2025", 1755700000, [], "9" * 5000, "0000-01-01"])
def test_bad_dates_are_noted(written):
    (item,) = rows({"text": "Text.", "published": written})
    assert (item.published, item.notes) == (None, ("published is not a date: left out",))


@pytest.mark.parametrize(
    ("tag", "code"), [("fr", "fr"), ("EN_us", "en"), ("eng", "en"), ("English", "en"), ("", None), ("?", None)]
)
def test_languages_are_reduced_to_the_primary_one(tag, code):
    (item,) = rows({"text": "Text.", "language": tag})
    assert item.language == code


def test_fields_of_the_wrong_kind_are_noted():
    (item,) = rows({"text": "Text.", "title": 3, "url": {}, "language": []})
    assert (item.title, item.url, item.language) == (None, None, None)
    assert item.notes == (
        "title is not a string: left out",
        "url is not a string: left out",
        "language is not a string: left out",
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{oops", "line 2: not valid JSON (Expecting property name enclosed in double quotes at column 2)"),
        ('{"text": "cut of', "line 2: not valid JSON (Unterminated string starting at column 10)"),
        ('{"text": "a"} {"text": "b"}', "line 2: not valid JSON (Extra data at column 15)"),
        ("[1]", "line 2: not an object but a list"),
        ('"text"', "line 2: not an object but a string"),
        ("17", "line 2: not an object but a number"),
        ("null", "line 2: not an object but null"),
        ("{}", "line 2: no text"),
        ('{"text": null}', "line 2: no text"),
        ('{"text": 5}', "line 2: text is not a string but a number"),
        ('{"text": ["a"]}', "line 2: text is not a string but a list"),
        ('{"text": " \\n"}', "line 2: empty"),
        ("[" * 100_000, "line 2: JSON nested too deeply"),
        ('{"text": "a", "n": ' + "9" * 5_000 + "}", "line 2: JSON with a number too long to read"),
    ],
)
def test_a_broken_row_is_skipped_and_the_others_go_on(line, expected):
    first, second, third = rows({"id": 1, "text": "One."}, line, {"id": 3, "text": "Three."})
    assert (first.text, third.text) == ("One.", "Three.")
    assert second == SkippedInput(id="feed.jsonl:2", source="feed.jsonl", reason=expected)


def test_a_skipped_row_keeps_its_own_id():
    (item,) = rows({"id": "n-9", "text": 5})
    assert item.id == "n-9"


def test_blank_lines_are_passed_over_and_counted():
    (item,) = rows("", "  ", {"text": "Text."}, "")
    assert item.id == "feed.jsonl:3"


@pytest.mark.parametrize("content", ["", "\n\n", " \r\n"])
def test_no_row_at_all_is_empty(content):
    (item,) = from_stdin(content, name="feed.jsonl")
    assert item.reason == "empty"


def test_repeated_ids_are_kept_and_noted():
    items = rows({"id": "a", "text": "One."}, {"id": "b", "text": "Two."}, {"id": "a", "text": "Three."})
    assert [item.id for item in items] == ["a", "b", "a"]
    assert [item.notes for item in items] == [(), (), ("the id is also that of an earlier row",)]


def test_ids_are_remembered_in_bounded_memory(monkeypatch):
    monkeypatch.setattr(jsonlines, "REMEMBERED_IDS", 2)
    items = rows(*({"id": id, "text": "Text."} for id in "abcab"))
    assert [bool(item.notes) for item in items] == [False] * 5


def test_lone_surrogates_become_replacement_characters_of_the_same_length():
    (item,) = rows('{"text": "a\\ud800b", "id": "\\udfff", "title": "\\ud83d\\ude00"}')
    assert (item.text, item.id, item.title) == ("a\ufffdb", "\ufffd", "😀")
    assert item.notes == ("characters that do not exist (lone surrogates) replaced by U+FFFD",)


def test_byte_order_mark_before_the_first_row_is_no_part_of_it():
    assert [item.text for item in from_stdin('\ufeff{"text": "Å"}\n{"text": "b"}', name="feed.jsonl")] == ["Å", "b"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_utf_16_and_32_are_read(encoding):
    content = '{"text": "\u2028Ålesund\u010a"}\n{bad\n{"text": "b"}\n'
    items = from_stdin(content.encode(encoding), name="feed.jsonl")
    assert [getattr(item, "text", None) for item in items] == ["\u2028Ålesund\u010a", None, "b"]


def test_a_row_in_windows_1252_is_read_with_a_note():
    data = '{"text": "Ålesund"}\n'.encode() + '{"text": "It’s Ålesund again"}\n'.encode("cp1252")
    items = from_stdin(data, name="feed.jsonl")
    assert [(item.text, item.notes) for item in items] == [
        ("Ålesund", ()),
        ("It’s Ålesund again", ("read as windows-1252",)),
    ]


def test_too_long_rows_are_passed_over(monkeypatch):
    monkeypatch.setattr(jsonlines, "MAX_ROW_BYTES", 1 << 20)
    first, second = rows({"text": "a" * (3 << 20)}, {"text": "b"})
    assert first.reason == "line 1: longer than 1 MB"
    assert (second.text, second.id) == ("b", "feed.jsonl:2")


class Endless(io.RawIOBase):
    """A stream of rows without end that counts how many were asked for."""

    def __init__(self):
        self.given = count(1)
        self.rows = 0

    def readable(self):
        return True

    def readinto(self, buffer):
        self.rows = next(self.given)
        row = b'{"id": %d, "text": "Text."}\n' % self.rows
        buffer[: len(row)] = row
        return len(row)


def test_rows_are_read_only_when_asked_for():
    stream = Endless()
    articles = read(["-"], stdin=io.BufferedReader(stream), stdin_name="feed.jsonl")
    assert stream.rows == 0
    assert [next(articles).id for _ in range(3)] == ["1", "2", "3"]
    assert stream.rows <= 4


def test_memory_stays_flat_over_many_rows():
    import tracemalloc

    articles = read(["-"], stdin=io.BufferedReader(Endless()))
    list(islice(articles, 200))
    tracemalloc.start()
    try:
        for _ in islice(articles, 5_000):
            pass
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 2_000_000


def test_gzip_is_unpacked(write):
    name = write("feed.jsonl.gz", gzip.compress(b'{"text": "a"}\n{"text": "b"}\n'))
    assert [(item.text, item.id) for item in read([name])] == [("a", f"{name}:1"), ("b", f"{name}:2")]


def test_gzip_is_told_by_content_not_by_name():
    assert [item.text for item in from_stdin(gzip.compress(b'{"text": "a"}\n'))] == ["a"]


def test_damaged_gzip_gives_the_rows_before_the_damage():
    lines = b"".join(b'{"text": "row %d of many"}\n' % n for n in range(20_000))
    packed = gzip.compress(lines)
    *articles, last = from_stdin(packed[: len(packed) // 2], name="feed.jsonl.gz")
    assert articles
    assert articles[0].text == "row 0 of many"
    assert last == SkippedInput(id="feed.jsonl.gz", source="feed.jsonl.gz", reason="damaged gzip data")


def test_gzip_bombs_are_refused():
    packed = gzip.compress(b"0" * 100_000_000)
    (item,) = from_stdin(packed, name="feed.jsonl.gz")
    assert item.reason == "gzip data that unpacks to more than 200 times its size"


def test_gzip_in_gzip_is_binary():
    (item,) = from_stdin(gzip.compress(gzip.compress(b"{}")), name="feed.jsonl.gz")
    assert item.reason == "binary file (gzip archive)"


def test_recursion_limit_is_left_alone():
    before = sys.getrecursionlimit()
    rows("[" * 100_000)
    assert sys.getrecursionlimit() == before


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
keys = st.sampled_from(["id", "text", "title", "published", "date_published", "url", "language", "content_html"])


@given(st.lists(json_values | st.dictionaries(keys, json_values), min_size=1, max_size=5))
def test_any_json_row_gives_one_item(values):
    items = rows(*values)
    assert len(items) == len(values)
    for item in items:
        assert item.id
        item.id.encode("utf-8")


@given(st.text(min_size=1))
def test_any_text_comes_back_as_it_was(text):
    (item,) = rows({"text": text})
    if isinstance(item, Article):
        assert item.text == text
    else:
        assert item.reason == "line 1: empty"
        assert not text.strip().strip("\ufeff").strip()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("NAM001", ("NAM001",)),
        (["nam001, SPC", "ROL"], ("NAM001", "SPC", "ROL")),
        ("all", ("ALL",)),
        (None, ()),
        ([], ()),
    ],
)
def test_a_row_may_name_rules_to_leave_out(given, expected):
    (item,) = rows({"id": "a", "text": "Text.", "mtcheck_ignore": given})
    assert (item.ignored, item.notes) == (expected, ())


@pytest.mark.parametrize("given", [3, {"NAM001": True}, [3], True])
def test_anything_else_there_is_noted(given):
    (item,) = rows({"id": "a", "text": "Text.", "mtcheck_ignore": given})
    assert item.ignored == ()
    assert "mtcheck_ignore is not a list of rule codes" in item.notes[0]
