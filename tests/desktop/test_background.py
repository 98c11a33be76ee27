"""Work off the UI thread outlives whoever asked for it, and gives each answer that was asked for."""

import os
import subprocess
import sys
from threading import Event

from pytestqt.qtbot import QtBot

from desktop.background import Background

ASKED_BY_WHO_IS_GONE = """
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject

from desktop.background import Background

app = QCoreApplication([])
for number in range(3000):
    owner = QObject()
    work = Background(owner)
    work.ask(lambda: sum(range(3000)))
    if number % 2:
        app.processEvents()
    sum(range(200 * (number % 40)))
    shiboken6.delete(owner)
"""


def test_whoever_asked_can_be_deleted_while_the_answer_is_given() -> None:
    """In a process of its own: what goes wrong here ends the process."""
    done = subprocess.run(
        [sys.executable, "-c", ASKED_BY_WHO_IS_GONE], env=dict(os.environ), capture_output=True, timeout=120
    )
    assert done.returncode == 0, done.stderr.decode()


def test_a_newer_question_drops_the_answer_to_an_older_one(qtbot: QtBot) -> None:
    work, answers = Background(), list[object]()
    work.finished.connect(answers.append)
    may_end = Event()
    work.ask(may_end.wait)
    work.ask(lambda: "newer")
    may_end.set()
    qtbot.waitUntil(lambda: not work.busy)
    assert answers == ["newer"]


def test_what_is_asked_in_turn_is_answered_one_after_the_other(qtbot: QtBot) -> None:
    work, heard, begun = Background(), list[object](), list[str]()
    work.finished.connect(heard.append)
    work.failed.connect(heard.append)
    may_end, trouble = Event(), OSError("full")

    def fail() -> None:
        begun.append("second")
        raise trouble

    work.ask_in_turn(may_end.wait, doing="The first.")
    work.ask_in_turn(fail, doing="The second.")
    work.ask_in_turn(lambda: "third", doing="The third.")
    assert (work.doing, begun) == ("The first.", [])
    may_end.set()
    qtbot.waitUntil(lambda: not work.busy)
    assert heard == [True, trouble, "third"]
