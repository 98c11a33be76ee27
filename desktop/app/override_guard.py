"""How does a fault in a method that Qt calls stay a fault of that method, and not the end of the process?

Before Python 3.12 an exception that C code raises, such as that of a list asked for a row it lacks, is not yet a
whole exception when it leaves a method; PySide then reads what is not there. Caught and raised again it is whole.
"""

import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any

from shiboken6 import Shiboken

WHOLE_BY_ITSELF = (3, 12)


def guard_overrides() -> None:
    """Guards every class made from one of Qt's from now on: call it before such a module is imported."""
    if sys.version_info < WHOLE_BY_ITSELF:
        # The one hook that sees every class; mypy would have a name of its own for a method set from outside.
        setattr(Shiboken.Object, "__init_subclass__", classmethod(_guard_class))  # noqa: B010


def _guard_class(cls: type[Any], /, **keywords: Any) -> None:
    super(Shiboken.Object, cls).__init_subclass__(**keywords)
    for name, method in [*vars(cls).items()]:
        if isinstance(method, FunctionType) and _is_called_by_qt(cls, name):
            setattr(cls, name, _raising_whole(method))


def _is_called_by_qt(cls: type, name: str) -> bool:
    return any(name in vars(base) and base.__module__.startswith("PySide6") for base in cls.__mro__[1:])


def _raising_whole(method: FunctionType) -> Callable[..., Any]:
    @wraps(method)
    def guarded(*given: Any, **named: Any) -> Any:
        try:
            return method(*given, **named)
        except Exception:
            raise  # which makes it whole

    return guarded
