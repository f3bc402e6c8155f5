"""Reports as JSON values, and JSON text that survives every line reader and every encoder."""

import json
import re
from collections.abc import Mapping
from typing import Any

from mtcheck.finding import Finding
from mtcheck.report import ArticleReport, SentenceReport, Suppressed

ARTICLE_SCHEMA = "mtcheck.article/1"
RUN_SCHEMA = "mtcheck.run/1"

_FRAGILE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def dumps(value: object, *, indent: int | None = None) -> str:
    r"""Return `value` as JSON, non-ASCII characters as they are.

    DEL, C1 controls, line separators, direction controls and lone surrogates are written as `\uXXXX`: some readers end
    a line at them, terminals obey them, and UTF-8 cannot encode the last. They can stand only inside strings, where the
    escape means the same. Raises `ValueError` for a number that JSON does not have.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return _FRAGILE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def article_json(report: ArticleReport) -> dict[str, Any]:
    """Return one article as `mtcheck.article/1` describes it, keys in the order of the contract."""
    pivot = report.pivot
    return {
        "schema": ARTICLE_SCHEMA,
        "id": report.id,
        "source": report.source,
        "title": report.title,
        "published": report.published.isoformat() if report.published else None,
        "language": report.language,
        "text": report.text,
        "signature": report.signature,
        "verdict": report.verdict.value,
        "skipped": report.skipped,
        "quality": _rounded(report.quality, 2),
        "mt_probability": _rounded(report.mt_probability, 4),
        "pivot": {"language": pivot.language, "confidence": round(pivot.confidence, 4)} if pivot else None,
        "notes": list(report.notes),
        "sentences": [_sentence(s) for s in report.sentences],
        **({"suppressed": [_suppressed(s) for s in report.suppressed]} if report.suppressed else {}),
        **({"released": report.released.reason} if report.released else {}),
    }


def _sentence(report: SentenceReport) -> dict[str, Any]:
    sentence = report.sentence
    return {
        "index": sentence.index,
        "start": sentence.start,
        "end": sentence.end,
        "text": sentence.text,
        "quality": round(report.quality, 2),
        "mt_probability": round(report.mt_probability, 4),
        "flagged": report.flagged,
        "findings": [_finding(f) for f in report.findings],
    }


def _suppressed(suppressed: Suppressed) -> dict[str, Any]:
    finding, entry = suppressed.finding, suppressed.entry
    return {
        "rule": finding.rule,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "by": "baseline" if entry else "inline",
        "reason": entry.reason if entry else "",
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "name": finding.name,
        "category": finding.category.value,
        "severity": finding.severity.value,
        "confidence": round(finding.confidence, 4),
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "message": finding.message,
        "suggestions": list(finding.suggestions),
        "evidence": _evidence(finding.evidence),
    }


def _evidence(evidence: Mapping[str, Any]) -> dict[str, Any]:
    return {key: list(value) if isinstance(value, tuple) else value for key, value in evidence.items()}


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)
