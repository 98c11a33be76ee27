"""Where Clearing starts."""

import sys

from desktop.command_line import run
from desktop.crash import guarded


def main() -> None:
    """Runs the command line and ends the process with its code."""
    sys.exit(guarded(lambda: run(sys.argv[1:])))


if __name__ == "__main__":
    main()
