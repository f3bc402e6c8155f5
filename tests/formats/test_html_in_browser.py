"""The review page in a real browser: read, filter, decide by keyboard, export, import; hostile articles; accessibility."""

import json
import re

import pytest

from mtcheck.finding import Severity
from mtcheck.report import Verdict
from tests.browser import chromium_path

from .samples import clean, damaged, finding, hostile, report, row, skipped, written

FORECAST = "Rain is due in Oslo. The minister put shoes on the ground 😀 yesterday. Trams run late."


@pytest.fixture(scope="module")
def browser():
    path = chromium_path()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser, tmp_path):
    contexts = []

    def opened(reports, fragment="", **context):
        path = tmp_path / "report.html"
        path.write_text(written("html", reports), encoding="utf-8", newline="\n")
        contexts.append(browser.new_context(**{"viewport": {"width": 1200, "height": 900}, **context}))
        page = contexts[-1].new_page()
        page.faults = []
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on("console", lambda message: message.type == "error" and page.faults.append(message.text))
        page.on("dialog", lambda dialog: (page.faults.append(f"dialog: {dialog.message}"), dialog.accept()))
        page.on(
            "request", lambda request: request.url.startswith(("file:", "blob:")) or page.faults.append(request.url)
        )
        page.goto(path.as_uri() + fragment)
        page.wait_for_selector("html[data-ready]", timeout=10_000)
        return page

    yield opened
    for context in contexts:
        for page in context.pages:
            assert page.faults == []
        context.close()


def idiom():
    found = [
        finding(
            FORECAST,
            "shoes on the ground",
            rule="PHR001",
            name="literal-idiom",
            suggestions=("boots on the ground", "troops"),
            evidence={"known_phrase": "boots on the ground", "pivots": ["ar"]},
        )
    ]
    return report(
        FORECAST, found, id="oslo.txt", source="feed.jsonl", title="Oslo weather", is_file=False, verdict=Verdict.REVIEW
    )


REPORTS = (damaged(), idiom(), clean(), skipped())


def titles(page):
    return page.locator("#list .title").all_inner_texts()


def progress(page):
    return page.inner_text("#progress-text")


def export(page, tmp_path):
    page.keyboard.press("x")
    with page.expect_download() as download:
        page.click("[data-do=export]")
    path = tmp_path / "decisions.json"
    download.value.save_as(path)
    page.keyboard.press("Escape")
    return path, json.loads(path.read_text(encoding="utf-8"))


def test_the_worst_article_is_first_and_everything_is_listed(open_page):
    page = open_page(REPORTS)
    assert titles(page) == ["port.txt", "leer.txt", "Oslo weather", "rain.txt"]
    assert page.locator("#overview").is_visible()
    assert progress(page) == "0 of 4 findings decided"


def test_one_article_is_opened_at_once(open_page):
    page = open_page([damaged()])
    assert page.inner_text("#article-title") == "port.txt"


def test_every_sentence_is_shown_with_its_marks_reason_and_change(open_page):
    page = open_page(REPORTS, "#a=2")
    assert page.locator(".sentence").all_inner_texts()[1] == "The minister put shoes on the groundPHR001 😀 yesterday."
    assert page.inner_text("mark.major") == "shoes on the ground"
    card = page.locator(".finding")
    assert "Nobody is called" in card.inner_text()
    assert card.locator("del").inner_text() == "shoes on the ground"
    assert card.locator("ins").inner_text() == "boots on the ground"
    card.locator("summary").click()
    assert "known phrase" in card.locator("dl").inner_text()


def test_marks_can_be_told_apart_without_colour(open_page):
    page = open_page(REPORTS, "#a=0")
    styles = page.eval_on_selector_all("mark", "nodes => nodes.map(n => getComputedStyle(n).textDecorationStyle)")
    assert styles == ["dotted", "wavy", "dashed"]
    assert page.locator(".code").all_inner_texts() == ["SPC001", "NAM001", "REP001"]


@pytest.mark.parametrize(
    ("field", "value", "left"),
    [
        ("verdict", "fail", ["port.txt"]),
        ("rule", "PHR001", ["Oslo weather"]),
        ("rule", "SPC", ["port.txt"]),
        ("severity", "critical", ["port.txt"]),
        ("severity", "major", ["port.txt", "Oslo weather"]),
        ("source", "feed.jsonl", ["Oslo weather"]),
        ("state", "open", ["port.txt", "Oslo weather"]),
        ("sort", "title", ["leer.txt", "Oslo weather", "port.txt", "rain.txt"]),
    ],
)
def test_articles_can_be_filtered_and_sorted_and_the_address_says_so(open_page, field, value, left):
    page = open_page(REPORTS)
    page.select_option(f"#{field}", value)
    assert titles(page) == left
    assert f"{field}={value}" in page.url
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert titles(page) == left


