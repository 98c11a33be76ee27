"""The dialog that adds people from a list: read once, columns, lines not read, what waits, and invitations."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.dialogs.add_people import AddPeopleDialog
from desktop.dialogs.list_sources import ListSource, source_of
from desktop.dialogs.roster_columns import KEPT_APART, UNUSED, Field
from desktop.look import Look
from formats.session.people import Person
from formats.session.roster import Column, Meeting, Roster

TABLE = "Full name\tTeam\tResponse\nAmina Yusuf\tLeith\tAccepted\nBeth O'Neill\tLeith\tDeclined\n"
HAND = "Amina Yusuf\nHello all, see below\nBeth O'Neill"
INVITATION = Path(__file__).parents[2] / "session" / "rosters" / "invitations" / "outlook.ics"
CARDS = INVITATION.with_name("people.vcf")


@pytest.fixture
def dialog(qtbot: QtBot, look: Look) -> AddPeopleDialog:
    """The dialog, with one person known who came twice."""
    made = AddPeopleDialog(look, (Person("amina", "Amina Yusuf"),), frozenset(), times={"amina": 2})
    qtbot.addWidget(made)
    made.show()
    return made


def shown(dialog: AddPeopleDialog, field: Field) -> list[str]:
    """What a column of the review shows."""
    model = dialog.review.model
    return [str(model.index(row, model.column_of(field)).data()) for row in range(model.rowCount())]


def read(dialog: AddPeopleDialog, text: str) -> None:
    """A list that comes from somewhere."""
    dialog.read(ListSource(text, "the clipboard"))


def added(dialog: AddPeopleDialog, qtbot: QtBot) -> list[Person]:
    """The people whom the dialog adds."""
    with qtbot.waitSignal(dialog.people_accepted) as signal:
        dialog.act.click()
    return list((signal.args or ((),))[0])


def choose(dialog: AddPeopleDialog, title: str, value: str) -> None:
    """Takes a column of the list for something else."""
    name = f"What “{title}” is"
    choice = next(one for one in dialog.review.table.heads.choices if one.accessibleName() == name)
    choice.setCurrentIndex(choice.findData(value))
    choice.activated.emit(choice.currentIndex())


def test_the_clipboard_is_read_once_and_again_where_that_is_asked(dialog: AddPeopleDialog) -> None:
    QGuiApplication.clipboard().setText("Amina Yusuf\nBeth O'Neill")
    dialog.read_clipboard()
    assert shown(dialog, Field.NAME) == ["Amina Yusuf", "Beth O'Neill"]
    QGuiApplication.clipboard().setText("Callum Reid")
    assert shown(dialog, Field.NAME) == ["Amina Yusuf", "Beth O'Neill"]
    dialog.paste.click()
    assert shown(dialog, Field.NAME) == ["Callum Reid"]


def test_lines_in_and_people_out_are_counted(dialog: AddPeopleDialog) -> None:
    read(dialog, TABLE)
    assert "a table, 3 lines in, 2 people out" in dialog.said.text()
    assert dialog.review.counts.words == ("2 people", "1 here", "1 away", "1 new")
    assert shown(dialog, Field.TODAY) == ["Here", "Away · Declined"]
    assert shown(dialog, Field.BEFORE) == ["2 times", "New"]


def test_a_column_is_taken_for_something_else_and_that_is_remembered(
    dialog: AddPeopleDialog, qtbot: QtBot
) -> None:
    read(dialog, TABLE)
    assert shown(dialog, Field.ORGANISATION) == ["Leith", "Leith"]
    with qtbot.waitSignal(dialog.columns_chosen) as chosen:
        choose(dialog, "Team", Column.ROLE)
    assert chosen.args == [{"Team": "role"}]
    assert shown(dialog, Field.ROLE) == ["Leith", "Leith"]
    assert {person.role for person in added(dialog, qtbot)} == {"Leith"}


def test_what_was_mended_stays_when_a_column_becomes_another(dialog: AddPeopleDialog) -> None:
    read(dialog, TABLE)
    model = dialog.review.model
    model.setData(model.index(0, model.column_of(Field.NAME)), "Amina Y. Yusuf")
    choose(dialog, "Team", Column.ROLE)
    assert shown(dialog, Field.NAME)[0] == "Amina Y. Yusuf"
    assert shown(dialog, Field.ROLE)[0] == "Leith"


@pytest.mark.parametrize(("choice", "kept"), [(KEPT_APART, "Leith"), (UNUSED, "")])
def test_a_column_is_kept_beside_the_name_or_not_used(
    dialog: AddPeopleDialog, qtbot: QtBot, choice: str, kept: str
) -> None:
    read(dialog, TABLE)
    choose(dialog, "Team", choice)
    assert {person.column("Team") for person in added(dialog, qtbot)} == {kept}


def test_a_number_in_place_of_a_title_is_not_remembered(dialog: AddPeopleDialog, qtbot: QtBot) -> None:
    read(dialog, "Amina Yusuf\tLeith\tnurse\nBeth O'Neill\tCope\tnurse\n")
    with qtbot.assertNotEmitted(dialog.columns_chosen):
        choose(dialog, "Column 2", Column.ROLE)


def test_a_line_not_read_gets_a_name_or_is_left_out(dialog: AddPeopleDialog, qtbot: QtBot) -> None:
    read(dialog, f"{HAND}\n+ 2 from Powys")
    first, second = dialog.review.attention.rows
    second.leave.click()
    first.type_name.click()
    QTest.keyClicks(first.name, "Callum Reid, Fife")
    QTest.keyClick(first.name, Qt.Key.Key_Return)
    assert dialog.review.rest is None
    people = added(dialog, qtbot)
    assert [(p.name, p.organisation) for p in people if p.name.startswith("Callum")] == [("Callum Reid", "Fife")]
    assert len(people) == 3


def test_what_was_read_is_added_and_the_rest_waits(dialog: AddPeopleDialog, qtbot: QtBot, look: Look) -> None:
    read(dialog, HAND)
    with qtbot.waitSignal(dialog.rest_kept) as kept:
        assert [person.name for person in added(dialog, qtbot)] == ["Amina Yusuf", "Beth O'Neill"]
    rest = (kept.args or [None])[0]
    assert isinstance(rest, Roster)
    assert [line.text for line in rest.lines] == ["Hello all, see below"]
    again = AddPeopleDialog(look, (), frozenset())
    qtbot.addWidget(again)
    again.show_waiting(rest)
    assert len(again.review.attention.rows) == 1


def test_someone_about_whom_is_asked_waits_while_the_others_are_added(
    dialog: AddPeopleDialog, qtbot: QtBot
) -> None:
    read(dialog, "Amina\nBeth O'Neill")
    with qtbot.waitSignal(dialog.rest_kept) as kept:
        assert [person.name for person in added(dialog, qtbot)] == ["Beth O'Neill"]
    rest = (kept.args or [None])[0]
    assert isinstance(rest, Roster)
    assert [draft.name for draft in rest.drafts] == ["Amina"]


def test_an_answer_that_is_not_known_is_asked_about(dialog: AddPeopleDialog, qtbot: QtBot) -> None:
    read(dialog, "Name,Status\nAmina Yusuf,going\nBeth O'Neill,zork\nCallum Reid,going\nDele Adeyemi,declined\n")
    (question,) = dialog.review.questions
    assert "zork" in question.sentence
    dialog.review.answer(question, False)
    assert shown(dialog, Field.TODAY)[1].startswith("Away")


def test_an_invitation_is_offered_for_the_session(dialog: AddPeopleDialog, qtbot: QtBot) -> None:
    dialog.read_file(INVITATION)
    assert dialog.meeting.isVisible()
    assert dialog.meeting.taken is None
    dialog.meeting.tick.click()
    with qtbot.waitSignal(dialog.meeting_accepted) as taken:
        dialog.act.click()
    meeting = (taken.args or [None])[0]
    assert isinstance(meeting, Meeting)
    assert meeting.place
    assert meeting.joining


def test_cards_and_files_that_are_copied_are_read_as_what_they_hold(dialog: AddPeopleDialog) -> None:
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(CARDS))])
    dialog.read(source_of(copied, "what was dropped"))
    assert dialog.review.model.rowCount()
    assert "people.vcf" in dialog.said.text()


def test_with_nothing_read_there_is_a_box_to_type_in(dialog: AddPeopleDialog) -> None:
    assert dialog.text.isVisible()
    read(dialog, "")
    assert dialog.text.isVisible()
    QTest.keyClicks(dialog.text, "Beth O'Neill")
    assert dialog.act.text() == "Add 1 person"
    dialog.edit.click()
    assert not dialog.text.isVisible()


def test_more_than_a_list_can_be_is_refused_in_a_sentence(dialog: AddPeopleDialog) -> None:
    read(dialog, "x" * 3_000_000)
    assert dialog.trouble.isVisible()
    assert not dialog.text.toPlainText()
    assert not dialog.act.isEnabled()


def test_columns_stay_wide_enough_to_read(dialog: AddPeopleDialog) -> None:
    titles = "\t".join(["Name", *(f"Question number {n}" for n in range(20))])
    read(dialog, "\n".join((titles, "\t".join(["Amina Yusuf", *(f"answer {n}" for n in range(20))]))))
    table = dialog.review.table
    assert all(table.columnWidth(at) >= 90 for at in range(len(dialog.review.model.columns)))
    assert table.horizontalScrollBar().maximum() > 0


LONG = "Fatima Zahra El Idrissi"
WITH_A_TWIN = f"Name\tEmail\tFrom\nJo Fraser\t\tLeith\nJo Fraser\t\tPowys\n{LONG}\tf@example.org\tLeith\n"


def name_width(dialog: AddPeopleDialog) -> int:
    return dialog.review.table.columnWidth(dialog.review.model.column_of(Field.NAME))


def test_an_answer_makes_no_column_narrower(dialog: AddPeopleDialog) -> None:
    read(dialog, WITH_A_TWIN)
    before = name_width(dialog)
    (question,) = dialog.review.questions
    dialog.review.answer(question, first=True)
    assert name_width(dialog) >= before


def test_no_name_is_cut_while_there_is_room(dialog: AddPeopleDialog) -> None:
    read(dialog, WITH_A_TWIN)
    table = dialog.review.table
    index = dialog.review.model.index(2, dialog.review.model.column_of(Field.NAME))
    assert name_width(dialog) >= table.fontMetrics().horizontalAdvance(LONG)
    assert table.visualRect(index).right() <= table.viewport().width()


def test_a_comma_that_may_stand_in_a_name_is_asked_about(dialog: AddPeopleDialog, qtbot: QtBot) -> None:
    read(dialog, "Hill, Ann Marie\nAmina Yusuf")
    (question,) = dialog.review.questions
    assert (question.sentence, question.answers) == (
        "“Hill, Ann Marie”: who is this?",
        ("Ann Marie Hill", "Hill of Ann Marie"),
    )
    assert dialog.act.text() == "Add 1 person"
    dialog.review.answer(question, first=True)
    first, _ = added(dialog, qtbot)
    assert (first.name, first.organisation) == ("Ann Marie Hill", "")


def test_whoever_is_known_by_the_turned_name_is_not_asked_about(dialog: AddPeopleDialog) -> None:
    dialog.review.hide()
    known = (Person("ann", "Ann Marie Hill"),)
    other = AddPeopleDialog(dialog.look, known, frozenset(), dialog)
    other.read(ListSource("Hill, Ann Marie", "the clipboard"))
    assert other.review.questions == ()
    assert shown(other, Field.NAME) == ["Hill"]
    assert other.act.text() == "Add 1 person"


LONG_WORDS = (
    "Full name,Email,Company,Job title,Response,Comment\n"
    "Johannes Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh,"
    "johannes.wolfeschlegelsteinhausenbergerdorff@peer-support-network-scotland.example,"
    "Lothian and Borders Community Health and Social Care Partnership Trust,"
    "Senior programme coordinator for volunteering and lived experience,accepted,"
    "will be a little late because of the school run\n"
    "Beth O'Neill,beth@example.org,Cope Centre,nurse,declined,double booked with the away day in Pitlochry\n"
)


@pytest.mark.parametrize("size", [(1190, 700), (984, 560)])
def test_who_comes_is_in_sight_beside_the_name_however_long_the_words_are(
    dialog: AddPeopleDialog, qtbot: QtBot, size: tuple[int, int]
) -> None:
    read(dialog, LONG_WORDS)
    dialog.resize(*size)
    table = dialog.review.table
    today = dialog.review.model.column_of(Field.TODAY)
    qtbot.waitUntil(lambda: table.viewport().width() > size[0] * 0.8)
    assert table.columnViewportPosition(today) + table.columnWidth(today) <= table.viewport().width()


def test_all_that_is_told_of_people_is_in_sight_where_there_is_room(dialog: AddPeopleDialog, qtbot: QtBot) -> None:
    read(dialog, LONG_WORDS)
    dialog.resize(1300, 700)
    table = dialog.review.table
    qtbot.waitUntil(lambda: table.viewport().width() > 1200 and not table.horizontalScrollBar().maximum())
    widths = [table.columnWidth(at) for at in range(table.model().columnCount())]
    assert sum(widths) <= table.viewport().width()


def test_two_lists_side_by_side_show_the_columns_of_one_and_the_people_of_both(dialog: AddPeopleDialog) -> None:
    read(dialog, "Coming,,,Not coming,\nName,Team,,Name,Reason\nAda Fenn,Leith,,Bo Lind,ill\nCy Dunn,,,,\n")
    assert shown(dialog, Field.NAME) == ["Ada Fenn", "Bo Lind", "Cy Dunn"]
    assert shown(dialog, Field.TODAY) == ["Here", "Away · not coming, ill", "Here"]
    assert not any("Column" in choice.accessibleName() for choice in dialog.review.table.heads.choices)
    assert dialog.review.counts.words == ("3 people", "2 here", "1 away", "3 new")
