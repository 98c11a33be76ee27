"""Where Clearing starts."""

import sys

from desktop.command_line import FAULT, run
from desktop.crash import write_down


def main() -> None:
    """Runs the command line and ends the process with its code."""
    try:
        code = run(sys.argv[1:])
    except Exception as fault:  # the last line of defence: nobody who runs a session should meet a traceback
        print(write_down(fault), file=sys.stderr)
        code = FAULT
    sys.exit(code)


if __name__ == "__main__":
    main()