def test_text_is_searched_and_an_empty_list_says_so(open_page):
    page = open_page(REPORTS)
    page.fill("#q", "SHOES on")
    assert titles(page) == ["Oslo weather"]
    page.fill("#q", "no such words")
    assert "none matches" in page.inner_text("#matches")
    page.click("#reset")
    page.locator("#list .title").nth(3).wait_for(state="attached")
    assert page.locator("#list .title").count() == 4


def test_a_bar_of_the_overview_filters(open_page):
    page = open_page(REPORTS)
    page.click("#overview a:has-text('REP001')")
    assert titles(page) == ["port.txt"]


def test_back_takes_back_the_opening_of_an_article(open_page):
    page = open_page(REPORTS)
    page.click("#list a:has-text('Oslo weather')")
    assert page.inner_text("#article-title") == "Oslo weather"
    page.go_back()
    page.wait_for_selector("#overview:visible")


def test_keys_move_decide_and_undo(open_page):
    page = open_page(REPORTS)
    for key in "jar2":
        page.keyboard.press(key)
    assert page.locator(".outcome").all_inner_texts() == [
        "Accepted: “far-reaching”.",
        "Rejected: accepted spelling.",
        "",
    ]
    assert progress(page) == "2 of 4 findings decided"
    page.keyboard.press("j")
    assert page.inner_text("#article-title") == "Oslo weather"
    page.keyboard.press("u")
    assert progress(page) == "1 of 4 findings decided"
    assert page.inner_text("#article-title") == "port.txt"
    page.keyboard.press("k")
    assert page.locator(".finding.current").get_attribute("id") == "f0"
    assert page.evaluate("document.activeElement.id") == "f0"


def test_a_wording_is_edited_and_noted_by_key(open_page, tmp_path):
    page = open_page(REPORTS, "#a=2")
    page.keyboard.press("j")
    page.keyboard.press("e")
    assert page.input_value("form.ask input") == "boots on the ground"
    page.keyboard.type("troops there")
    page.keyboard.press("Enter")
    page.keyboard.press("n")
    page.keyboard.type("ask “Ann” <desk>")
    page.keyboard.press("Enter")
    assert page.inner_text(".outcome") == "Edited: “troops there”. Note: “ask “Ann” <desk>”"
    assert page.inner_text("ins") == "troops there"
    _, value = export(page, tmp_path)
    [found] = value["articles"][0]["findings"]
    assert (found["decision"], found["wording"], found["note"]) == ("edit", "troops there", "ask “Ann” <desk>")


def test_escape_leaves_an_edit_as_it_was(open_page):
    page = open_page(REPORTS, "#a=2")
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.keyboard.type("x")
    page.keyboard.press("Escape")
    assert page.locator("form.ask").count() == 0
    assert progress(page) == "0 of 4 findings decided"


def test_another_suggestion_can_be_taken(open_page):
    page = open_page(REPORTS, "#a=2")
    page.click("button.other")
    assert page.inner_text(".outcome") == "Accepted: “troops”."


def test_the_verdict_can_be_overruled(open_page, tmp_path):
    page = open_page(REPORTS, "#a=0")
    page.keyboard.press("v")
    _, value = export(page, tmp_path)
    assert value["articles"][0]["decision"] == "release"
    page.keyboard.press("v")
    assert page.locator("[data-article=hold]").get_attribute("aria-pressed") == "true"


def test_decisions_stay_in_the_browser(open_page):
    page = open_page(REPORTS)
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert progress(page) == "1 of 4 findings decided"


