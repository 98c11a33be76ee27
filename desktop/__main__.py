"""Where Clearing starts."""

import sys

from desktop.app.crash_log import run_logging_faults
from desktop.commands.command_line import run


def main() -> None:
    """Runs the command line and ends the process with its code."""
    sys.exit(run_logging_faults(lambda: run(sys.argv[1:])))


if __name__ == "__main__":
    main()
