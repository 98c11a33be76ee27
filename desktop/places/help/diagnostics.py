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
from formats.language import tr, tr_count
from formats.library.file import LibraryFile
from formats.session.wording import join_list

MOST_FAULTS = 3
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
        ("Clearing", clearing_version() or tr("version unknown")),
        (tr("System"), f"{platform.system()} {platform.release()}, {platform.machine()}"),
        (tr("Python, Qt"), f"{platform.python_version()}, {qVersion()}, {QGuiApplication.platformName()}"),
        (tr("Screens"), "; ".join(map(_screen, QGuiApplication.screens()))),
        (
            tr("Window"),
            tr(
                "{size}, text {percent}%, {look}",
                size=_size_words(window),
                percent=round(look.scale * 100),
                look=_dress(look),
            ),
        ),
        (tr("Language"), QLocale().name()),
        (tr("Sessions and notes"), _held(library)),
        (tr("Saved"), _saved(library)),
        (tr("Backups"), _backups(library)),
        (tr("Sound"), _sound(preferences)),
        (tr("Lately"), "; ".join(recent_faults()) or tr("nothing went wrong")),
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
    percent = round(screen.devicePixelRatio() * 100)
    # For translators: a screen, and how much larger it shows things: "1920 × 1080 at 150%"
    return tr("{size} at {percent}%", size=_size_words(screen.size()), percent=percent)


def _size_words(size: QSize) -> str:
    return f"{size.width()} × {size.height()}"


def _dress(look: Look) -> str:
    said = [tr("dark") if look.dark else tr("light")]
    said += [tr("more contrast")] if look.high_contrast else []
    said += [tr("less motion")] if look.calm else []
    return join_list(said)


def _held(library: LibraryFile) -> str:
    count = {table: len(library.documents(table)) for table in ("sessions", "people", "notes")}
    counts = join_list(
        (
            tr_count("{count} session", "{count} sessions", count["sessions"]),
            tr_count("{count} person", "{count} people", count["people"]),
            tr_count("{count} note", "{count} notes", count["notes"]),
        )
    )
    try:
        size = library.state.library.stat().st_size
    except OSError:
        return counts
    return tr("{counts}; {size} kB", counts=counts, size=size // 1000)


def _saved(library: LibraryFile) -> str:
    """The causes are sentences of ours, and name nothing."""
    state = library.state
    if state.cause is not None:
        return tr("no: {why}", why=state.cause.sentence)
    return tr("all of it") if state.saved else tr("being written")


def _backups(library: LibraryFile) -> str:
    kept = library.backups.all()
    return (
        # For translators: backups: "12, the newest of 23 Feb 2026"
        tr("{count}, the newest of {day}", count=len(kept), day=_day(max(one.made for one in kept)))
        if kept
        else tr("none yet")
    )


def _day(when: datetime) -> str:
    return date_style().short_day(when.date())


def _sound(preferences: Preferences) -> str:
    if not preferences.sound:
        return tr("muted")
    said = [tr("another device than the usual one") if preferences.sound_device else tr("the usual device")]
    said.append(tr("volume {percent}%", percent=round(preferences.volume * 100)))
    if preferences.room_sound and preferences.room_device:
        said.append(tr("bells in the room"))
    return join_list(said)
