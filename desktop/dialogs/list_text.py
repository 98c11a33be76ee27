"""The text of a list, to type, paste or drop into."""

from PySide6.QtCore import QMimeData, Signal

from desktop.dialogs.list_sources import source_of
from desktop.widgets.stepped_edit import SteppedEdit
from formats.language import Message, tr
from formats.session.roster.draft import LONGEST_LINE

EXAMPLE = Message(
    "One person a line, in any shape:\nAmina Yusuf, Lothian Health\nBeth O'Neill <beth@example.org>\nLi, Wei"
)


class ListText(SteppedEdit):
    """Plain text; of a file that is pasted or dropped, what is in it."""

    file_given = Signal(object)
    """A file, or more than a field should hold, takes the place of the text: ListSource."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Names, one person a line"))
        self.setPlaceholderText(str(EXAMPLE))
        self.setTabChangesFocus(True)

    def insertFromMimeData(self, source: QMimeData) -> None:
        given = source_of(source, "")
        if given.origin or given.trouble or len(given.text) > LONGEST_LINE or not source.hasText():
            self.file_given.emit(given)
        else:
            super().insertFromMimeData(source)
