"""HTML pages: the article, what the page says of it, and pages that mean harm."""

from datetime import date

import pytest

from mtcheck.sources import html

from .conftest import BODY, FIRST, SECOND, article, from_stdin, page, reason


def test_the_article_is_found_without_its_surroundings():
    read = article(page(), "a.html")
    assert read.text == f"{FIRST}\n{SECOND}"
    assert (read.id, read.source, read.notes) == ("a.html", "a.html", ())


def test_what_the_page_says_of_the_article():
    head = (
        '<link rel="canonical" href="https://example.org/ferry">'
        '<meta property="article:published_time" content="2023-11-06T08:00:00+01:00">'
    )
    read = article(page(f"<h1>Ferry landing to close</h1>{BODY}", head=head), "a.html")
    assert read.title == "Ferry landing to close"
    assert read.published == date(2023, 11, 6)
    assert read.url == "https://example.org/ferry"
    assert read.language == "en"


def test_a_date_in_the_text_is_not_taken_for_that_of_publication():
    read = article(page(BODY + "<p>The last ferry sank on 3 May 1998, a court found in 2001.</p>"), "a.html")
    assert read.published is None


@pytest.mark.parametrize(
    ("html_attributes", "head", "language"),
    [
        ('lang="fr"', "", "fr"),
        ('xml:lang="de-AT"', "", "de"),
        ("", '<meta http-equiv="Content-Language" content="es-MX">', "es"),
        ("", "", None),
    ],
)
def test_the_declared_language_is_kept(html_attributes, head, language):
    assert article(page(html=html_attributes, head=head), "a.html").language == language


@pytest.mark.parametrize(
    "declaration", ['<meta charset="iso-8859-1">', "<meta http-equiv=x content='text/html; charset=cp1252'>"]
)
def test_a_declared_encoding_is_followed_as_browsers_do(declaration):
    read = article(page(head=declaration).encode("cp1252"), "a.html")
    assert (read.text, read.notes) == (f"{FIRST}\n{SECOND}", ())


@pytest.mark.parametrize("declared", ["zip", "punycode", "unicode_escape", "no-such", "utf-7"])
def test_declared_codecs_that_are_no_character_sets_are_not_followed(declared):
    read = article(page(head=f'<meta charset="{declared}">').encode("cp1252"), "a.html")
    assert read.notes == ("read as windows-1252",)


def test_utf_8_goes_before_a_declaration_that_is_wrong():
    assert "Tromsø" in article(page(head='<meta charset="iso-8859-1">'), "a.html").text


def test_xhtml_is_a_page_whatever_it_is_called():
    xhtml = (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">\n'
        f'<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>T</title></head>'
        f"<body>{BODY}</body></html>"
    )
    for name in ("a.xhtml", "a.xml", "-"):
        assert article(xhtml, name).text == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize(
    "content", [page(), f"<!-- c --><html><body>{BODY}</body></html>", f"<article>{BODY}</article>"]
)
def test_standard_input_is_told_by_its_beginning(content):
    (item,) = from_stdin(content)
    assert item.text == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", "empty"),
        ("<html><body></body></html>", "no article text found in the HTML"),
        ("<!DOCTYPE html>", "no article text found in the HTML"),
        (page("<div>" * 100_000 + BODY), "HTML nested more than 250 levels deep"),
        (page("<span>" * 100_000 + BODY), "HTML nested more than 250 levels deep"),
        (
            page("<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">"),
            "an HTML element with more than 1,000 attributes",
        ),
        (page("<p>" + "word <b>word</b> " * 50_000), "too many inline elements for a news page"),
        (page("".join(f"<p>a {'<i>b</i>' * 1000}</p>" for _ in range(50))), "too many inline elements for a news page"),
        (page("<div>x</div>" * 60_000), "too many HTML elements or attributes for a news page"),
        (
            page(f"<p {' '.join(f'a{n}=1' for n in range(999))}>" * 300),
            "too many HTML elements or attributes for a news page",
        ),
        (b"<html>\0</html>", "binary file"),
    ],
)
def test_what_cannot_be_read_is_skipped(content, expected):
    assert reason(content, "a.html") == expected


def test_too_large_pages_are_skipped(monkeypatch):
    monkeypatch.setattr(html, "MAX_BYTES", 1 << 20)
    assert reason(page("a" * (1 << 20)), "a.html") == "larger than 1 MB"


def test_errors_of_the_library_become_a_reason(monkeypatch):
    import trafilatura

    def fails(*_args, **_kwargs):
        raise RuntimeError("a fault\nin two lines")

    monkeypatch.setattr(trafilatura, "bare_extraction", fails)
    assert reason(page(), "a.html") == "cannot be read as HTML (RuntimeError: a fault in two lines)"


def test_nothing_is_written_to_standard_error(capfd):
    reason("<html><body></body></html>", "a.html")
    reason("<html", "a.html")
    assert capfd.readouterr() == ("", "")


def test_a_comment_may_name_rules_to_leave_out():
    read = article(
        page(f"<!-- mtcheck: ignore NAM001, SPC -->{BODY}<!-- mtcheck: ignore-article NAM001 --><!-- a -->"), "a.html"
    )
    assert read.ignored == ("NAM001", "SPC")
    assert "mtcheck" not in read.text
