"""Stops before a session: Sessions, Prepare with all it asks."""

from dataclasses import replace
from datetime import time, timedelta

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTabBar

from desktop.actions import ActName
from desktop.dialogs.add_people import AddPeopleDialog
from desktop.places.page import PlaceName
from desktop.places.prepare.page import PreparePage
from desktop.places.prepare.part_card import PartCard
from desktop.places.prepare.stage_row import StageAct, StageRow
from desktop.places.sessions.page import SessionsPage
from desktop.places.sessions.table import SessionTable
from formats.session.room_wishes import Wish, WishKind
from tests.walk.libraries import LONG_NAMES
from tests.walk.questions import living_by_a_question
from tests.walk.walker import Walker, bring_into_view

PASTED = "\n".join(("Amina Yusuf, Trust 4", "Beth O'Neill", "amina yusuf", *LONG_NAMES, "Total: 7", "???"))


def before_the_session(walker: Walker) -> None:
    """Sessions first, then Prepare."""
    _sessions(walker)
    _found(walker)
    _sessions_menus(walker)
    _prepare_nothing(walker)
    if walker.session is not None:
        walker.open_session()
        _prepare(walker)
        _prepare_menus(walker)
        _prepare_dialogs(walker)


def _sessions(walker: Walker) -> None:
    walker.go(PlaceName.SESSIONS)
    walker.look("Sessions")
    walker.app.say(
        walker.typed("The library was put right after a power cut. " * 3), walker.typed("Open the folder")
    )
    walker.look("Sessions, a message")
    walker.app.window.notice.hide()
    walker.app.window.alarm.say(
        walker.typed(
            "Not saved yet. The disk is full. Your changes are kept while Clearing is open. "
            "Delete some files, then choose Try again."
        ),
        walker.typed("Try again"),
        walker.typed("Save to another folder"),
        alarming=True,
    )
    walker.look("Sessions, an alarm")
    walker.app.window.alarm.hide()


def _found(walker: Walker) -> None:
    field = walker.find("search")
    assert isinstance(field, QLineEdit)
    page = walker.app.window.places[PlaceName.SESSIONS]
    for question in ("trust", "nothing of the kind"):
        field.setText(walker.typed(question))
        walker.wait_until(lambda: walker.find("found-list") is not None)
        walker.look(f"Sessions, searched for “{question}”")
    field.clear()
    walker.go(PlaceName.SESSIONS)
    if walker.press("open-steps"):
        walker.look("Sessions, open next steps")
        walker.press("back-to-sessions")
    assert isinstance(page, SessionsPage)
    walker.press("new-session")
    walker.look_at_dialog("New session")
    page.ask_for_next()
    walker.look_at_dialog("Next in the series")
    page.commands.message.emit(
        walker.typed("The session was erased everywhere, from the library and from every copy of it.")
    )
    walker.look("Sessions, said what was done")


def _sessions_menus(walker: Walker) -> None:
    walker.go(PlaceName.SESSIONS)
    page = walker.app.window.places[PlaceName.SESSIONS]
    assert isinstance(page, SessionsPage)
    table = page.findChild(SessionTable)
    cards = walker.app.repository.cards()
    if not cards or table is None:
        return
    page.commands.offer(cards[-1], walker.window.mapToGlobal(walker.window.rect().center()))
    walker.look_at_popup("Session menu")
    page.commands.ask_for_template_name(cards[0])
    walker.look_at_dialog("Keep as a template")
    page.commands.ask_to_rehearse(cards[0])
    walker.look_at_dialog("Rehearse")
    page.commands.exchange.give_session(cards[0].id)
    walker.look_at_dialog("Share a session")
    page.commands.offer(cards[0], walker.window.mapToGlobal(walker.window.rect().center()))
    walker.choose_last()
    walker.look_at_dialog("Erase a session")


def _prepare_nothing(walker: Walker) -> None:
    walker.app.runner.open(None)
    walker.go(PlaceName.PREPARE)
    walker.look("Prepare, nothing open")


