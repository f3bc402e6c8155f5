"""What score, gate and report have in common: read, check, write, summarise."""

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import typer

from mtcheck.cli.output import KeepOldError, is_terminal, output_file, progress
from mtcheck.cli.process import CANNOT, refuse
from mtcheck.config import ConfigError, LoadedConfig, load_config

if TYPE_CHECKING:
    from mtcheck.article import Article, SkippedInput
    from mtcheck.checker import Checker
    from mtcheck.cli.baseline import Ledger
    from mtcheck.config import Config
    from mtcheck.formats.github import StepSummary
    from mtcheck.report import ArticleReport
    from mtcheck.summary import Summary

__all__ = ["Outcome", "Request", "choices", "effective", "execute", "output_file", "refuse"]

STEP_SUMMARY = "GITHUB_STEP_SUMMARY"
"""Names the file that GitHub shows as the summary of a job's step."""


@dataclass(frozen=True, slots=True)
class Request:
    """One run as the user asked for it."""

    paths: list[str]
    format: str
    output: Path | None
    config: "Config"
    jobs: int
    quiet: bool
    no_color: bool
    stdin_name: str
    update_baseline: bool = False


@dataclass(slots=True)
class Outcome:
    """How a run went.

    * `articles`: how many could be read; `unread`: the paths named on the command line that gave no article at all.
    * `summary`: what was found.
    """

    summary: "Summary"
    articles: int = 0
    unread: list[str] = field(default_factory=list)

    @property
    def status(self) -> int:
        """0, or 2 where nothing was scored or something that the user named could not be read."""
        return CANNOT if self.unread or not self.summary.scored else 0


def choices(
    select: list[str] | None,
    ignore: list[str] | None,
    operating_point: str | None,
    min_confidence: float | None,
    names: list[Path] | None,
    encoder: str | None,
    baseline: Path | None = None,
) -> dict[str, Any]:
    """Return the options that every checking command takes, by the key of their setting; None means not given."""
    return {
        "select": upper(select),
        "ignore": upper(ignore),
        "operating-point": operating_point,
        "min-confidence": min_confidence,
        "names": names or None,
        "encoder": encoder,
        "baseline": baseline,
    }


def upper(codes: list[str] | None) -> list[str] | None:
    """Return rule codes as they are written: in capitals."""
    return codes and [code.upper() for code in codes]


def effective(path: Path | None, overrides: Mapping[str, Any]) -> LoadedConfig:
    """Return the merged configuration, or exit with status 2 and the reason."""
    try:
        return load_config(path, overrides)
    except ConfigError as error:
        refuse(str(error))


def execute(request: Request, observe: Callable[["ArticleReport"], None] | None = None) -> Outcome:
    """Run the request and return how it went; `observe` sees every report as it passes.

    Exits with status 2 where the rules, the format or the output cannot be had. A file of an earlier run is kept where
    no article could be read.
    """
    from mtcheck.summary import Summary

    ledger = _ledger(request)
    if ledger and request.update_baseline:
        request = replace(request, config=replace(request.config, baseline=None))
    checker = _checker(request.config)
    outcome, step = Outcome(Summary()), _step_summary(request)
    observers = [watch for watch in (observe, step and step.add, ledger and ledger.add) if watch]
    try:
        with output_file(request.output) as out, closing(_reports(request, checker, outcome)) as reports:
            _write(request, checker, out, _observed(request, reports, outcome.summary, observers))
            if not outcome.articles:
                raise KeepOldError
    except KeepOldError:
        pass
    except KeyboardInterrupt:
        refuse(f"interrupted after {outcome.summary.articles} articles")
    _finish(request, outcome, step)
    if ledger and not outcome.status:
        ledger.finish(quiet=request.quiet)
    return outcome


def _ledger(request: Request) -> "Ledger | None":
    """Return what keeps account of the baseline, where there is one."""
    path = request.config.baseline
    if path is None:
        if request.update_baseline:
            refuse("--update-baseline needs --baseline FILE or the setting baseline")
        return None
    from mtcheck.cli.baseline import ledger

    return ledger(path, update=request.update_baseline, fail_under=request.config.gate.fail_under)


