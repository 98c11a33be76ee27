"""What has to be ready in the room, counted for the people of the session."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.content.catalogue import Catalogue
from desktop.look import Look
from desktop.widgets.flow import FlowLayout
from desktop.widgets.scrolling import clear_layout
from desktop.widgets.words import Words, make_frame
from formats.language import tr, tr_count
from formats.session.session import Session
from formats.structures.needs import Need, needs_of

WIDEST = 230


class NeedsCard(QWidget):
    """A field for each thing: what it is, and for whom or where. Hidden where nothing is needed."""

    def __init__(self, look: Look, catalogue: Catalogue) -> None:
        super().__init__()
        self._look, self._catalogue = look, catalogue
        self._needs: tuple[Need, ...] = ()
        self.setObjectName("needs")
        self._for = Words("", "label")
        self._things = QWidget()
        self._flow = FlowLayout(self._things, gap=8)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(Words(tr("What the room needs"), "pane"))
        line.addWidget(self._for, 1, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(self._things)
        self.hide()
        look.look_changed.connect(self._build)

    def show_needs(self, session: Session) -> None:
        """Counts for the people who are here now."""
        structures = {structure.id: structure for structure in self._catalogue.structures}
        openers = {opener.id: opener for opener in self._catalogue.openers}
        needs = needs_of(session, structures, openers)
        self.setVisible(bool(needs))
        here = len(session.present)
        self._for.setText(tr_count("for {count} person", "for {count} people", here) if here else "")
        if needs != self._needs:
            self._needs = needs
            self._build()

    def _build(self) -> None:
        """Anew for another size of the text, too: each field is as wide as its words."""
        clear_layout(self._flow)
        for need in self._needs:
            self._flow.addWidget(self._thing(need))

    def _thing(self, need: Need) -> QWidget:
        card = make_frame("card", self._things)
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(0)
        for text, role in ((need.what, "strong"), (need.detail, "label")):
            if text:
                words = Words(text, role, parent=card)
                words.ensurePolished()
                wide = words.sizeHint().width() + 2
                words.setWordWrap(wide > self._look.px(WIDEST))
                words.setFixedWidth(min(wide, self._look.px(WIDEST)))
                column.addWidget(words)
        return card
