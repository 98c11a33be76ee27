"""The place Summary: the preview is what leaves, and files are written beside the running window."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QThreadPool, QUrl
from PySide6.QtGui import QTextImageFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLabel, QMenu, QTextBrowser
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.content.languages import language
from desktop.dialogs.name_questions import NameQuestionsDialog
from desktop.live.runner import SessionRunner
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.places.summary.choices import SummaryChoices
from desktop.places.summary.export_dialog import ExportDialog
from desktop.places.summary.page import SummaryPage
from formats.exports import suffixes
from formats.language import ENGLISH, spoken
from formats.library.repository import SessionRepository
from formats.session.events import Finished, Started
from formats.session.notes import NoteKind
from formats.session.people import Person
from formats.session.session import Session
from tests.desktop.a_session import STARTS, a_note, a_session
from tests.desktop.settling import wait_until_still

HOSTILE = "<b>x</b> <img src='file:///etc/passwd'> [y](http://example.org/a?b=1&c)"
NOTES = (
    a_note(1, "Ask Kristin, she knows"),
    a_note(2, HOSTILE),
    a_note(3, "Room 3 ran hot", private=True),
    a_note(4, "still raw", NoteKind.STORY),
    a_note(5, "the tea trolley", NoteKind.STORY, agreed_to_share=True),
    a_note(6, "Write to all", NoteKind.NEXT_STEP, owner="p1", due=date(2023, 3, 2)),
    a_note(7, "Zoë Quist told us"),
    a_note(8, "شبكة\nof two lines"),
)


@pytest.fixture
def in_country(request: pytest.FixtureRequest) -> Iterator[None]:
    """The app is used in another country: the name of a locale."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def summary(
    qtbot: QtBot, look: Look, repository: SessionRepository, runner: SessionRunner, catalogue: Catalogue
) -> Iterator[SummaryPage]:
    """The place, over a finished session; Zoë Quist is of the network and was not there."""
    session = a_session(catalogue, *NOTES)
    repository.keep_session(session)
    repository.keep_plan(session, [Person("zoe", "Zoë Quist")])
    runner.open(session)
    runner.record([Started(STARTS, session.agenda.stages[0].key), Finished(STARTS + timedelta(minutes=54))])
    made = SummaryPage(look, runner, repository, LivePreferences(None))
    made.resize(1364, 840)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def with_one_bishop(session: Session) -> Session:
    first, *others = session.people
    return replace(session, people=(replace(first, role="Bishop"), *others))


def page(place: SummaryPage) -> QTextBrowser:
    found = place.findChild(QTextBrowser, "paper")
    assert found is not None
    return found


def text(place: SummaryPage) -> str:
    return page(place).toPlainText()


def choose(place: SummaryPage, name: str, words: str) -> None:
    box = place.findChild(QComboBox, name)
    assert box is not None
    row = box.findText(words)
    box.setCurrentIndex(row)
    box.activated.emit(row)


def press(place: SummaryPage, name: str) -> None:
    button = place.findChild(QAbstractButton, name)
    assert button is not None
    button.click()


def said(place: SummaryPage) -> str:
    label = place.findChild(QLabel, "export-said")
    assert label is not None
    return label.text()


def test_the_page_holds_every_note_that_leaves_as_it_was_typed(summary: SummaryPage) -> None:
    for note in NOTES:
        assert (note.text in text(summary)) == note.may_leave, note.text


def test_private_notes_and_untold_stories_stay_whatever_is_chosen(summary: SummaryPage) -> None:
    for audience in ("People who were there", "The wider network", "Anyone"):
        choose(summary, "audience", audience)
        for part in ("insights", "ideas", "check_in", "next_steps", "people", "timings"):
            tick = summary.findChild(QAbstractButton, f"include-{part}")
            assert tick is not None
            if not tick.isChecked():
                tick.click()
        assert "ran hot" not in text(summary)
        assert "still raw" not in text(summary)
    assert any("1 private note and 1 story" in label.text() for label in summary.findChildren(QLabel))


def test_a_tick_takes_its_part_out(summary: SummaryPage) -> None:
    assert "Write to all" in text(summary)
    press(summary, "include-next_steps")
    assert "Write to all" not in text(summary)


