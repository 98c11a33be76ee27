"""Lists of people given to Prepare: dropped on it, pasted by a key, with a meeting, or with a rest that waits."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.content.catalogue import Catalogue
from desktop.dialogs.add_people import AddPeopleDialog
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.places.prepare.page import PreparePage
from formats.library.repository import SessionRepository
from formats.session.roster import Column
from tests.desktop.places.preparing import begin, on_table

INVITATION = Path(__file__).parents[2] / "session" / "rosters" / "invitations" / "outlook.ics"
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def opened(place: PreparePage) -> AddPeopleDialog:
    """The dialog that is open."""
    dialog = place.people.dialog
    assert isinstance(dialog, AddPeopleDialog)
    return dialog


def drop_file(place: PreparePage, path: Path) -> None:
    """A file from elsewhere, dropped on the page."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    copy, at = Qt.DropAction.CopyAction, QPointF(40, 40)
    entering = QDragEnterEvent(at.toPoint(), copy, mime, LEFT, PLAIN)
    QApplication.sendEvent(place, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(place, QDropEvent(at, copy, mime, LEFT, PLAIN))


def test_a_file_dropped_on_prepare_is_looked_over_and_added(place: PreparePage, tmp_path: Path) -> None:
    begin(place)
    path = tmp_path / "people.csv"
    path.write_text("Name;Team\nAmina Yusuf;Leith\n", "utf-8")
    drop_file(place, path)
    opened(place).accept()
    assert [person.name for person in on_table(place).people] == ["Amina Yusuf"]


def test_the_meeting_of_an_invitation_becomes_that_of_the_session(place: PreparePage) -> None:
    begin(place)
    before = on_table(place)
    drop_file(place, INVITATION)
    opened(place).meeting.tick.click()
    opened(place).accept()
    session = on_table(place)
    assert session.title == "February peer assist, northern carers" != before.title
    assert session.local_time(session.starts_at).strftime("%Y-%m-%d %H:%M") == "2023-02-23 16:30"
    assert session.place == "Cope Centre, Leith"
    assert session.joining.startswith("https://teams.microsoft.com/")
    assert session.slot.total_seconds() == 3600


def test_an_invitation_that_is_not_ticked_leaves_the_session_as_it_is(place: PreparePage) -> None:
    begin(place)
    before = on_table(place)
    drop_file(place, INVITATION)
    opened(place).accept()
    assert (on_table(place).title, on_table(place).starts_at) == (before.title, before.starts_at)


def test_a_key_reads_what_was_copied_unless_somebody_types(place: PreparePage, qtbot: QtBot) -> None:
    begin(place)
    QGuiApplication.clipboard().setText("Amina Yusuf")
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    place.people.name.setFocus()
    QTest.keyClick(place.people.name, Qt.Key.Key_V, control_shift)
    assert place.people.dialog is None
    assert place.people.name.text() == "Amina Yusuf"
    place.people.paste.setFocus()
    QTest.keyClick(place.people.paste, Qt.Key.Key_V, control_shift)
    assert opened(place).act.text() == "Add 1 person"


def test_what_was_not_read_waits_on_the_page(place: PreparePage) -> None:
    begin(place)
    QGuiApplication.clipboard().setText("Amina Yusuf\nHello all, see below")
    place.people.paste_names()
    opened(place).accept()
    assert place.people.rest.isVisible()
    assert place.people.rest.text() == "1 line to look at"
    place.people.rest.click()
    (unread,) = opened(place).review.attention.rows
    unread.leave.click()
    opened(place).accept()
    assert not place.people.rest.isVisible()


def test_what_waits_is_there_again_in_another_window(
    place: PreparePage, look: Look, runner: SessionRunner, catalogue: Catalogue, repository: SessionRepository
) -> None:
    begin(place)
    QGuiApplication.clipboard().setText("Amina Yusuf\nHello all, see below")
    place.people.paste_names()
    opened(place).accept()
    again = PreparePage(look, runner, catalogue, repository)
    again.people.show_people()
    assert again.people.rest.text() == "1 line to look at"
    again.deleteLater()


def test_what_is_left_of_another_list_waits_beside_it(place: PreparePage) -> None:
    begin(place)
    for text in ("Amina Yusuf\nHello all, see below", "Beth Hill\nHi everyone, and this", "Carys Rees"):
        QGuiApplication.clipboard().setText(text)
        place.people.paste_names()
        opened(place).accept()
    assert place.people.rest.text() == "2 lines to look at"


def test_what_a_column_was_taken_for_is_known_when_its_title_comes_again(place: PreparePage) -> None:
    begin(place)
    place.people.paste_names()
    opened(place).columns_chosen.emit({"Team": Column.ROLE.value})
    opened(place).reject()
    QGuiApplication.clipboard().setText("Name\tTeam\nAmina Yusuf\tLeith\n")
    place.people.paste_names()
    opened(place).accept()
    assert on_table(place).people[0].role == "Leith"
