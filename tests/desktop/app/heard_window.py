"""Clearing as it is started, printing what its window says: `python -m …heard_window WORD… [--event FILE…]`.

The files after `--event` are opened as macOS does it: one as soon as the application is there, the others later.
"""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QFileOpenEvent

from desktop.app import start
from desktop.app.window import MainWindow
from desktop.commands.command_line import run
from desktop.widgets.notice import Notice


def print_sentences() -> None:
    """Each sentence above a place is a line of output, and so is `shown` when the window is there."""
    say, open_up = Notice.say, MainWindow.open_up

    def say_aloud(notice: Notice, sentence: str, *acts: str, alarming: bool = False) -> None:
        say(notice, sentence, *acts, alarming=alarming)
        print(ascii(sentence), flush=True)

    def open_up_aloud(window: MainWindow) -> None:
        open_up(window)
        print("shown", flush=True)

    Notice.say, MainWindow.open_up = say_aloud, open_up_aloud


def send_events(files: Sequence[str]) -> None:
    """Sends one event before there is a window, and the others after it has opened."""
    application, open_up = start.application_for_first_frame, MainWindow.open_up
    app_of_window: list[QCoreApplication] = []

    def application_with_events(*preferences: object) -> object:
        made = application(*preferences)
        post(made[0], files[:1])
        app_of_window.append(made[0])
        return made

    def open_up_and_send(window: MainWindow) -> None:
        open_up(window)
        QTimer.singleShot(0, window, lambda: post(app_of_window[0], files[1:]))

    start.application_for_first_frame, MainWindow.open_up = application_with_events, open_up_and_send


def post(app: QCoreApplication, files: Sequence[str]) -> None:
    """Has the system open files, one event for each."""
    for file in files:
        QCoreApplication.postEvent(app, QFileOpenEvent(file))


if __name__ == "__main__":
    at = sys.argv.index("--event") if "--event" in sys.argv else len(sys.argv)
    print_sentences()
    send_events(sys.argv[at + 1 :])
    sys.exit(run(sys.argv[1:at]))
