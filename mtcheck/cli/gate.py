"""`mtcheck gate`: score for CI, exit 1 where the policy is broken."""

from typing import Annotated

import typer

from mtcheck.cli import options
from mtcheck.cli.running import Request, choices, effective, execute, refuse
from mtcheck.config import SKIPPED
from mtcheck.finding import Severity
from mtcheck.formats.characters import one_line
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
    budget: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RULE=N", help="Break on more than N findings of a rule (code or prefix).", show_default=False
        ),
    ] = None,
    allow_fail: Annotated[
        bool, typer.Option("--allow-fail", help="Let articles pass whose verdict is fail: only the rest decides.")
    ] = False,
    scope: Annotated[
        str | None,
        typer.Option(
            help="Where --fail-under, --max-flagged and --budget hold: article (default), run or both.",
            show_default=False,
        ),
    ] = None,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Say of every condition whether it held, and what came nearest to breaking it."),
    ] = False,
    format: options.FormatName = "text",
    output: options.Output = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    names: options.Names = None,
    encoder: options.Encoder = None,
    config: options.ConfigFile = None,
    operating_point: options.Point = None,
    min_confidence: options.MinConfidence = None,
    baseline: options.Baseline = None,
    update_baseline: options.UpdateBaseline = False,
    jobs: options.Jobs = 1,
    quiet: options.Quiet = False,
    no_color: options.NoColor = False,
    stdin_name: options.StdinName = "-",
) -> None:
    """Score articles and exit 1 where an article's verdict is fail or the policy is broken."""
    overrides = choices(select, ignore, operating_point, min_confidence, names, encoder, baseline) | {
        "gate.fail-under": fail_under,
        "gate.fail-on": fail_on and [_target(part) for item in fail_on for part in item.split(",")],
        "gate.max-flagged": max_flagged,
        "gate.budgets": budget and dict(map(_budget, budget)),
        "gate.scope": scope,
    }
    settings = effective(config, overrides).config
    judge, breaches = Gate(settings.gate, allow_fail=allow_fail), _Breaches()
    request = Request(paths, format, output, settings, jobs, quiet, no_color, stdin_name, update_baseline)
    outcome = execute(request, lambda report: breaches.add(judge.judge(report)))
    breaches.add(judge.judge_run())
    if update_baseline and not outcome.status:
        typer.echo("mtcheck: gate passed: what was found is in the baseline now", err=True)
        raise typer.Exit(0)
    if explain:
        _explain(judge)
    breaches.show(is_complete=not outcome.status)
    raise typer.Exit(outcome.status or int(breaches.count > 0))


def _budget(text: str) -> tuple[str, int]:
    """Return rule and number of `RULE=N`."""
    code, _, number = text.partition("=")
    if not number.strip().isdecimal():
        refuse(f"--budget: {text!r} is not RULE=N, such as NAM001=3")
    return code.strip().upper(), int(number)


def _explain(gate: Gate) -> None:
    """Print what was asked and what came of it, one condition a line."""
    for check in gate.explain():
        state = "broken" if check.broken else "held" if check.judged else "not judged"
        nearest = f"; nearest: {one_line(check.nearest)}" if check.nearest else ""
        count = f" in {check.broken or check.judged} of {check.judged}" if check.judged else ""
        typer.echo(f"mtcheck: gate: {state}{count}: {check.condition}{nearest}", err=True)


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