def test_exported_decisions_name_offsets_in_code_points(open_page, tmp_path):
    from importlib.resources import files

    from jsonschema import Draft202012Validator

    text = "😀😀 The mayor put shoes on the ground."
    page = open_page([report(text, [finding(text, "shoes on the ground")])])
    page.keyboard.press("j")
    page.keyboard.press("a")
    _, value = export(page, tmp_path)
    [found] = value["articles"][0]["findings"]
    assert text[found["start"] : found["end"]] == "shoes on the ground"
    assert text[found["sentence"]["start"] : found["sentence"]["end"]] == text
    schema = json.loads((files("mtcheck") / "schema" / "decisions.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(value)


def test_exported_decisions_come_back(open_page, tmp_path):
    page = open_page(REPORTS)
    for key in "jar3":
        page.keyboard.press(key)
    path, value = export(page, tmp_path)
    other = open_page(REPORTS)
    assert progress(other) == "0 of 4 findings decided"
    other.set_input_files("#import", path)
    other.locator("#progress-text", has_text=re.compile("^2 of")).wait_for()
    _, again = export(other, tmp_path)
    assert again["articles"] == value["articles"]


def test_another_reviewers_file_is_merged_and_conflicts_are_settled(open_page, tmp_path):
    page = open_page(REPORTS)
    for key in "jaa":
        page.keyboard.press(key)
    path, _ = export(page, tmp_path)
    other = open_page(REPORTS)
    for key in "jr1":
        other.keyboard.press(key)
    other.keyboard.press("x")
    other.set_input_files("#import", path)
    other.wait_for_selector("#conflicts li")
    assert "1 decision taken over, 0 the same already, 0 not in this report, 1 conflict" in other.inner_text(
        "#conflicts p"
    )
    assert progress(other) == "2 of 4 findings decided"
    other.click("#conflicts li button:has-text('take accept')")
    assert other.locator("#conflicts li").count() == 0
    _, value = export(other, tmp_path)
    assert [f["decision"] for f in value["articles"][0]["findings"]] == ["accept", "accept"]


@pytest.mark.parametrize(
    "content", ["", "null", "[]", '{"schema": "mtcheck.decisions/1", "articles": [null, {"findings": 3}, {}]}']
)
def test_a_file_that_is_something_else_changes_nothing(open_page, tmp_path, content):
    page = open_page(REPORTS)
    path = tmp_path / "other.json"
    path.write_text(content, encoding="utf-8")
    page.keyboard.press("x")
    page.set_input_files("#import", path)
    page.wait_for_selector("#conflicts p")
    assert progress(page) == "0 of 4 findings decided"


def test_single_letter_keys_can_be_switched_off_and_do_not_act_while_typing(open_page):
    page = open_page(REPORTS)
    page.focus("#q")
    page.keyboard.type("ja")
    assert progress(page) == "0 of 4 findings decided"
    page.click("#reset")
    page.click("[data-do=help]")
    page.uncheck("#keys")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert page.locator("#overview").is_visible()


def test_a_long_list_is_rendered_in_windows(open_page):
    page = open_page([clean(id=f"r{n}", source=f"r{n}") for n in range(300)])
    assert 0 < page.locator("#list a").count() < 300
    page.evaluate("document.querySelector('.side').scrollTo(0, 1e9)")
    page.locator("#list a").nth(60).wait_for(state="attached")


def test_a_phone_shows_the_list_or_the_article(open_page):
    page = open_page(REPORTS, viewport={"width": 380, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 380
    page.click("#list a:has-text('Oslo weather')")
    assert not page.locator("#list").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 380
    page.click("text=Back to the list")
    assert page.locator("#list").is_visible()


def test_print_leaves_out_what_cannot_be_pressed(open_page):
    page = open_page(REPORTS, "#a=2")
    page.emulate_media(media="print")
    assert not page.locator(".side").is_visible()
    assert not page.locator(".decision").is_visible()
    assert page.locator("mark").is_visible()


ATTACKS = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "<svg onload=alert(1)>",
    "\"><a href='javascript:alert(1)'>x</a>",
    "__proto__",
    "javascript:alert(1)//\u202e\x1b[31m\ud800",
)


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_in_a_hostile_article_runs(open_page, tmp_path, attack):
    page = open_page([hostile(attack), idiom(), hostile(attack, verdict=Verdict.SKIPPED, skipped=attack)])
    for key in "jr1jaen":
        page.keyboard.press(key)
    page.keyboard.type(attack.replace("\ud800", ""))
    page.keyboard.press("Enter")
    page.keyboard.press("]")
    page.keyboard.press("]")
    page.fill("#q", attack.replace("\ud800", "").replace("\x1b", ""))
    page.keyboard.press("Escape")
    assert page.locator("img, iframe, object, #article a, #article svg").count() == 0
    path, _ = export(page, tmp_path)
    page.keyboard.press("x")
    page.set_input_files("#import", path)
    page.wait_for_selector("#conflicts p")
    assert page.locator("img, iframe, object, #article a, #article svg").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", ["", "#a=0&f=1", "help", "decisions"])
def test_axe_finds_no_serious_fault(open_page, scheme, place):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-core is not installed (extra: test)")
    page = open_page(REPORTS, place if place.startswith("#") else "", color_scheme=scheme)
    if place == "#a=0&f=1":
        for key in "r1kaen":
            page.keyboard.press(key)
    if place in ("help", "decisions"):
        page.click(f"[data-do={place}]")
    found = axe.Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")] == []


def test_both_colour_schemes_are_there(open_page):
    backs = [
        open_page(REPORTS, color_scheme=scheme).evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    ]
    assert backs == ["rgb(255, 255, 255)", "rgb(15, 20, 25)"]


def test_severities_that_share_words_share_a_mark(open_page):
    text = "A far -reaching plan by Jorj Sharpe."
    found = [
        finding(text, "far -reaching", Severity.MINOR),
        finding(text, "reaching plan", rule="PHR001"),
        finding(text, "Jorj"),
    ]
    page = open_page([report(text, found)])
    assert page.locator("mark").all_inner_texts() == ["far -reaching plan", "Jorj"]
    assert page.locator(".code").all_inner_texts() == ["NAM001 PHR001", "NAM001"]
    assert page.locator(".sentence").inner_text().replace("NAM001 PHR001", "").replace("NAM001", "") == text


def test_a_row_of_a_feed_has_its_source(open_page):
    page = open_page([row(), clean()], "#a=0")
    assert "feed/articles.jsonl row-7" in page.inner_text("#article header") + page.inner_text("#list")