def test_names_change_inside_notes_even_of_people_who_were_not_there(summary: SummaryPage) -> None:
    choose(summary, "names", "Initials")
    assert "Kristin" not in text(summary)
    assert "Quist" not in text(summary)
    assert summary.findChild(QAbstractButton, "names-found") is not None


def test_roles_that_point_to_one_person_are_said_above_the_page(
    summary: SummaryPage, qtbot: QtBot, runner: SessionRunner
) -> None:
    warning = summary.findChild(QLabel, "export-warning")
    assert warning is not None
    assert not warning.isVisible()
    runner.amend(with_one_bishop)
    choose(summary, "names", "Roles only")
    assert warning.isVisible()
    assert "The role “Bishop” points to one person." in warning.text()
    choose(summary, "names", "Full names")
    assert not warning.isVisible()


def drawing(place: SummaryPage) -> QTextImageFormat:
    """The one drawing on the page."""
    block, found = page(place).document().begin(), []
    while block.isValid():
        found += [piece.format.toImageFormat() for piece in block.textFormats()]
        block = block.next()
    (image,) = (one for one in found if one.isValid())
    return image


def test_the_drawing_on_the_page_is_told_in_words_too(summary: SummaryPage) -> None:
    words = drawing(summary).property(QTextImageFormat.Property.ImageAltText.value)
    assert str(words).startswith("Planned and used time by stage")


def test_the_drawing_keeps_to_the_page_when_the_window_gets_narrower(summary: SummaryPage, qtbot: QtBot) -> None:
    summary.resize(1000, 700)
    qtbot.waitUntil(lambda: page(summary).width() < 700)
    paper = page(summary)
    assert drawing(summary).width() <= paper.width() - 2 * paper.document().documentMargin()


def test_without_names_nobody_is_listed(summary: SummaryPage) -> None:
    choose(summary, "names", "No names")
    assert "18 people from 5 organisations took part." in text(summary)
    assert "Amina" not in text(summary)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # the offscreen one, of menus
def test_names_are_turned_round_by_keyboard_alone(summary: SummaryPage, qtbot: QtBot) -> None:
    choose(summary, "names", "Initials")
    button = summary.findChild(QAbstractButton, "names-found")
    assert button is not None
    button.setFocus()
    assert button.hasFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    menu = next(menu for menu in summary.findChildren(QMenu) if menu.isVisible())
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert "Ask Kristin" in text(summary)


def test_a_link_of_the_page_is_reached_by_tab_and_chosen_by_enter(summary: SummaryPage) -> None:
    choose(summary, "names", "Initials")
    paper = page(summary)
    paper.setFocus()
    QTest.keyClick(paper, Qt.Key.Key_Tab)
    QTest.keyClick(paper, Qt.Key.Key_Return)
    assert "Ask Kristin" in text(summary)


def test_a_name_chosen_on_the_page_is_left_as_typed_and_turned_round_again(summary: SummaryPage) -> None:
    choose(summary, "names", "Initials")
    changed = text(summary)
    page(summary).anchorClicked.emit(QUrl("name:0"))
    assert "Ask Kristin" in text(summary)
    page(summary).anchorClicked.emit(QUrl("name:0"))
    assert text(summary) == changed


def test_the_page_loads_nothing(summary: SummaryPage) -> None:
    assert page(summary).loadResource(2, QUrl("file:///etc/passwd")) is None
    assert page(summary).loadResource(2, QUrl("http://example.org/x.png")) is None


def test_every_kind_of_file_has_its_button(summary: SummaryPage) -> None:
    for suffix in suffixes():
        assert summary.findChild(QAbstractButton, f"export-{suffix}") is not None


