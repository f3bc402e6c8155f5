"""How large the review page of a big feed is, and how quick: python benchmarks/report/run.py [--articles 5000].

Needs Chromium and Playwright (`pip install playwright`, the system's Chromium). The articles are made of our own words, 25
sentences each, with the findings that a damaged feed has: one sentence in five.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

from mtcheck.article import Sentence
from mtcheck.finding import Finding, Severity
from mtcheck.formats import Run, make_format
from mtcheck.report import ArticleReport, Pivot, SentenceReport, Verdict
from mtcheck.rules import ALL_RULES

SENTENCES = 25
WORDS = (
    "the minister council harbour said on Monday that its budget would rise by nearly four percent after talks with unions "
    "about wages schools and roads while farmers near the northern border waited for rain and officials warned of further cuts"
).split()
FLAGS = ["--no-sandbox", "--disable-gpu"]


def article(number: int, draw: random.Random) -> ArticleReport:
    text, sentences, at = [], [], 0
    for index in range(SENTENCES):
        words = " ".join(draw.choices(WORDS, k=draw.randint(14, 30))).capitalize() + "."
        findings = [finding(words, at, draw) for _ in range(draw.choice((0, 0, 0, 0, 1)))]
        sentence = Sentence(index, at, at + len(words), words)
        sentences.append(SentenceReport(sentence, tuple(findings), 60.0 if findings else 95.0, 0.4, bool(findings)))
        text.append(words)
        at += len(words) + 1
    flagged = any(s.flagged for s in sentences)
    return ArticleReport(
        f"row-{number}",
        f"feeds/day-{number % 30}.jsonl",
        f"Council says budget will rise again, part {number}",
        None,
        "en",
        " ".join(text),
        "signature",
        Verdict.FAIL if number % 3 == 0 else Verdict.REVIEW if flagged else Verdict.PASS,
        None,
        draw.uniform(20, 100),
        draw.random(),
        Pivot("ar", 0.7) if number % 4 == 0 else None,
        (),
        tuple(sentences),
    )


def finding(words: str, at: int, draw: random.Random) -> Finding:
    rule = draw.choice(ALL_RULES)
    start = words.index(" ", draw.randrange(len(words) // 2)) + 1
    end = words.index(" ", start)
    message = "“harbour” looks put in the place of another word: it does not fit the rest of the sentence."
    return Finding(
        rule.code,
        rule.name,
        rule.category,
        draw.choice(list(Severity)),
        0.9,
        at + start,
        at + end,
        words[start:end],
        message,
        ("port",),
        {"log_odds": 2.4, "alternative": "port", "known_phrase": "call at a port"},
    )


def write(path: Path, articles: int) -> float:
    begin = time.perf_counter()
    draw = random.Random(1)
    with path.open("w", encoding="utf-8") as out:
        writer = make_format("html", out, Run(signature="benchmark", rules=ALL_RULES))
        for number in range(articles):
            writer.write(article(number, draw))
        writer.close()
    return time.perf_counter() - begin


MEASURED = """async (filters) => {
  const times = {};
  for (const [name, field, value] of filters) {
    const node = document.getElementById(field);
    const begin = performance.now();
    node.value = value;
    node.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    times[name] = [performance.now() - begin, document.getElementById("matches").textContent];
    node.value = "";
    node.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return times;
}"""
FILTERS = [
    ("rule", "rule", "NAM001"),
    ("verdict", "verdict", "fail"),
    ("first search", "q", "northern border waited"),
    ("second search", "q", "part 4711"),
    ("undecided", "state", "open"),
    ("sort by findings", "sort", "findings"),
]


def main() -> None:
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("no Chromium found")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder, "report.html")
        seconds = write(path, options.articles)
        print(f"{options.articles} articles, {options.articles * SENTENCES} sentences")
        print(f"file: {path.stat().st_size / 1e6:.1f} MB, written in {seconds:.1f} s")
        chromium = playwright.chromium.launch(executable_path=browser, args=FLAGS)
        for _ in range(options.runs):
            page = chromium.new_page()
            begin = time.perf_counter()
            page.goto(path.as_uri(), wait_until="commit")
            page.wait_for_selector("html[data-ready] #list li", timeout=60_000)
            print(f"first view: {time.perf_counter() - begin:.2f} s", end="")
            for name, (milliseconds, matches) in page.evaluate(MEASURED, FILTERS).items():
                print(f"; {name}: {milliseconds / 1000:.3f} s ({matches})", end="")
            print()
            page.close()
        chromium.close()


if __name__ == "__main__":
    main()
