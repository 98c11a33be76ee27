"""Stops around a session: Summary, Year, Library, People, Settings, Help."""

from datetime import timedelta

from PySide6.QtWidgets import QLineEdit, QTabBar, QWidget

from desktop.content.guide.pages import read_guide
from desktop.content.own_entries import OwnKind
from desktop.dialogs.frame import Dialog
from desktop.dialogs.guide_page import GuidePageDialog
from desktop.dialogs.passphrase import PassphraseDialog
from desktop.dialogs.shortcuts import ShortcutSheet
from desktop.places.help.page import ABOUT, GUIDE, SHORTCUTS, HelpPage
from desktop.places.library.page import LibraryPage
from desktop.places.page import PlaceName
from desktop.places.people.network import read_members
from desktop.places.people.page import PeoplePage
from desktop.places.settings.page import SettingsPage
from desktop.places.summary.page import SummaryPage
from desktop.widgets.choice import Choice
from formats.structures.structure import Purpose
from tests.walk.walker import Walker


def around_the_session(walker: Walker) -> None:
    """What is done before and after, with or without a session."""
    _summary(walker)
    _year(walker)
    _library(walker)
    _people(walker)
    _settings(walker)
    _help(walker)


def _summary(walker: Walker) -> None:
    walker.app.runner.open(None)
    walker.go(PlaceName.SUMMARY)
    walker.look("Summary, nothing open")
    if walker.session is None:
        return
    walker.app.runner.open(walker.app.repository.session(walker.session.id))
    walker.go(PlaceName.SUMMARY)
    walker.look("Summary")
    tabs = walker.app.window.places[PlaceName.SUMMARY].findChild(QTabBar, "summary-tabs")
    if tabs is not None and tabs.isVisible():
        tabs.setCurrentIndex(1)
        walker.look("Summary, key notes")
        tabs.setCurrentIndex(0)
    names = walker.find("names")
    if isinstance(names, Choice):
        names.setCurrentIndex(names.count() - 1)
        names.activated.emit(names.count() - 1)
    walker.look("Summary, without names")
    readers = walker.find("readers-language")
    if isinstance(readers, Choice):
        walker.wait_for_background()
        for code in ("de", ""):
            readers.setCurrentIndex(readers.findData(code))
            readers.activated.emit(readers.currentIndex())
            if code:
                walker.look("Summary, for readers of German")
    if walker.press("names-found"):
        walker.look_at_popup("Names found")
    for name, what in (("ask-about-names", "Words that may be names"), ("list-of-links", "List of links")):
        button = walker.find(name)
        if isinstance(button, QWidget) and button.isVisible() and walker.press(name):
            walker.look_at_dialog(what)
    if walker.press("record-for-a-person"):
        walker.look_at_popup("Whose record")
    page = walker.app.window.places[PlaceName.SUMMARY]
    assert isinstance(page, SummaryPage)
    page.exports.export_to(
        walker.app.file.path.parent / walker.typed("What we took with us, and who does what by when.md")
    )
    walker.wait_for_background()
    walker.look("Summary, exported")


def _year(walker: Walker) -> None:
    walker.go(PlaceName.YEAR)
    walker.wait_for_background()
    for name in ("year-shown", "year-period"):
        choice = walker.find(name)
        for number in range(choice.count() if isinstance(choice, Choice) else 0):
            assert isinstance(choice, Choice)
            choice.setCurrentIndex(number)
            choice.activated.emit(number)
            walker.wait_for_background()
            walker.look(f"Year, {choice.currentText()}")
    if walker.find("choose-session"):
        walker.look("Year, nothing held")


