"""How do the rows of a list become other rows, so that what is scrolled to, chosen or typed in stays?"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex

Row = TypeVar("Row")
Key = Callable[[Row], Hashable]
NO_INDEX = QModelIndex()


def change_rows(
    model: QAbstractItemModel, rows: list[Row], wanted: Sequence[Row], key: Key[Row], columns: int = 1
) -> None:
    """Makes the `rows` of a model those that are wanted: in place, where any of them stays."""
    kept = {key(row) for row in wanted} & {key(row) for row in rows}
    if not kept:
        model.beginResetModel()
        rows[:] = wanted
        model.endResetModel()
        return
    _remove(model, rows, [number for number, row in enumerate(rows) if key(row) not in kept])
    _reorder(model, rows, [key(row) for row in wanted if key(row) in kept], key)
    _insert(model, rows, wanted, [number for number, row in enumerate(wanted) if key(row) not in kept])
    for number, (old, new) in enumerate(zip(tuple(rows), wanted, strict=True)):
        if old != new:
            rows[number] = new
            model.dataChanged.emit(model.index(number, 0), model.index(number, columns - 1))


def _remove(model: QAbstractItemModel, rows: list[Row], numbers: Sequence[int]) -> None:
    for first, last in reversed([*_runs(numbers)]):
        model.beginRemoveRows(NO_INDEX, first, last)
        del rows[first : last + 1]
        model.endRemoveRows()


def _insert(model: QAbstractItemModel, rows: list[Row], wanted: Sequence[Row], numbers: Sequence[int]) -> None:
    for first, last in _runs(numbers):
        model.beginInsertRows(NO_INDEX, first, last)
        rows[first:first] = wanted[first : last + 1]
        model.endInsertRows()


def _reorder(model: QAbstractItemModel, rows: list[Row], wanted: Sequence[Hashable], key: Key[Row]) -> None:
    """Puts all rows in their new order at once, and whatever points at one of them with it."""
    if [key(row) for row in rows] == [*wanted]:
        return
    model.layoutAboutToBeChanged.emit()
    before = model.persistentIndexList()
    keys = [key(row) for row in rows]
    places = {one: number for number, one in enumerate(wanted)}
    rows.sort(key=lambda row: places[key(row)])
    after = [model.index(places[keys[index.row()]], index.column()) for index in before]
    model.changePersistentIndexList(before, after)
    model.layoutChanged.emit()


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each unbroken run: 1 2 3 7 gives 1-3 and 7-7."""
    ordered = [*numbers]
    starts = [number for before, number in pairwise([-2, *ordered]) if number != before + 1]
    ends = [number for number, after in pairwise([*ordered, -2]) if after != number + 1]
    return zip(starts, ends, strict=True)
