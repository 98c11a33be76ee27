"""Where Clearing starts."""

import gc
import sys


def main() -> None:
    """Runs the command line and ends the process with its code."""
    gc.disable()  # what a start makes is no garbage, and looking for some takes a tenth of its time
    from desktop.app.crash_log import run_logging_faults
    from desktop.commands.command_line import run

    sys.exit(run_logging_faults(lambda: run(sys.argv[1:])))


if __name__ == "__main__":
    main()
