"""Feeds: entries as articles, and XML that means harm."""

from datetime import date

import pytest

from mtcheck.article import Article, SkippedInput
from mtcheck.sources import feed

from .conftest import BODY, FIRST, SECOND, article, from_stdin, reason

CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'


def rss(*items, head="", prolog='<?xml version="1.0" encoding="UTF-8"?>'):
    inner = "".join(f"<item>{item}</item>" for item in items)
    return f'{prolog}<rss version="2.0" {CONTENT}><channel><title>News</title>{head}{inner}</channel></rss>'


def atom(*entries):
    inner = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"><title>News</title>{inner}</feed>'


def entries(content, name="feed.xml"):
    return from_stdin(content, name=name)


def test_an_rss_item_gives_its_fields():
    (item,) = entries(
        rss(
            "<title>Ferry &amp;amp; landing</title><guid>tag:1</guid><link>https://example.org/1</link>"
            f"<pubDate>Mon, 06 Nov 2023 23:30:00 -0500</pubDate><description>{FIRST}</description>",
            head="<language>en-us</language>",
        )
    )
    assert item == Article(
        text=FIRST,
        id="tag:1",
        source="feed.xml",
        title="Ferry & landing",
        published=date(2023, 11, 6),
        url="https://example.org/1",
        language="en",
    )


def test_an_atom_entry_gives_its_fields():
    (item,) = entries(
        atom(
            '<id>tag:2</id><title type="html">&lt;b&gt;Ferry&lt;/b&gt; landing</title>'
            '<link href="https://example.org/2"/><published>2023-11-06T08:00:00Z</published>'
            f'<updated>2023-11-09T08:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{BODY}'
            "</div></content>"
        )
    )
    assert (item.id, item.title, item.url) == ("tag:2", "Ferry landing", "https://example.org/2")
    assert (item.published, item.language) == (date(2023, 11, 6), "en")
    assert item.text == f"{FIRST}\n{SECOND}"


def test_full_content_goes_before_the_summary():
    item = article(
        rss(f"<description>Short.</description><content:encoded><![CDATA[{BODY}]]></content:encoded>"), "feed.xml"
    )
    assert item.text == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize(
    ("description", "text"),
    [
        ("Plain words.", "Plain words."),
        ("AT&amp;amp;T said “no”.", "AT&T said “no”."),
        ("Less &lt; more &amp;lt; most", "Less < more < most"),
        ("First line.\n\nSecond line.", "First line.\n\nSecond line."),
        (
            "&lt;p&gt;One&lt;/p&gt;\n&lt;p&gt;two &lt;b&gt;bold&lt;/b&gt;  word&lt;br/&gt;three&lt;/p&gt;",
            "One\ntwo bold word\nthree",
        ),
        ("<![CDATA[<style>p{}</style><p>A</p><figure>Photo</figure><script>b()</script>]]>", "A"),
        ("<![CDATA[<p>10 000 years</p>]]>", "10 000 years"),
    ],
)
def test_html_is_reduced_to_one_line_per_block(description, text):
    assert article(rss(f"<description>{description}</description>"), "feed.xml").text == text


def test_atom_text_is_taken_as_it_stands():
    item = article(atom('<id>1</id><content type="text">AT&amp;amp;T &lt;b&gt;</content>'), "feed.atom")
    assert item.text == "AT&amp;T <b>"


def test_entries_without_text_are_skipped_and_the_others_go_on():
    first, second, third = entries(
        rss(
            "<title>Only a title</title>",
            "<guid>g</guid><description> </description>",
            f"<description>{FIRST}</description>",
        )
    )
    assert first == SkippedInput(id="feed.xml:1", source="feed.xml", reason="entry 1: no text")
    assert second == SkippedInput(id="g", source="feed.xml", reason="entry 2: no text")
    assert (third.text, third.id) == (FIRST, "feed.xml:3")


def test_the_link_is_the_id_where_there_is_no_other():
    item = article(rss(f"<link>https://example.org/3</link><description>{FIRST}</description>"), "feed.xml")
    assert item.id == "https://example.org/3"


