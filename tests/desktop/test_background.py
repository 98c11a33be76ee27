"""Work off the UI thread may outlive whoever asked for it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
GONE_MEANWHILE = """
from PySide6.QtCore import QCoreApplication, QThreadPool
from shiboken6 import delete
from desktop.background import Background
app = QCoreApplication([])
for _ in range(1000):
    several = [Background() for _ in range(8)]
    for each in several:
        each.ask(lambda: list(range(200)))
    for each in several:
        delete(each)
QThreadPool.globalInstance().waitForDone()
QCoreApplication.sendPostedEvents()
print("still here")
"""


def test_whoever_asked_can_go_at_the_moment_the_work_is_done() -> None:
    command = [sys.executable, "-c", GONE_MEANWHILE]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stdout, done.stderr) == (0, "still here\n", "")
