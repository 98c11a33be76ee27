"""The names found in the texts, each to be changed or left by hand; the same by keyboard as on the paper."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop.look import Look
from desktop.widgets.buttons import ActionButton
from desktop.widgets.press import connect_press
from desktop.widgets.tips import menu_text
from desktop.widgets.words import Words
from formats.exports.passages import Span
from formats.language import tr, tr_count

MOST = 60


class NamesFound(QWidget):
    """One button that says how many names were changed and lists them."""

    name_chosen = Signal(object)
    """The name at this place is to be shown the other way: Place."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._spans: Sequence[Span] = ()
        self._said = Words("", "label", wrap=True)
        self._button = ActionButton(look, tr("Names in the text"), "user-check")
        self._button.setObjectName("names-found")
        self._button.clicked.connect(self._offer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._button)
        column.addWidget(self._said)

    def show_names(self, spans: Sequence[Span]) -> None:
        """Says how many names were found."""
        self._spans = spans
        changed = sum(span.changed for span in spans)
        left = len(spans) - changed
        self._said.setText(
            " ".join((_count_sentence(changed, left), tr("Click one on the page to turn it round.")))
        )
        self.setVisible(bool(spans))

    def menu(self) -> QMenu:
        """Every name with a tick where it is changed."""
        menu = QMenu(self)
        for span in self._spans[:MOST]:
            action = menu.addAction(menu_text(f"{span.was}  →  {span.instead or tr('left out')}"))
            action.setCheckable(True)
            action.setChecked(span.changed)
            connect_press(action, self.name_chosen, span.spot)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _offer(self) -> None:
        self.menu().popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))


def _count_sentence(changed: int, left: int) -> str:
    if not left:
        return tr_count("{count} name changed.", "{count} names changed.", changed)
    return tr_count(
        "{count} name changed, {left} left as typed.",
        "{count} names changed, {left} left as typed.",
        changed,
        left=left,
    )
