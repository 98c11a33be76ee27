"""Stops while a session runs: waiting, opener, check-in, each form of a stage, notes, timers, and the end."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar

from desktop.actions import ActName
from desktop.app.incoming_files import IncomingFiles
from desktop.dialogs.next_session import NextSessionDialog
from desktop.dialogs.not_saved import NotSavedDialog
from desktop.dialogs.saving_notice import SavingNotice
from desktop.dialogs.side_timer import SideTimerDialog
from desktop.dialogs.still_running import StillRunningDialog
from desktop.dialogs.still_working import StillWorkingDialog
from desktop.dialogs.structure_card import StructureCard
from desktop.dialogs.upset_card import UpsetCard
from desktop.dialogs.wall_line import WallLineDialog
from desktop.panels.notes.disputed import ChooseVersionDialog
from desktop.panels.notes.line import NoteLine
from desktop.panels.notes.menu import NoteMenu
from desktop.panels.stage.still_to_come import StillToComeDialog
from desktop.panels.stage.votes import VotesDialog
from desktop.places.page import PlaceName
from desktop.places.run.page import RunPage
from formats.library.status import NotSavedCause, SaveState
from formats.session.agenda import StageKind
from formats.session.clock import Phase
from formats.session.moves import Move
from formats.session.session import Session
from formats.structures.card import card_of
from tests.walk.walker import Walker


def in_run(walker: Walker) -> None:
    """The place Run from nothing to the end."""
    walker.app.runner.open(None)
    walker.go(PlaceName.RUN)
    walker.look("Run, nothing open")
    session = walker.session
    if session is None:
        return
    walker.open_session()
    walker.go(PlaceName.RUN)
    walker.look("Run, waiting")
    walker.wait(seconds=(session.starts_at - walker.clock.now()).total_seconds() + 400)
    walker.look("Run, the planned start is past")
    _header_menus(walker)
    _opener(walker)
    _check_in(walker)
    _stage(walker)
    _files_from_outside(walker)
    _still_to_come(walker)
    _votes(walker)
    _people(walker)
    _notes(walker)
    _side_timers(walker)
    _care(walker)
    _closing_round(walker)
    _end(walker)


def _header_menus(walker: Walker) -> None:
    for button, name in (("room-display-views", "Room display menu"), ("mute", "Bell menu"), ("more", "More")):
        if walker.press(button):
            walker.look_at_popup(name)
    walker.press(ActName.SHORTCUTS)
    walker.look_at_dialog("Shortcuts")
    walker.press("room-display-views")
    walker.choose_last()
    walker.look_at_dialog("Message for the room display")


def _opener(walker: Walker) -> None:
    walker.press("go")
    walker.look("Run, opener, the invitation")
    if walker.press("in-english"):
        walker.look("Run, opener, the invitation in English")
        walker.press("in-english")
    walker.press("begin-opener")
    walker.wait(seconds=70)
    walker.look("Run, opener")
    walker.app.runner.make(Move.PAUSE)
    walker.look("Run, opener paused")
    walker.app.runner.make(Move.RESUME)


def _check_in(walker: Walker) -> None:
    _go_to(walker, StageKind.CHECK_IN)
    walker.look("Run, check-in")
    if walker.press("speaking-order"):
        walker.look_at_popup("Speaking order")
    for _ in range(3):
        walker.press("next-person")
    walker.look("Run, check-in, the fourth speaks")
    _page(walker).do(ActName.UNDO)
    walker.look("Run, a turn taken back")


def _stage(walker: Walker) -> None:
    _go_to(walker, StageKind.WORK)
    walker.look("Run, a stage")
    walker.app.runner.make(Move.PAUSE)
    walker.wait(minutes=3)
    walker.look("Run, paused")
    walker.app.runner.make(Move.RESUME)
    walker.press("next")
    walker.look("Run, asked for a second press")
    _until(walker, Phase.LAST_MINUTE)
    walker.look("Run, last minute")
    _until(walker, Phase.OVERTIME)
    walker.wait(minutes=31)
    walker.look("Run, overtime")
    for act in (ActName.SHARE_OVERRUN, ActName.ADD_ROUND):
        _page(walker).do(act)
        walker.look(f"Run, proposal: {act.value}")
    _page(walker).say(
        walker.typed("A round more does not fit any more: there are nine minutes left, and it needs twenty.")
    )
    walker.look("Run, said why not")
    walker.press("show-rooms")
    walker.look("Run, rooms unfolded")


def _files_from_outside(walker: Walker) -> None:
    """Opened by a double click while the room looks: they wait, and then say what came of them."""
    incoming, notice = IncomingFiles(walker.app), walker.app.window.notice
    incoming.open(
        [Path(walker.typed(f"Nurturing conversations, {day} May, from Þórdís.clearing")) for day in range(1, 5)]
    )
    walker.look("Run, files wait for the end of the session")
    waiting = notice.sentence
    notice.act_requested.emit()
    walker.wait_until(lambda: notice.sentence != waiting)
    walker.wait_for_background()  # first it says which one is being read
    walker.look("Run, files were not added")
    notice.hide()
    incoming.deleteLater()


def _votes(walker: Walker) -> None:
    _page(walker).do(ActName.VOTES)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, VotesDialog)
    for topic in ("Travel costs", "Who keeps the shared calendar, and for how long, once the project is over?"):
        dialog.field.setText(walker.typed(topic))
        dialog.field.editingFinished.emit()
    next(iter(dialog.counters.values())).more.click()
    walker.look_at_dialog("Topics and votes", dialog)


def _still_to_come(walker: Walker) -> None:
    _page(walker).do(ActName.STILL_TO_COME)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, StillToComeDialog)
    walker.look("Still to come", dialog)
    next(iter(dialog.breaks.values())).click()
    walker.look_at_dialog("Still to come, with a break", dialog)


def _people(walker: Walker) -> None:
    session = _session(walker)
    page, middle = _page(walker), walker.window.mapToGlobal(walker.window.rect().center())
    reading = walker.app.runner.reading
    if reading is None or reading.stage is None or not session.rooms_in(reading.stage.key):
        return
    person = session.rooms_in(reading.stage.key)[0].people[0]
    page.people.offer((reading.stage.key.part, reading.stage.key.round), person, middle)
    walker.look_at_popup("Person menu in Run")
    page.people.ask_arrival()
    walker.look_at_dialog("Someone arrived")
    page.people.ask_leaving(person)
    walker.wait_for_background()
    walker.look_at_dialog("Someone left")


def _notes(walker: Walker) -> None:
    session, page = _session(walker), _page(walker)
    tabs = page.notes.findChild(QTabBar, "note-tabs")
    for number in (1, 2, 0):
        tabs.setCurrentIndex(number)
        walker.look(f"Run, notes: {tabs.accessibleTabName(number).lower()}")
    line = page.notes.findChild(NoteLine)
    for words in ("> Beth writes to everyone by Friday", '" The calendar that nobody kept'):
        line.setPlainText(words)
        walker.typed(words[2:])
        walker.look(f"Run, typing {words[:1]}")
        line.clear()
    for note in session.notes[:3]:
        menu = NoteMenu(walker.app.look, session, note, page)
        menu.popup(walker.window.mapToGlobal(QPoint(200, 100)))
        walker.look_at_popup(f"Note menu, {note.kind.value}")
        menu.deleteLater()
    versions = (*session.notes[:2], None)
    dialog = ChooseVersionDialog(walker.app.look, session, versions, walker.window)
    dialog.open()
    walker.look_at_dialog("Which version of a note", dialog)


def _side_timers(walker: Walker) -> None:
    for name in ("", "A walk around the pond, in pairs"):
        _page(walker).do(ActName.SIDE_TIMER)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SideTimerDialog)
        walker.look("Side timer", dialog)
        dialog.name.setText(walker.typed(name) or dialog.name.text())
        dialog.accept()
    walker.wait(seconds=5)
    walker.look("Run, two side timers")


def _care(walker: Walker) -> None:
    """What is one key away: a line for the wall, and the card for when someone is upset."""
    line = WallLineDialog(walker.app.look, (walker.typed("Ten more breaths, then we come back."),), walker.window)
    line.open()
    walker.look_at_dialog("A line on the wall", line)
    lines = tuple(walker.typed(f"Somebody of the trust, extension {number}") for number in range(4))
    for contacts in ((), lines):
        card = UpsetCard(walker.app.look, contacts, walker.window)
        card.show()
        if card.original.isVisibleTo(card):
            card.original.click()
            walker.look("If someone is upset, in English", card)
            card.original.click()
        walker.look_at_dialog("If someone is upset", card)
    longest = max(walker.app.catalogue.structures, key=lambda one: len(str(card_of(one))))
    how = StructureCard(walker.app.look, card_of(longest), walker.window)
    how.show()
    walker.look_at_dialog("How this structure goes", how)


def _closing_round(walker: Walker) -> None:
    _go_to(walker, StageKind.CLOSING_ROUND)
    walker.look("Run, closing round")
    for _ in range(2):
        walker.press("more-1")
    walker.press("undo-hands")
    walker.look("Run, closing round, a hand counted")


def _end(walker: Walker) -> None:
    state = SaveState(walker.app.file.path, 2, 1, next(iter(NotSavedCause)))
    for name, dialog in (
        (
            "Still working",
            StillWorkingDialog(walker.app.look, walker.typed("Writing minutes.pdf …"), walker.window),
        ),
        ("Still running", StillRunningDialog(walker.app.look, walker.window)),
        ("Not saved", NotSavedDialog(walker.app.look, state, walker.window)),
    ):
        dialog.open()
        walker.look_at_dialog(name, dialog)
    saving = SavingNotice(walker.app.look)
    saving.show()
    walker.look("Saving and closing", saving)
    saving.close()
    saving.deleteLater()
    walker.app.runner.make(Move.FINISH)
    walker.look("Run, finished")
    walker.press("set-next-session")
    with walker.dialog() as dialog:
        walker.look("The next session, after the end", dialog)
        if isinstance(dialog, NextSessionDialog):
            QTest.keyClick(dialog.calendar.days, Qt.Key.Key_Down)
            dialog.act.click()
    walker.look("Run, finished, with the next session")
    walker.go(PlaceName.PREPARE)
    walker.look("Prepare, over")


def _go_to(walker: Walker, kind: StageKind) -> None:
    stages = _session(walker).agenda.stages
    stage = next((stage for stage in stages if stage.kind is kind), stages[-1])
    walker.app.runner.go_to(stage.key)
    walker.wait(seconds=50)


def _until(walker: Walker, phase: Phase) -> None:
    for _ in range(240):
        reading = walker.app.runner.reading
        if reading is None or reading.phase is phase:
            return
        walker.clock.move(seconds=20)
        walker.app.runner.catch_up()


def _session(walker: Walker) -> Session:
    session = walker.app.runner.session
    assert session is not None
    return session


def _page(walker: Walker) -> RunPage:
    page = walker.app.window.places[PlaceName.RUN]
    assert isinstance(page, RunPage)
    return page
