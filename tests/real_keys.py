"""Does every kind of field take real key presses, in the locales and layouts that people have?

    python -m tests.real_keys

Needs Xvfb, setxkbmap and xdotool. For each locale it opens one window with a field of each kind on a screen of its
own, sets the keyboard's layout, lets xdotool press the keys, and prints a table of what each field understood.
The last line says how many were wrong; the exit code is 1 where any was.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, time, timedelta
from shutil import which

LAYOUTS = {"en_GB": "gb", "en_US": "us", "de_DE": "de", "fr_FR": "fr", "ar_EG": "us,ara"}
TODAY = date(2026, 12, 1)
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Typing:
    """Which field is typed into, what, and what it has to understand; `keys` end it, as Tab does."""

    field: str
    text: str
    understood: str
    keys: tuple[str, ...] = ("Tab",)


USUAL = (
    Typing("slot", "1h30", str(90 * MINUTE)),
    Typing("slot", "1:30", str(90 * MINUTE)),
    Typing("slot", "90 min", str(90 * MINUTE)),
    Typing("stage", "1:30", str(1.5 * MINUTE)),
    Typing("stage", "7.25", str(7 * MINUTE + timedelta(seconds=30))),
    Typing("stage", "10-15", str(12.5 * MINUTE)),
    Typing("time", "16:30", str(time(16, 30))),
    Typing("time", "1630", str(time(16, 30))),
    Typing("time", "4.30pm", str(time(16, 30))),
    Typing("time", "16h30", str(time(16, 30))),
    Typing("time", "half past four", str(time(16, 30))),
    Typing("day", "the 12th", str(date(2026, 12, 12))),
    Typing("day", "Fri 4 Dec", str(date(2026, 12, 4))),
    Typing("day", "end of April", str(date(2027, 4, 30))),
    Typing("owner", "dan", "Daniela Ruiz"),
    Typing("note", "> Beth to write", "> Beth to write", ()),
    Typing("note", "don't (x) [y] @home?", "don't (x) [y] @home?", ()),
)
FURTHER = {
    "en_GB": (Typing("day", "4/12", str(date(2026, 12, 4))),),
    "en_US": (Typing("day", "12/4", str(date(2026, 12, 4))),),
    "de_DE": (
        Typing("day", "4.12.", str(date(2026, 12, 4))),
        Typing("note", "Grüße für Jörg", "Grüße für Jörg", ()),
    ),
    "fr_FR": (Typing("day", "4/12", str(date(2026, 12, 4))), Typing("note", "déjà là", "déjà là", ())),
    "ar_EG": (Typing("day", "4/12", str(date(2026, 12, 4))), Typing("note", "سلام", "سلام", ())),
}


def main() -> int:
    """Prints the table, a row for each thing typed."""
    if missing := [tool for tool in ("Xvfb", "xdotool", "setxkbmap") if which(tool) is None]:
        print(f"Not here: {', '.join(missing)}.")
        return 1
    wrong = 0
    for number, (locale, layout) in enumerate(LAYOUTS.items()):
        with screen(number) as display:
            wrong += _try(locale, layout, display)
    print(f"{wrong} wrong")
    return int(wrong > 0)


@contextmanager
def screen(number: int) -> Iterator[str]:
    """A screen of its own, until the block ends."""
    display = f":{os.getpid() % 500 + 300 + number}"
    server = subprocess.Popen(["Xvfb", display, "-screen", "0", "1024x768x24"], stderr=subprocess.DEVNULL)
    try:
        yield display
    finally:
        server.terminate()
        server.wait()


def _try(locale: str, layout: str, display: str) -> int:
    """Types everything into a window under one locale; how much of it was understood otherwise."""
    environment = os.environ | {
        "DISPLAY": display,
        "LANG": f"{locale}.UTF-8",
        "LC_ALL": "",
        "QT_QPA_PLATFORM": "xcb",
    }
    command = [sys.executable, "-m", "tests.real_keys_window", locale, layout]
    shown = subprocess.run(command, env=environment, text=True, capture_output=True, timeout=120, check=False)
    print(shown.stdout, end="")
    if shown.returncode not in (0, 1):
        print(shown.stderr[-2_000:])
        return len(USUAL)
    return int(shown.stdout.rstrip().rpartition(" ")[2] or 0)


if __name__ == "__main__":
    sys.exit(main())
