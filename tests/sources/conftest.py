"""Articles of our own, and ways to have them read."""

import io

import pytest

from mtcheck.article import Article, SkippedInput
from mtcheck.sources import read

FIRST = (
    "The town council of Tromsø voted on Monday to close the old ferry landing after a survey found cracks in eleven"
    " of its piers, the mayor told reporters at a news conference."
)
SECOND = (
    "Repairs would cost “more than a new landing”, said the harbour master, who has asked the regional government to"
    " pay for half of the work before the winter storms begin."
)
BODY = f"<p>{FIRST}</p>\n<p>{SECOND}</p>"


def page(body=BODY, *, html='lang="en-GB"', head=""):
    """Return an HTML page with an article on it."""
    return (
        f"<!DOCTYPE html><html {html}><head><title>Ferry landing to close</title>{head}</head><body>"
        f'<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article>{body}</article></body></html>'
    )


@pytest.fixture
def write(tmp_path, monkeypatch):
    """Return a function that writes a file below the working directory and gives its name back."""
    monkeypatch.chdir(tmp_path)

    def write_file(name, content):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return name

    return write_file


def from_stdin(content, *, name="-", format=None):
    """Return everything that standard input with this content holds."""
    data = content if isinstance(content, bytes) else content.encode("utf-8")
    return list(read(["-"], stdin=io.BytesIO(data), stdin_name=name, format=format))


def article(content, name):
    """Return the only article in an input of this content and name."""
    (item,) = from_stdin(content, name=name)
    assert isinstance(item, Article), item
    return item


def reason(content, name):
    """Return why an input of this content and name is skipped as a whole."""
    (item,) = from_stdin(content, name=name)
    assert isinstance(item, SkippedInput), item
    assert (item.id, item.source) == (name, name)
    return item.reason
