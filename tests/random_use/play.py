"""What happens when these acts are done one after the other, or acts that chance chooses?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtWidgets import QApplication

from desktop.look import Look
from formats.session.session import Session
from tests.random_use.acts import Act, Reopen, TakeBack
from tests.random_use.checks import unlike_in_tinydb, unlike_on_disk
from tests.random_use.choosing import Chooser
from tests.random_use.desk import Desk, Start, at_home_in
from tests.random_use.faults import Fault, fault_of, heard_faults
from tests.random_use.hands import Hands
from tests.random_use.take_back import not_taken_back

LONGEST_ANSWER = 10.0
"""Seconds after which no machine is to blame; the goal is one, and the report says what it was."""


@dataclass(frozen=True, slots=True)
class Played:
    """The acts that were done, the fault that ended them, and how long the slowest answer took."""

    start: Start
    acts: tuple[Act, ...]
    fault: Fault | None
    slowest: float = 0.0
    slowest_act: Act | None = None


def play_by_chance(look: Look, start: Start, seed: int, number: int) -> Played:
    """So many acts, chosen by a seed."""
    chooser = Chooser(seed)
    return play(look, start, (chooser.next_act() for _ in range(number)))


def play(look: Look, start: Start, acts: Iterable[Act]) -> Played:
    """These acts, from this start, until one is at fault."""
    with TemporaryDirectory() as name, at_home_in(Path(name)), heard_faults() as heard:
        desk = Desk(Path(name), look, start)
        table = _Table(desk, heard)
        try:
            return table.play(start, acts)
        finally:
            desk.put_dialogs_away()
            desk.let_go()
            QApplication.clipboard().clear()


class _Table:
    """Acts at a desk, each with its questions."""

    def __init__(self, desk: Desk, heard: list[Fault]) -> None:
        self._desk, self._heard, self._hands = desk, heard, Hands(desk)
        self._before: Session | None = None

    def play(self, start: Start, acts: Iterable[Act]) -> Played:
        done: list[Act] = []
        slowest, slowest_act = 0.0, None
        for act in acts:
            done.append(act)
            seconds, fault = self._try(act)
            if seconds > slowest:
                slowest, slowest_act = seconds, act
            if fault is not None:
                return Played(start, tuple(done), fault, slowest, slowest_act)
        return Played(start, tuple(done), None, slowest, slowest_act)

    def _try(self, act: Act) -> tuple[float, Fault | None]:
        """One act: how long until the window answered, and what is wrong after it."""
        seconds = 0.0
        try:
            match act:
                case Reopen():
                    fault = self._reopen()
                case TakeBack():
                    fault = self._take_back()
                case _:
                    seconds = self._do(act)
                    fault = self._find_fault(seconds)
        except Exception as raised:  # whatever it is, it is the finding
            fault = fault_of(raised)
        return seconds, self._heard[0] if self._heard else fault

    def _do(self, act: Act) -> float:
        self._before = None if self._hands.is_taking_back(act) else self._desk.app.runner.session
        began = perf_counter()
        self._hands.do(act)
        QApplication.processEvents()
        seconds = perf_counter() - began
        self._desk.settle()
        return seconds

    def _find_fault(self, seconds: float) -> Fault | None:
        if seconds > LONGEST_ANSWER:
            return Fault("slow", "an answer", f"{seconds:.1f} seconds")
        return unlike_on_disk(self._desk.app)

    def _take_back(self) -> Fault | None:
        before, self._before = self._before, None
        now = self._desk.app.runner.session
        if before is None or now is None or now.id != before.id:
            return None
        fault = not_taken_back(self._desk.app, before, self._desk.settle)
        return fault or unlike_on_disk(self._desk.app)

    def _reopen(self) -> Fault | None:
        """Closed, the library is a plain file that holds all of it; opened again, memory holds the same."""
        self._before = None
        desk, closed = self._desk, self._desk.app
        desk.close()
        here = closed.file.snapshot()
        if (fault := unlike_in_tinydb(here, desk.library)) is not None:
            return fault
        desk.open()
        desk.settle()
        return unlike_on_disk(desk.app)


def seeds_from(first: int) -> Iterator[tuple[int, Start]]:
    """Seed after seed, each with what is there at its start."""
    starts = tuple(Start)
    seed = first
    while True:
        yield seed, starts[seed % len(starts)]
        seed += 1
