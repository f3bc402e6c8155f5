"""Plain text is read as it stands, whatever encoding it has."""

import json

import pytest

from mtcheck.sources import text

from .conftest import FIRST, SECOND, article, from_stdin, reason


@pytest.mark.parametrize(
    "content",
    [
        "One line.",
        "Two lines.\nSecond line.\n",
        "Windows\r\nline ends\r\nsurvive.\r\n",
        "\ufeffA byte order mark counts as a character.",
        "No\u00a0break, zero\u200bwidth, soft\u00adhyphen, \u2028line separator, \x0cform feed.",
        "Astral 😀 characters are one code point.",
        "  Leading and trailing space stay.  \n\n",
    ],
)
def test_text_is_the_content(content):
    assert article(content, "a.txt").text == content


def test_offsets_count_code_points_from_the_beginning_of_the_file():
    content = "\ufeffOslo\r\n\u200bBergen 😀 Tromsø"
    assert article(content, "a.txt").text.index("Tromsø") == content.index("Tromsø") == 17


def test_file_gives_id_and_source_as_its_path_was_given(write):
    from mtcheck.sources import read

    write("news/a.txt", "Text.")
    (item,) = read(["./news/a.txt"])
    assert (item.id, item.source, item.title, item.notes) == ("./news/a.txt", "./news/a.txt", None, ())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_byte_order_mark_tells_utf_16_and_32(encoding):
    content = "Kraków’s mayor spoke."
    data = content.encode(encoding) if encoding in ("utf-16", "utf-32") else f"\ufeff{content}".encode(encoding)
    assert article(data, "a.txt").text == f"\ufeff{content}"


def test_windows_1252_is_read_with_a_note():
    content = "“It’s not over”, said the café’s owner – twice."
    read = article(content.encode("cp1252"), "a.txt")
    assert (read.text, read.notes) == (content, ("read as windows-1252",))


def test_other_encodings_are_told_by_their_look():
    content = "Губернатор области заявил в понедельник, что мост через реку будет открыт до начала зимы. " * 5
    read = article(content.encode("cp1251"), "a.txt")
    assert read.text == content
    assert read.notes == ("read as windows-1251",)


def test_a_damaged_character_does_not_turn_utf_8_into_something_else():
    data = "Tromsø, Ålesund and Bodø".encode() + b"\xc3"
    read = article(data, "a.txt")
    assert read.text == "Tromsø, Ålesund and Bodø\ufffd"
    assert read.notes == ("1 damaged UTF-8 character replaced by U+FFFD",)


@pytest.mark.parametrize("content", [b"", b" \r\n\t ", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n", b"\xff\xfe"])
def test_blank_files_are_empty(content):
    assert reason(content, "a.txt") == "empty"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "binary file (PDF)"),
        (b"\x89PNG\r\n\x1a\n", "binary file (PNG image)"),
        (b"\xff\xd8\xff\xe0", "binary file (JPEG image)"),
        (b"PK\x03\x04\x14", "binary file (ZIP archive or office document)"),
        (b"{\\rtf1 Hello", "binary file (RTF document)"),
        (b"Some text\0and more", "binary file"),
        (b"\x01\x02\x03\x04abc\x05\x06", "binary file"),
        (b"\xff\xfe" + b"\x00\xdc" * 9, "not valid UTF-16, which its byte order mark announces"),
        (bytes(range(0x80, 0x100)) * 3, "neither UTF-8 nor another encoding that fits"),
    ],
)
def test_what_is_no_text_is_skipped(content, expected):
    assert reason(content, "a.txt") == expected


def test_too_large_files_are_skipped(monkeypatch):
    monkeypatch.setattr(text, "MAX_BYTES", 1 << 20)
    assert reason(b"a" * ((1 << 20) + 1), "a.txt") == "larger than 1 MB"


def test_suffix_decides_against_content():
    assert article("<html>is how pages begin.", "a.txt").text == "<html>is how pages begin."


@pytest.mark.parametrize("content", ["Plain words.", "[Reuters] Oslo – Words.", "<3 is a heart.", "{sic} he said", "#"])
def test_standard_input_is_text_where_nothing_else_is_seen(content):
    assert [item.text for item in from_stdin(content)] == [content]


def test_only_plain_text_is_its_file():
    assert article(FIRST, "a.txt").is_file
    assert not article(f"<html><body><p>{FIRST}</p><p>{SECOND}</p></body></html>", "a.html").is_file
    assert not article(json.dumps({"text": FIRST}), "a.jsonl").is_file


@pytest.mark.parametrize(("encoding", "name"), [("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16")])
@pytest.mark.parametrize("content", [FIRST, SECOND + "\r\n", "“Quoted” – and more – from Tromsø"])
def test_utf_16_without_a_byte_order_mark_is_read_with_a_note(encoding, name, content):
    item = article(content.encode(encoding), "a.txt")
    assert item.text == content
    assert item.notes == (f"read as {name}: there is no byte order mark",)


@pytest.mark.parametrize(
    "content",
    [
        b"\0" * 100,
        b"a\0" * 3,
        bytes(range(256)) * 20,
        b"RIFF" + b"\x07\0\xf0\xff" * 500,
        FIRST.encode("utf-16-le")[:60] + b"\xff\xdb" * 200,
        FIRST.encode() + b"\0" + SECOND.encode(),
    ],
)
def test_other_bytes_with_zeros_are_binary(content):
    assert reason(content, "a.txt").startswith("binary file")


def test_rows_in_utf_16_without_a_byte_order_mark_are_read():
    rows = "".join(json.dumps({"id": str(n), "text": FIRST}) + "\n" for n in range(3))
    assert [item.text for item in from_stdin(rows.encode("utf-16-le"), name="a.jsonl")] == [FIRST] * 3


@pytest.mark.parametrize("name", ["feed.csv", "FEED.TSV", "feed.csv.gz"])
def test_tables_are_refused_with_a_way_out(name):
    said = reason(f"id,text\n1,{FIRST}\n", name)
    assert "is not read" in said
    assert "JSON Lines" in said
    (item,) = from_stdin(FIRST, name=name, format="text")
    assert item.text == FIRST
