"""Which sentence says what is wrong with the form of a session file, where, and what to do?"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

import msgspec

from formats.language import Message, tr
from formats.session.notes import NoteKind
from formats.session.wording import join_or, quoted
from formats.structures.fields import short_value

KINDS = {
    "str": Message("a text in straight quotes"),
    "float": Message("a number"),
    "int": Message("a whole number"),
    "bool": Message("true or false"),
    "array": Message("a list in [ ]"),
    "object": Message("keys and values in { }"),
    "date": Message("a day like 2026-12-04"),
    "null": Message("nothing"),
}
MALFORMED = (
    ("trailing comma", Message("remove the comma before the closing bracket")),
    ("expected ','", Message("a comma or a closing bracket is missing")),
    ("expected ':'", Message("a colon is missing after the key")),
    ("object keys must be strings", Message("put each key in straight double quotes")),
)


class ScriptError(ValueError):
    """The file cannot be rehearsed; one sentence says where, what and what to do."""


def fault_in_form(error: msgspec.DecodeError | RecursionError, text: str) -> str:
    """What is wrong with a text that has not the form of a session file, without a full stop."""
    if isinstance(error, RecursionError):
        return tr("its brackets stand too deep in each other; remove some")
    said, _, path = str(error).partition(" - at ")
    where = _place_of(path.strip("`"))
    place = where or tr("the whole file")
    if not isinstance(error, msgspec.ValidationError):
        return _malformed(said, text)
    if missing := re.search(r"missing required field `(.+)`", said):
        name = missing[1]
        if where:
            return tr("“{name}” is missing in {where}; add it", name=name, where=where)
        return tr("“{name}” is missing; add it", name=name)
    if wrong := re.search(r"Expected `(.+)`, got `(.+)`", said):
        wanted = join_or(str(KINDS.get(kind, kind)) for kind in wrong[1].split(" | ") if kind != "null")
        return tr(
            "{where} is {kind}; write {wanted}", where=place, kind=KINDS.get(wrong[2], wrong[2]), wanted=wanted
        )
    if "enum" in said:
        return tr("{where} is not known; use {choices}", where=where, choices=join_or(NoteKind))
    if "date" in said:
        return tr("{where} is no day of the calendar; write one like 2026-12-04", where=where)
    return tr("{where} is out of range; write another", where=place)


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
        *(
            tr("“{name}” is written twice in one place; the last one counts.", name=short_value(key))
            for key in twice
        ),
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
            name, where = short_value(key), _place_of(path)
            if where:
                said = tr("“{name}” in {where} means nothing here and was left out", name=name, where=where)
            else:
                said = tr("“{name}” means nothing here and was left out", name=name)
            yield f"{said}; {tr('“{near}” may be meant', near=near)}." if near else f"{said}."
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
    inner_first = names[::-1]
    said = "".join(inner_first[:1])
    for around in inner_first[1:]:
        said = tr("{what} in {where}", what=said, where=around)
    return said


def _place_name(step: str) -> str:
    name, *numbers = step.replace("]", "").split("[")
    said = quoted(name)
    for number in numbers:
        said = (
            tr("entry {number} of {list}", number=int(number) + 1, list=said)
            if number.isdecimal()
            else tr("an entry of {list}", list=said)
        )
    return said


def _malformed(said: str, text: str) -> str:
    advice = next(
        (str(what) for sign, what in MALFORMED if sign in said), tr("check the quotes, commas and brackets there")
    )
    place = re.search(r"\(byte (\d+)\)", said)
    if place is None:
        return (
            tr("it ends too early; a closing bracket or quote is missing") if text.strip() else tr("it is empty")
        )
    line = text.encode()[: int(place[1])].count(b"\n") + 1
    return tr("line {line} is not as it should be; {advice}", line=line, advice=advice)
