"""Marks say that this text was translated; a page that only offers translation has none."""

import pytest

from mtcheck.sources.translator_marks import marks_on

from .conftest import BODY, FIRST, article, page

FONT = '<font style="vertical-align: inherit;">'


@pytest.mark.parametrize(
    ("content", "marks"),
    [
        (page(html='lang="en" class="js translated-ltr"'), ('html class="translated-ltr"',)),
        (page(html='lang="en-x-mtfrom-de"'), ('lang="en-x-mtfrom-de"',)),
        (page(f"<p>{FONT}{FONT}{FIRST}</font></font></p>{BODY}"), ('<font style="vertical-align: inherit">',)),
        (
            page(head='<link rel="alternate machine-translated-from" hreflang="no" href="https://example.org">'),
            ('link rel="alternate machine-translated-from"',),
        ),
        (page(head='<meta http-equiv="X-Translated-By" content="Google">'), ('<meta http-equiv="X-Translated-By">',)),
        (page(head='<meta name="X-Machine-Translated" content="true">'), ('<meta name="x-machine-translated">',)),
        (
            page(head="""<meta name="translation-stats" content='{"total_phrases":9,"translated_phrases":8}'>"""),
            ('<meta name="translation-stats">',),
        ),
        (
            page(f'<p _msttexthash="11" _msthash="2">{FIRST}</p>{BODY}'),
            ("_msttexthash attribute", "_msthash attribute"),
        ),
        (
            page(f'<p><ya-tr-span data-translated="true">{FIRST}</ya-tr-span></p>{BODY}'),
            ('<ya-tr-span data-translated="true">',),
        ),
        (page(f'<p data-moz-translations-id="3">{FIRST}</p>{BODY}'), ("data-moz-translations-id attribute",)),
    ],
)
def test_marks_are_found_once_each(content, marks):
    assert article(content, "a.html").translator_marks == marks


@pytest.mark.parametrize(
    "content",
    [
        page(),
        page(html='lang="en" class="notranslate" translate="no"'),
        page('<div id="google_translate_element" class="skiptranslate">Select language</div>' + BODY),
        page('<a href="https://translate.google.com/?u=x">Translate this page</a>' + BODY),
        page(BODY, head='<link rel="alternate" hreflang="en-x-mtfrom-de" href="/en">'),
        page(BODY, head='<link rel="alternate" hreflang="fr" href="/fr">'),
        page('<div class="gtranslate_wrapper"><a data-gt-lang="fr">fr</a></div>' + BODY),
        page('<div data-wg-notranslate="">x</div>' + BODY, html='lang="en" data-wg-translated="en"'),
        page(f'<p style="vertical-align: inherit">{FIRST}</p>{BODY}'),
        page('<font color="red">Alert</font>' + BODY),
        page(head='<meta name="x-machine-translated" content="false">'),
        page(head="""<meta name="translation-stats" content='{"translated_phrases":0}'>"""),
        page(
            head="""<meta name="translation-stats" content='{"translated_phrases":5,"human_translated_phrases":5}'>"""
        ),
        page(head='<meta name="translation-stats" content="[[[">'),
        page("<p>Pages saved with class=“translated-ltr” carry _msthash attributes.</p>" + BODY),
        page(f'<p>He wrote <q lang="de">Guten Tag</q>.</p>{BODY}'),
    ],
)
def test_pages_that_people_wrote_have_none(content):
    assert article(content, "a.html").translator_marks == ()


def test_marks_come_in_the_order_of_the_attributes():
    attributes = {"_msthash": "1", "class": "immersive-translate-target-wrapper", "_msttexthash": "2"}
    assert list(marks_on("font", attributes)) == [
        "_msthash attribute",
        'class="immersive-translate-target-wrapper"',
        "_msttexthash attribute",
    ]


def test_braces_in_values_are_harmless():
    assert list(marks_on("html", {"lang": "{}-x-mtfrom-{0}", "class": "{translated-ltr}"})) == []
