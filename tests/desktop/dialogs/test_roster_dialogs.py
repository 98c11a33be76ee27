"""Lists of people on their way into a session: read live, mended, asked about, then added."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.dialogs.add_people import AddPeopleDialog
from desktop.dialogs.roster_columns import Field
from desktop.look import Look
from desktop.places.prepare.people_rows import PeopleModel
from formats.session.agenda import Agenda
from formats.session.people import Person
from tests.builders import a_session

MESSY = """1. Amina Yusuf (Lothian Health)
2) Beth O'Neill <beth@example.org>
- Callum Reid – Fife Voluntary Action
"Adeyemi, Dele" <dele@example.org>; ewan.macleod@example.org
Hana Nováková\tLothian Health\tnurse

JO FRASER
jo fraser
Kristin Þórsdóttir & Lena Weiß
李 小龙
محمد علي
Priya Nair [absent]
"""
KNOWN = (Person("kristin", "Kristin Þórsdóttir", "Q"), Person("hana", "Hana Novakova", "Lothian Health"))


@pytest.fixture
def dialog(qtbot: QtBot, look: Look) -> AddPeopleDialog:
    """The dialog for pasted names, with two people known."""
    made = AddPeopleDialog(look, KNOWN, frozenset({"kristin"}))
    qtbot.addWidget(made)
    made.show()
    return made


def column(dialog: AddPeopleDialog, wanted: Field) -> list[str]:
    """What a column of the list shows."""
    model = dialog.review.model
    at = model.column_of(wanted)
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]


def taken(qtbot: QtBot, dialog: AddPeopleDialog) -> tuple[list[Person], frozenset[str]]:
    """The people that the dialog adds, and who of them is away."""
    with qtbot.waitSignal(dialog.people_accepted) as added:
        dialog.act.click()
    people, away = added.args or ((), frozenset())
    return list(people), away


def test_a_messy_list_is_understood_line_by_line(dialog: AddPeopleDialog, qtbot: QtBot) -> None:
    dialog.text.setPlainText(MESSY)
    names = column(dialog, Field.NAME)
    assert names[:6] == [
        "Amina Yusuf",
        "Beth O'Neill",
        "Callum Reid",
        "Dele Adeyemi",
        "Ewan Macleod",
        "Hana Nováková",
    ]
    assert names[-3:] == ["李 小龙", "محمد علي", "Priya Nair"]
    before = dict(zip(names, column(dialog, Field.BEFORE), strict=True))
    assert before["Kristin Þórsdóttir"] == "on the list already"
    assert before["Hana Nováková"] == "came before"
    today = dict(zip(names, column(dialog, Field.TODAY), strict=True))
    assert before["Priya Nair"] == "New"
    assert today["Priya Nair"] == "Away"
    for question in dialog.review.questions:
        dialog.review.answer(question, True)
    people, away = taken(qtbot, dialog)
    assert {"hana", "kristin"} <= {person.id for person in people}
    assert [p.name for p in people if p.id in away] == ["Priya Nair"]
    assert len(people) == len(names) - 1


def test_two_of_one_name_are_two_people_where_the_person_says_so(dialog: AddPeopleDialog, qtbot: QtBot) -> None:
    dialog.text.setPlainText("Sam Ali\nSam Ali")
    (question,) = dialog.review.questions
    assert dialog.act.text() == "Add 1 person"
    dialog.review.answer(question, False)
    people, _ = taken(qtbot, dialog)
    assert len({person.id for person in people}) == 2


def test_nothing_can_be_added_from_an_empty_list(dialog: AddPeopleDialog) -> None:
    dialog.text.setPlainText("\n \n\t\n")
    assert not dialog.act.isEnabled()
    dialog.text.setPlainText("word " * 20_000)
    assert not dialog.act.isEnabled() or dialog.review.count


def test_one_who_is_left_out_is_not_added(dialog: AddPeopleDialog, qtbot: QtBot) -> None:
    dialog.text.setPlainText("Amina Yusuf\nBeth O'Neill")
    model = dialog.review.model
    model.setData(model.index(0, 0), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert column(dialog, Field.BEFORE)[0] == "left out"
    people, _ = taken(qtbot, dialog)
    assert [person.name for person in people] == ["Beth O'Neill"]


@pytest.mark.parametrize(
    "text",
    [
        "name,organisation\nBeth O'Neill,Cope\n",
        "Organisation\tTable\tNAME\nCope\t4\tBeth O'Neill\n",
        "\ufeffName;Organisation\r\nBeth O'Neill;Cope\r\n",
    ],
)
def test_a_file_of_any_columns_and_separator_is_read(look: Look, qtbot: QtBot, tmp_path: Path, text: str) -> None:
    dialog = AddPeopleDialog(look, (), frozenset())
    qtbot.addWidget(dialog)
    path = tmp_path / "people.csv"
    path.write_text(text, "utf-8")
    dialog.read_file(path)
    people, _ = taken(qtbot, dialog)
    assert [(person.name, person.organisation) for person in people] == [("Beth O'Neill", "Cope")]


def test_the_models_keep_the_rules_of_models(
    dialog: AddPeopleDialog, look: Look, qtmodeltester: ModelTester
) -> None:
    dialog.text.setPlainText(MESSY)
    qtmodeltester.check(dialog.review.model, force_py=True)
    people = PeopleModel(look)
    session = replace(a_session(Agenda()), people=KNOWN, away=frozenset({"hana"}))
    people.show_people(session, {"kristin": 2})
    qtmodeltester.check(people, force_py=True)
