"""Opens the window and stays until it is closed."""

from collections.abc import Sequence
from pathlib import Path

from desktop.app.clearing import Clearing, application
from desktop.app.closing import CloseGuard
from desktop.app.crash_log import tell_faults
from desktop.app.incoming_files import IncomingFiles
from desktop.app.laptop import laptop_of
from desktop.app.last_save import LastSave
from desktop.app.own_rehearsal import OwnRehearsal, clear_away_rehearsals
from desktop.app.preload import Preloader
from desktop.app.single_instance import (
    RunningWindow,
    SingleInstance,
    bring_running_window_forward,
    bring_starting_window_forward,
)
from desktop.app.unfinished_work import UnfinishedWorkGuard
from desktop.dialogs.silent_window import SilentWindowDialog
from desktop.folders import preferences_file, usual_library
from desktop.live.clocks import SteadyClock
from desktop.live.wake_timer import WakeTimer
from desktop.live_preferences import LivePreferences
from formats.library.status import OpenOutcome

NO_ANSWER = 2  # as every error ends


def open_window(library: Path | None, files: Sequence[Path] = ()) -> int:
    """Runs the app on a library, the usual one unless given, opens files in it, and gives the exit code."""
    wishes = LivePreferences(preferences_file())
    app, look = application(wishes.current)
    early = list(files)
    app.file_opened.connect(early.append)
    library = library or usual_library()
    running = bring_running_window_forward(library, early)
    while running is RunningWindow.SILENT:
        if not SilentWindowDialog(look).exec():
            return NO_ANSWER
        running = bring_running_window_forward(library, early)
    if running is RunningWindow.CAME_FORWARD:
        return 0
    clearing = Clearing(library, SteadyClock(), wishes, look)
    is_held = clearing.file.open_report.opened is OpenOutcome.READ_ONLY_HELD
    if is_held and bring_starting_window_forward(library, early):
        clearing.stop()
        return 0
    one = SingleInstance(library, clearing)
    incoming = IncomingFiles(clearing)
    one.activation_requested.connect(clearing.window.come_forward)
    one.files_requested.connect(incoming.open)
    clearing.runner.library.save_state_changed.connect(one.follow)
    tell_faults(clearing.say)
    CloseGuard(clearing.window, clearing.runner, look)
    UnfinishedWorkGuard(clearing.window, look)
    rehearsal = OwnRehearsal(look, clearing)
    clearing.rehearsal_requested.connect(rehearsal.begin)
    laptop, waking = laptop_of(clearing), WakeTimer(clearing.runner)
    clearing.start()
    app.file_opened.disconnect(early.append)
    app.file_opened.connect(incoming.open_one)
    incoming.open(early)
    Preloader(clearing)
    clear_away_rehearsals()
    code = app.exec()
    rehearsal.end()
    waking.stop()
    laptop.stop()
    clearing.put_away()
    LastSave(clearing.file, look).write()
    return code