def test_an_export_asks_where_and_says_where_the_file_is(
    summary: SummaryPage, qtbot: QtBot, tmp_path: Path
) -> None:
    press(summary, "export-md")
    dialog = summary.findChild(QFileDialog, "export-dialog")
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name == "2023-02-23-February-peer-assist.md"
    target = tmp_path / "our summary.md"
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(target))
    dialog.accept()
    qtbot.waitUntil(target.exists, timeout=5000)
    qtbot.waitUntil(lambda: said(summary) == f"our summary.md is in {tmp_path}.", timeout=5000)
    assert "the tea trolley" in target.read_text("utf-8")
    assert "ran hot" not in target.read_text("utf-8")
    folder = summary.findChild(QAbstractButton, "show-in-folder")
    assert folder is not None
    assert folder.isVisible()


def test_a_file_that_cannot_be_written_is_one_sentence(summary: SummaryPage, qtbot: QtBot, tmp_path: Path) -> None:
    summary.exports.export_to(tmp_path / "gone" / "summary.html")
    qtbot.waitUntil(lambda: "does not exist" in said(summary), timeout=5000)
    assert list(tmp_path.glob("*.html")) == []


def test_each_export_asked_for_is_made_and_said(summary: SummaryPage, qtbot: QtBot, tmp_path: Path) -> None:
    targets = [tmp_path / f"summary.{suffix}" for suffix in ("pdf", "docx", "html", "xlsx")]
    for target in targets:
        summary.exports.export_to(target)
    qtbot.waitUntil(lambda: all(f"{target.name} is in {tmp_path}." in said(summary) for target in targets))
    assert [target for target in targets if not target.exists()] == []


def test_of_several_exports_the_one_that_fails_is_said_by_name_and_the_others_are_made(
    summary: SummaryPage, qtbot: QtBot, tmp_path: Path
) -> None:
    summary.exports.export_to(tmp_path / "gone" / "summary.md")
    summary.exports.export_to(tmp_path / "summary.html")
    qtbot.waitUntil(lambda: "summary.html is in" in said(summary))
    assert "summary.md: " in said(summary)


