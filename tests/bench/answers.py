"""How soon does the window answer while there is much to do, or something beside it does not answer at all?

    python -m tests.bench.answers [--times 5]

Each act stands beside the same act where there is little to do, or where all is well; the middle one counts.
The seconds of the clock have a goal instead: each shows within 50 milliseconds, and right after a block.
"""

import argparse
import os
import random
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Event
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView

from desktop.app.application import application
from desktop.content.catalogue import Catalogue, read_catalogue
from desktop.live.bells import Bell
from desktop.live.clocks import SteadyClock
from desktop.live.runner import SessionRunner
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.panels.notes.note_list import NoteList
from desktop.panels.notes.pane import NotesPane
from desktop.places.sessions.page import SessionsPage
from desktop.preferences import Preferences
from desktop.sound.outputs import Samples
from desktop.sound.player import Sounds
from desktop.sound.speech import Speaker, Voice
from formats.library.opening import open_library
from formats.library.records import note_document, session_document
from formats.library.repository import SessionRepository
from formats.session.clock import Reading
from formats.session.notes import NoteKind
from formats.session.rooms import contradictions
from tests.desktop.a_session import IDEAS, a_note, a_session
from tests.desktop.settling import wait_until_still
from tests.session.rooms.builders import asked, people

LATE_GOAL = 0.05
WORDS = ("garden", "trust", "bridge", "café", "listen", "network", "évaluer", "moss", "lake", "invite", "question")


def seconds_for(act: Callable[[], object]) -> float:
    """How long an act takes."""
    began = perf_counter()
    act()
    return perf_counter() - began


@contextmanager
def opened(
    catalogue: Catalogue, sessions: int = 1, notes: int = 0
) -> Iterator[tuple[SessionRunner, SessionRepository]]:
    """A runner over a library of so many sessions and notes, one of them on the table."""
    clock, chance, pattern = SteadyClock(), random.Random(10), a_session(catalogue)
    with TemporaryDirectory() as folder, open_library(Path(folder, "library.json"), now=clock.now) as file:
        tables = file.snapshot() | {"sessions": {}, "notes": {}}
        for number in range(sessions):
            session = replace(pattern, id=f"s{number}", title=f"Session {number}", starts_at=clock.now())
            tables["sessions"][str(number + 1)] = session_document(session)
        note = note_document("", a_note(1, "", NoteKind.IDEA))
        for number in range(notes):
            own = {
                "id": f"n{number}",
                "session": f"s{number % sessions}",
                "text": " ".join(chance.choices(WORDS, k=12)),
            }
            tables["notes"][str(number + 1)] = note | own
        file.replace_all(tables)
        repository = SessionRepository(file)
        runner = SessionRunner(repository, clock)
        runner.open(repository.session("s0"))
        runner.go_to(IDEAS)
        yield runner, repository
        runner.open(None)


