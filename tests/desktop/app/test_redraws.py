"""In the app itself one change redraws what is in sight once, and what is not in sight waits until it is."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.app.clearing import Clearing
from desktop.look import Look
from desktop.places.page import PlaceName
from desktop.places.prepare.page import PreparePage
from desktop.redraw import Redraw
from desktop.room_display.views import View
from formats.session.agenda import StageKey
from formats.session.moves import Move
from formats.session.people import Person
from formats.session.session import Session
from tests.desktop.a_session import a_note, a_session
from tests.desktop.conftest import StandingClock
from tests.desktop.the_app import the_app

ON_THE_SESSION = (PlaceName.PREPARE, PlaceName.RUN, PlaceName.SUMMARY, PlaceName.PEOPLE)


@dataclass
class Watch:
    """Counts the redraws of every view of the app."""

    app: Clearing
    clock: StandingClock
    drawn: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        for redraw in self.app.window.findChildren(Redraw) + self.app.room_display.findChildren(Redraw):
            redraw.due.connect(partial(self._count, type(redraw.parent()).__name__))

    def _count(self, name: str) -> None:
        self.drawn[name] += 1

    def show(self, name: PlaceName) -> None:
        """Opens a place and lets all that it had to do come to rest; counting begins anew."""
        self.app.window.show_place(name)
        QApplication.processEvents()
        self.drawn.clear()

    @property
    def stages(self) -> tuple[StageKey, ...]:
        session = self.app.runner.session
        assert session is not None
        return tuple(stage.key for stage in session.agenda.stages)

    def pages(self) -> dict[str, int]:
        """The pages that were redrawn, and how often."""
        return {name: count for name, count in self.drawn.items() if name.endswith("Page")}


@pytest.fixture
def watch(library_path: Path, look: Look, clock: StandingClock, qtbot: QtBot) -> Iterator[Watch]:
    """The app with all places built, a session on the table, and the wall away."""
    with the_app(library_path, look, clock=clock) as app:
        session = a_session(app.catalogue)
        app.repository.keep_session(session)
        app.runner.open(session)
        for name in PlaceName:
            app.window.show_place(name)
        app.window.activateWindow()
        qtbot.waitActive(app.window)
        yield Watch(app, clock)
        app.room_display.hide()
        app.runner.open(None)
        app.room_display.deleteLater()


def test_pause_redraws_run_once_and_no_other_page(watch: Watch) -> None:
    watch.show(PlaceName.RUN)
    watch.app.runner.make(Move.START)
    watch.drawn.clear()
    QTest.keyClick(watch.app.window.places[PlaceName.RUN], Qt.Key.Key_Space)
    assert watch.pages() == {"RunPage": 1}


def test_a_second_press_that_moves_the_session_on_redraws_run_once(watch: Watch) -> None:
    watch.show(PlaceName.RUN)
    watch.app.runner.make(Move.START)
    watch.app.runner.go_to(watch.stages[1])
    run = watch.app.window.places[PlaceName.RUN]
    for stage in watch.stages[1:3]:  # next is early: the first press arms it, the second does it
        watch.drawn.clear()
        QTest.keyClick(run, Qt.Key.Key_N)
        assert watch.pages() == {"RunPage": 1}
        reading = watch.app.runner.reading
        assert reading is not None
        assert reading.position.current == stage


def test_the_first_key_after_a_second_has_passed_redraws_run_once(watch: Watch) -> None:
    watch.show(PlaceName.RUN)
    watch.app.runner.make(Move.START)
    watch.clock.move(seconds=7)
    watch.drawn.clear()
    watch.app.runner.make(Move.PAUSE)
    assert watch.pages() == {"RunPage": 1}


def test_a_second_that_passes_redraws_no_place_but_run(watch: Watch) -> None:
    watch.app.runner.make(Move.START)
    drawn = {}
    for name in PlaceName:
        watch.show(name)
        watch.clock.move(seconds=1)
        watch.app.runner.catch_up()
        drawn[name] = watch.pages()
    assert drawn == {name: {"RunPage": 1} if name is PlaceName.RUN else {} for name in PlaceName}


def test_a_note_redraws_the_notes_once(watch: Watch) -> None:
    watch.show(PlaceName.RUN)
    watch.app.runner.notes.keep(a_note(1, "Said once"))
    assert watch.drawn["NotesPane"] == 1
    assert watch.pages() == {"RunPage": 1}


def test_a_roster_redraws_prepare_once_and_a_hidden_run_not_at_all(watch: Watch) -> None:
    watch.show(PlaceName.PREPARE)
    prepare = watch.app.window.places[PlaceName.PREPARE]
    assert isinstance(prepare, PreparePage)
    prepare.people.add_people(Person(f"new{n}", f"Newcomer {n}") for n in range(18))
    assert watch.drawn == {"PreparePage": 1}


def test_what_changed_unseen_is_drawn_once_when_its_place_is_opened(watch: Watch) -> None:
    for name in ON_THE_SESSION:
        watch.show(name)
        watch.show(PlaceName.SETTINGS)
        for number in range(3):
            watch.app.runner.amend(partial(with_title, title=f"{name} {number}"))
        assert watch.pages() == {}
        watch.app.window.show_place(name)
        page = watch.app.window.places[name]
        assert watch.pages() == {type(page).__name__: 1}
        if name is not PlaceName.PEOPLE:
            assert f"{name} 2" in [label.text() for label in page.findChildren(QLabel)]


def test_a_place_that_comes_back_with_nothing_new_is_as_it_was(watch: Watch) -> None:
    drawn = {}
    for name in PlaceName:
        watch.show(name)
        watch.show(PlaceName.HELP if name is PlaceName.RUN else PlaceName.RUN)
        watch.app.window.show_place(name)
        drawn[name] = watch.pages()
    elsewhere = {PlaceName.SETTINGS: {"SettingsPage": 1}, PlaceName.HELP: {"HelpPage": 1}}
    assert drawn == {name: elsewhere.get(name, {}) for name in PlaceName}  # the disk, and the way back


def test_what_the_library_was_told_elsewhere_is_drawn_when_a_place_comes_back(watch: Watch) -> None:
    for name in (PlaceName.SESSIONS, PlaceName.SUMMARY, PlaceName.YEAR, PlaceName.PEOPLE):
        watch.show(name)
        watch.show(PlaceName.RUN)
        watch.app.repository.keep_session(replace(a_session(watch.app.catalogue), id=f"for {name}", series=name))
        watch.app.repository.keep_person(Person(f"met in {name}", "Somebody New"))
        watch.app.window.show_place(name)
        assert watch.pages() == {type(watch.app.window.places[name]).__name__: 1}


def with_title(session: Session, title: str) -> Session:
    return replace(session, title=title)


def test_opening_a_place_draws_it_once(watch: Watch) -> None:
    drawn = {}
    for name in PlaceName:
        watch.show(PlaceName.SUMMARY if name is not PlaceName.SUMMARY else PlaceName.RUN)
        watch.app.runner.amend(partial(with_title, title=f"Before {name}"))
        watch.drawn.clear()
        watch.app.window.show_place(name)
        drawn[name] = watch.pages()
    once = {name: {type(watch.app.window.places[name]).__name__: 1} for name in PlaceName}
    assert drawn == {**once, PlaceName.LIBRARY: {}}  # no title of a session stands there


class Paints(QObject):
    """Counts how often a window is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_a_wall_that_is_away_is_neither_drawn_nor_painted(watch: Watch) -> None:
    paints = Paints()
    watch.app.room_display.installEventFilter(paints)
    watch.show(PlaceName.RUN)
    watch.app.runner.make(Move.START)
    watch.clock.move(seconds=1)
    watch.app.runner.catch_up()
    QApplication.processEvents()
    assert (watch.drawn["RoomDisplay"], paints.count) == (0, 0)


def test_a_wall_that_is_up_is_drawn_and_painted_once_for_each_change(watch: Watch) -> None:
    wall, paints = watch.app.room_display, Paints()
    watch.app.runner.make(Move.START)
    watch.app.runner.go_to(watch.stages[1])
    wall.show_view(View.TIMER)
    QApplication.processEvents()
    wall.installEventFilter(paints)
    for number, act in enumerate((watch.app.runner.catch_up, partial(watch.app.runner.make, Move.PAUSE)), 1):
        watch.clock.move(seconds=1)
        watch.drawn.clear()
        act()
        QApplication.processEvents()
        assert watch.drawn["RoomDisplay"] == 1
        assert paints.count == number
