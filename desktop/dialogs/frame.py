"""What every dialog has: its ground, a title, a body that scrolls where it must, and the acts at its foot."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.unfinished_input import DialogDraft, follow_dialog
from desktop.widgets.any_layout import AnyLayoutKeys
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.choice import ChoiceBox
from desktop.widgets.help_keys import HelpKeys
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.sides import margins_as_read
from desktop.widgets.tips import title_text
from desktop.widgets.touch import let_fingers_scroll
from desktop.widgets.typed_field import TypedField
from desktop.widgets.words import Words
from formats.language import Message, tr

AROUND = 40
"""So much of the window shows around a dialog, in pixels."""
SHORTEST_BODY = 80
BESIDE_BAR = 8
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
GIVEN_BACK = Message("What you were typing here is back.")
SMALLEST_WINDOW = 300
"""Below this the window is not laid out yet."""


class DialogBody(ScrollColumn):
    """As wide as what is in it needs; where that is higher than the window, it scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.verticalScrollBar().rangeChanged.connect(self._keep_apart)

    def _keep_apart(self, _least: int, most: int) -> None:
        """Words and fields do not touch the bar."""
        self.column.setContentsMargins(margins_as_read(0, 0, BESIDE_BAR if most else 0, 0))

    def minimumSizeHint(self) -> QSize:
        beside = self.verticalScrollBar().sizeHint().width()
        return QSize(self.inner.minimumSizeHint().width() + beside, SHORTEST_BODY)

    def height_for(self, width: int) -> int:
        """The height that shows all of it without scrolling."""
        layout = self.column
        needed = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else 0
        return max(needed, layout.totalMinimumSize().height())


class Dialog(QDialog):
    """A dialog over the window; `body` takes the widgets, `act` is its one main act."""

    keeps_draft = True
    """Not where its words are kept as they are typed, are secret, or only search."""

    def __init__(self, look: Look, title: str, act: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        look.dress(self)
        self.setWindowTitle(title_text(title))
        self._size = QSize()
        self._keys = AnyLayoutKeys(self)
        HelpKeys(self, self._show_help, self._show_sheet)
        self._draft: DialogDraft | None = None
        self._is_cut_short = False
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        self._title = Words(title, "window", wrap=True)
        column.addWidget(self._title)
        self._middle = DialogBody()
        self.body = self._middle.column
        self.body.setSpacing(8)
        self._middle.inner.installEventFilter(self)
        column.addWidget(self._middle, 1)
        self.cancel = ActionButton(look, tr("Cancel"))
        self.act = ActionButton(look, act, weight=Weight.MAIN)
        self.act.setObjectName("act")
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.act)
        column.addLayout(self.foot)
        self.cancel.clicked.connect(self.reject)
        self.act.clicked.connect(self.accept)
        self.finished.connect(self._end_draft)
        self.finished.connect(self.deleteLater)

    def accept(self) -> None:
        """Takes what was typed; where something cannot be read the dialog stays, at the field to be mended."""
        fields = [field for field in self.findChildren(TypedField) if field.isVisibleTo(self)]
        unread = [field for field in fields if not field.commit()]
        if unread:
            unread[0].setFocus()
        else:
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a length, a time, a day or a choice has entered it, and now does what the dialog is for."""
        if event.key() in ENTER and isinstance(self.focusWidget(), TypedField | ChoiceBox):
            self.act.click()
        else:
            super().keyPressEvent(event)

    @property
    def was_given_back(self) -> bool:
        """Whether it shows what was typed in it before Clearing stopped."""
        return self._draft is not None and self._draft.was_given_back

    def read_by_keys(self, name: str) -> None:
        """The arrow keys scroll its body, which has little in it but words; they are there from the start."""
        self._middle.read_by_keys(name)
        self._middle.setFocus()

    def hold_back(self) -> None:
        """For what cannot be taken back: the act does not invite, and the keys are on Cancel."""
        self.act.set_weight(Weight.QUIET)
        self.cancel.setFocus()

    def fit_window(self, width: int, height: int) -> None:
        """Takes this size, grown with the text and to what is in it, but never more than its window has."""
        self._size = QSize(self.look.px(width), self.look.px(height))
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        let_fingers_scroll(self)
        if self.keeps_draft and self._draft is None:
            self._draft = follow_dialog(self, f"{type(self).__name__} {self.windowTitle()}")
            if self.was_given_back:
                self.body.insertWidget(0, Words(str(GIVEN_BACK), "second", wrap=True))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed with the window or by its frame it is not cancelled: what was typed comes back."""
        self._is_cut_short = True
        super().closeEvent(event)
        self._is_cut_short = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is shown later, such as a question or a fault, makes room for itself."""
        if event.type() is QEvent.Type.LayoutRequest and self._size.isValid():
            self._fit()
        return False

    def _show_help(self) -> None:
        """The page of the guide about this dialog, over it; what is typed in it stays."""
        from desktop.dialogs.guide_page import show_guide_page  # it is a dialog itself

        show_guide_page(self)

    def _show_sheet(self) -> None:
        from desktop.dialogs.shortcuts import show_sheet  # it is a dialog itself

        show_sheet(self)

    def _end_draft(self) -> None:
        if self._draft is not None and not self._is_cut_short:
            self._draft.end()
        elif self._draft is not None:
            self._draft.keep()

    def _fit(self) -> None:
        most = self._available_size()
        wide = min(max(self._size.width(), self.minimumSizeHint().width()), most.width())
        high = max(self._size.height(), self._height_needed(wide), self.height() if self.isVisible() else 0)
        self.resize(wide if not self.isVisible() else self.width(), min(high, most.height()))

    def _height_needed(self, width: int) -> int:
        margins = self._column.contentsMargins()
        inside = width - margins.left() - margins.right()
        title = max(self._title.heightForWidth(inside), self._title.sizeHint().height())
        around = margins.top() + margins.bottom() + 2 * self._column.spacing()
        return around + title + self._middle.height_for(inside) + self.foot.sizeHint().height()

    def _available_size(self) -> QSize:
        return room_for_dialog(self)


def room_for_dialog(dialog: QDialog) -> QSize:
    """What its window has room for, or its screen."""
    parent = dialog.parentWidget()
    window = parent.window().size() if parent else QSize()
    screen = dialog.screen().availableGeometry().size()
    room = window.boundedTo(screen) if window.height() > SMALLEST_WINDOW else screen
    return room - QSize(AROUND, AROUND)
