"""Whose work is in Clearing, and under which terms: every part, and the whole text of the one that is chosen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from desktop.content.catalogue import read_catalogue
from desktop.content.licences import Licence, licences
from desktop.dialogs.frame import Dialog
from desktop.look import Look
from desktop.widgets.words import Words
from formats.language import Message, tr

TITLE = Message("Licences and thanks")
QT = Message(
    "Clearing uses Qt under the LGPL, version 3. You may replace Qt’s files in the folder of Clearing with others"
    " of the same version, changed as you like."
)
STRUCTURES = Message("Structures and openers")
PART = Qt.ItemDataRole.UserRole
LIST_HEIGHT = 190


class LicencesDialog(Dialog):
    """A list of parts, and below it the terms of one."""

    keeps_draft = False

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, str(TITLE), tr("Close"), parent)
        self.setObjectName("licences-dialog")
        self.cancel.hide()
        self.parts, self.text = QListWidget(), QPlainTextEdit()
        self.parts.setObjectName("licence-parts")
        self.parts.setAccessibleName(tr("Parts that others made"))
        self.parts.setWordWrap(True)
        self.parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.parts.setFixedHeight(look.px(LIST_HEIGHT))
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Terms of this part"))
        self.text.setMinimumHeight(look.px(LIST_HEIGHT))
        self.body.addWidget(Words(str(QT), "second", wrap=True))
        self.body.addWidget(self.parts)
        self.body.addWidget(self.text, 1)
        self._add(str(STRUCTURES), "", _structure_credits())
        for part in licences():
            self._add(_title(part), part.terms, _words(part))
        self.parts.currentItemChanged.connect(self._show)
        self.parts.setCurrentRow(0)
        self.fit_window(760, 660)

    def _add(self, title: str, terms: str, text: str) -> None:
        QListWidgetItem(f"{title}: {terms}" if terms else title, self.parts).setData(PART, text)

    def _show(self, item: QListWidgetItem | None, _before: object = None) -> None:
        self.text.setPlainText(item.data(PART) if item is not None else "")


def _title(part: Licence) -> str:
    title = " ".join(filter(None, (part.part, part.version)))
    # For translators: one part of another: "zlib 1.3, inside Python"
    return tr("{part}, inside {other}", part=title, other=part.inside) if part.inside else title


def _words(part: Licence) -> str:
    return "\n\n".join(filter(None, (_title(part), part.copyright, part.source, part.text)))


def _structure_credits() -> str:
    """Who each structure comes from; the wording is our own."""
    credited = (one for one in read_catalogue().structures if one.credit)
    return "\n\n".join(f"{one.title}: {one.credit.by}\n{one.credit.licence}" for one in credited if one.credit)
