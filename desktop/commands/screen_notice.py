"""What if Clearing was started from a menu and cannot open its window? Then a program that is there says why."""

import os
import shutil
import subprocess
import sys

from desktop.sound.outputs import clean_environment

SHOWN_BY = (
    ("zenity", "--error", "--no-markup", "--title=Clearing", "--text={sentence}"),
    ("kdialog", "--title", "Clearing", "--error", "{sentence}"),
    ("yad", "--title=Clearing", "--button=OK", "--no-markup", "--text={sentence}"),
    ("xmessage", "-center", "-title", "Clearing", "{sentence}"),
    ("notify-send", "Clearing", "{sentence}"),
)
"""Programs that show a sentence, those first that stay until it is read."""


def show_on_screen(sentence: str) -> None:
    """Shows it in a window of another program, where there is a screen and nobody reads what a terminal says."""
    if sys.platform != "linux" or not _is_unread() or not _has_screen():
        return
    for program, *words in SHOWN_BY:
        if found := shutil.which(program):
            silent = subprocess.DEVNULL
            shown = [found, *(word.replace("{sentence}", sentence) for word in words)]
            subprocess.run(shown, stdin=silent, stdout=silent, stderr=silent, env=clean_environment(), check=False)
            return


def _is_unread() -> bool:
    return not sys.stderr.isatty()


def _has_screen() -> bool:
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