def test_rss_1_gives_its_dublin_core_date():
    content = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel/><item rdf:about="x"><title>T</title>'
        f"<description>{FIRST}</description><dc:date>2022-03-04</dc:date></item></rdf:RDF>"
    )
    assert article(content, "feed.xml").published == date(2022, 3, 4)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252"])
def test_encodings_are_told(encoding):
    content = rss(f"<description>{SECOND}</description>", prolog=f'<?xml version="1.0" encoding="{encoding}"?>')
    item = article(content.encode(encoding), "feed.xml")
    assert (item.text, item.notes) == (SECOND, ())


def test_marks_of_translators_in_the_content_are_kept():
    content = f'<p><font style="vertical-align: inherit;">{FIRST}</font></p>'
    item = article(rss(f"<description><![CDATA[{content}]]></description>"), "feed.xml")
    assert item.translator_marks == ('<font style="vertical-align: inherit">',)


def long_feed(count=6, body=FIRST):
    return rss(*(f"<guid>{n}</guid>\n<description>{body}</description>" for n in range(1, count + 1)))


def read_out(content):
    """Return the ids of the articles and the reasons of what is skipped."""
    found = entries(content)
    return [i.id for i in found if isinstance(i, Article)], [i.reason for i in found if isinstance(i, SkippedInput)]


LENIENT = "the feed is not valid XML; read as far as possible"


@pytest.mark.parametrize(
    ("cut_before", "whole"),
    [("<guid>4", "123"), ("</guid>\n<desc", ""), ("tem><guid>3", "12"), ("</channel>", "123456"), ("</rss>", "123456")],
)
def test_a_feed_that_breaks_off_is_read_as_far_as_it_goes_and_says_so(cut_before, whole):
    content = long_feed()
    content = content[: content.index(cut_before)]
    ids, reasons = read_out(content)
    assert ids == list(whole)
    line = content.count("\n") + 1
    assert reasons == [f"the XML breaks off in line {line}: what follows is lost"]


def test_an_entry_that_breaks_off_is_not_named_twice():
    content = long_feed(3)
    first, second, lost = entries(content[: content.rindex("</description>")])
    assert (first.text, first.notes) == (FIRST, (LENIENT,))
    assert second.id == "2"
    assert (lost.id, lost.source) == ("feed.xml:4", "feed.xml")


def test_a_feed_of_atom_that_breaks_off_says_so():
    content = atom(*(f"<id>{n}</id><content>{FIRST}</content>" for n in range(4)))
    ids, reasons = read_out(content[: content.index("<id>2")])
    assert ids == ["0", "1"]
    assert reasons == ["the XML breaks off in line 1: what follows is lost"]


@pytest.mark.parametrize(
    ("damage", "ids", "lost"),
    [
        (("</description></item><item><guid>3", "</description><!-- </item><item><guid>3"), "12", 4),
        (("<item><guid>3</guid>\n<description>", "<item><guid>3</guid>\n<description><![CDATA["), "12", 3),
        (("</description></item><item><guid>4", "</item><item><guid>4"), "1256", 1),
    ],
)
def test_entries_that_a_wrong_tag_swallows_are_counted(damage, ids, lost):
    found, reasons = read_out(long_feed().replace(*damage))
    assert found == list(ids)
    assert f"{lost} of the entries that follow {'is' if lost == 1 else 'are'} lost" in reasons[-1]
    assert reasons[-1].startswith("the XML breaks in line ")


@pytest.mark.parametrize(
    "fault", ["Salt & pepper.", "Salt &nbsp; pepper.", "<media:x>Salt</media:x>", "Salt <br> too."]
)
def test_a_fault_that_loses_nothing_is_a_note_only(fault):
    ids, reasons = read_out(
        long_feed().replace("<guid>3</guid>\n<description>", f"<guid>3</guid><description>{fault} ")
    )
    assert (ids, reasons) == (list("123456"), [])


def test_what_looks_like_an_entry_in_a_comment_or_a_text_is_none():
    content = long_feed(2, f"<![CDATA[<p>&lt;item> <item> {FIRST}</p>]]>").replace("<title>", "<!-- <item> --><title>")
    assert read_out(content.replace("</title>", " & more</title>")) == (["1", "2"], [])


