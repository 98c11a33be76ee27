"""What do the small signs on the chips of people mean? A line under the rooms, for those that are there."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.look import Look
from desktop.panels.rooms.person_menu import ICONS, ONLINE_ICON, WORDS
from desktop.places.prepare.part_card import PartIcon
from desktop.widgets.chips import Chip
from desktop.widgets.flow import FlowLayout
from desktop.widgets.scrolling import clear_layout
from desktop.widgets.words import Words
from formats.language import tr
from formats.session.agenda import Part
from formats.session.room_wishes import Role
from formats.session.seating.roles import roles_held
from formats.session.session import Session
from formats.session.wording import within_sentence

Signs = tuple[tuple[str, str], ...]
"""Of each sign its icon, "" for the tint of a presenter, and what it means."""


class SignLegend(QWidget):
    """Hidden where no chip has a sign."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._signs = look, Signs()
        self.setObjectName("sign-legend")
        self._flow = FlowLayout(self, gap=12)
        self.hide()

    def show_signs(self, session: Session, part: Part) -> None:
        """Explains the signs on the chips of a structure."""
        signs = signs_of(session, part)
        self.setVisible(bool(signs))
        if signs != self._signs:
            self._signs = signs
            clear_layout(self._flow)
            for icon, words in signs:
                self._flow.addWidget(
                    self._with_icon(icon, words) if icon else Chip(self._look, words, tint="moss")
                )

    def _with_icon(self, icon: str, words: str) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(4)
        row.addWidget(PartIcon(self._look, icon, "ink_2", 14))
        row.addWidget(Words(words, "label"))
        return made


def signs_of(session: Session, part: Part) -> Signs:
    """The signs that are on chips of a structure by now, in one order."""
    rooms = [room for one in session.rooms if one.part == part.id for room in one.rooms]
    held = {role for room in rooms for person in room.people for role in roles_held(room, person)}
    signs = [(ICONS.get(role, ""), within_sentence(str(WORDS[role]))) for role in Role if role in held]
    if any(person in session.online for room in rooms for person in room.people):
        signs.append((ONLINE_ICON, tr("joins online")))
    return tuple(signs)
