"""The sheet of keys, over whatever is open."""

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.dialogs.frame import Dialog
from desktop.guide.key_sheet import KeySheet
from desktop.look import Look
from desktop.widgets.search_line import let_empty
from formats.language import Message, tr

WIDTH, HEIGHT = 900, 680
FIND = Message("Find a key")


class ShortcutSheet(Dialog):
    """Every key and what it does, with a search."""

    keeps_draft = False

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Shortcuts"), tr("Close"), parent)
        self.setObjectName("shortcut-sheet")
        self.cancel.hide()
        self.search = QLineEdit()
        self.search.setObjectName("sheet-search")
        self.search.setPlaceholderText(str(FIND))
        self.search.setAccessibleName(str(FIND))
        let_empty(self.search)
        self.sheet = KeySheet(look)
        self.search.textChanged.connect(self.sheet.narrow)
        self.body.addWidget(self.search)
        self.body.addWidget(self.sheet)
        self.read_by_keys(tr("Shortcuts"))
        self.fit_window(WIDTH, HEIGHT)


def show_sheet(dialog: Dialog) -> None:
    """The sheet over a dialog; nothing more where it is open already."""
    if not isinstance(dialog, ShortcutSheet):
        ShortcutSheet(dialog.look, dialog).open()
