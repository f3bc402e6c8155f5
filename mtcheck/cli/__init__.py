"""The command line: a thin shell around `mtcheck.checker`, one module per command."""


def main() -> None:
    """Run the command line and exit: 0 done, 1 the gate failed, 2 what was asked could not be done."""
    from mtcheck.cli.app import app

    app(prog_name="mtcheck")
