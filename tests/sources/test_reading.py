"""Paths, folders, streams: what is opened, in which order, and what happens when it cannot be."""

import io
import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.article import Article, SkippedInput
from mtcheck.sources import read
from mtcheck.sources.detect import FORMATS, detect
from mtcheck.sources.interface import MAX_REASON, one_line

from .conftest import from_stdin, page

LIBRARIES = ("trafilatura", "feedparser", "lxml", "charset_normalizer")


def test_paths_are_read_in_the_order_given(write):
    write("b.txt", "B")
    write("a.txt", "A")
    assert [item.text for item in read(["b.txt", "a.txt", "b.txt"])] == ["B", "A", "B"]


@pytest.mark.parametrize("path", ["missing.txt", "", "a\0b", "a.txt/b", "\udcff"])
def test_missing_files_are_skipped(write, path):
    write("a.txt", "A")
    first, second = read([path, "a.txt"])
    assert first.reason == "no such file"
    assert second.text == "A"
    first.id.encode("utf-8")


def test_unreadable_files_are_skipped(write, monkeypatch):
    write("a.txt", "A")

    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    assert list(read(["a.txt"])) == [SkippedInput(id="a.txt", source="a.txt", reason="permission denied")]


def test_folders_are_read_recursively_in_a_fixed_order(write):
    for name in ("in/z.txt", "in/b/2.htm", "in/b/10.jsonl", "in/a.xml", "in/A/1.json.gz"):
        write(name, "")
    for name in ("in/README.md", "in/photo.png", "in/.hidden.txt", "in/.git/a.txt", "in/noext", "in/b/x.txt.bak"):
        write(name, "Not read.")
    expected = ["in/a.xml", "in/z.txt", "in/A/1.json.gz", "in/b/10.jsonl", "in/b/2.htm"]
    assert [item.source for item in read(["in"])] == expected


def test_a_bad_file_in_a_folder_does_not_stop_the_others(write):
    write("in/a.txt", b"\x89PNG")
    write("in/b.txt", "B")
    first, second = read(["in"])
    assert (first.id, first.reason, second.text) == ("in/a.txt", "binary file (PNG image)", "B")


def test_a_folder_without_articles_is_skipped(write):
    write("in/photo.png", b"\x89PNG")
    assert list(read(["in"])) == [SkippedInput(id="in", source="in", reason="no articles in this folder")]


def test_loops_of_links_and_pipes_are_not_followed(write, tmp_path):
    write("in/a.txt", "A")
    (tmp_path / "in/loop").symlink_to(tmp_path / "in", target_is_directory=True)
    os.mkfifo(tmp_path / "in/pipe.txt")
    assert [item.source for item in read(["in"])] == ["in/a.txt"]


def test_a_named_file_is_read_whatever_its_suffix(write):
    write("notes.md", "Text.")
    write("page", page())
    first, second = read(["notes.md", "page"])
    assert first.text == "Text."
    assert second.language == "en"


def test_standard_input_is_called_as_asked():
    (item,) = from_stdin("Text.", name="desk.txt")
    assert (item.id, item.source) == ("desk.txt", "desk.txt")


def test_standard_input_defaults_to_the_process():
    code = "from mtcheck.sources import read; print([item.text for item in read(['-'])])"
    done = subprocess.run([sys.executable, "-c", code], input=b"Text.", capture_output=True, check=True)
    assert done.stdout.decode().strip() == "['Text.']"


def test_streams_without_read1_are_read(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"Text.")
    with path.open("rb", buffering=0) as raw:
        assert [item.text for item in read(["-"], stdin=raw)] == ["Text."]


def test_a_format_overrules_name_and_content():
    (item,) = from_stdin('{"text": "a"}', name="a.jsonl", format="text")
    assert item.text == '{"text": "a"}'


def test_an_unknown_format_is_an_error_at_once():
    with pytest.raises(ValueError, match="unknown input format 'pdf'; known are text, html, feed, json, jsonl"):
        read([], format="pdf")


def test_reading_is_lazy(write):
    write("a.txt", "A")
    items = read(["a.txt", "later.txt"])
    assert next(items).text == "A"
    write("later.txt", "Written after the first was read.")
    assert next(items).text == "Written after the first was read."


@pytest.mark.parametrize(
    ("name", "head", "format"),
    [
        ("A.TXT", b"<html>", "text"),
        ("a.HTM", b"words", "html"),
        ("a.rss", b"", "feed"),
        ("a.ndjson.gz", b"", "jsonl"),
        ("a.json", b'{"text": "a"}\n{', "jsonl"),
        ("a.json", b'{"articles": []}', "json"),
        ("a", b'<?xml version="1.0"?>\n', "feed"),
        ("a", b"<!DOCTYPE HTML>", "html"),
        ("a", b"<unknown>", "feed"),
        ("a", "\ufeff<rss>".encode("utf-16-le"), "feed"),
        ("a", b"\xff\xff", "text"),
        ("a", b"", "text"),
    ],
)
def test_formats_are_told_by_name_then_content(name, head, format):
    assert detect(name, head) == format


def test_reasons_are_one_line_of_bounded_length():
    assert one_line("a\nb\tc\x1b[31m\u2028d") == "a b c [31m d"
    assert len(one_line("x" * 100_000)) == MAX_REASON


def test_importing_loads_no_library_that_reads():
    code = f"import sys, mtcheck.sources; print([m for m in {LIBRARIES} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"


def test_text_is_read_without_the_libraries_for_pages_and_feeds(write):
    write("a.txt", "Text.")
    write("a.jsonl", '{"text": "Text."}')
    code = (
        "import sys; from mtcheck.sources import read; list(read(['a.txt', 'a.jsonl']));"
        f"print([m for m in {LIBRARIES} if m in sys.modules])"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, env=environment)
    assert done.stdout.strip() == "[]"


beginnings = st.sampled_from(
    [
        b"",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xff\xfe\0\0",
        b"\x1f\x8b",
        b"<html><p>",
        b"<?xml ?>",
        b"<rss><item>",
        b"{",
        b"[",
    ]
)


@given(beginnings, st.binary(max_size=400), st.sampled_from([None, *FORMATS]))
def test_arbitrary_bytes_never_raise(beginning, content, format):
    items = list(read(["-"], stdin=io.BytesIO(beginning + content), format=format))
    assert items
    for item in items:
        assert isinstance(item, (Article, SkippedInput))
        if isinstance(item, Article):
            item.text.encode("utf-8")
        else:
            assert item.reason.isprintable()
            assert 0 < len(item.reason) <= MAX_REASON


PIECES = """
<html>|<body>|<p>|</p>|<div>|</div>|<table>|<td>|<a href='x'>|</a>|<script>|</script>|<!--|-->|<![CDATA[|]]>|&amp;|&|<|>
<rss>|<channel>|<item>|</item>|<title>|<description>|</description>|<entry>|<content type='html'>|<br/>|word|“quote”|'|"
<meta charset=utf-7>|<font style='vertical-align:inherit'>|<?xml version="1.0"?>|<!DOCTYPE|<pubDate>x</pubDate>|\ufeff
"""
pieces = st.sampled_from([piece for line in PIECES.splitlines() for piece in line.split("|")])
markup = st.lists(pieces, max_size=40).map(" ".join)


@given(markup, st.sampled_from(["html", "feed", None]))
def test_arbitrary_markup_never_raises(content, format):
    assert from_stdin(content, format=format)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_text_in_utf_8_comes_back_as_it_was(content):
    (item,) = from_stdin(content, name="a.txt")
    if isinstance(item, Article):
        assert item.text == content
