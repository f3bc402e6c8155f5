"""How reports are put into words, the same in every format."""

from mtcheck.finding import Finding
from mtcheck.formats.characters import one_line
from mtcheck.report import ArticleReport

SHOWN_SUGGESTIONS = 3
"""Suggestions named in a message; machine-readable formats carry all of them."""


def percent(probability: float) -> str:
    """Return a probability, 0-1, as a whole percentage."""
    return f"{100 * probability:.0f} %"


def article_name(report: ArticleReport) -> str:
    """Name the file, and the article in it where the two differ."""
    names = dict.fromkeys(one_line(name) for name in (report.source, report.id) if name.strip())
    return " ".join(names) or "-"


def suggested(finding: Finding) -> str:
    """Return the likeliest suggestions as one phrase, or nothing."""
    shown = [f"“{one_line(s)}”" if s else "nothing" for s in finding.suggestions[:SHOWN_SUGGESTIONS]]
    return " or ".join(shown)


def full_message(finding: Finding, article: str | None) -> str:
    """Return a finding's message, its suggestions, and the article it is about if that must be said, on one line."""
    message = one_line(finding.message)
    if suggestions := suggested(finding):
        message = f"{message} Suggested: {suggestions}."
    return f"Article {one_line(article)}: {message}" if article is not None else message
