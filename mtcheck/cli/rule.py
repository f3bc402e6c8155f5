"""`mtcheck rule`: explain a rule."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from mtcheck.cli.process import refuse

if TYPE_CHECKING:
    from mtcheck.rules import Rule


def rule(
    code: Annotated[str | None, typer.Argument(help="A rule's code, e.g. NAM001.", show_default=False)] = None,
    all: Annotated[bool, typer.Option("--all", help="Every rule's page.")] = False,
    format: Annotated[str, typer.Option("--format", "-f", help="text or json.")] = "text",
) -> None:
    """Explain a rule; without a code, list all rules."""
    from mtcheck.rules import ALL_RULES

    if format not in ("text", "json"):
        refuse(f"unknown format {format!r}; known are text, json")
    chosen = [r for r in ALL_RULES if code is None or r.code == code.upper() or r.name == code.lower()]
    if not chosen:
        refuse(f"no rule {code!r}; `mtcheck rule` lists them")
    if format == "json":
        typer.echo(json.dumps([_facts(r) for r in chosen], ensure_ascii=False, indent=1))
    elif code or all:
        typer.echo("\n\n".join(_page(r) for r in chosen))
    else:
        for r in chosen:
            typer.echo(f"{r.code}  {r.name:24} {r.severity.value:8} {r.page().splitlines()[0]}")


def _facts(rule: "type[Rule]") -> dict[str, object]:
    from mtcheck.rules import measured_precision

    return {
        "code": rule.code,
        "name": rule.name,
        "category": rule.category.value,
        "severity": rule.severity.value,
        "precision": measured_precision().get(rule.code),
        "page": rule.page(),
    }


def _page(rule: "type[Rule]") -> str:
    from mtcheck.rules import measured_precision

    precision = measured_precision().get(rule.code)
    measured = "not measured" if precision is None else f"{precision:.2f}"
    head = f"# {rule.code} {rule.name}\n\nCategory {rule.category.value}, severity {rule.severity.value} by default; "
    return f"{head}precision in review: {measured}.\n\n{rule.page()}"
