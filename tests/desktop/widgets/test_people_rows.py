"""Rows of people, the same decisions in each table: what can be typed, and what is drawn anew."""

from dataclasses import replace
from operator import attrgetter

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal

from desktop.widgets.people_rows import PeopleRows
from formats.session.people import Person
from tests.builders import some_people

NAME, STEPS = 0, 1
PEOPLE = some_people("Zoë Okafor", "Beth O'Neill", "Callum Reid")


class NamesAndSteps(PeopleRows[Person]):
    """A table with a name that can be typed and a figure that cannot."""

    text_requested = Signal(int, str, str)

    def __init__(self) -> None:
        super().__init__(["Name", "Next steps"], [(NAME, "name")], attrgetter("id"))

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # type: ignore[override]  # one kind of index will do
        return self.rows[index.row()].name if role == Qt.ItemDataRole.DisplayRole else None

    def request_text(self, row: int, field: str, text: str) -> None:
        self.text_requested.emit(row, field, text)


@pytest.fixture
def rows() -> NamesAndSteps:
    made = NamesAndSteps()
    made.show_rows(PEOPLE)
    return made


def test_of_the_same_people_only_who_changed_is_drawn_anew(rows: NamesAndSteps) -> None:
    drawn, resets = [], []
    rows.dataChanged.connect(lambda first, last: drawn.append((first.row(), first.column(), last.column())))
    rows.modelReset.connect(lambda: resets.append(True))
    rows.show_rows(PEOPLE)
    rows.show_rows((PEOPLE[0], replace(PEOPLE[1], role="Nurse"), PEOPLE[2]))
    assert (drawn, resets) == ([(1, NAME, STEPS)], [])


def test_in_another_order_or_with_fewer_people_each_row_stays_the_same_persons(rows: NamesAndSteps) -> None:
    resets = []
    rows.modelReset.connect(lambda: resets.append(True))
    pointed_at = QPersistentModelIndex(rows.index(0, NAME))
    rows.show_rows(PEOPLE[::-1])
    assert (pointed_at.row(), rows.rows) == (2, [*PEOPLE[::-1]])
    rows.show_rows(PEOPLE[:1])
    assert (pointed_at.row(), rows.rowCount(), resets) == (0, 1, [])


def test_other_people_altogether_are_shown_from_the_top(rows: NamesAndSteps) -> None:
    resets = []
    rows.modelReset.connect(lambda: resets.append(True))
    rows.show_rows([replace(PEOPLE[0], id="somebody-else")])
    assert (len(resets), rows.rowCount()) == (1, 1)


def test_only_what_is_a_field_of_the_person_can_be_typed(rows: NamesAndSteps) -> None:
    editable = [bool(rows.flags(rows.index(0, column)) & Qt.ItemFlag.ItemIsEditable) for column in (NAME, STEPS)]
    assert editable == [True, False]
    assert not rows.setData(rows.index(0, STEPS), "7")


def test_what_is_typed_is_asked_for_on_one_line_and_a_name_is_never_empty(rows: NamesAndSteps) -> None:
    asked = []
    rows.text_requested.connect(lambda *what: asked.append(what))
    assert rows.setData(rows.index(1, NAME), "  Beth\n O'Neill ")
    assert not rows.setData(rows.index(1, NAME), "  ")
    assert asked == [(1, "name", "Beth O'Neill")]
    assert rows.rows == [*PEOPLE]
