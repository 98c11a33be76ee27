"""When another language is chosen, how does the app come to speak it, with no restart and nothing lost?

What runs goes on: the session, its clock, bells, timers and what can be taken back belong to no view. Words being
typed are kept first, as before the window closes, and stand in their fields again.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.app.clearing import Clearing
from desktop.app.unfinished_work import is_working
from desktop.content.languages import dress, take_up_choice
from desktop.places.page import PlaceName
from desktop.preferences import Preferences

LOOK_AGAIN_MS = 100


class LanguageChange(QObject):
    """Follows the language in the preferences."""

    language_changed = Signal()
    """Another language is spoken now, and the window shows it."""

    def __init__(self, clearing: Clearing) -> None:
        super().__init__(clearing)
        self._clearing, self._chosen = clearing, clearing.preferences.current.language
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._take_up)
        clearing.preferences.preferences_changed.connect(self._follow)

    def _follow(self, preferences: Preferences) -> None:
        if preferences.language != self._chosen:
            self._chosen = preferences.language
            self._soon.start(0)  # the field it was chosen in is still at work, and will be gone

    def _take_up(self) -> None:
        """Not while a file is written for a place that will be gone."""
        if is_working(self._clearing.window):
            self._soon.start(LOOK_AGAIN_MS)
            return
        self._clearing.runner.gather_pending_input()
        take_up_choice(self._chosen)
        dress(self._clearing.look.app)
        self._clearing.look.apply()  # the style sheet has edges at the side where lines begin
        self._clearing.speak_anew()
        self._give_keys_back()
        self.language_changed.emit()

    def _give_keys_back(self) -> None:
        """To where the language was chosen: another may be tried at once."""
        from desktop.places.settings.page import SettingsPage

        places = self._clearing.window.places
        if places.current_name is PlaceName.SETTINGS:
            settings = places[PlaceName.SETTINGS]
            assert isinstance(settings, SettingsPage)
            settings.language.choice.setFocus()
