"""A process that saves and says so, until it is killed: `python -m tests.library.saving_process LIBRARY START`."""

import sys
from pathlib import Path

from tests.library.builders import note, opened


def main(path: Path, start: int) -> None:
    """Save numbered notes for ever, closing now and then; one line of output for each acknowledged save."""
    library = opened(path)
    print("open" if not library.open_report.read_only else "read-only", flush=True)
    number = start
    while not library.open_report.read_only:
        library.put("notes", note(f"n{number % 50}", str(number)))
        if library.state.saved:
            print(number, flush=True)
        number += 1
        if number % 97 == 0:
            library.close()
            library = opened(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
