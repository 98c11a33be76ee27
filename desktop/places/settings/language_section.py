"""Which language Clearing speaks, how much of each is translated, and who has read it: in force at once."""

from dataclasses import replace

from desktop.background import Background
from desktop.content.languages import (
    CORRECTIONS,
    UNREAD,
    LanguageOnOffer,
    is_read_by_natives,
    language_of_computer,
    languages_on_offer,
)
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.places.settings.section import SettingsSection
from desktop.preferences import Preferences
from desktop.widgets.choice import Choice
from formats.language import spoken, tr

AS_THIS_COMPUTER = ""


class LanguageSection(SettingsSection):
    """A language is chosen by its own name: whoever cannot read the others finds it."""

    def __init__(self, look: Look, preferences: LivePreferences) -> None:
        super().__init__(look, tr("Language"))
        self._preferences = preferences
        self._on_offer: tuple[LanguageOnOffer, ...] = ()
        self._reading = Background(self)
        self.choice = Choice(look, tr("Language"))
        self.choice.setObjectName("language")
        self.column.addWidget(self.choice)
        self.remark = self.add_words(remark_on(spoken().code, spoken().name), "label")
        self.remark.setVisible(bool(self.remark.text()))
        self.choice.value_chosen.connect(self._choose)
        self._reading.finished.connect(self._take)
        preferences.preferences_changed.connect(self.show_preferences)
        self.show_preferences(preferences.current)
        self._reading.ask(languages_on_offer)

    def show_preferences(self, preferences: Preferences) -> None:
        """Shows what is chosen."""
        chosen = preferences.language
        lines = {AS_THIS_COMPUTER: tr("As this computer ({language})", language=language_of_computer().name)}
        if chosen and chosen not in {offer.code for offer in self._on_offer}:
            lines[chosen] = spoken().name  # until the others have been read
        lines |= {offer.code: offer_words(offer) for offer in self._on_offer}
        self.choice.clear()
        for code, words in lines.items():
            self.choice.addItem(words, code)
        self.choice.setCurrentIndex(list(lines).index(chosen))

    def _take(self, on_offer: tuple[LanguageOnOffer, ...]) -> None:
        self._on_offer = on_offer
        self.show_preferences(self._preferences.current)

    def _choose(self, code: str) -> None:
        self._preferences.choose(replace(self._preferences.current, language=code))


def offer_words(offer: LanguageOnOffer) -> str:
    """A language to choose, and how much of it there is; English is whole by itself."""
    if offer.is_original:
        return offer.name
    if offer.complete >= 1:
        return tr("{language} – complete", language=offer.name)
    share = tr("{number}%", number=int(offer.complete * 100))  # never 100 where one sentence lacks
    return tr("{language} – {share} translated, the rest in English", language=offer.name, share=share)


def remark_on(code: str, name: str) -> str:
    """That nobody who grew up with it has read a language, and how to correct it; empty where somebody has."""
    return "" if is_read_by_natives(code) else f"{UNREAD.filled(language=name)} {CORRECTIONS}"
