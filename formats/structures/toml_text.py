"""How are the tables of a structure or opener written as TOML, so that they are read again as they were?"""

import json
from collections.abc import Iterator, Mapping

from formats.language import tr
from formats.structures.folder import parse_toml

DELETE = "\x7f"


def toml_text(table: Mapping[str, object]) -> str:
    """The text of a file with these values.

    Raises StructureError where it would be larger than a file may be, or could not be read again.
    """
    text = "\n".join(_lines(table)) + "\n"
    parse_toml(text, tr("Your own"))
    return text


def _lines(table: Mapping[str, object]) -> Iterator[str]:
    """What is a value first: a table of TOML reaches as far as the next one."""
    rows = {key: value for key, value in table.items() if _is_rows(value)}
    for key, value in table.items():
        if key not in rows:
            yield f"{_key(key)} = {_value(value)}"
    for key, value in rows.items():
        for row in value if isinstance(value, list) else ():
            yield f"\n[[{_key(key)}]]"
            yield from (f"{_key(inner)} = {_value(one)}" for inner, one in row.items())


def _is_rows(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(row, dict) for row in value)


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case list() | tuple():
            return f"[{', '.join(map(_value, value))}]"
        case dict():
            inner = ", ".join(f"{_key(key)} = {_value(one)}" for key, one in value.items())
            return f"{{ {inner} }}" if inner else "{}"
        case _:
            return _quoted(str(value))


def _key(key: str) -> str:
    return key if key.isascii() and key.replace("_", "").replace("-", "").isalnum() else _quoted(key)


def _quoted(text: str) -> str:
    """JSON writes a string as TOML does, but for the sign of a deletion; half a pair of signs becomes “?”."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(whole, ensure_ascii=False).replace(DELETE, "\\u007f")