def _library(walker: Walker) -> None:
    walker.go(PlaceName.LIBRARY)
    page = walker.app.window.places[PlaceName.LIBRARY]
    assert isinstance(page, LibraryPage)
    tabs = page.findChild(QTabBar)
    for number in range(tabs.count()):
        tabs.setCurrentIndex(number)
        walker.look(f"Library, {tabs.tabText(number).lower()}")
    tabs.setCurrentIndex(0)
    page.limits.purposes[Purpose.GET_HELP].setChecked(True)
    page.limits.propose(7, timedelta(minutes=20))
    walker.look("Library, what fits")
    if walker.press("library-narrow"):
        walker.look("Library, narrowing down")
        walker.press("library-narrow")
    walker.press("library-clear")
    page.limits.propose(2, timedelta(minutes=10))
    page.limits.purposes[Purpose.MEET].setChecked(True)
    walker.look("Library, nothing fits")
    walker.press("library-clear")
    for kind in OwnKind:
        page.own.write(kind)
        walker.look(f"Library, a new one of {kind.value}")
        page.own.save()
        walker.look(f"Library, what is to be mended in {kind.value}")
        first = page.own.form
        assert first is not None
        first.model.choose(("title",), walker.typed("A structure or opener with a rather long title"))
        page.own.ask_leave()
        walker.look_at_dialog(f"Leaving the form of {kind.value}")
        first.model.undo()
        page.own.ask_leave()
    tabs.setCurrentIndex(0)
    assert page.structure is not None
    page.own.copy(OwnKind.STRUCTURE, page.structure)
    walker.look("Library, a copy that is changed")
    form = page.own.form
    assert form is not None
    form.model.open_row(len(form.model.rows) - 1)
    walker.look("Library, the last stage open")
    page.own.leave()
    page.own.ask_removal(OwnKind.STRUCTURE, "mine", walker.typed("A structure of ours with a rather long title"))
    walker.look_at_dialog("Delete a structure")


def _people(walker: Walker) -> None:
    walker.go(PlaceName.PEOPLE)
    page = walker.app.window.places[PlaceName.PEOPLE]
    assert isinstance(page, PeoplePage)
    walker.look("People")
    if page.tabs.isVisible():
        page.tabs.setCurrentIndex(1)
        walker.look("People, one of them")
        if walker.press("attendance-record"):
            walker.look_at_dialog("An attendance record")
        page.tabs.setCurrentIndex(0)
    field = walker.find("people-search")
    if isinstance(field, QLineEdit):
        field.setText(walker.typed("nobody of this name"))
        walker.look("People, nobody found")
        field.clear()
    page.additions.ask_for_person()
    walker.look_at_dialog("Add someone")
    members = read_members(walker.app.repository)
    if len(members) > 1:
        page.merging.ask(members[0], members[1])
        walker.look_at_dialog("One person?")
        if not walker.app.runner.live:
            page.erasing.ask(members[0])
            walker.wait_for_background()
            walker.look_at_dialog("Erase a person")


def _help(walker: Walker) -> None:
    walker.go(PlaceName.PEOPLE)
    walker.app.window.help_requested.emit()
    page = walker.app.window.places[PlaceName.HELP]
    assert isinstance(page, HelpPage)
    walker.look("Help, from a place")
    walker.go(PlaceName.HELP)
    for read in read_guide().pages:
        page.guide.show_page(read.id)
        walker.look(f"Help, {read.title}")
    if walker.press("guide-contents-button"):
        walker.look("Help, contents")
    for words, what in (("session", "found"), ("xyzzy", "nothing found")):
        page.guide.contents.search.setText(walker.typed(words))
        walker.look(f"Help, {what}")
    page.guide.contents.search.clear()
    page.tabs.setCurrentIndex(SHORTCUTS)
    walker.look("Help, shortcuts")
    page.search.setText(walker.typed("nothing of this kind"))
    walker.look("Help, no key found")
    page.search.clear()
    page.tabs.setCurrentIndex(ABOUT)
    walker.look("Help, about")
    walker.press("copy-facts")
    walker.look("Help, facts copied")
    walker.press("what-is-new")
    walker.look_at_dialog("What is new")
    walker.press("licences")
    walker.look_at_dialog("Licences and thanks")
    page.tabs.setCurrentIndex(GUIDE)
    sheet = ShortcutSheet(walker.app.look, walker.window)
    sheet.open()
    with walker.dialog(sheet):
        GuidePageDialog(walker.app.look, "", sheet).open()
        walker.look_at_dialog("Help over a dialog")


def _settings(walker: Walker) -> None:
    walker.go(PlaceName.SETTINGS)
    page = walker.app.window.places[PlaceName.SETTINGS]
    assert isinstance(page, SettingsPage)
    walker.wait_for_background()
    walker.look("Settings")
    page.language.choice.showPopup()
    walker.look("Settings, languages", page.language.choice.view().window())
    page.language.choice.hidePopup()
    walker.press("make-backup")
    walker.wait_until(lambda: not page.backups.busy)
    walker.look("Settings, a copy was made")
    walker.press("restore")
    walker.look_at_dialog("Restore a copy")
    page.library.move_to(str(walker.app.file.path.parent / walker.typed("Dropbox")))
    walker.look_at_dialog("Is this the right folder")
    dialog: Dialog = PassphraseDialog(
        walker.app.look, walker.typed("a session.clearing"), walker.typed("That is not it."), walker.window
    )
    dialog.open()
    walker.look_at_dialog("Passphrase", dialog)