def test_many_comments_that_are_never_closed_are_read_in_one_go():
    content = long_feed(2).replace("</channel>", "<!-- " * 200_000 + "</channel>")
    assert read_out(content)[0] == ["1", "2"]


BILLION_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    "<rss><channel><item><description>&b;</description></item></channel></rss>"
)
CROWD = " ".join(f"a{n}='1'" for n in range(20_000))
DOCTYPE_REFUSED = "XML with a document type declaration (DOCTYPE), refused as unsafe"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", "empty"),
        (BILLION_LAUGHS, DOCTYPE_REFUSED),
        (BILLION_LAUGHS.encode("utf-16"), DOCTYPE_REFUSED),
        ('<!-- a --><!doctype rss SYSTEM "file:///etc/passwd"><rss/>', DOCTYPE_REFUSED),
        ("<note><to>x</to></note>", "XML, but not a feed (root element <note>)"),
        ("<x:note xmlns:x='y'/>", "XML, but not a feed (root element <note>)"),
        ("Words.", "XML, but not a feed (no root element)"),
        ("<?xml version='1.0'?>", "XML, but not a feed (no root element)"),
        ("<!-- never closed", "XML, but not a feed (no root element)"),
        (rss(), "the feed has no entries"),
        ("<rss><channel>", "not valid XML (no element found in line 1)"),
        (rss(f"<a {CROWD}/>"), "an XML element with more than 1,000 attributes"),
        (rss(f"<a {CROWD}"), "an XML element with more than 1,000 attributes"),
        (rss(f"<a x='<' {CROWD}/>"), "an XML element with more than 1,000 attributes"),
        (b"<rss>\0</rss>", "binary file"),
    ],
)
def test_what_cannot_be_read_is_skipped(content, expected):
    assert reason(content, "feed.xml").replace("line 2", "line 1") == expected


def test_long_texts_are_no_crowd_of_attributes():
    text = "It's a = b, he said; so on. " * 20_000
    items = entries(
        rss(f"<description>{text}</description>", f"<description><![CDATA[<p id='x'>{text}</p>]]></description>")
    )
    assert [item.text for item in items] == [text.strip()] * 2


def test_a_doctype_inside_the_content_is_no_declaration():
    item = article(rss(f"<description><![CDATA[<!DOCTYPE html>{BODY}]]></description>"), "feed.xml")
    assert item.text == f"{FIRST}\n{SECOND}"


def test_addresses_are_not_fetched(monkeypatch):
    import socket

    import feedparser  # noqa: F401 - while sockets still are what it expects
    import trafilatura  # noqa: F401

    def refuse(*_args, **_kwargs):
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket, "socket", refuse)
    assert reason("http://example.org/feed.xml", "feed.xml") == "XML, but not a feed (no root element)"
    assert reason("https://example.org/", "a.html") == "no article text found in the HTML"


@pytest.mark.parametrize("inner", ["<a>" * 100_000, "<a>" * 100_000 + "</a>" * 100_000, "<" * 50_000, "&" * 50_000])
def test_deep_or_broken_entries_do_no_harm(inner):
    for content in (rss(f"<description>{inner}"), rss(f"<description><![CDATA[{inner}Words.]]></description>")):
        assert entries(content)


def test_too_large_feeds_are_skipped(monkeypatch):
    monkeypatch.setattr(feed, "MAX_BYTES", 1 << 20)
    assert reason(rss("<description>" + "a" * (1 << 20)), "feed.xml") == "larger than 1 MB"


def test_errors_of_the_library_become_a_reason(monkeypatch):
    import feedparser

    def fails(*_args, **_kwargs):
        raise RuntimeError("a fault")

    monkeypatch.setattr(feedparser, "parse", fails)
    assert reason(rss(), "feed.xml") == "cannot be read as a feed (RuntimeError: a fault)"


@pytest.mark.parametrize(
    "content", [rss(f"<description>{FIRST}</description>"), atom(f"<id>1</id><summary>{FIRST}</summary>")]
)
def test_standard_input_is_told_by_its_beginning(content):
    (item,) = from_stdin(content)
    assert item.text == FIRST