def _prepare(walker: Walker) -> None:
    walker.go(PlaceName.PREPARE)
    page = _page(walker)
    walker.wait_until(lambda: not page.planner.busy)
    _each_tab(walker, "Prepare")
    page.columns.tabs.setCurrentIndex(0)
    walker.press("fit")
    walker.look("Prepare, fitted to time")
    walker.press("undo")
    page.agenda.editor.edit_plan(lambda session: replace(session, slot=timedelta(minutes=20)))
    walker.look("Prepare, too long at its shortest")
    walker.press("undo")
    _prepare_locked(walker, page)
    assert walker.session is not None
    before = walker.app.runner.session
    assert before is not None
    walker.app.runner.amend(living_by_a_question)
    _each_tab(walker, "Prepare, with a question")
    walker.app.runner.amend(lambda _: before)
    page.edits.wishes.keep(Wish(WishKind.APART, tuple(p.id for p in walker.session.people[:3])))
    walker.wait_until(lambda: not page.planner.busy)
    _each_tab(walker, "Prepare, with a wish")
    page.taken_back.do(ActName.UNDO)
    walker.look("Prepare, the wish taken back")
    page.passing.hide()


def _prepare_locked(walker: Walker, page: PreparePage) -> None:
    """A break with a locked start after the first stage of all, and the end locked."""
    row = page.findChild(StageRow)
    page.agenda.acts.do(row, StageAct.BREAK_AFTER)
    page.agenda.acts.do(page.findChild(StageRow), StageAct.LOCK)
    walker.press("lock-end")
    walker.look("Prepare, locked")
    for _ in range(3):
        walker.press("undo")


def _prepare_menus(walker: Walker) -> None:
    page = _page(walker)
    page.columns.tabs.setCurrentIndex(0)
    walker.press("add")
    walker.look_at_popup("Add to the agenda")
    for kind in (StageRow, PartCard):
        row = next(iter(page.findChildren(kind)), None)
        if row is not None:
            bring_into_view(row.grip)
            row.grip.click()
            walker.look_at_popup(f"{kind.__name__} menu")
    assert walker.session is not None
    person = walker.session.people[0].id
    for number in (0, 1):
        menu = page.people.rooms.menu_for(number, person)
        menu.popup(walker.window.mapToGlobal(walker.window.rect().center()))
        walker.look_at_popup(f"Person menu, round {number}")


def _prepare_dialogs(walker: Walker) -> None:
    page = _page(walker)
    page.columns.tabs.setCurrentIndex(0)
    walker.press("details")
    walker.look_at_dialog("Title and time")
    walker.press("details")
    walker.press("next-session")
    walker.look_at_dialog("The next session")
    additions = page.agenda.additions
    for name, ask in (
        ("Add a structure", additions.add_structure),
        ("Add an opener", additions.add_opener),
        ("Add a check-in", additions.add_check_in),
        ("Add a closing stage", additions.add_closing),
        ("What we agreed", additions.ask_agreement),
        ("Your own line", lambda: additions.ask_own_line(page.findChild(StageRow).stage, frozenset())),
        ("A stage of your own", additions.add_free_stage),
        ("Title and instruction", lambda: additions.ask_words(page.findChild(StageRow).stage, frozenset())),
        ("A locked start", lambda: additions.ask_locked_start(page.findChild(StageRow).stage, time(17))),
    ):
        ask()
        walker.look_at_dialog(name)
    page.people.paste_names()
    with walker.dialog() as dialog:
        walker.look("Paste names, empty", dialog)
        assert isinstance(dialog, AddPeopleDialog)
        dialog.findChild(QPlainTextEdit).setPlainText(walker.pasted(PASTED))
        walker.wait_until(lambda: dialog.act.isEnabled())
        walker.look("Paste names, read", dialog)
        dialog.edit.click()
        walker.look("Paste names, looked over", dialog)
    page.people.import_people()
    walker.look_at_dialog("Import people")
    assert walker.session is not None
    person = walker.session.people[0]
    page.people.commands.ask_group(WishKind.APART, person.id)
    walker.look_at_dialog("Keep apart")
    page.people.commands.ask_arrival(walker.typed("Somebody New"))
    walker.look_at_dialog("Someone arrived, before the start")


def _each_tab(walker: Walker, name: str) -> None:
    """Both columns where they are beside each other, one after the other where they are behind tabs."""
    tabs: QTabBar = _page(walker).columns.tabs
    for number in range(tabs.count() if tabs.isVisible() else 1):
        tabs.setCurrentIndex(number)
        walker.look(f"{name}, {tabs.tabText(number).lower()}" if tabs.isVisible() else name)


def _page(walker: Walker) -> PreparePage:
    page = walker.app.window.places[PlaceName.PREPARE]
    assert isinstance(page, PreparePage)
    return page
