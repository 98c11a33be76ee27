"""The window of `tests.real_keys`: a field of each kind, and what each understood of the keys that were pressed.

python -m tests.real_keys_window LOCALE LAYOUT      on the screen that DISPLAY names
"""

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import time, timedelta

from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.panels.notes.line import NoteLine
from desktop.panels.notes.owner_field import OwnerField
from desktop.widgets.day_field import DayField
from desktop.widgets.length_field import LengthField
from desktop.widgets.time_field import TimeField
from formats.session.dates.typed_lengths import Scale
from tests.real_keys import FURTHER, MINUTE, TODAY, USUAL, Typing
from tests.waiting import wait_until

PATIENCE = 3.0
HOURS = timedelta(hours=10)
FIRST_LENGTH, FIRST_TIME = timedelta(minutes=20), time(9)


def main() -> int:
    """Types, prints a line for each, and at the end how many were wrong."""
    locale, layout = sys.argv[1:]
    app = QApplication(sys.argv[:1])
    QLocale.setDefault(QLocale(locale))
    window, fields, told = _window(Look(app, theme="light"))
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowExposed(window)
    wrong = 0
    for typing in (*USUAL, *FURTHER[locale]):
        subprocess.run(["setxkbmap", "-layout", _layout_for(typing.text, layout)], check=True)
        field = fields[typing.field]
        field.setFocus(Qt.FocusReason.MouseFocusReason)
        _begin_anew(field)
        _press(typing)
        found = _wait_for(told[typing.field], typing.understood)
        wrong += found != typing.understood
        verdict = "" if found == typing.understood else "WRONG"
        print(f"{locale:6} {typing.field:6} {typing.text:22} {found:24} {verdict}")
    print(f"{locale} wrong: {wrong}")
    return int(wrong > 0)


def _window(look: Look) -> tuple[QWidget, dict[str, QWidget], dict[str, Callable[[], str]]]:
    window = QWidget()
    column = QVBoxLayout(window)
    owner, note = OwnerField(look), NoteLine(look)
    owner.offer(["Jordan Smith", "Ann Danby", "Daniela Ruiz"])
    slot = LengthField("Length", FIRST_LENGTH, Scale.SESSION, least=5 * MINUTE, most=HOURS)
    stage = LengthField("Minutes", FIRST_LENGTH, Scale.STAGE, least=MINUTE / 2, most=HOURS)
    clock, day = TimeField("Time", FIRST_TIME), DayField("Day", TODAY, TODAY)
    fields: dict[str, QWidget] = {
        "slot": slot, "stage": stage, "time": clock, "day": day, "owner": owner, "note": note,
    }  # fmt: skip
    for field in fields.values():
        column.addWidget(field)
    told: dict[str, Callable[[], str]] = {
        "slot": lambda: str(slot.value),
        "stage": lambda: str(stage.value),
        "time": lambda: str(clock.value),
        "day": lambda: str(day.value),
        "owner": owner.text,
        "note": lambda: note.text,
    }
    return window, fields, told


def _layout_for(text: str, layout: str) -> str:
    """Of two layouts the one that has the letters: xdotool presses keys in the first group only."""
    first, _, second = layout.partition(",")
    return second if second and not text.isascii() else first


def _begin_anew(field: QWidget) -> None:
    """The field as it was first, marked, so that what is typed now is all that it can hold."""
    if isinstance(field, LengthField):
        field.show_value(FIRST_LENGTH)
    elif isinstance(field, TimeField):
        field.show_value(FIRST_TIME)
    elif isinstance(field, DayField):
        field.show_value(TODAY)
    elif isinstance(field, OwnerField | NoteLine):
        field.clear()
    if isinstance(field, QLineEdit):
        field.selectAll()


def _press(typing: Typing) -> None:
    """Presses the keys, with the server between them and the window."""
    keys = [_key_of(sign) for sign in typing.text]
    subprocess.run(["xdotool", "key", "--delay", "15", *keys, *typing.keys], check=True)


def _key_of(sign: str) -> str:
    return _NAMES.get(sign) or (sign if sign.isascii() else f"U{ord(sign):04X}")


_NAMES = {
    " ": "space", ":": "colon", ".": "period", "-": "minus", "/": "slash", ">": "greater", "'": "apostrophe",
    "(": "parenleft", ")": "parenright", "[": "bracketleft", "]": "bracketright", "@": "at", "?": "question",
    "س": "Arabic_seen", "ل": "Arabic_lam", "ا": "Arabic_alef", "م": "Arabic_meem",
}  # fmt: skip


def _wait_for(told: Callable[[], str], wanted: str) -> str:
    """What a field says once it says what is wanted, or when patience ends."""
    with suppress(TimeoutError):
        wait_until(lambda: _is_told(told, wanted), PATIENCE)
    QApplication.processEvents()  # what is left to tell the server, that a popup lets go of the keys
    return told()


def _is_told(told: Callable[[], str], wanted: str) -> bool:
    QApplication.processEvents()
    return told() == wanted


if __name__ == "__main__":
    sys.exit(main())
