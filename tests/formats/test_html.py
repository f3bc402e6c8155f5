"""HTML: one page that needs nothing else and obeys nothing in the articles. What it does in a browser: test_html_in_browser."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.formats import html as html_format
from mtcheck.report import Verdict
from mtcheck.review.baseline import Released

from .samples import clean, damaged, finding, hostile, report, row, skipped, written

VOID = {"meta", "input", "rect", "line"}


class Page(HTMLParser):
    """Collects tags, attributes, and text by the innermost tag."""

    def __init__(self, source):
        super().__init__()
        self.tags, self.attributes, self.texts, self._open = [], [], {}, []
        self.feed(source)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        if self._open:
            self.texts.setdefault(self._open[-1], []).append(data)


def page(*reports):
    return Page(written("html", reports))


def data(*reports):
    return json.loads(page(*reports).texts["script"][0])


def test_the_data_holds_every_sentence_and_finding():
    [article] = data(damaged())["articles"]
    text = article["text"]
    assert text == damaged().text
    assert [text[s[0] : s[1]] for s in article["sentences"]][-1] == "Fishermen’s boats are exempt."
    assert [text[f[4] : f[5]] for f in article["findings"]] == ["far -reaching", "Jorj Sharpe", "the the"]
    assert [f[1] for f in article["findings"]] == ["SPC001", "NAM001", "REP001"]


def test_lines_are_given_for_the_text_of_a_file_only():
    assert [f[9:] for f in data(damaged())["articles"][0]["findings"]] == [[3, 49], [3, 77], [3, 135]]
    assert [f[9:] for f in data(row())["articles"][0]["findings"]] == [[0, 0]] * 3


def test_offsets_count_as_the_page_does():
    text = "😀 A far -reaching 😀 plan."
    [article] = data(report(text, [finding(text, "far -reaching"), finding(text, "plan")]))["articles"]
    units = article["text"].encode("utf-16-le")
    assert [units[2 * f[4] : 2 * f[5]].decode("utf-16-le") for f in article["findings"]] == ["far -reaching", "plan"]


def test_articles_come_worst_first():
    order = [clean(id="a"), damaged(id="b", quality=60.0), skipped(id="c"), damaged(id="d", quality=20.0)]
    order.append(damaged(id="e", verdict=Verdict.REVIEW, quality=10.0))
    assert [a["id"] for a in data(*order)["articles"]] == ["d", "b", "c", "e", "a"]


def test_what_was_decided_before_is_told():
    [article] = data(damaged(released=Released("port.txt", "0" * 16, "ours")))["articles"]
    assert (article["released"], article["left"]) == ("ours", 0)


def test_the_same_articles_have_the_same_identity_in_any_version():
    assert data(damaged())["id"] == data(damaged(signature="other", quality=1.0))["id"] != data(clean())["id"]


def test_the_overview_counts_verdicts_and_rules():
    got = written("html", [damaged(), damaged(), clean()])
    assert '<a href="#verdict=fail"><b>2</b> fail</a>' in got
    assert '<a href="#verdict=pass"><b>1</b> pass</a>' in got
    assert '<a href="#rule=NAM001">NAM001 mangled-name</a>' in got


def test_nothing_is_loaded_and_nothing_of_the_articles_runs():
    got = page(damaged())
    names = {name for name, _ in got.attributes}
    assert got.tags.count("script") == 2
    assert not {n for n in names if n.startswith("on")} | (names & {"src", "style", "srcset"})
    assert all(value.startswith("#") for name, value in got.attributes if name == "href")


def test_the_policy_allows_exactly_the_style_sheet_and_the_script():
    got = page(damaged())
    [policy] = [v for n, v in got.attributes if n == "content" and "default-src" in v]

    def digest(text):
        return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

    style, script = "".join(got.texts["style"]), "".join(got.texts["script"][1:])
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest(style)}'; script-src 'sha256-{digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_the_script_asks_for_nothing_outside():
    script = page(damaged()).texts["script"][1]
    assert not re.search(
        r"\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|import\(|innerHTML|outerHTML|eval\(|https?:", script
    )
    assert "insertAdjacentHTML" not in script


ATTACKS = [
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "</style><img src=x onerror=alert(1)>",
    "\"><a href='javascript:alert(1)'>x</a>",
    "{{ 7 * 7 }}{% for x in y %}",
    "<!-- ]]> <!doctype x <script",
    "&lt;b&gt;&amp;",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_article_text_is_only_text(attack):
    ours, got = page(damaged()), page(hostile(attack))
    assert set(got.tags) <= set(ours.tags)
    assert got.tags.count("script") == 2
    assert json.loads(got.texts["script"][0])["articles"][0]["title"] == attack
    assert not {n for n, _ in got.attributes if n.startswith("on")}


@settings(max_examples=50)
@given(st.text(alphabet=st.sampled_from("<>&\"'={}%#/ab! -\n\x00\x1b\u2028\u202e\ud800"), min_size=1))
def test_no_text_makes_a_tag(text):
    got = page(hostile(text))
    assert set(got.tags) <= set(page(damaged()).tags)
    assert json.loads(got.texts["script"][0])["articles"][0]["text"] == text


def test_articles_may_wait_on_disk(monkeypatch):
    whole = written("html", [damaged(), clean()])
    monkeypatch.setattr(html_format, "IN_MEMORY", 1)
    assert written("html", [damaged(), clean()]) == whole


def test_a_page_without_articles_is_a_page():
    assert data()["articles"] == []
