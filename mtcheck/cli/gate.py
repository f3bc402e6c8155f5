"""`mtcheck gate`: score for CI, exit 1 where the policy is broken."""

from typing import Annotated

import typer

from mtcheck.cli import options
from mtcheck.cli.running import Request, choices, effective, execute
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
    config: options.ConfigFile = None,
    operating_point: options.Point = None,
    min_confidence: options.MinConfidence = None,
    jobs: options.Jobs = 1,
    quiet: options.Quiet = False,
    no_color: options.NoColor = False,
    stdin_name: options.StdinName = "-",
) -> None:
    """Score articles and exit 1 where they break the policy; without one, where an article's verdict is fail."""
    overrides = choices(select, ignore, operating_point, min_confidence, names) | {
        "gate.fail-under": fail_under,
        "gate.fail-on": fail_on,
        "gate.max-flagged": max_flagged,
        "gate.scope": scope,
    }
    settings = effective(config, overrides).config
    judge, breaches = Gate(settings.gate), _Breaches()
    request = Request(paths, format, output, settings, jobs, quiet, no_color, stdin_name)
    execute(request, lambda report: breaches.add(judge.judge(report)))
    breaches.add(judge.judge_run())
    breaches.show()
    raise typer.Exit(1 if breaches.count else 0)


class _Breaches:
    """The first breaches and the number of all: a feed may break its policy a million times."""

    def __init__(self) -> None:
        self.count = 0
        self._first: list[Breach] = []

    def add(self, breaches: tuple[Breach, ...]) -> None:
        self.count += len(breaches)
        self._first += breaches[: SHOWN - len(self._first)]

    def show(self) -> None:
        for breach in self._first:
            typer.echo(f"mtcheck: gate: {breach.article or 'the run'}: {breach.reason}", err=True)
        if self.count > len(self._first):
            typer.echo(f"mtcheck: gate: and {self.count - len(self._first)} more", err=True)
        typer.echo(f"mtcheck: gate {'failed' if self.count else 'passed'}", err=True)