def scroll(look: Look, catalogue: Catalogue, notes: int) -> float:
    """The slowest of twenty steps through a list of so many notes."""
    with opened(catalogue, notes=notes) as (runner, _):
        pane = NotesPane(look, runner)
        pane.resize(360, 800)
        pane.show()
        runner.reload()
        wait_until_still(pane)
        shown = pane.findChild(NoteList)
        bar = shown.verticalScrollBar()

        def step(number: int) -> None:
            bar.setValue(bar.maximum() * number // 20)
            shown.viewport().repaint()

        slowest = max(seconds_for(lambda number=number: step(number)) for number in range(20))
        pane.close()
        pane.deleteLater()
    return slowest


def take_one_more(look: Look, catalogue: Catalogue, notes: int) -> float:
    """One more note among so many, in the list."""
    with opened(catalogue, notes=notes) as (runner, _):
        pane = NotesPane(look, runner)
        pane.show()
        runner.reload()
        wait_until_still(pane)
        taken = seconds_for(lambda: runner.keep_note(a_note(1, "one more")))
        pane.close()
        pane.deleteLater()
    return taken


def type_a_search(look: Look, catalogue: Catalogue, sessions: int, notes: int) -> float:
    """The longest pause of the window while somebody types what to search for."""
    with opened(catalogue, sessions, notes) as (runner, repository):
        runner.keep_note(replace(a_note(1, "The Näive heron by the weir"), id="heron"))
        place = SessionsPage(look, repository, runner, catalogue, SteadyClock())
        place.show()
        QApplication.processEvents()
        field, found = place.findChild(QLineEdit, "search"), place.findChild(QListView, "found-list")
        beats, beat = [perf_counter()], QTimer()
        beat.timeout.connect(lambda: beats.append(perf_counter()))
        beat.start(0)
        for letter in "naive heron":
            QTest.keyClick(field, letter)
            QApplication.processEvents()
        while not (found.isVisible() and found.model().rowCount() == 1):
            QApplication.processEvents()
        beat.stop()
        place.close()
        place.deleteLater()
    return max(later - earlier for earlier, later in pairwise(beats))


class Device:
    """A sound device that answers at once, or not before it is let go."""

    def __init__(self, answers: bool) -> None:
        self.let_go = Event()
        if answers:
            self.let_go.set()

    def play(self, samples: Samples, device: str) -> bool:
        """As a device does."""
        return self.let_go.wait(10)

    def close(self) -> None:
        """Nothing to let go of."""


def ring(answers: bool) -> float:
    """Two bells on such a device."""
    device = Device(answers)
    sounds = Sounds(LivePreferences(None), device)
    sounds.ring(Bell.SOON)
    taken = seconds_for(lambda: sounds.ring(Bell.END))
    device.let_go.set()
    sounds.stop()
    return taken


def hush(script: str) -> float:
    """Silencing a voice in the middle of a line."""
    with TemporaryDirectory() as folder:
        program = Path(folder, "voice")
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(stat.S_IRWXU)
        voice = Voice(Speaker(str(program), ()))
        voice.say("A long line. " * 20_000)
        QApplication.processEvents()
        return seconds_for(voice.be_silent)


def find_contradictions(number: int) -> float:
    """Wishes of so many people that cannot all be had."""
    everyone = people(number)
    apart, pairs = everyone[: number * 3 // 10], everyone[number * 3 // 10 : number * 6 // 10]
    half = len(pairs) // 2
    together = tuple(zip(pairs[:half], pairs[half:], strict=False))
    return seconds_for(lambda: contradictions(asked(number, 8, 4, 6, apart=(apart,), together=together)))


def lateness_of_seconds(catalogue: Catalogue) -> tuple[float, float]:
    """How long after it is due a second shows, at worst, and how long after a block of 1.3 seconds."""
    with opened(catalogue) as (runner, _):
        ticks: list[tuple[float, float]] = []

        def note(reading: Reading) -> None:
            ticks.append((perf_counter(), reading.used.total_seconds()))

        runner.clock_ticked.connect(note)
        _turn_until(lambda: len(ticks) >= 5)
        late = max(used % 1 for _, used in ticks)
        blocked_until = perf_counter() + 1.3
        while perf_counter() < blocked_until:
            pass
        seen = len(ticks)
        _turn_until(lambda: len(ticks) > seen)
    return late, ticks[seen][0] - blocked_until


def _turn_until(done: Callable[[], bool]) -> None:
    while not done():
        QApplication.processEvents()


def main() -> None:
    """Everything, as one line each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=5)
    times = parser.parse_args().times
    _, look = application(Preferences())
    catalogue = read_catalogue()
    pairs: tuple[tuple[str, Callable[[], float], Callable[[], float]], ...] = (
        (
            "scroll 1,000 notes, beside 10",
            lambda: scroll(look, catalogue, 1000),
            lambda: scroll(look, catalogue, 10),
        ),
        (
            "one more of 1,000 notes, beside of 10",
            lambda: take_one_more(look, catalogue, 1000),
            lambda: take_one_more(look, catalogue, 10),
        ),
        (
            "pause while ten years are searched, beside 10 notes",
            lambda: type_a_search(look, catalogue, 500, 50_000),
            lambda: type_a_search(look, catalogue, 1, 10),
        ),
        ("a bell on a stuck device, beside a good one", lambda: ring(False), lambda: ring(True)),
        (
            "silencing a voice that hangs, beside one that reads",
            lambda: hush("trap '' TERM HUP INT; while :; do sleep 1; done"),
            lambda: hush("cat > /dev/null"),
        ),
        (
            "contradictions of 200 people, beside 20",
            lambda: find_contradictions(200),
            lambda: find_contradictions(20),
        ),
    )
    print(f"{'':54}{'middle':>11}{'beside':>11}{'ratio':>8}")
    for name, much, little in pairs:
        taken = [(much(), little()) for _ in range(times)]
        here, beside = (median(each) for each in zip(*taken, strict=True))
        print(f"{name:54}{here * 1000:8.2f} ms{beside * 1000:8.2f} ms{here / beside:8.1f}", flush=True)
    for name, late in zip(("a second shows after", "after a block"), lateness_of_seconds(catalogue), strict=True):
        kept = "kept" if late < LATE_GOAL else "MISSED"
        print(f"{name:54}{late * 1000:8.2f} ms   goal {LATE_GOAL * 1000:.0f} ms: {kept}")


if __name__ == "__main__":
    main()
