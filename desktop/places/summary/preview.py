"""The summary on paper, as it will leave: laid out from the same document that every format writes."""

from collections.abc import Iterator, Sequence
from itertools import islice

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from desktop.look import Look
from desktop.places.summary.typeset import Typesetter
from formats.exports.choices import NameSpot
from formats.exports.document import Document
from formats.language import tr

WIDEST, MARGIN = 720, 56
AT_ONCE, AT_A_TIME, TURN_MS = 60, 4, 12
"""How much of a long document is set before it is seen, and how much in one turn while the window answers."""
AHEAD = 4
"""So many heights of what is in sight are set below it; the rest waits until somebody scrolls there."""


class PaperPreview(QTextBrowser):
    """Plain text in the shapes of a page. Opens no address and loads nothing; a name can be chosen in it.

    A year of hundreds of sessions takes seconds to set: its first pages stand at once, the rest follows in turns
    as it is read, and none of it while nobody sees it.
    """

    name_chosen = Signal(object)
    """A name in the text is to be shown the other way: Place."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._document: Document | None = None
        self._places: Sequence[NameSpot] = ()
        self._steps: Iterator[None] = iter(())
        self._in_old_look = self._is_whole = False
        self._rest = QTimer(self)
        self._rest.setInterval(0)
        self._rest.timeout.connect(self._set_more)
        self.setObjectName("paper")
        self.setAccessibleName(tr("Preview of the summary"))
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabChangesFocus(False)
        # As wide as the paper is now: left to itself, Qt keeps the width of a paper that was wider once.
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.anchorClicked.connect(self._choose)
        self.document().documentLayout().documentSizeChanged.connect(self._fit_in_sight)
        look.look_changed.connect(self._set_in_new_look)

    def show_document(self, document: Document) -> None:
        """Shows a document in place of the one before."""
        self._document = document
        self._set_again()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Only the drawings that were put into the document; nothing from a disk or a network."""
        return self.document().resource(kind, name) if QUrl(name).scheme() == "drawing" else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # Drawings and tables are set for a width.
            self._set_again()
        else:
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._in_old_look:
            self._set_again()
        else:
            self._fit()
        self.read_on()

    def read_on(self) -> None:
        """Sets what has come near to what is in sight: tell it of every scrolling."""
        if not self._is_whole and self._document is not None and not self._rest.isActive():
            self._rest.start()

    def _set_in_new_look(self) -> None:
        """At once where it is seen; a hidden one waits until it is."""
        self._in_old_look = True
        if self.isVisible():
            self._set_again()

    def _set_again(self) -> None:
        self._in_old_look = False
        self.setMaximumWidth(self._look.px(WIDEST))
        if self._document is None:
            return
        self._is_whole = False
        self._rest.start()
        self.clear()
        self.setLineWrapColumnOrWidth(min(self.viewport().width(), self.maximumWidth()))
        self.document().setDefaultFont(self._look.font(15))
        self.document().setDocumentMargin(min(self._look.px(MARGIN), max(20, self.width() // 12)))
        self.document().setIndentWidth(self._look.px(24))
        cursor = QTextCursor(self.document())
        cursor.setBlockFormat(QTextBlockFormat())
        cursor.setCharFormat(QTextCharFormat())
        typesetter = Typesetter(self._look, cursor, self._text_width())
        self._places, self._steps = typesetter.places, typesetter.set(self._document)
        self._set_some(AT_ONCE)

    def _set_more(self) -> None:
        turn = QElapsedTimer()
        turn.start()
        while self._rest.isActive() and turn.elapsed() < TURN_MS:
            if self._is_far_below():
                self._rest.stop()
                self._fit()
            else:
                self._set_some(AT_A_TIME)

    def _is_far_below(self) -> bool:
        """Whether what comes next is far below what is in sight, or all of it out of sight."""
        sight = self.visibleRegion().boundingRect()
        return self.document().size().height() > sight.bottom() + AHEAD * sight.height()

    def _set_some(self, count: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        done = sum(1 for _ in islice(self._steps, count))
        cursor.endEditBlock()
        if done < count:
            self._is_whole = True
            self._rest.stop()
            self._fit()

    def _text_width(self) -> int:
        return max(200, min(self.width(), self.maximumWidth()) - 2 * round(self.document().documentMargin()) - 24)

    def _choose(self, address: QUrl) -> None:
        if address.scheme() == "name":
            self.name_chosen.emit(self._places[int(address.path())])

    def _fit_in_sight(self) -> None:
        """To ask Qt for the height lays all of it out: out of sight nobody needs that."""
        if self.isVisible():
            self._fit()

    def _fit(self) -> None:
        height = round(self.document().size().height()) + 24
        if self._rest.isActive():
            height = max(height, self.height())  # whoever reads far below stays there while it is set anew
        if height != self.height():
            self.setFixedHeight(max(height, self._look.px(480)))
