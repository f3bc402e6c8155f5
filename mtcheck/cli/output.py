"""Where a report goes: standard output, a file that appears only once it is whole, or a device as it is."""

import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TextIO

from mtcheck.cli.process import refuse

STDOUT = Path("-")
"""The name of a file that stands for standard output."""


class KeepOldError(Exception):
    """Raised while an output file is written: what was there under its name stays."""


@contextmanager
def output_file(path: Path | None) -> Iterator[TextIO]:
    """Open the report's destination; a file appears under its name only once it is complete.

    None and `-` are standard output. Raises `OSError` where that cannot be written; for a file that cannot be written
    the command ends with status 2. `KeepOldError` leaves without a file.
    """
    if path is None or path == STDOUT:
        if sys.__stdout__ is None:
            refuse("standard output is closed")
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
        yield sys.stdout
        sys.stdout.flush()
        return
    if not path.name:
        refuse("--output needs the name of a file")
    path = path.resolve()
    is_device = path.exists() and not path.is_file() and not path.is_dir()
    with _device(path) if is_device else _whole(path) as out:
        yield out


@contextmanager
def _whole(path: Path) -> Iterator[TextIO]:
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


def is_terminal(output: Path | None) -> bool:
    """Whether the report scrolls by on a terminal."""
    return output in (None, STDOUT) and sys.stdout.isatty()


def progress(output: Path | None, *, quiet: bool) -> AbstractContextManager[Callable[[], None]]:
    """Count articles on a terminal, unless the report may appear there too: itself, or out of a pager behind a pipe."""
    if quiet or not sys.stderr.isatty() or not _goes_to_file(output):
        return nullcontext(lambda: None)
    return _bar()


def _goes_to_file(output: Path | None) -> bool:
    if output not in (None, STDOUT):
        return True
    try:
        return stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError):
        return False


@contextmanager
def _bar() -> Iterator[Callable[[], None]]:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:.0f} articles"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda: bar.advance(task)
