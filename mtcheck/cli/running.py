"""What score, gate and report have in common: read, check, write, summarise."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

import typer

from mtcheck.config import ConfigError, LoadedConfig, load_config

if TYPE_CHECKING:
    from mtcheck.config import Config
    from mtcheck.formats.github import StepSummary
    from mtcheck.report import ArticleReport
    from mtcheck.summary import Summary

CANNOT = 2
"""Exit status: what was asked could not be done."""

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


def refuse(message: str) -> NoReturn:
    """Say in one line what is wrong and exit with status 2."""
    typer.echo(f"mtcheck: error: {message}", err=True)
    raise typer.Exit(CANNOT)


def choices(
    select: list[str] | None,
    ignore: list[str] | None,
    operating_point: str | None,
    min_confidence: float | None,
    names: list[Path] | None,
) -> dict[str, Any]:
    """Return the options that every checking command takes, by the key of their setting; None means not given."""
    return {
        "select": select,
        "ignore": ignore,
        "operating-point": operating_point,
        "min-confidence": min_confidence,
        "names": names or None,
    }


def effective(path: Path | None, overrides: Mapping[str, Any]) -> LoadedConfig:
    """Return the merged configuration, or exit with status 2 and the reason."""
    try:
        return load_config(path, overrides)
    except ConfigError as error:
        refuse(str(error))


def execute(request: Request, observe: Callable[["ArticleReport"], None] | None = None) -> "Summary":
    """Run the request and return its summary; `observe` sees every report as it passes.

    Exits with status 2 where no article could be scored, the format is unknown or the output cannot be written.
    """
    from mtcheck.names.records import NameDataError
    from mtcheck.summary import Summary

    summary = Summary()
    step = _step_summary(request)
    observers = [watch for watch in (observe, step and step.add) if watch]
    try:
        with output_file(request.output) as out:
            _write(request, out, _observed(_reports(request), summary, observers))
    except NameDataError as error:
        refuse(str(error))
    except KeyboardInterrupt:
        refuse(f"interrupted after {summary.articles} articles")
    except BrokenPipeError as error:
        _drop_output()
        raise typer.Exit(CANNOT) from error
    except OSError as error:
        _drop_output()
        refuse(f"standard output cannot be written ({error.strerror})")
    if step:
        with Path(os.environ[STEP_SUMMARY]).open("a", encoding="utf-8") as page:
            page.write(step.markdown(summary))
    if not request.quiet:
        typer.echo(summary.line(), err=True)
    if not summary.scored:
        raise typer.Exit(CANNOT)
    return summary


def _step_summary(request: Request) -> "StepSummary | None":
    """Return a page for the summary of a GitHub job, where one is asked for."""
    if request.format != "github" or not os.environ.get(STEP_SUMMARY):
        return None
    from mtcheck.formats.github import StepSummary

    return StepSummary()


def _drop_output() -> None:
    """Point standard output nowhere: its reader has gone, and Python would complain once more while it shuts down."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _reports(request: Request) -> Iterator["ArticleReport"]:
    from mtcheck.scale.local import check_in_processes
    from mtcheck.sources import read

    articles = read(request.paths, stdin=sys.stdin.buffer, stdin_name=request.stdin_name)
    return check_in_processes(articles, request.config, request.jobs or os.cpu_count() or 1)


def _observed(
    reports: Iterable["ArticleReport"], summary: "Summary", observers: Iterable[Callable[["ArticleReport"], None]]
) -> Iterator["ArticleReport"]:
    for report in reports:
        summary.add(report)
        if report.skipped is not None:
            typer.echo(f"mtcheck: skipped: {_named(report)}: {report.skipped}", err=True)
        for observe in observers:
            observe(report)
        yield report


def _named(report: "ArticleReport") -> str:
    """Name the file, and the article in it where they differ."""
    names = dict.fromkeys(name for name in (report.source, report.id) if name)
    return " ".join(names) or "-"


def _write(request: Request, out: TextIO, reports: Iterable["ArticleReport"]) -> None:
    from mtcheck.checker import Checker
    from mtcheck.formats import Run, make_format
    from mtcheck.rules import ALL_RULES, measured_precision

    colour = request.output is None and not request.no_color and "NO_COLOR" not in os.environ and sys.stdout.isatty()
    run = Run(
        signature=Checker(request.config).signature,
        colour=colour,
        rules=ALL_RULES,
        precision=measured_precision(),
    )
    try:
        writer = make_format(request.format, out, run)
    except ValueError as error:
        refuse(str(error))
    with _progress(request) as advance:
        for report in reports:
            writer.write(report)
            advance()
    writer.close()


@contextmanager
def output_file(path: Path | None) -> Iterator[TextIO]:
    """Open the report's destination; a file appears under its name only once it is complete."""
    if path is None:
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
        yield sys.stdout
        sys.stdout.flush()
        return
    if not path.name:
        refuse("--output needs the name of a file")
    path = path.resolve()
    if path.exists() and not path.is_file() and not path.is_dir():
        with _device(path) as out:
            yield out
        return
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with partial.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
            yield out
        if path.is_file():
            shutil.copymode(path, partial)
        partial.replace(path)
    except OSError as error:
        refuse(f"{path}: cannot be written ({error.strerror})")
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def _device(path: Path) -> Iterator[TextIO]:
    """Open a pipe or a device as it is: a file put in its place would destroy it."""
    try:
        with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
            yield out
    except OSError as error:
        refuse(f"{path}: cannot be written ({error.strerror})")


def _progress(request: Request) -> AbstractContextManager[Callable[[], None]]:
    """Count articles on a terminal, unless the report itself scrolls by there."""
    scrolls = request.output is None and sys.stdout.isatty()
    if request.quiet or scrolls or not sys.stderr.isatty():
        return nullcontext(lambda: None)
    return _bar()


@contextmanager
def _bar() -> Iterator[Callable[[], None]]:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:.0f} articles"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)
        yield lambda: progress.advance(task)
