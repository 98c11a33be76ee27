"""What if the console is narrow, or there is none? Output never fails on a letter, nor for want of a place."""

import os
import sys
from io import TextIOWrapper
from typing import TextIO

ATTACH_PARENT_PROCESS = 0xFFFFFFFF


def prepare_output() -> None:
    """Call once, before anything is printed: an app of Windows with no console has no output streams at all."""
    if sys.platform == "win32" and (sys.stdout is None or sys.stderr is None):
        _write_to_the_console_we_were_called_from()
    sys.stdout = _any_letter(sys.stdout)
    sys.stderr = _any_letter(sys.stderr)


def _write_to_the_console_we_were_called_from() -> None:
    """A program with a window gets no console by itself, whoever calls it; what goes into a file or pipe does."""
    if sys.platform != "win32":
        return
    import ctypes

    if ctypes.windll.kernel32.AttachConsole(ctypes.c_uint32(ATTACH_PARENT_PROCESS)):
        console = open("CONOUT$", "w", encoding="utf-8", buffering=1)  # noqa: PTH123, SIM115  # for all of the run
        sys.stdout, sys.stderr = sys.stdout or console, sys.stderr or console


def _any_letter(stream: TextIO | None) -> TextIO:
    """A stream that takes every letter; what goes nowhere is thrown away."""
    if stream is None:
        return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123  # open as long as the process runs
    if isinstance(stream, TextIOWrapper):
        if stream.isatty():
            stream.reconfigure(errors="backslashreplace")  # the letters it lacks are spelled out
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # a file or a pipe holds them all
    return stream


def print_line(line: str) -> None:
    """Prints a line to standard output at once, with letters spelled out that it cannot take."""
    try:
        print(line, flush=True)
    except UnicodeEncodeError:
        narrow = getattr(sys.stdout, "encoding", None) or "ascii"
        print(line.encode(narrow, "backslashreplace").decode(narrow), flush=True)


def print_trouble(sentence: str) -> None:
    """Prints a sentence to standard error, as above."""
    if sys.stderr is None:
        return
    try:
        print(sentence, file=sys.stderr)
    except UnicodeEncodeError:
        print(ascii(sentence)[1:-1], file=sys.stderr)
