"""Where Clearing starts."""

import sys

from desktop.command_line import run


def main() -> None:
    """Runs the command line and ends the process with its code."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
