"""What went wrong while something was done? Everything that Python, Qt or a log says of itself."""

import logging
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

HARMLESS = ("This plugin does not support", "occurs outside target window")
"""Said by the offscreen platform of what it cannot do, and by QTest where a window shrank under the mouse."""
TOLD_BY_QT = {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that must not happen: of which kind, where (the same fault has the same place), and all of it."""

    kind: str
    place: str
    told: str

    def is_like(self, other: "Fault") -> bool:
        """Whether it is the same fault, met once more."""
        return (self.kind, self.place) == (other.kind, other.place)


class _Log(logging.Handler):
    def __init__(self, heard: list[Fault]) -> None:
        super().__init__(logging.WARNING)
        self._heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        self._heard.append(Fault("log", f"{record.pathname}:{record.lineno}", record.getMessage()))


@contextmanager
def heard_faults() -> Iterator[list[Fault]]:
    """A list that grows with each fault for as long as this lasts."""
    heard: list[Fault] = []

    def take(fault: BaseException) -> None:
        heard.append(fault_of(fault))

    def take_exception(_kind: type[BaseException], fault: BaseException, _trace: TracebackType | None) -> None:
        take(fault)

    def take_message(kind: QtMsgType, _where: QMessageLogContext, message: str) -> None:
        if kind in TOLD_BY_QT and not any(words in message for words in HARMLESS):
            heard.append(Fault("warning of Qt", message, message))

    log = _Log(heard)
    before = sys.excepthook, sys.unraisablehook, threading.excepthook
    sys.excepthook = take_exception
    sys.unraisablehook = lambda found: take(found.exc_value or RuntimeError(str(found.err_msg)))
    threading.excepthook = lambda found: take(found.exc_value or RuntimeError(str(found.thread)))
    messages = qInstallMessageHandler(take_message)
    logging.getLogger().addHandler(log)
    try:
        yield heard
    finally:
        logging.getLogger().removeHandler(log)
        qInstallMessageHandler(messages)
        sys.excepthook, sys.unraisablehook, threading.excepthook = before


def fault_of(raised: BaseException) -> Fault:
    """An exception, as a fault."""
    frames = traceback.extract_tb(raised.__traceback__)
    place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return Fault(type(raised).__name__, place, "".join(traceback.format_exception(raised)))
