"""A fault in a method that Qt calls, in the midst of a call of Qt's, does not end the process."""

import subprocess
import sys

import pytest

SCRIPT = """
import sys
from typing import Generic, TypeVar
from desktop.app.override_guard import guard_overrides
guard_overrides()
from PySide6.QtCore import QAbstractListModel, QCoreApplication

Row = TypeVar("Row")

class Rows(QAbstractListModel, Generic[Row]):
    def rowCount(self, parent=None):
        return 3
    def data(self, index, role=0):
        return {fault}

class MoreRows(Rows[int]):
    pass

app = QCoreApplication([])
rows = MoreRows()
try:
    rows.match(rows.index(0, 0), 0, "x")
except Exception as fault:
    print(type(fault).__name__)
"""


@pytest.mark.parametrize(
    ("fault", "name"),
    [
        ("[][index.row()]", "IndexError"),
        ("1 + 'one'", "TypeError"),
        ("float(2) ** 9999", "OverflowError"),
        ("__import__('datetime').date.max + __import__('datetime').timedelta(1)", "OverflowError"),
        ("{}[1]", "KeyError"),
    ],
)
def test_a_fault_amid_a_call_of_qt_leaves_the_process_alive(fault: str, name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.replace("{fault}", fault)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout.strip()) == (0, name), done.stderr
