"""Do the tests hold on Windows? Runs them with the made Python, and ends with pytest's own last line."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.windows.made_python import ROOT
from tests.windows.wine import Wine, WineError

IN_CI = (
    "tests/session",
    "tests/structures",
    "tests/exports",
    "tests/library",
    "tests/desktop/content",
    "tests/desktop/app/test_single_instance.py",
    "tests/desktop/places/test_session_exchange.py",
)
"""What shows the most in the time there is: all of `formats`, and where the desktop meets the system."""
PATIENCE = 1800
LOG = ROOT / "build" / "windows" / "suite.txt"
WORDS = ("-p", "tests.windows.limits", "-p", "no:cacheprovider", "-q", "-ra", "--tb=short")


def run_suite(wine: Wine, python: Path, tests: Sequence[str] = IN_CI) -> str:
    """Runs tests, and gives pytest's last line. Raises WineError where one fails."""
    words = (python, "-m", "pytest", *WORDS, *tests)
    _bring_fonts(python)
    done = wine.run(*words, cwd=ROOT, seconds=PATIENCE, more={"PYTHONDONTWRITEBYTECODE": "1"}, log=LOG)
    lines = done.said.strip().splitlines()
    # The exit code alone is no proof: a process of Windows that Wine ended gives one too.
    if done.code or not lines or " passed" not in lines[-1]:
        raise WineError(f"the suite ended with {done.code}:\n{done.said[-12_000:]}")
    return lines[-1]


def _bring_fonts(python: Path) -> None:
    """Puts fonts where Qt looks for them without a screen, for it warns where there is no such folder."""
    place = python.parent / "Lib" / "site-packages" / "PySide6" / "lib" / "fonts"
    shutil.copytree(ROOT / "resources" / "fonts", place, dirs_exist_ok=True)
