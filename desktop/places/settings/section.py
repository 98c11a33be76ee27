"""One section of the settings: a card with a title, and the small pieces its body is made of."""

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.widgets.buttons import ActionButton
from desktop.widgets.flow import FlowLayout
from desktop.widgets.screen_reader import announce
from desktop.widgets.scrolling import bring_into_view_soon
from desktop.widgets.words import Words, caption_of


class SettingsSection(QFrame):
    """A card; `column` takes the widgets of its body."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName(f"settings-{title.lower().replace(' ', '-')}")
        self.setAccessibleName(title)
        self.look = look
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(22, 18, 22, 20)
        self.column.setSpacing(10)
        self.column.addWidget(Words(title, "pane"))

    def add_field(self, caption: str, field: QWidget) -> None:
        """A field, with its caption above."""
        self.column.addSpacing(4)
        self.column.addWidget(caption_of(field, caption))
        self.column.addWidget(field)

    def add_words(self, text: str, role: str = "second") -> Words:
        """A sentence or two."""
        words = wrapping_words(text, role)
        self.column.addWidget(words)
        return words

    def add_line(self, *widgets: QWidget) -> QWidget:
        """Widgets of one height side by side, below each other where there is no room."""
        line = QWidget()
        flow = FlowLayout(line)
        for widget in widgets:
            flow.addWidget(widget)
        self.column.addWidget(line)
        return line


class OutcomeMessage(QFrame):
    """How something went, in the place where it was asked for; hidden until there is something to say."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.words = wrapping_words("")
        self.words.setObjectName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 10, 14, 10)
        self.column.setSpacing(8)
        self.column.addWidget(self.words)
        self.hide()

    def say(self, text: str, *, role: str = "next") -> None:
        """Says it on quiet ground; `role` notice or alarm where it matters more."""
        self.words.setText(text)
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)
        self.setVisible(bool(text))
        announce(self, text)
        if text:
            bring_into_view_soon(self)


def wrapping_words(text: str, role: str = "") -> Words:
    """Words that wrap and ask for no more height than their width needs.

    Qt takes the height at a narrow width for the least, which would leave the place to scroll past its end.
    """
    words = Words(text, role, wrap=True)
    words.setMinimumHeight(1)
    return words


def choice_buttons(look: Look, offered: Iterable[tuple[str, str, str]]) -> dict[str, ActionButton]:
    """Buttons to choose among, by value; each offer is a value, its word and its icon."""
    made = {value: ActionButton(look, word, drawing) for value, word, drawing in offered}
    for button in made.values():
        button.setCheckable(True)
    return made
