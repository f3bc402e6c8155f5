"""mtcheck finds machine-translation damage, above all back-translation, in English news articles."""

from typing import TYPE_CHECKING, Any

from mtcheck._version import __version__

if TYPE_CHECKING:
    from mtcheck.article import Article, Sentence, SkippedInput
    from mtcheck.checker import Checker
    from mtcheck.config import Config, ConfigError, GatePolicy
    from mtcheck.finding import Category, Finding, Severity
    from mtcheck.report import ArticleReport, SentenceReport, Verdict

__all__ = [
    "Article",
    "ArticleReport",
    "Category",
    "Checker",
    "Config",
    "ConfigError",
    "Finding",
    "GatePolicy",
    "Sentence",
    "SentenceReport",
    "Severity",
    "SkippedInput",
    "Verdict",
    "__version__",
    "check",
]

_HOMES = {
    "article": ("Article", "Sentence", "SkippedInput"),
    "checker": ("Checker",),
    "config": ("Config", "ConfigError", "GatePolicy"),
    "finding": ("Category", "Finding", "Severity"),
    "report": ("ArticleReport", "SentenceReport", "Verdict"),
}


def check(text: str) -> "ArticleReport":
    """Return the report of one article with default settings; use `Checker` for many, it keeps what it has loaded."""
    from mtcheck.checker import Checker

    return Checker().check(text)


def __getattr__(name: str) -> Any:
    """Import the public names on first use (PEP 562), so that `mtcheck --help` stays quick."""
    from importlib import import_module

    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"mtcheck.{module}"), name)
    raise AttributeError(f"module 'mtcheck' has no attribute {name!r}")
