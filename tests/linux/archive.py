"""Does the tar.xz run from any folder, and say what it needs of the system?"""

import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from tests.linux.bare_debian import HOME, BareDebian, LinuxError
from tests.linux.screen import Screen
from tests.packaged.__main__ import PackagedApp, faults_of

ANY_FOLDER = "My programs é"
SENTENCE = re.compile(r"Clearing needs a few parts .*: sudo apt-get install (.+)\.")
TITLE = "Clearing"
SHOWN_BY = "x11-utils"
"""The package with the smallest of the programs by which a message comes on the screen."""


def try_archive(tree: BareDebian, screen: Screen, archive: Path, tell: Callable[[str], None]) -> None:
    """From the archive to a session. Raises LinuxError where something is not as it should be."""
    program = _unpack(tree, archive)
    missing = _what_is_missing(tree, program)
    tree.administrate("apt-get", "update", "-qq")
    tell(f"the tar.xz unpacked; it asks for {len(missing)} packages in one sentence: {' '.join(missing)}")
    _see_it_on_the_screen(tree, screen, program)
    tell("the same sentence seen on the screen")
    tree.install(*missing)
    play(tree, program)
    tell("with these a session from the tar.xz, with every export")
    window = tree.start(program)
    screen.close(TITLE)
    if window.wait():
        raise LinuxError(f"the window ended with {window.returncode}")
    tell("its window opened and closed")
    tree.administrate("rm", "-r", tree_folder(program), HOME / "played")


def play(tree: BareDebian, program: PurePosixPath) -> None:
    """Plays the sample session with a program and reads what it wrote. Raises LinuxError where something lacks."""
    there = HOME / "played"
    tree.administrate("rm", "-rf", there)
    tree.use("mkdir", there)
    faults = faults_of(PackagedApp(lambda *words: tree.use(program, *words), tree.seen(there), there))
    if faults:
        raise LinuxError(f"{tree.suite}: {'; '.join(faults)}")


def tree_folder(program: PurePosixPath) -> PurePosixPath:
    """The folder of one's own in which the archive was unpacked."""
    return HOME / program.relative_to(HOME).parts[0]


def _unpack(tree: BareDebian, archive: Path) -> PurePosixPath:
    folder = HOME / ANY_FOLDER
    tree.use("mkdir", folder)
    given = tree.give(archive, archive.name)
    tree.use("tar", "-C", folder, "-xJf", given)
    tree.administrate("rm", given)
    (program,) = tree.seen(folder).glob("*/clearing")
    return folder / program.relative_to(tree.seen(folder))


def _what_is_missing(tree: BareDebian, program: PurePosixPath) -> list[str]:
    done = tree.try_to_use(program)
    said = SENTENCE.fullmatch(done.stderr.strip())
    if done.returncode != 2 or said is None:
        raise LinuxError(f"without Qt's libraries it ended with {done.returncode} and said: {done.stderr}")
    return said[1].split()


def _see_it_on_the_screen(tree: BareDebian, screen: Screen, program: PurePosixPath) -> None:
    """With a program that shows messages, which goes again with all it brought: that may be what is missing."""
    with tree.lent(SHOWN_BY):
        message = tree.start(program)
        screen.close(TITLE)
        message.wait()
