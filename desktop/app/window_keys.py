"""Which keys does the window answer to, whatever place is open?"""

from PySide6.QtGui import QKeySequence, QShortcut

from desktop.app.window import MainWindow
from desktop.keys import PLACE
from desktop.places.page import PlaceName
from desktop.widgets.help_keys import HelpKeys
from desktop.widgets.press import connect_press


def listen_for_keys(window: MainWindow) -> None:
    """Has the window open its places by number, in the order of the rail, and its help."""
    for number, place in enumerate(PlaceName, 1):
        shortcut = QShortcut(QKeySequence(PLACE.format(number)), window)
        connect_press(shortcut, window.show_place, place)
    HelpKeys(window, window.help_requested, window.sheet_requested)
