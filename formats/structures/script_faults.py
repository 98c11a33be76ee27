"""Which sentence says what is wrong with the form of a session file, where, and what to do?"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

import msgspec

from formats.session.notes import NoteKind
from formats.session.wording import join_or
from formats.structures.fields import short_value

KINDS = {
    "str": "a text in straight quotes",
    "float": "a number",
    "int": "a whole number",
    "bool": "true or false",
    "array": "a list in [ ]",
    "object": "keys and values in { }",
    "date": "a day like 2026-12-04",
    "null": "nothing",
}
MALFORMED = (
    ("trailing comma", "remove the comma before the closing bracket"),
    ("expected ','", "a comma or a closing bracket is missing"),
    ("expected ':'", "a colon is missing after the key"),
    ("object keys must be strings", "put each key in straight double quotes"),
)


class ScriptError(ValueError):
    """The file cannot be rehearsed; one sentence says where, what and what to do."""


def fault_in_form(error: msgspec.DecodeError | RecursionError, text: str) -> str:
    """What is wrong with a text that has not the form of a session file, without a full stop."""
    if isinstance(error, RecursionError):
        return "its brackets stand too deep in each other; remove some"
    said, _, path = str(error).partition(" - at ")
    where = _place_of(path.strip("`"))
    if not isinstance(error, msgspec.ValidationError):
        return _malformed(said, text)
    if missing := re.search(r"missing required field `(.+)`", said):
        return f"“{missing[1]}” is missing{f' in {where}' if where else ''}; add it"
    if wrong := re.search(r"Expected `(.+)`, got `(.+)`", said):
        wanted = join_or(KINDS.get(kind, kind) for kind in wrong[1].split(" | ") if kind != "null")
        return f"{where or 'the whole file'} is {KINDS.get(wrong[2], wrong[2])}; write {wanted}"
    if "enum" in said:
        return f"{where} is not known; use {join_or(NoteKind)}"
    if "date" in said:
        return f"{where} is no day of the calendar; write one like 2026-12-04"
    return f"{where or 'the whole file'} is out of range; write another"


def unused_keys(text: str, form: type[Any]) -> tuple[str, ...]:
    """A sentence for each key that means nothing in a text of this form, or stands in it twice."""
    twice: list[str] = []

    def as_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        keys = [key for key, _ in pairs]
        twice.extend(dict.fromkeys(key for key in keys if keys.count(key) > 1))
        return dict(pairs)

    read = json.loads(text, object_pairs_hook=as_object)
    unknown = tuple(_unknown(read, form, ""))
    return (
        *unknown,
        *(f"“{short_value(key)}” is written twice in one place; the last one counts." for key in twice),
    )


def closest(word: str, known: Sequence[str]) -> str:
    """The word that was probably meant; "" where none is near."""
    import difflib  # only a mistake needs it, and every start would pay for it

    return next(iter(difflib.get_close_matches(word, known, 1, cutoff=0.7)), "")


def _unknown(read: Any, form: type[Any], path: str) -> Iterator[str]:
    fields = {field.encode_name: field.type for field in msgspec.structs.fields(form)}
    for key, value in read.items():
        if key not in fields:
            near = closest(key, [*fields])
            where = f" in {_place_of(path)}" if path else ""
            meant = f"; “{near}” may be meant" if near else ""
            yield f"“{short_value(key)}”{where} means nothing here and was left out{meant}."
        elif inner := _form_in(fields[key]):
            yield from _unknown_inside(value, inner, f"{path}.{key}")


def _unknown_inside(value: Any, form: type[Any], path: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from _unknown(value, form, path)
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _unknown(one, form, f"{path}[{number}]")


def _form_in(kind: Any) -> type[Any] | None:
    """The object that a key holds, or a list of them."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return kind
    return next((form for one in get_args(kind) if (form := _form_in(one))), None)


def _place_of(path: str) -> str:
    """Where in the file, from the inside out: `$.notes[0].kind` is “kind” in entry 1 of “notes”."""
    names = [_place_name(step) for step in path.removeprefix("$").split(".") if step]
    return " in ".join(reversed(names))


def _place_name(step: str) -> str:
    name, *numbers = step.replace("]", "").split("[")
    said = f"“{name}”"
    for number in numbers:
        said = f"entry {int(number) + 1} of {said}" if number.isdecimal() else f"an entry of {said}"
    return said


def _malformed(said: str, text: str) -> str:
    advice = next(
        (what for sign, what in MALFORMED if sign in said), "check the quotes, commas and brackets there"
    )
    place = re.search(r"\(byte (\d+)\)", said)
    if place is None:
        return "it ends too early; a closing bracket or quote is missing" if text.strip() else "it is empty"
    line = text.encode()[: int(place[1])].count(b"\n") + 1
    return f"line {line} is not as it should be; {advice}"
