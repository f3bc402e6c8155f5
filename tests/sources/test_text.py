"""Plain text is read as it stands, whatever encoding it has."""

import pytest

from mtcheck.sources import text

from .conftest import article, from_stdin, reason


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
