"""The command as a process: what it does when its output cannot be written, and when it is told to end."""

import os
import signal
import sys
from typing import NoReturn

import typer

CANNOT = 2
"""Exit status: what was asked could not be done."""

SIGNALLED = 128
"""Exit status of a process that a signal has ended: this and the signal's number, as shells count it."""


def refuse(message: str) -> NoReturn:
    """Say in one line what is wrong and exit with status 2."""
    typer.echo(f"mtcheck: error: {message}", err=True)
    raise typer.Exit(CANNOT)


def run() -> NoReturn:
    """Run the command line and exit with its status.

    SIGTERM and SIGHUP unwind the program, so that half-written files and worker processes go with it.
    """
    _fill_streams()
    for name in ("SIGTERM", "SIGHUP"):
        _unwind_on(name)
    try:
        status = _status()
    except OSError as error:
        _drop(sys.stdout)
        what = error.filename or "standard output cannot be written"
        status = _complain(f"{what} ({error.strerror or error})")
    sys.exit(status)


def _status() -> int:
    try:
        from mtcheck.cli.app import app

        status = app(prog_name="mtcheck", standalone_mode=False)
        sys.stdout.flush()
    except SystemExit as ending:
        return _ended(ending)
    except BrokenPipeError:
        _drop(sys.stdout)
        return CANNOT
    except KeyboardInterrupt:
        return _complain("interrupted")
    except Exception as error:
        if not (show := getattr(error, "show", None)):
            raise
        show()  # a wrong option or argument, as the parser words it
        return CANNOT
    return status if isinstance(status, int) else 0


def _ended(ending: SystemExit) -> int:
    """Return the status for an exit out of the middle.

    It comes from a signal, or from a library that found its pipe closed and says 1, which would mean a failed gate.
    """
    _drop(sys.stdout)
    if isinstance(ending.code, int) and ending.code > SIGNALLED:
        _complain("ended by a signal")
        return ending.code
    return CANNOT


def _complain(message: str) -> int:
    try:
        typer.echo(f"mtcheck: error: {message}", err=True)
        sys.stderr.flush()
    except OSError:
        _drop(sys.stderr)
    return CANNOT


def _unwind_on(name: str) -> None:
    """Turn a signal into an exit; one that is ignored, as under nohup, stays ignored."""
    number = getattr(signal, name, None)
    if number is None or signal.getsignal(number) is not signal.SIG_DFL:
        return

    def unwind(number: int, _: object) -> None:
        signal.signal(number, signal.SIG_IGN)  # a second one would interrupt the tidying up
        sys.exit(SIGNALLED + number)

    signal.signal(number, unwind)


def _fill_streams() -> None:
    """Give a process that was started without standard streams ones that lead nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - open to the end


def _drop(stream: object) -> None:
    """Point a stream nowhere: its reader or its room has gone, and Python would complain once more while it shuts down."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # type: ignore[attr-defined]
    except (OSError, ValueError):
        return
