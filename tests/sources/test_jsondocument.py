"""JSON documents: one article, lists, JSON Feed, and JSON Lines under another name."""

import json
from datetime import date

import pytest

from mtcheck.article import SkippedInput

from .conftest import from_stdin, reason


def document(value, name="news.json"):
    return from_stdin(value if isinstance(value, str) else json.dumps(value, indent=1), name=name)


def test_one_object_is_one_article():
    (item,) = document({"text": "Text.", "title": "Title"})
    assert (item.text, item.title, item.id) == ("Text.", "Title", "news.json")


@pytest.mark.parametrize("wrap", [lambda items: items, lambda items: {"articles": items, "next": None}])
def test_lists_give_an_item_each(wrap):
    first, second, third = document(wrap([{"text": "a"}, 7, {"id": "x", "text": "b"}]))
    assert (first.text, first.id) == ("a", "news.json:1")
    assert second == SkippedInput(id="news.json:2", source="news.json", reason="item 2: not an object but a number")
    assert (third.text, third.id) == ("b", "x")


def test_json_feed_is_read():
    (item,) = document(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "A feed",
            "items": [
                {
                    "id": "https://example.org/1",
                    "url": "https://example.org/1",
                    "content_html": "<p>Fish &amp; chips</p><script>no()</script><p>cost more.</p>",
                    "date_published": "2024-05-01T00:00:00Z",
                }
            ],
        }
    )
    assert (item.text, item.published) == ("Fish & chips\ncost more.", date(2024, 5, 1))


def test_json_lines_called_json_are_read_as_such():
    items = from_stdin('{"id": 1, "text": "a"}\n{oops\n{"id": 2, "text": "b"}\n', name="news.json")
    assert [item.id for item in items] == ["1", "news.json:2", "2"]


def test_json_lines_called_json_whose_first_row_is_long_are_read_as_such():
    items = from_stdin(json.dumps({"text": "a" * 100_000}) + "\n" + json.dumps({"text": "b"}), name="news.json")
    assert [len(item.text) for item in items] == [100_000, 1]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", "empty"),
        ("[]", "the list of articles is empty"),
        ('{"articles": []}', "the list of articles is empty"),
        ("{", "not valid JSON (Expecting property name enclosed in double quotes at column 2)"),
        ('{\n "text": oops}', "not valid JSON (Expecting value at line 2, column 10)"),
        ('"text"', "not an object but a string"),
        ('{"title": "No text"}', "no text"),
        ("[" * 100_000, "JSON nested too deeply"),
        (b"[\0]", "binary file"),
    ],
)
def test_what_cannot_be_read_is_skipped(content, expected):
    assert reason(content, "news.json") == expected


@pytest.mark.parametrize(
    ("content", "ids"),
    [
        ('{"id": 1, "text": "a"}\n{"id": 2, "text": "b"}\n', ["1", "2"]),
        ('{"id": 1, "text": "a"}', ["1"]),
        ('{"id": 1, "text": "cut o\n{"id": 2, "text": "b"}\n', ["-:1", "2"]),
        ('{\n"id": 1,\n"text": "a"\n}', ["1"]),
        ('[\n{"id": 1, "text": "a"}]', ["1"]),
        ('[{"id": 1, "text": "a"}]', ["1"]),
        ('\ufeff{"id": 1, "text": "a"}\n', ["1"]),
    ],
)
def test_standard_input_is_told_by_its_first_line(content, ids):
    assert [item.id for item in from_stdin(content)] == ids
