"""The acts at the head of the library: what can be done with the entry that is chosen, and what is begun anew."""

from PySide6.QtCore import QObject

from desktop.content.own_entries import OwnKind
from desktop.look import Look
from desktop.places.page import Page
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.tips import plain_tip
from formats.language import Message, tr

NEW = {OwnKind.STRUCTURE: Message("New structure"), OwnKind.OPENER: Message("New opener")}
OF_YOUR_OWN = {
    OwnKind.STRUCTURE: Message("a structure of your own"),
    OwnKind.OPENER: Message("an opener of your own"),
}

AROUND = 60
"""Pixels at usual text between the title and the acts."""


class EntryActs(QObject):
    """Buttons with a word beside the icon, or where there is no room for the words the icons alone."""

    def __init__(self, look: Look, page: Page) -> None:
        super().__init__(page)
        self._look, self._page = look, page
        self._words: dict[ActionButton, tuple[str, str]] = {}
        self.take_out = self._button(tr("Delete"), "trash-2", "take-out-own")
        self.share = self._button(tr("Share as a file"), "upload", "share-own")
        self.change = self._button(tr("Change"), "pencil", "change-own")
        self.copy = self._button(tr("Copy and change"), "copy", "copy-own")
        self.open_file = self._button(tr("Open a file"), "import", "import-own")
        self.write = self._button(tr("New structure"), "file-plus", "write-own")
        self.begin = ActionButton(look, tr("New session from this"), "plus", Weight.MAIN)
        self.begin.setObjectName("new-from-this")
        page.add_act(self.begin)

    def show_for(self, kind: OwnKind, *, chosen: bool, own: bool, writing: bool) -> None:
        """Offers what fits: `chosen` one that is there, it is the user's `own`, or one is being written."""
        self._words[self.write] = (str(NEW[kind]), "file-plus")
        for button in (self.take_out, self.change):
            button.setVisible(own and not writing)
        self.share.setVisible(own or writing)
        for button in (self.copy, self.open_file, self.write, self.begin):
            button.setVisible(not writing)
        self.copy.setEnabled(chosen)
        self.begin.setEnabled(chosen)
        self.fit()

    def fit(self) -> None:
        """Words where there is room for all of them."""
        room = self._page.width() - self._page.title_width - self._look.px(AROUND)
        for brief in (False, True):
            for button, (word, icon) in self._words.items():
                button.show_as("" if brief else word, icon)
                button.setAccessibleName(word)
                button.setToolTip(plain_tip(word))
            if self._page.acts_width <= room:
                break

    def _button(self, word: str, icon: str, name: str) -> ActionButton:
        button = ActionButton(self._look, word, icon)
        button.setObjectName(name)
        self._words[button] = (word, icon)
        self._page.add_act(button)
        return button