def test_cancelling_says_what_was_not_written(summary: SummaryPage, tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        summary.exports.export_to(tmp_path / name)
    summary.exports.cancel()
    assert said(summary) == "Cancelled. a.md and b.md were not written."


def test_an_export_that_was_cancelled_leaves_nothing(summary: SummaryPage, qtbot: QtBot, tmp_path: Path) -> None:
    target = tmp_path / "summary.pdf"
    summary.exports.export_to(target)
    summary.exports.cancel()
    QThreadPool.globalInstance().waitForDone()
    QCoreApplication.processEvents()
    assert said(summary) == "Cancelled. Nothing was written."
    assert not target.exists()


def test_a_session_still_running_shows_what_there_is_so_far(
    summary: SummaryPage, qtbot: QtBot, runner: SessionRunner
) -> None:
    runner.notes.keep(a_note(20, "one more, later"))
    qtbot.waitUntil(lambda: "one more, later" in text(summary), timeout=2000)


def test_without_a_session_the_place_says_what_it_is_for(
    summary: SummaryPage, qtbot: QtBot, runner: SessionRunner
) -> None:
    runner.open(None)
    qtbot.waitUntil(lambda: not page(summary).isVisible(), timeout=2000)


@pytest.mark.parametrize(
    ("in_country", "times"),
    [("en_US", "4:30 to 5:24 PM"), ("en_GB", "16:30 to 17:24"), ("bg_BG", "16:30 to 17:24")],
    indirect=["in_country"],
)
@pytest.mark.usefixtures("in_country")
def test_times_are_written_as_in_the_window(times: str, summary: SummaryPage) -> None:
    assert times in text(summary)
    choose(summary, "audience", "The wider network")
    assert times in text(summary)


DOUBTFUL = a_note(9, "Lizzie and Bess knew Beth’s colleague, the team said so")


def ask_before_export(
    place: SummaryPage, repository: SessionRepository, runner: SessionRunner
) -> NameQuestionsDialog:
    """What is asked when a file is wanted while words may be names."""
    repository.keep_person(Person("liz", "Elizabeth Quayle"))
    runner.open(None)
    place.refresh()
    runner.open(repository.session("february"))
    runner.notes.keep(DOUBTFUL)
    choose(place, "names", "No names")
    press(place, "export-md")
    dialog = place.findChild(NameQuestionsDialog)
    assert dialog is not None
    return dialog


def test_words_that_may_be_names_are_asked_about_once_before_anything_leaves(
    summary: SummaryPage, repository: SessionRepository, runner: SessionRunner
) -> None:
    dialog = ask_before_export(summary, repository, runner)
    assert "Lizzie" not in text(summary)
    assert "Bess" not in text(summary)

    dialog.tick("bess", on=False)
    dialog.act.click()

    assert "and Bess knew" in text(summary)
    assert "Lizzie" not in text(summary)
    kept = repository.session("february")
    assert kept is not None
    assert "lizzie" in kept.names_confirmed
    assert "bess" in kept.words_confirmed
    asked_where = summary.findChild(QFileDialog, "export-dialog")
    assert asked_where is not None
    asked_where.close()
    ask = summary.findChild(QAbstractButton, "ask-about-names")
    assert ask is not None
    assert ask.isHidden()


def test_nothing_is_written_while_a_question_about_names_is_left_open(
    summary: SummaryPage, repository: SessionRepository, runner: SessionRunner
) -> None:
    ask_before_export(summary, repository, runner).reject()

    assert summary.findChild(QFileDialog, "export-dialog") is None
    kept = repository.session("february")
    assert kept is not None
    assert not kept.names_confirmed | kept.words_confirmed


def test_what_leaves_is_said_in_numbers_before_it_does(summary: SummaryPage) -> None:
    leaving = summary.findChild(QLabel, "what-leaves")
    assert leaving is not None
    assert leaving.text() == "What leaves: 18 people named in full, 6 notes, no email address and 1 web address."
    choose(summary, "names", "No names")
    assert leaving.text().startswith("What leaves: nobody’s name, 6 notes, ")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_what_leaves_and_what_may_be_a_name_are_in_sight_in_a_small_window(
    summary: SummaryPage, repository: SessionRepository, runner: SessionRunner, look: Look, scale: float
) -> None:
    ask_before_export(summary, repository, runner).reject()
    look.choose(theme="light", scale=scale, calm=True)
    summary.resize(948, 581)
    wait_until_still(summary)

    leaving, ask = summary.findChild(QLabel, "what-leaves"), summary.findChild(QAbstractButton, "ask-about-names")
    assert leaving is not None
    assert ask is not None
    assert "1 word may be a name" in leaving.text() or "words may be names" in leaving.text()
    for part in (leaving, ask):
        assert part.visibleRegion().boundingRect() == part.rect()


def test_whoever_took_part_is_offered_their_record(summary: SummaryPage, runner: SessionRunner) -> None:
    session = runner.session
    assert session is not None
    menu = summary.record_menu()
    assert len(menu.actions()) == len(session.people)

    menu.actions()[0].trigger()

    dialog = summary.findChild(ExportDialog)
    assert dialog is not None
    assert dialog.windowTitle() == "Attendance record: Amina Yusuf"
    dialog.close()


def choose_readers_language(place: SummaryPage, qtbot: QtBot, code: str) -> None:
    box = place.findChild(QComboBox, "readers-language")
    assert box is not None
    qtbot.waitUntil(lambda: box.findData(code) >= 0)
    box.setCurrentIndex(box.findData(code))
    box.activated.emit(box.currentIndex())


def test_the_page_is_in_the_language_of_its_readers_at_once_and_the_place_keeps_its_own(
    summary: SummaryPage, qtbot: QtBot
) -> None:
    choose_readers_language(summary, qtbot, "de")
    assert "23. Februar 2023" in text(summary)
    assert spoken() is ENGLISH
    assert summary.findChild(QAbstractButton, "list-of-links").text() == "List of links"
    choose(summary, "audience", "Anyone")
    assert "23. Februar 2023" in text(summary)
    choose_readers_language(summary, qtbot, "")
    assert "23. Februar 2023" not in text(summary)


def test_the_language_of_readers_is_there_again_the_next_time(summary: SummaryPage, qtbot: QtBot) -> None:
    choose_readers_language(summary, qtbot, "de")
    again = SummaryChoices(summary.look, summary.preferences)
    qtbot.addWidget(again)
    assert again.choices.language is language("de")
