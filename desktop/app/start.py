"""Opens the window, has it furnished, and stays until it is closed.

What is not in the first frame is imported once that is painted.
"""

from collections.abc import Sequence
from pathlib import Path

from desktop.app.application import application_for_first_frame
from desktop.app.first_frame import FirstFrame
from desktop.app.window import MainWindow
from desktop.folders import preferences_file, usual_library
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from formats.library import disk
from formats.library.lock import HeldElsewhereError, Lock

NO_ANSWER = 2  # as every error ends


def open_window(library: Path | None, files: Sequence[Path] = ()) -> int:
    """Runs the app on a library, the usual one unless given, opens files in it, and gives the exit code."""
    wishes = LivePreferences(preferences_file())
    app, look = application_for_first_frame(wishes.current)
    early = list(files)
    app.file_opened.connect(early.append)
    library = library or usual_library()
    # Held before there is a window: of several starts at once only one shows any.
    lock = Lock(disk.real_path(library))
    if not _is_free(lock, library) and (ended := _leave_to_other_window(library, early, look)) is not None:
        return ended
    window = MainWindow(look)
    FirstFrame(window).wait()

    from desktop.app.furnishing import furnish

    return furnish(app, window, look, wishes, library, lock, early)


def _leave_to_other_window(library: Path, files: Sequence[Path], look: Look) -> int | None:
    """The exit code where another window has the library; None where none answers that could be brought forward.

    One that is silent is asked as often as the person wants.
    """
    from desktop.app.single_instance import (
        RunningWindow,
        bring_running_window_forward,
        bring_starting_window_forward,
    )

    while (running := bring_running_window_forward(library, files)) is RunningWindow.SILENT:
        from desktop.dialogs.silent_window import SilentWindowDialog

        if not SilentWindowDialog(look).exec():
            return NO_ANSWER
    return 0 if running or bring_starting_window_forward(library, files) else None


def _is_free(lock: Lock, library: Path) -> bool:
    """Takes the lock, and says whether nobody else holds it; opening the library says what else is wrong there."""
    try:
        disk.make_folder(library.parent)
        lock.take()
    except HeldElsewhereError:
        return False
    except OSError:
        pass
    return True
