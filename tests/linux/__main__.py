"""Makes what people install on Linux and tries it: `python -m tests.linux --help` says what there is."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tests.linux.archive import try_archive
from tests.linux.bare_debian import LinuxError, a_bare_debian
from tests.linux.package import try_package
from tests.linux.rules import check_rules
from tests.linux.screen import a_screen
from tests.packaged.__main__ import megabytes

ROOT = Path(__file__).parents[2]
MADE, DIST = ROOT / "build" / "linux", ROOT / "dist"
SUITES = ("bookworm", "trixie")
NEEDED = {
    "mmdebstrap": "mmdebstrap",
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "lintian": "lintian",
    "appstreamcli": "appstream",
    "desktop-file-validate": "desktop-file-utils",
}
"""The programs that have to be here, with the packages of Debian that bring them."""


def main(words: Sequence[str]) -> int:
    """Gives 0 where all is well or nothing can be tried here, else 1 after what is wrong."""
    asked = _parser().parse_args(words)
    reason = _why_not_here()
    missing = [] if reason else [package for program, package in NEEDED.items() if shutil.which(program) is None]
    if asked.part == "missing":
        print(*missing)
        return 0
    if reason:
        print(f"linux: not tried here: {reason}")
        return 0
    if missing:
        print(f"linux: needed first: apt-get install {' '.join(missing)}")
        return 1
    began = time.monotonic()
    try:
        _do(asked, began)
    except (LinuxError, TimeoutError, subprocess.SubprocessError) as fault:
        print(f"linux: FAILED: {fault}")
        return 1
    _tell(began, "done")
    return 0


def _do(asked: argparse.Namespace, began: float) -> None:
    if asked.part in ("all", "make"):
        subprocess.run([ROOT / "resources" / "install" / "linux" / "make"], check=True)
        _tell(began, _sizes())
    if asked.part == "make":
        return
    if asked.part != "try":
        _tell(began, check_rules(_made("clearing_*.deb")))
    for suite in asked.suites or SUITES:
        tell = partial(_tell_of, suite, began)
        with a_screen() as screen, a_bare_debian(suite, MADE / suite, screen.display) as tree:
            tell(f"a bare Debian, {megabytes(tree.folder / 'usr'):.0f} MB")
            try_archive(tree, screen, _made("clearing-*.tar.xz"), tell)
            try_package(tree, screen, _made("clearing_*.deb"), tell, with_parts=asked.parts)


def _made(pattern: str) -> Path:
    found = sorted(DIST.glob(pattern))
    if len(found) != 1:
        raise LinuxError(f"{len(found)} files are called {pattern} in {DIST}")
    return found[0]


def _sizes() -> str:
    deb, archive = (_made(pattern).stat().st_size / 1e6 for pattern in ("clearing_*.deb", "clearing-*.tar.xz"))
    return f"folder {megabytes(DIST / 'Clearing'):.1f} MB, .deb {deb:.1f} MB, tar.xz {archive:.1f} MB"


def _why_not_here() -> str:
    """Why no Debian can be made here; empty where one can."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "a Debian is made by root, on Linux"
    with tempfile.TemporaryDirectory() as folder:
        mounting = ["unshare", "--mount", "mount", "-t", "proc", "proc", folder]
        done = subprocess.run(mounting, capture_output=True, text=True, check=False)
    return f"mounting is not allowed ({done.stderr.strip()})" if done.returncode else ""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.linux", description="Clearing as installed on Linux.")
    parser.add_argument("part", nargs="?", choices=("all", "make", "try", "missing"), default="all")
    parser.add_argument("suites", nargs="*", metavar="SUITE", help=f"Debians to try it in ({', '.join(SUITES)})")
    parser.add_argument("--parts", action="store_true", help="seal a file, ring a bell, compare languages, too")
    return parser


def _tell(began: float, sentence: str) -> None:
    print(f"linux: {time.monotonic() - began:4.0f} s  {sentence}", flush=True)


def _tell_of(suite: str, began: float, sentence: str) -> None:
    _tell(began, f"{suite}: {sentence}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
