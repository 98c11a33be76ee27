"""Runs Clearing as a Windows program: `python -m tests.windows --help` says what there is."""

import argparse
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tests.windows.made_python import ROOT, make_python
from tests.windows.package import build_package, try_installed
from tests.windows.suite import IN_CI, run_suite
from tests.windows.wine import Wine, WineError, a_windows, missing_packages

MADE = ROOT / "build" / "windows"


def main(words: Sequence[str]) -> int:
    """Gives 0 where all is well, else 1 after what is wrong."""
    asked = _parser().parse_intermixed_args(words)
    missing = missing_packages()
    if asked.part == "missing":
        print(*missing)
        return 0
    if missing:
        print(f"windows: needed first: apt-get install {' '.join(missing)}")
        return 1
    began = time.monotonic()
    try:
        python = _python(asked.keep)
        with a_windows(MADE / "prefix", MADE / "standins") as wine:
            version = wine.check(python, "-c", "import sys; print(*sys.version_info[:3])").strip()
            _tell(began, f"a Windows Python {version} under Wine")
            wine.hold_desktop(python)
            _do(asked, wine, python, began)
    except (WineError, TimeoutError) as fault:
        print(f"windows: FAILED: {fault}")
        return 1
    _tell(began, "done")
    return 0


def _do(asked: argparse.Namespace, wine: Wine, python: Path, began: float) -> None:
    if asked.part in ("all", "suite"):
        _tell(began, run_suite(wine, python, asked.tests or IN_CI))
    if asked.part in ("all", "package"):
        package = build_package(wine, python, ROOT / "dist" / "windows")
        _tell(began, package.sizes())
        try_installed(wine, python, package, partial(_tell, began))


def _python(keep: bool) -> Path:
    made = MADE / "python" / "python.exe"
    return made if keep and made.exists() else make_python(MADE)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.windows", description="Clearing as a Windows program.")
    parser.add_argument("part", nargs="?", choices=("all", "suite", "package", "missing"), default="all")
    parser.add_argument("tests", nargs="*", metavar="PATH", help="for the suite: which tests")
    parser.add_argument("--keep", action="store_true", help="the Python made before serves again")
    return parser


def _tell(began: float, sentence: str) -> None:
    print(f"windows: {time.monotonic() - began:4.0f} s  {sentence}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
