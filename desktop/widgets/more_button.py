"""The button for what is needed less often: it opens a menu above itself."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.tips import plain_tip
from formats.language import tr


class MoreButton(ActionButton):
    """Three dots, and a menu that others may share."""

    def __init__(self, look: Look, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(look, "", "ellipsis", Weight.QUIET, parent=parent)
        self.setObjectName("more")
        self.setAccessibleName(tr("More"))
        self.setToolTip(plain_tip(tr("More")))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu = menu
        self.clicked.connect(self._open)

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, -self._menu.sizeHint().height() - 4)))
