"""Is there a screen, and if not, why? Asked before Qt is, because Qt ends the process where it finds none."""

import ctypes
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from formats.language import tr

NEEDED_FOR_QT = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libbrotlidec.so.1": "libbrotli1",
}
NEEDED_FOR_A_WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def why_no_window() -> str:
    """Why no window can be shown here, as one sentence; empty where one can."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    if _has_wayland():
        return what_qt_lacks()
    if not os.environ.get("DISPLAY"):
        return tr("There is no screen here.")
    return what_to_install(NEEDED_FOR_QT | NEEDED_FOR_A_WINDOW) or _why_x_is_silent()


def what_qt_lacks() -> str:
    """What to install so that Qt can be loaded at all, with a screen or without; empty where it can."""
    return what_to_install(NEEDED_FOR_QT)


def lacks_a_library(fault: ImportError) -> bool:
    """Whether something was not imported because the system has not what it is linked to."""
    return "PySide6" in str(fault) or ".so" in str(fault)


def what_to_install(needed: Mapping[str, str]) -> str:
    """Which of these libraries the system lacks and how to get them, as one sentence; empty where none is missing.

    The packages are those of Debian and Ubuntu, which know `libglib2.0-0` by that name where it has another too.
    """
    missing = [package for library, package in needed.items() if not _can_load(library)]
    if not missing:
        return ""
    return tr(
        "Clearing needs a few parts of the system that are not here: sudo apt-get install {packages}.",
        packages=" ".join(missing),
    )


def run_without_screen() -> None:
    """Lets Qt draw into memory, for a rehearsal that nobody watches."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


def _has_wayland() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    return bool(name) and Path(os.environ.get("XDG_RUNTIME_DIR", "/"), name).exists()


def _can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _why_x_is_silent() -> str:
    return "" if _x_answers() else tr("The screen {name} does not answer.", name=os.environ["DISPLAY"])


def _x_answers() -> bool:
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    answers = not xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return answers
