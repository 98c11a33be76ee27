"""Clearing bears whatever hands do to it, and what it would not bear is found."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QApplication
from tinydb import TinyDB

from desktop.look import Look
from desktop.places.page import PlaceName
from desktop.widgets.choice import ChoiceBox
from tests.desktop.a_session import IDEAS
from tests.desktop.conftest import look, qapp
from tests.random_use.acts import Act, Click, Dress, Press, Reopen, Spot, Type, Wait
from tests.random_use.checks import unlike_in_tinydb, unlike_on_disk
from tests.random_use.desk import Desk, Start
from tests.random_use.faults import heard_faults
from tests.random_use.hands import Hands
from tests.random_use.play import play, play_by_chance, seeds_from
from tests.random_use.report import shrunk, told
from tests.random_use.shrink import shortest
from tests.random_use.take_back import not_taken_back

__all__ = ["look", "qapp"]

SEEDS, ACTS_EACH = 12, 100


@pytest.mark.parametrize(("seed", "start"), [next(seeds_from(seed)) for seed in range(1, SEEDS + 1)])
def test_a_hundred_acts_that_chance_chooses_do_no_harm(look: Look, seed: int, start: Start) -> None:
    played = play_by_chance(look, start, seed, ACTS_EACH)
    assert played.fault is None, told(shrunk(look, played), seed)


def test_a_fault_is_told_as_the_one_act_it_needs(look: Look) -> None:
    def fail() -> None:
        raise LookupError("no such colour")

    look.look_changed.connect(fail)
    acts: list[Act] = [Press("Ctrl+2"), Wait(1), Press("Tab"), Dress("dark", 1.5), Press("Ctrl+3"), Reopen()]
    played = play(look, Start.PLANNED, acts)
    assert played.acts == tuple(acts[:4])
    found = shrunk(look, played)
    look.look_changed.disconnect(fail)
    assert found.acts == (Dress("dark", 1.5),)
    assert "LookupError" in told(found, 1)
    assert "Dress(theme='dark', scale=1.5)," in told(found, 1)


def test_what_an_act_did_is_taken_back(desk: Desk) -> None:
    runner = desk.app.runner
    before = runner.session
    assert before is not None
    desk.app.window.show_place(PlaceName.RUN)
    runner.go_to(IDEAS)
    assert not_taken_back(desk.app, before, desk.settle) is None
    assert runner.session is not None
    assert not runner.session.begun


@pytest.mark.parametrize("name", ["undo", "note-undo", "passing-act"])
def test_a_press_that_takes_back_is_not_what_undo_brings_back_next(desk: Desk, name: str) -> None:
    hands = Hands(desk)
    assert hands.is_taking_back(Click(Spot("MainWindow", "ActionButton", name)))
    assert not hands.is_taking_back(Click(Spot("MainWindow", "ActionButton", "start")))


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # the offscreen one, of menus
def test_hands_type_into_the_open_list_of_a_choice(desk: Desk) -> None:
    desk.app.window.show_place(PlaceName.SETTINGS)
    choice = next(each for each in desk.app.window.findChildren(ChoiceBox) if each.isVisible())
    choice.showPopup()
    Hands(desk).do(Type("%s {0} \\n"))
    desk.put_dialogs_away()
    assert not choice.view().isVisible()


def test_the_same_seed_chooses_the_same(look: Look) -> None:
    once, again = (play_by_chance(look, Start.PLANNED, 1, 20).acts for _ in range(2))
    assert once == again


@pytest.fixture
def desk(look: Look, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path, look, Start.PLANNED)
    yield made
    made.let_go()


def test_a_session_that_memory_alone_knows_is_found(desk: Desk) -> None:
    runner = desk.app.runner
    assert unlike_on_disk(desk.app) is None
    assert runner.session is not None
    runner.open(replace(runner.session, title="Never saved"))
    fault = unlike_on_disk(desk.app)
    assert fault is not None
    assert fault.kind == "another session"


def test_a_record_that_the_closed_file_lacks_is_found(desk: Desk) -> None:
    desk.close()
    here = desk.app.file.snapshot()
    assert unlike_in_tinydb(here, desk.library) is None
    with TinyDB(desk.library) as db:
        db.table("notes").remove(doc_ids=[1])
    fault = unlike_in_tinydb(here, desk.library)
    assert fault is not None
    assert fault.place == "plain TinyDB: notes"
    desk.open()


def test_whatever_python_qt_or_a_log_says_of_itself_is_a_fault(qapp: QApplication) -> None:
    def fail() -> None:
        raise LookupError("in a slot")

    with heard_faults() as heard:
        QTimer.singleShot(0, fail)
        qapp.processEvents()
        qWarning("a warning of Qt")
        logging.getLogger("anything").error("a log")
    assert [fault.kind for fault in heard] == ["LookupError", "warning of Qt", "log"]


@pytest.mark.parametrize("needed", [(), (3,), (3, 17), (0, 20, 39)])
def test_the_shortest_list_holds_only_what_the_fault_needs(needed: tuple[int, ...]) -> None:
    acts = list(range(40))

    def fails(some: Sequence[int]) -> bool:
        return set(needed) <= set(some)

    assert shortest(acts, fails)[-len(needed) :] == needed if needed else len(shortest(acts, fails)) == 1


def test_a_list_is_made_shorter_whatever_it_needs() -> None:
    chance = Random(1)
    for _ in range(50):
        needed = frozenset(chance.sample(range(60), chance.randint(1, 6)))
        assert set(shortest(range(60), needed.issubset, 2000)) == needed
