"""What may somebody who helps be told of this computer? Numbers and versions, and no word of anyone's."""

import platform
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import PurePath

from PySide6.QtCore import QLocale, QSize, qVersion
from PySide6.QtGui import QGuiApplication, QScreen

from desktop.folders import FAULTS, data_folder
from desktop.look import Look
from desktop.preferences import Preferences
from desktop.wording import date_style
from formats.library.file import LibraryFile
from formats.session.wording import counted_noun

MOST_FAULTS = 3
TABLES = (("sessions", "session", ""), ("people", "person", "people"), ("notes", "note", ""))
_FAULT = re.compile(r"^(\d{4}-\d\d-\d\d) (\d\d:\d\d):\d\d (\w+)$")
_LINE = re.compile(r'^  File "(.+)", line (\d+), in ')


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One fact with its caption."""

    caption: str
    fact: str


def diagnose(look: Look, preferences: Preferences, library: LibraryFile, window: QSize) -> tuple[Diagnosis, ...]:
    """All there is to tell. Names of screens, devices, folders and people stay out: any may be somebody's."""
    said = (
        ("Clearing", clearing_version() or "version unknown"),
        ("System", f"{platform.system()} {platform.release()}, {platform.machine()}"),
        ("Python, Qt", f"{platform.python_version()}, {qVersion()}, {QGuiApplication.platformName()}"),
        ("Screens", "; ".join(map(_screen, QGuiApplication.screens()))),
        ("Window", f"{window.width()} × {window.height()}, text {round(look.scale * 100)}%, {_dress(look)}"),
        ("Language", QLocale().name()),
        ("Sessions and notes", _held(library)),
        ("Saved", _saved(library)),
        ("Backups", _backups(library)),
        ("Sound", _sound(preferences)),
        ("Lately", "; ".join(recent_faults()) or "nothing went wrong"),
    )
    return tuple(Diagnosis(caption, fact) for caption, fact in said)


def as_text(facts: Sequence[Diagnosis]) -> str:
    """To be copied into a message: a line each."""
    return "\n".join(f"{one.caption}: {one.fact}" for one in facts)


def clearing_version() -> str:
    """Which Clearing this is; empty where that is not known."""
    try:
        return version("clearing")
    except PackageNotFoundError:
        return ""


def recent_faults() -> tuple[str, ...]:
    """The last faults of Clearing itself, the newest first: when, of which kind and in which file of its code."""
    try:
        lines = (data_folder() / FAULTS).read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return ()
    faults: list[str] = []
    for line in lines:
        if begun := _FAULT.match(line):
            faults.append(f"{begun[1]} {begun[2]} {begun[3]}")
        elif faults and (place := _LINE.match(line)):
            said = faults[-1].partition(" in ")[0]
            faults[-1] = f"{said} in {PurePath(place[1]).name}, line {place[2]}"
    return tuple(reversed(faults[-MOST_FAULTS:]))


def _screen(screen: QScreen) -> str:
    size = screen.size()
    return f"{size.width()} × {size.height()} at {round(screen.devicePixelRatio() * 100)}%"


def _dress(look: Look) -> str:
    contrast = ", more contrast" if look.high_contrast else ""
    return f"{'dark' if look.dark else 'light'}{contrast}{', less motion' if look.calm else ''}"


def _held(library: LibraryFile) -> str:
    counts = (counted_noun(len(library.documents(table)), one, several) for table, one, several in TABLES)
    try:
        size = library.state.library.stat().st_size
    except OSError:
        return ", ".join(counts)
    return f"{', '.join(counts)}; {size // 1000} kB"


def _saved(library: LibraryFile) -> str:
    """The causes are sentences of ours, and name nothing."""
    state = library.state
    if state.cause is not None:
        return f"no: {state.cause.value}"
    return "all of it" if state.saved else "being written"


def _backups(library: LibraryFile) -> str:
    kept = library.backups.all()
    return f"{len(kept)}, the newest of {_day(max(one.made for one in kept))}" if kept else "none yet"


def _day(when: datetime) -> str:
    return date_style().short_day(when.date())


def _sound(preferences: Preferences) -> str:
    if not preferences.sound:
        return "muted"
    own = "another device than the usual one" if preferences.sound_device else "the usual device"
    room = ", bells in the room" if preferences.room_sound and preferences.room_device else ""
    return f"{own}, volume {round(preferences.volume * 100)}%{room}"
