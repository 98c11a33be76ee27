"""By which rules did a record come into a library? Where they are today's, it need not be looked at again.

The rules are what `record_checks` asks for, and every value that a record is made of. Their name changes by itself
with any of them, with a field of a value or with a limit: a library let in by other rules is looked through once.
"""

import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from enum import Enum
from functools import cache
from hashlib import sha256
from re import Pattern
from types import CodeType, FunctionType, ModuleType

from formats.library import lineage, record_checks, records, validation

_RULES = (record_checks, validation, records, lineage)
_LIMITS = (int, str, bytes, float, date, timedelta)


@cache
def door_name() -> str:
    """The name of the rules of this Clearing."""
    rules = "\n".join(part for module in _modules() for part in _rules_in(module))
    return sha256(rules.encode("utf-8", "backslashreplace")).hexdigest()[:16]


def _modules() -> list[ModuleType]:
    """The modules with the rules, and those with the values that they know, from one to the next."""
    found = {module.__name__: module for module in _RULES}
    waiting = list(_RULES)
    while waiting:
        for value in vars(waiting.pop()).values():
            home = value.__module__ if isinstance(value, type) else ""
            if home.startswith("formats.") and home not in found:
                found[home] = sys.modules[home]
                waiting.append(found[home])
    return [found[name] for name in sorted(found)]


def _rules_in(module: ModuleType) -> Iterator[str]:
    """All that a module decides by: its functions, its limits, and the values it knows."""
    for name, value in sorted(vars(module).items()):
        if isinstance(value, type):
            if value.__module__ == module.__name__:
                yield from _rules_of(value)
        elif not name.startswith("__") and (rule := _rule(value)):
            yield f"{name} {rule}"


def _rules_of(kind: type) -> Iterator[str]:
    """The fields or the members of a kind of value, and what it does."""
    yield kind.__qualname__
    if is_dataclass(kind):
        yield from (f"{field.name} {field.type}" for field in fields(kind))
    if issubclass(kind, Enum):
        yield from (f"{name} {member.value!r}" for name, member in kind.__members__.items())
    yield from (f"{name} {_of_code(f.__code__)}" for name, f in vars(kind).items() if isinstance(f, FunctionType))


def _rule(value: object) -> str:
    """A function or a limit as a text that is the same in every process; empty for anything else."""
    if isinstance(value, FunctionType):
        return _of_code(value.__code__)
    if isinstance(value, Pattern):
        return repr(value.pattern)
    if isinstance(value, set | frozenset | dict):
        return repr(sorted(map(repr, value))) if all(isinstance(each, _LIMITS) for each in value) else ""
    if isinstance(value, tuple):
        return repr([_rule(each) for each in value])
    return repr(value) if isinstance(value, _LIMITS) or value is None else ""


def _of_code(code: CodeType) -> str:
    """What a function does, wherever it stands."""
    constants = [_of_code(each) if isinstance(each, CodeType) else _rule(each) for each in code.co_consts]
    return f"{code.co_code.hex()} {code.co_names} {constants}"
