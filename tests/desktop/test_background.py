"""Work off the UI thread outlives whoever asked for it, however soon they are gone."""

import os
import subprocess
import sys

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
