"""`python -m mtcheck` and the `mtcheck` command."""

from mtcheck.cli import main

if __name__ == "__main__":
    main()
