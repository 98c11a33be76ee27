"""What goes on beside the places while the window is open, from the first act until it is closed?"""

from pathlib import Path

from desktop.app.application import Application
from desktop.app.clearing import Clearing
from desktop.app.closing import CloseGuard
from desktop.app.crash_log import tell_faults
from desktop.app.incoming_files import IncomingFiles
from desktop.app.language_change import LanguageChange
from desktop.app.laptop import laptop_of
from desktop.app.last_save import LastSave
from desktop.app.own_rehearsal import OwnRehearsal, clear_away_rehearsals
from desktop.app.places_ahead import PlacesAhead
from desktop.app.single_instance import SingleInstance
from desktop.app.unfinished_work import UnfinishedWorkGuard
from desktop.live.wake_timer import WakeTimer


def run_until_closed(app: Application, clearing: Clearing, one: SingleInstance, early: list[Path]) -> int:
    """Starts the app, opens the files that came before it was there, and gives the exit code."""
    incoming = IncomingFiles(clearing)
    clearing.runner.library.save_state_changed.connect(one.follow)
    tell_faults(clearing.say)
    CloseGuard(clearing.window, clearing.runner, clearing.look)
    UnfinishedWorkGuard(clearing.window, clearing.look)
    rehearsal = OwnRehearsal(clearing.look, clearing)
    clearing.rehearsal_requested.connect(rehearsal.begin)
    language, ahead = LanguageChange(clearing), PlacesAhead(clearing)
    language.language_changed.connect(rehearsal.speak_anew)
    language.language_changed.connect(ahead.build_again)
    laptop, waking = laptop_of(clearing), WakeTimer(clearing.runner)
    clearing.start()
    app.file_opened.disconnect(early.append)
    app.file_opened.connect(incoming.open_one)
    one.files_requested.disconnect(early.extend)
    one.files_requested.connect(incoming.open)
    incoming.open(early)
    ahead.begin()
    clear_away_rehearsals()
    code = app.exec()
    rehearsal.end()
    waking.stop()
    laptop.stop()
    clearing.put_away()
    LastSave(clearing.file, clearing.look).write()
    return code
