"""How is a value of what is being written in a form found and changed, by the path that leads to it?"""

from collections.abc import Mapping

from formats.structures.fields import FieldPath

THREE = ("minimum", "usual", "maximum")
Table = Mapping[str, object]
"""What is written, to be read."""
Written = dict[str, object]
"""What is written, made anew."""


def value_at(table: Table, path: FieldPath) -> object:
    """What stands at a place; None where nothing does. One number stands for all three of a range."""
    here: object = table
    for key in path:
        if isinstance(here, Mapping):
            here = here.get(key)
        elif isinstance(here, list) and isinstance(key, int):
            here = here[key] if 0 <= key < len(here) else None
        elif key not in THREE or isinstance(here, bool) or not isinstance(here, int | float):
            return None
    return here


def with_value(table: Table, path: FieldPath, value: object) -> Written:
    """The same tables with something else at a place; None takes out what stands there, and a table left empty."""
    key, rest, changed = str(path[0]), path[1:], dict(table)
    made: object = value
    if rest and isinstance(rest[0], int):
        made = _with_row(rows_at(table, key), rest[0], rest[1:], value)
    elif rest:
        made = with_value(_inner(changed.get(key), rest[0]), rest, value) or None
    if made is None:
        changed.pop(key, None)
    else:
        changed[key] = made
    return changed


def rows_at(table: Table, key: str) -> list[Written]:
    """The tables of a list."""
    value = table.get(key)
    return [dict(row) for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []


def _with_row(rows: list[Written], number: int, path: FieldPath, value: object) -> list[Written]:
    rows[number] = with_value(rows[number], path, value)
    return rows


def _inner(value: object, key: str | int) -> Table:
    if isinstance(value, Mapping):
        return value
    if key in THREE and isinstance(value, int | float) and not isinstance(value, bool):
        return dict.fromkeys(THREE, value)
    return {}