def _checker(config: "Config") -> "Checker":
    from mtcheck.checker import Checker
    from mtcheck.models import EncoderError
    from mtcheck.names.records import NameDataError
    from mtcheck.review.baseline import BaselineError

    try:
        return Checker(config)
    except (BaselineError, ConfigError, EncoderError, NameDataError) as error:
        refuse(str(error))


def _step_summary(request: Request) -> "StepSummary | None":
    """Return a page for the summary of a GitHub job, where one is asked for."""
    if request.format != "github" or not os.environ.get(STEP_SUMMARY):
        return None
    from mtcheck.formats.github import StepSummary

    return StepSummary()


def _finish(request: Request, outcome: Outcome, step: "StepSummary | None") -> None:
    """Write the summaries."""
    if step:
        try:
            with Path(os.environ[STEP_SUMMARY]).open("a", encoding="utf-8") as page:
                page.write(step.markdown(outcome.summary))
        except OSError as error:
            refuse(f"{os.environ[STEP_SUMMARY]}: cannot be written ({error.strerror})")
    if request.quiet or (outcome.summary.articles == 1 and not outcome.summary.scored):
        return  # one input that was skipped has been named already
    typer.echo(outcome.summary.line(), err=True)
    if outcome.unread:
        typer.echo(f"mtcheck: {len(outcome.unread)} of what was named could not be read", err=True)


def _reports(request: Request, checker: "Checker", outcome: Outcome) -> Generator["ArticleReport", None, None]:
    from mtcheck.sources import STDIN, read
    from mtcheck.sources.reading import shown

    named = {request.stdin_name if path == STDIN else shown(path) for path in request.paths}
    articles = _counted(read(request.paths, stdin_name=request.stdin_name), named, outcome)
    jobs = request.jobs or os.cpu_count() or 1
    if jobs == 1:
        yield from checker.check_many(articles)
        return
    from mtcheck.scale.local import WorkerError, check_in_processes

    try:
        with closing(check_in_processes(articles, request.config, jobs)) as reports:
            yield from reports
    except WorkerError as error:
        refuse(str(error))


def _counted(
    items: Iterable["Article | SkippedInput"], named: set[str], outcome: Outcome
) -> Iterator["Article | SkippedInput"]:
    """Pass on what is read, and keep account of what could not be."""
    from mtcheck.article import SkippedInput

    for item in items:
        if not isinstance(item, SkippedInput):
            outcome.articles += 1
        elif item.id == item.source and item.source in named:
            outcome.unread.append(item.source)
        yield item


def _observed(
    request: Request,
    reports: Iterable["ArticleReport"],
    summary: "Summary",
    observers: Iterable[Callable[["ArticleReport"], None]],
) -> Iterator["ArticleReport"]:
    is_shown = request.format == "text" and is_terminal(request.output)
    for report in reports:
        summary.add(report)
        if report.skipped is not None and not is_shown:
            typer.echo(f"mtcheck: skipped: {_named(report)}: {report.skipped}", err=True)
        for observe in observers:
            observe(report)
        yield report


def _named(report: "ArticleReport") -> str:
    """Name the file, and the article in it where they differ."""
    names = dict.fromkeys(name for name in (report.source, report.id) if name)
    return " ".join(names) or "-"


def _write(request: Request, checker: "Checker", out: TextIO, reports: Iterable["ArticleReport"]) -> None:
    from mtcheck.formats import Run, make_format
    from mtcheck.rules import ALL_RULES, measured_precision

    colour = is_terminal(request.output) and not request.no_color and "NO_COLOR" not in os.environ
    run = Run(signature=checker.signature, colour=colour, rules=ALL_RULES, precision=measured_precision())
    try:
        writer = make_format(request.format, out, run)
    except ValueError as error:
        refuse(str(error))
    with progress(request.output, quiet=request.quiet) as advance:
        for report in reports:
            writer.write(report)
            advance()
    writer.close()
