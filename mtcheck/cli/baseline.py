"""What score, gate and report do with a baseline: report stale entries, or write it anew."""

from pathlib import Path
from typing import Protocol

import typer

from mtcheck.cli.output import output_file
from mtcheck.cli.process import refuse
from mtcheck.formats.characters import one_line
from mtcheck.report import ArticleReport
from mtcheck.review.baseline import (
    Accepted,
    Baseline,
    BaselineError,
    BaselineUse,
    Released,
    read_baseline,
    write_baseline,
)
from mtcheck.review.updating import BaselineUpdate

SHOWN = 5
"""Stale entries that are named."""


class Ledger(Protocol):
    """Sees every report of a run, and says or writes something once the run is over."""

    def add(self, report: ArticleReport) -> None:
        """Take one report."""

    def finish(self, *, quiet: bool) -> None:
        """Say on standard error what came of it, unless it is to be quiet."""


def ledger(path: Path, *, update: bool, fail_under: float | None = None) -> Ledger:
    """Return the account of a run with a baseline, or of one that writes it; ends with status 2 if it cannot be read.

    An update releases articles whose quality is below `fail_under`, as the gate would hold them.
    """
    try:
        if update:
            return _Update(path, read_baseline(path) if path.exists() else Baseline(), fail_under)
        return _Use(read_baseline(path))
    except BaselineError as error:
        refuse(str(error))


class _Use:
    def __init__(self, baseline: Baseline) -> None:
        self._use = BaselineUse(baseline)

    def add(self, report: ArticleReport) -> None:
        self._use.add(report.id, (s.entry for s in report.suppressed if s.entry), report.released)

    def finish(self, *, quiet: bool) -> None:
        stale = self._use.stale()
        if not stale or quiet:
            return
        typer.echo(f"mtcheck: baseline: {_entries(len(stale))} let nothing stand any more:", err=True)
        for entry in stale[:SHOWN]:
            typer.echo(f"mtcheck: baseline:   {_shown(entry)}", err=True)
        more = f"and {len(stale) - SHOWN} more; " if len(stale) > SHOWN else ""
        typer.echo(f"mtcheck: baseline: {more}--update-baseline drops them", err=True)


class _Update:
    def __init__(self, path: Path, old: Baseline, fail_under: float | None) -> None:
        self._path, self._update = path, BaselineUpdate(old, fail_under)

    def add(self, report: ArticleReport) -> None:
        self._update.add(report)

    def finish(self, *, quiet: bool) -> None:
        baseline = self._update.result()
        with output_file(self._path) as out:
            write_baseline(baseline, out)
        if not quiet:
            count = sum(entry.count for entry in baseline.accepted)
            findings, articles = f"{count} finding{'s'[: count != 1]}", len(baseline.released)
            released = f" and {articles} article{'s'[: articles != 1]} released" if articles else ""
            typer.echo(f"mtcheck: baseline: wrote {self._path}: {findings}{released}", err=True)


def _shown(entry: Accepted | Released) -> str:
    article = one_line(entry.article) or "-"
    if isinstance(entry, Released):
        return f"the release of {article}"
    return f"{entry.key.rule} “{one_line(entry.key.span)}” in {article}"


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"
