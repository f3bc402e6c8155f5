"""The command line: a thin shell around `mtcheck.checker`, one module per command."""


def main() -> None:
    """Run the command line and exit.

    Exit status: 0 done, 1 the gate failed, 2 what was asked could not be done, 143 ended by SIGTERM (129 by SIGHUP).
    """
    from mtcheck.cli.process import run

    run()
