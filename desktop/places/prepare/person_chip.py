"""One person in a room: a chip to drag to another room, or to press for what can be done."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from desktop.look import Look
from desktop.panels.rooms.dragging import DraggablePerson
from desktop.panels.rooms.person_menu import ICONS, ONLINE_ICON, WORDS
from desktop.widgets.icons import paint_icon
from desktop.widgets.sides import mirror_of
from desktop.widgets.tips import plain_tip
from formats.language import tr
from formats.session.room_wishes import Role
from formats.session.wording import join_list, within_sentence

SIZE = 14
LONGEST = 180
ICON = 13


class PersonChip(DraggablePerson):
    """A name; the presenter's is tinted and strong, and named as such for screen readers."""

    person_menu_requested = Signal(str)
    """What can be done with this person is asked for: person id."""

    def __init__(self, look: Look, person_id: str, short: str, full: str, round_number: int) -> None:
        super().__init__(person_id, round_number)
        self._look = look
        self._presenter = False
        self._roles: tuple[Role, ...] = ()
        self._online = False
        self.setText(short)
        self.setToolTip(plain_tip(full))
        self.setObjectName(f"chip-{person_id}-{round_number}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.clicked.connect(self._ask_menu)
        look.look_changed.connect(self.updateGeometry)
        self._full = full
        self.show_roles(())

    def show_roles(self, roles: tuple[Role, ...]) -> None:
        """Says which roles this person has in this round."""
        if roles == self._roles and self.accessibleName():
            return
        self._roles, self._presenter = roles, Role.PRESENTER in roles
        self._say_who()

    def show_online(self, online: bool) -> None:
        """Says whether this person joins online."""
        if online != self._online:
            self._online = online
            self._say_who()

    def _say_who(self) -> None:
        words = [*(str(WORDS[role]) for role in self._roles), *([tr("Joins online")] if self._online else [])]
        self.setAccessibleName(join_list([self._full, *map(within_sentence, words)]))
        self.setToolTip(plain_tip("\n".join([self._full, *words])))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for the name, within reason."""
        words = QFontMetrics(self._font()).horizontalAdvance(self.text())
        icons = len(self._icons) * self._look.px(ICON + 4)
        return QSize(min(words, self._look.px(LONGEST)) + icons + self._look.px(18), self._look.px(26))

    @property
    def _icons(self) -> list[str]:
        return [*(ICONS[role] for role in self._roles if role in ICONS), *([ONLINE_ICON] if self._online else [])]

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _ask_menu(self) -> None:
        self.person_menu_requested.emit(self.person_id)

    def _font(self) -> QFont:
        return self._look.font(SIZE, QFont.Weight.DemiBold if self._presenter else QFont.Weight.Normal)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(look.colour("moss_2" if self._presenter else "sunken"))
        lively = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(look.colour("moss"), 2 if self.hasFocus() else 1) if lively else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(self._font())
        painter.setPen(look.colour("moss" if self._presenter else "ink"))
        icons, step, mirror = self._icons, look.px(ICON + 4), mirror_of(self)
        inner = self.rect().adjusted(look.px(9), 0, -look.px(9) - len(icons) * step, 0)
        for place, icon in enumerate(icons):
            left = inner.right() + 1 + place * step + look.px(4)
            size = look.px(ICON)
            at = QRectF(left, (self.height() - size) / 2, size, size)
            paint_icon(painter, icon, look.colour("ink_2"), mirror.box(at))
        shown = QFontMetrics(self._font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, inner.width() + 1)
        mirror.draw_words_in(painter, QRectF(inner), Qt.AlignmentFlag.AlignCenter, shown)
