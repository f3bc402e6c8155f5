"""`mtcheck review`: reviewers' exported decisions -> baseline, names, corrected texts, and how often each rule was right."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mtcheck.cli import options
from mtcheck.cli.output import output_file
from mtcheck.cli.process import refuse
from mtcheck.cli.running import effective

if TYPE_CHECKING:
    from mtcheck.names.user_list import Entry
    from mtcheck.review.decisions import ArticleDecision, Conflict
    from mtcheck.review.outcome import Judged

BASELINE, NAMES, CORRECTED = Path("mtcheck-baseline.json"), Path("mtcheck-names.tsv"), Path("mtcheck-corrected")

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST_NAME = 80


def review(
    files: Annotated[
        list[Path],
        typer.Argument(help="Decisions exported from a report; several reviewers' are merged.", metavar="FILE..."),
    ],
    baseline: Annotated[
        Path | None,
        typer.Option(help=f"The baseline to add to; default: the setting baseline, or {BASELINE}.", show_default=False),
    ] = None,
    names: Annotated[Path, typer.Option(help="The list of names to add accepted spellings to.")] = NAMES,
    corrected: Annotated[Path, typer.Option(help="The folder for corrected articles.")] = CORRECTED,
    format: Annotated[str, typer.Option("--format", "-f", help="text or json.")] = "text",
    config: options.ConfigFile = None,
    quiet: options.Quiet = False,
) -> None:
    """Turn reviewers' decisions into what the next run respects.

    Rejected findings and released articles go into the baseline, accepted spellings into a list of names, corrected texts into a
    folder. How often each rule was right is printed. Where reviewers disagree nothing is written for the finding, the
    disagreement is listed, and the exit status is 1.
    """
    if format not in ("text", "json"):
        refuse(f"unknown format {format!r}; known are text, json")
    from mtcheck.review import decisions, outcome
    from mtcheck.review.decisions import DecisionsError

    try:
        articles, conflicts = decisions.merge([decisions.read_decisions(file) for file in files])
    except DecisionsError as error:
        refuse(str(error))
    target = baseline or effective(config, {}).config.baseline or BASELINE
    said = [
        *_write_baseline(target, articles),
        *_write_names(names, outcome.accepted_names(articles)),
        *_write_corrected(corrected, articles),
    ]
    _print(outcome.judged(articles), conflicts, format)
    for line in () if quiet else said:
        typer.echo(f"mtcheck: {line}", err=True)
    for conflict in conflicts:
        typer.echo(f"mtcheck: conflict: {_conflict(conflict)}", err=True)
    raise typer.Exit(1 if conflicts else 0)


def _write_baseline(path: Path, articles: Iterable["ArticleDecision"]) -> Iterator[str]:
    from mtcheck.review.baseline import Baseline, BaselineError, merged, read_baseline, write_baseline
    from mtcheck.review.outcome import rejected

    new = rejected(articles)
    if not (new.accepted or new.released):
        return
    try:
        old = read_baseline(path) if path.exists() else Baseline()
    except BaselineError as error:
        refuse(str(error))
    with output_file(path) as out:
        write_baseline(merged([old, new]), out)
    findings = sum(entry.count for entry in new.accepted)
    yield f"wrote {path}: {_count(findings, 'rejected finding')}, {_count(len(new.released), 'released article')}"


def _write_names(path: Path, new: tuple["Entry", ...]) -> Iterator[str]:
    from mtcheck.names.records import NameDataError
    from mtcheck.names.user_list import read_user_list, write_user_list

    if not new:
        return
    try:
        old = read_user_list(path) if path.exists() else None
    except NameDataError as error:
        refuse(str(error))
    if old and any(problem.is_error for problem in old.problems):
        refuse(f"{path}: has errors, which `mtcheck names check` explains; nothing was added to it")
    known = {(entry.kind, name) for entry in old.entries for name in (entry.name, *entry.aliases)} if old else set()
    added = [entry for entry in new if (entry.kind, entry.name) not in known]
    if added:
        with output_file(path) as out:
            write_user_list([*(old.entries if old else ()), *added], out)
    yield f"wrote {path}: {_count(len(added), 'accepted name')} added"


def _write_corrected(folder: Path, articles: Iterable["ArticleDecision"]) -> Iterator[str]:
    from mtcheck.review.outcome import corrected

    texts = [text for article in articles if (text := corrected(article))]
    if not texts:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        refuse(f"{folder}: cannot be made ({error.strerror})")
    taken: set[str] = set()
    for text in texts:
        name = _file_name(text.article.id or text.article.source, taken)
        with output_file(folder / name) as out:
            out.write(text.text)
    changes, left = sum(text.changes for text in texts), sum(text.overlapping for text in texts)
    overlapping = f"; {_count(left, 'change')} left out that overlapped another" if left else ""
    yield f"wrote {folder}: {_count(len(texts), 'corrected article')}, {_count(changes, 'change')}{overlapping}"


def _file_name(identity: str, taken: set[str]) -> str:
    """Return a file name for an article that no other has; nothing in an id can lead out of the folder."""
    plain = _UNSAFE.sub("-", identity).strip("-.")[-_LONGEST_NAME:].lstrip("-.").removesuffix(".txt") or "article"
    name, number = f"{plain}.txt", 2
    while name.casefold() in taken:
        name, number = f"{plain}-{number}.txt", number + 1
    taken.add(name.casefold())
    return name


def _print(judged: Iterable["Judged"], conflicts: Iterable["Conflict"], format: str) -> None:
    rows = [{"rule": j.rule, "right": j.right, "wrong": j.wrong, "precision": round(j.precision, 4)} for j in judged]
    if format == "json":
        found = [{"article": c.article, "rule": c.rule, "text": c.span, "said": [c.first, c.second]} for c in conflicts]
        typer.echo(json.dumps({"rules": rows, "conflicts": found}, ensure_ascii=True, indent=1))
        return
    if rows:
        typer.echo("rule     right  wrong  precision")
    for row in rows:
        typer.echo(f"{row['rule']:8} {row['right']:5}  {row['wrong']:5}  {row['precision']:9.2f}")


def _conflict(conflict: "Conflict") -> str:
    from mtcheck.formats.characters import one_line

    what = f"{conflict.rule} “{one_line(conflict.span)}”" if conflict.rule else "the verdict"
    return f"{one_line(conflict.article) or '-'}: {what}: {one_line(conflict.first)} or {one_line(conflict.second)}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
