"""What happens when Clearing itself is at fault: it is written down without a word of anyone's notes."""

import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from desktop.folders import FAULTS, data_folder
from formats.language import tr

FAULT = 2
Tell = Callable[[str], None]


def fault_file() -> Path:
    """Where faults are written down, the latest last."""
    return data_folder() / FAULTS


def log_fault(fault: BaseException) -> str:
    """Adds where in the code it happened to the file of faults, and gives the sentence to say.

    The message of the fault stays out: it may quote a name or a note.
    """
    where = "".join(traceback.format_tb(fault.__traceback__))
    entry = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} {type(fault).__name__}\n{where}\n"
    file = fault_file()
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with file.open("a", encoding="utf-8") as faults:
            faults.write(entry)
        file.chmod(0o600)
    return tr(
        "Something in Clearing went wrong. What was saved is safe. Where it happened is written in {file}.",
        file=file,
    )


def run_logging_faults(run: Callable[[], int]) -> int:
    """The exit code of `run`; a fault of ours ends in one sentence and code 2, as every other error does."""
    try:
        return run()
    except Exception as fault:  # the last line of defence: nobody who runs a session should meet a traceback
        print(log_fault(fault), file=sys.stderr)
        return FAULT


def tell_faults(tell: Tell) -> None:
    """From now on a fault inside Qt's loop is written down and told, instead of being printed as it is."""

    def hook(_kind: type[BaseException], fault: BaseException, _trace: TracebackType | None) -> None:
        tell(log_fault(fault))

    sys.excepthook = hook
