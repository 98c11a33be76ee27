"""Which language Clearing speaks, how much of each is translated, and who has read it: in force at once."""

from dataclasses import replace

from desktop.content.languages import CORRECTIONS, UNREAD, is_read_by_natives, language_of_computer
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.places.settings.section import SettingsSection
from desktop.preferences import Preferences
from desktop.widgets.language_choice import LanguageChoice, name_and_share
from formats.language import spoken, tr


class LanguageSection(SettingsSection):
    """Stands first: whoever cannot read the language in force has to find it."""

    def __init__(self, look: Look, preferences: LivePreferences) -> None:
        super().__init__(look, tr("Language"))
        self._preferences = preferences
        system = tr("As this computer ({language})", language=language_of_computer().name)
        self.choice = LanguageChoice(look, tr("Language"), system, name_and_share)
        self.choice.setObjectName("language")
        self.add_field(tr("Clearing speaks"), self.choice)
        if remark := remark_on(spoken().code, spoken().name):
            self.add_words(remark, "label")
        self.choice.value_chosen.connect(self._choose)
        preferences.preferences_changed.connect(self.show_preferences)
        self.show_preferences(preferences.current)

    def show_preferences(self, preferences: Preferences) -> None:
        """Shows what is chosen."""
        self.choice.show_chosen(preferences.language)

    def _choose(self, code: str) -> None:
        self._preferences.choose(replace(self._preferences.current, language=code))


def remark_on(code: str, name: str) -> str:
    """That nobody who grew up with it has read a language, and how to correct it; empty where somebody has."""
    return "" if is_read_by_natives(code) else f"{UNREAD.filled(language=name)} {CORRECTIONS}"
