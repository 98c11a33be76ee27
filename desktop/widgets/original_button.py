"""How does somebody get to see what a translated text says in English, and back? By one quiet button beside it."""

from PySide6.QtCore import Signal

from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from formats.language import ENGLISH, Language, Message, speaking, spoken

# For translators: on a button that shows a text in another language, or again in yours, as in “Auf Deutsch”
IN_LANGUAGE = Message("In {language}")


class OriginalButton(ActionButton):
    """“In English”, and then “Auf Deutsch”: each in its own language. Hidden where English is spoken anyway."""

    language_changed = Signal()
    """The text is to be shown in `language` now."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "", "languages", Weight.QUIET)
        self.setObjectName("in-english")
        self._shows_english = False
        self.clicked.connect(self._change)
        self._name()
        self.offer(True)

    @property
    def language(self) -> Language:
        """The language to show the text in."""
        return ENGLISH if self._shows_english else spoken()

    def offer(self, there_is_english: bool) -> None:
        """Is there where the text beside it has an English original."""
        self.setVisible(there_is_english and spoken() is not ENGLISH)

    def _change(self) -> None:
        self._shows_english = not self._shows_english
        self._name()
        self.language_changed.emit()

    def _name(self) -> None:
        other = spoken() if self._shows_english else ENGLISH
        with speaking(other):
            self.show_as(IN_LANGUAGE.filled(language=other.name), "languages")
