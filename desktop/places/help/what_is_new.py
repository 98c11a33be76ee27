"""What each version of Clearing brought, in a dialog over About."""

from PySide6.QtWidgets import QWidget

from desktop.content.changes import read_changes
from desktop.dialogs.guide_page import PageDialog
from desktop.look import Look

TITLE = "What is new"


class WhatIsNewDialog(PageDialog):
    """The list of changes, to be read."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, TITLE, read_changes(), parent)
        self.setObjectName("what-is-new-dialog")
        self.text.setAccessibleName(TITLE)
