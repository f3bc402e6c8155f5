"""`mtcheck gate`: score for CI, exit 1 where the policy is broken."""

from typing import Annotated

import typer

from mtcheck.cli import options
from mtcheck.cli.running import Request, choices, effective, execute
from mtcheck.config import SKIPPED
from mtcheck.finding import Severity
from mtcheck.gate import Breach, Gate

SHOWN = 20
"""Breaches printed one by one; a count stands for the rest."""


def gate(
    paths: options.Paths,
    fail_under: Annotated[
        float | None, typer.Option(help="Break on a quality under this, 0-100.", show_default=False)
    ] = None,
    fail_on: Annotated[
        list[str] | None,
        typer.Option(
            help="Break on findings: minor, major, critical, a rule code or prefix; or on skipped.", show_default=False
        ),
    ] = None,
    max_flagged: Annotated[
        float | None, typer.Option(help="Break on more flagged sentences than this, percent.", show_default=False)
    ] = None,
    allow_fail: Annotated[
        bool, typer.Option("--allow-fail", help="Let articles pass whose verdict is fail: only the rest decides.")
    ] = False,
    scope: Annotated[
        str | None,
        typer.Option(
            help="Where --fail-under and --max-flagged hold: article (default), run or both.", show_default=False
        ),
    ] = None,
    format: options.FormatName = "text",
    output: options.Output = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    names: options.Names = None,
    encoder: options.Encoder = None,
    config: options.ConfigFile = None,
    operating_point: options.Point = None,
    min_confidence: options.MinConfidence = None,
    jobs: options.Jobs = 1,
    quiet: options.Quiet = False,
    no_color: options.NoColor = False,
    stdin_name: options.StdinName = "-",
) -> None:
    """Score articles and exit 1 where an article's verdict is fail or the policy is broken."""
    overrides = choices(select, ignore, operating_point, min_confidence, names, encoder) | {
        "gate.fail-under": fail_under,
        "gate.fail-on": fail_on and [_target(part) for item in fail_on for part in item.split(",")],
        "gate.max-flagged": max_flagged,
        "gate.scope": scope,
    }
    settings = effective(config, overrides).config
    judge, breaches = Gate(settings.gate, allow_fail=allow_fail), _Breaches()
    request = Request(paths, format, output, settings, jobs, quiet, no_color, stdin_name)
    outcome = execute(request, lambda report: breaches.add(judge.judge(report)))
    breaches.add(judge.judge_run())
    breaches.show(is_complete=not outcome.status)
    raise typer.Exit(outcome.status or int(breaches.count > 0))


def _target(text: str) -> str:
    """Return what to fail on as it is written: words in small letters, rule codes in capitals."""
    text = text.strip()
    words = {SKIPPED, *(severity.value for severity in Severity)}
    return text.lower() if text.lower() in words else text.upper()


class _Breaches:
    """The first breaches and the number of all: a feed may break its policy a million times."""

    def __init__(self) -> None:
        self.count = 0
        self._first: list[Breach] = []

    def add(self, breaches: tuple[Breach, ...]) -> None:
        self.count += len(breaches)
        self._first += breaches[: SHOWN - len(self._first)]

    def show(self, *, is_complete: bool) -> None:
        """Print them, and the outcome; a gate that has not seen everything does not pass."""
        for breach in self._first:
            typer.echo(f"mtcheck: gate: {breach.article or 'the run'}: {breach.reason}", err=True)
        if self.count > len(self._first):
            typer.echo(f"mtcheck: gate: and {self.count - len(self._first)} more", err=True)
        outcome = "failed" if self.count else "passed" if is_complete else "not decided"
        typer.echo(f"mtcheck: gate {outcome}", err=True)
