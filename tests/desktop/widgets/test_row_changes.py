"""Rows become other rows: every step is a sound change of the model, and what points at a row stays with it."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.widgets.row_changes import change_rows

Row = tuple[int, str]
LISTS = st.lists(st.tuples(st.integers(0, 12), st.sampled_from("ab")), unique_by=lambda row: row[0])


class Words(QAbstractListModel):
    """Rows of a number, which says which row it is, and a word."""

    def __init__(self, rows: list[Row]) -> None:
        super().__init__()
        self.rows = [*rows]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008  # as Qt has it
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self.rows[index.row()][1] if role == Qt.ItemDataRole.DisplayRole else None


@given(LISTS, LISTS)
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_rows_become_any_others_and_pointers_stay(qapp: object, before: list[Row], after: list[Row]) -> None:
    model = Words(before)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    pointers = {row[0]: QPersistentModelIndex(model.index(number)) for number, row in enumerate(before)}
    change_rows(model, model.rows, after, lambda row: row[0])
    assert model.rows == after
    there = {row[0]: number for number, row in enumerate(after)}
    if there.keys() & pointers.keys():
        assert {key: pointer.row() for key, pointer in pointers.items()} == {
            key: there.get(key, -1) for key in pointers
        }
