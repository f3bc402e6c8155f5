"""HTML: one page that needs nothing else and obeys nothing in the articles."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.formats import html as html_format
from mtcheck.formats.spans import pieces
from mtcheck.report import Verdict

from .samples import clean, damaged, finding, hostile, report, row, skipped, written

# fmt: off
OURS = {
    "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "p", "ul", "ol", "li", "b", "main",
    "section", "div", "table", "thead", "tbody", "tr", "th", "td", "a", "bdi", "small", "span", "meter", "article",
    "mark", "ins", "footer", "code",
}
# fmt: on


class Page(HTMLParser):
    """Collects tags, attributes, and text by the innermost tag."""

    def __init__(self, source):
        super().__init__()
        self.tags, self.attributes, self.texts, self._open = [], [], {}, []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag != "meta":
            self._open.append(tag)

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        if self._open:
            self.texts.setdefault(self._open[-1], []).append(data)


def page(*reports):
    return Page(written("html", reports))


def test_the_tags_are_ours_and_closed():
    assert set(page(damaged(), clean(), row(title="Dues"), skipped()).tags) == OURS


def test_spans_are_marked_with_their_codes():
    got = page(damaged())
    assert got.texts["mark"] == ["far -reaching", "Jorj Sharpe", "the the"]
    codes = re.findall(r'<span class="code (\w+)">(\w+)</span>', written("html", [damaged()]))
    assert codes == [("minor", "SPC001"), ("critical", "NAM001"), ("major", "REP001")]
    assert [s for s in got.texts["bdi"] if "splits a compound" in s]
    assert "far-reaching" in got.texts["bdi"]


def test_lines_are_shown_for_the_text_of_a_file_only():
    assert re.findall(r'class="place">([^<]+)<', written("html", [damaged()])) == ["3:49", "3:77", "3:135"]
    assert "place" not in re.findall(r'class="(\w+)"', written("html", [row()]))


def test_every_sentence_is_there():
    got = written("html", [damaged()])
    assert "Fishermen’s boats are exempt." in got
    assert got.count('<p class="sentence">') == 4


def test_articles_come_worst_first_in_table_and_body():
    order = [clean(id="a"), damaged(id="b", quality=60.0), skipped(id="c"), damaged(id="d", quality=20.0)]
    order.append(damaged(id="e", verdict=Verdict.REVIEW, quality=10.0))
    got = written("html", order)
    assert re.findall(r'href="#a(\d)"', got) == ["4", "2", "3", "5", "1"]
    assert re.findall(r'<article id="a(\d)"', got) == ["4", "2", "3", "5", "1"]


def test_the_overview_counts_verdicts():
    got = written("html", [damaged(), damaged(), clean()])
    assert '<li class="fail"><b>2</b> fail</li>' in got
    assert '<li class="pass"><b>1</b> pass</li>' in got


def test_nothing_is_loaded_and_nothing_runs():
    got = page(damaged())
    names = {name for name, _ in got.attributes}
    assert "script" not in got.tags
    assert not {n for n in names if n.startswith("on")} | (names & {"src", "style", "srcset"})
    assert all(value.startswith("#") for name, value in got.attributes if name == "href")


def test_the_policy_allows_exactly_the_style_sheet():
    got = page(damaged())
    [policy] = [v for n, v in got.attributes if n == "content" and "default-src" in v]
    style = "".join(got.texts["style"]).encode()
    digest = base64.b64encode(hashlib.sha256(style).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'")


ATTACKS = [
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "\"><a href='javascript:alert(1)'>x</a>",
    "{{ 7 * 7 }}{% for x in y %}",
    "<!-- ]]> <!doctype x",
    "&lt;b&gt;&amp;",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_article_text_is_only_text(attack):
    got = page(hostile(attack))
    assert set(got.tags) <= OURS
    assert got.texts["mark"] == [attack]
    assert not {n for n, _ in got.attributes if n.startswith("on")}


@settings(max_examples=50)
@given(st.text(alphabet=st.sampled_from("<>&\"'={}%#/ab \n\x00\x1b\u202e\ud800"), min_size=1))
def test_no_text_makes_a_tag(text):
    assert set(page(hostile(text)).tags) <= OURS


def test_sections_may_wait_on_disk(monkeypatch):
    whole = written("html", [damaged(), clean()])
    monkeypatch.setattr(html_format, "IN_MEMORY", 1)
    assert written("html", [damaged(), clean()]) == whole


def test_pieces_make_up_the_sentence_and_overlaps_share_one():
    text = "A far -reaching plan by Jorj Sharpe."
    found = [finding(text, "far -reaching"), finding(text, "reaching plan", rule="PHR001"), finding(text, "Jorj")]
    got = list(pieces(report(text, found).sentences[0]))
    assert [p.text for p in got] == ["A ", "far -reaching plan", " by ", "Jorj", " Sharpe."]
    assert [p.codes for p in got] == ["", "NAM001 PHR001", "", "NAM001", ""]


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8))
def test_pieces_always_make_up_the_sentence(spans):
    text = "Thirty characters stand here.."
    found = [finding(text, "", start=min(s), end=max(s), text=text[min(s) : max(s)]) for s in spans if min(s) < 30]
    got = list(pieces(report(text, sorted(found, key=lambda f: f.start), cut=False).sentences[0]))
    assert "".join(p.text for p in got) == text
    assert sum(len(p.findings) for p in got) == len(found)
