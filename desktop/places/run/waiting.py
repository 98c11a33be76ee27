"""Before the start: what is planned, who is here, and that all is ready."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.look import Look
from desktop.panels.rooms.person_menu import ONLINE_ICON
from desktop.places.run.start_offer import StartOffer
from desktop.widgets.chips import Chip
from desktop.widgets.flow import FlowLayout
from desktop.widgets.measuring import height_at
from desktop.widgets.scrolling import ScrollColumn
from desktop.widgets.words import Words
from desktop.wording import date_and_time, minutes, name_order, time_of_day
from formats.language import Message, tr, tr_count
from formats.session.clock import Reading
from formats.session.fitting import outlook
from formats.session.people import short_names
from formats.session.session import Session
from formats.session.sorting import Key

Here = tuple[tuple[str, bool], ...]
"""Who is here: a name, and whether they join online."""


class WaitingPanel(QWidget):
    """Calm until the session starts."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("waiting")
        self._look = look
        self._shown: Here | None = None
        self._when = Words("", "caption", wrap=True)
        self._title = Words("", "stage", wrap=True)
        self._times = Words("", "lead", wrap=True)
        self._times.setObjectName("planned-times")
        self._first = Words("", "lead", wrap=True)
        self._here = Words("", "strong", wrap=True)
        self._here.setObjectName("who-is-here")
        self.start_offer = StartOffer(look)
        self._people = QWidget()
        self._names = FlowLayout(self._people, 6)
        scroll = ScrollColumn()
        column = self._column = scroll.column
        column.setSpacing(8)
        column.addStretch(1)
        for widget in (self._when, self._title, self._times, self._first, self.start_offer):
            column.addWidget(widget)
        column.addSpacing(16)
        column.addWidget(self._here)
        column.addWidget(self._people)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def show_reading(self, session: Session, reading: Reading) -> None:
        """Shows the plan, as it would go if it started now."""
        self._when.setText(date_and_time(session, session.starts_at))
        self._title.setText(session.title)
        self._times.setText(_time_words(session, reading))
        self.start_offer.show_reading(session, reading)
        first = reading.stage
        self._first.setText(
            tr("Begins with {stage}, {length}.", stage=first.title, length=minutes(first.length))
            if first
            else str(_NOTHING_PLANNED)
        )
        called = short_names(session.present)
        here = sorted(((called[one.id], one.id in session.online) for one in session.present), key=_by_name)
        if tuple(here) != self._shown:
            self._shown = tuple(here)
            self._show_people(self._shown)

    def set_compact(self, compact: bool) -> None:
        """Smaller type, where the window is small or the text large."""
        self._title.set_role("large" if compact else "stage")
        for words in (self._times, self._first):
            words.set_role("" if compact else "lead")

    def height_at(self, width: int) -> int:
        """How high all of it would be."""
        return height_at(self._column, width)

    def _show_people(self, here: Here) -> None:
        self._here.setText(
            tr_count("{count} person is here", "{count} people are here", len(here)) if here else str(_NOBODY)
        )
        while (item := self._names.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for name, online in here:
            icon = ONLINE_ICON if online else ""
            chip = Chip(self._look, name, icon, size=14, shortens=True, parent=self._people)
            if online:
                chip.setAccessibleName(tr("{name}, joins online", name=name))
            self._names.addWidget(chip)
            chip.show()
        self._people.updateGeometry()


def _by_name(one: tuple[str, bool]) -> Key:
    return name_order(one[0])


_NOTHING_PLANNED = Message("Nothing is planned yet. Prepare adds a structure.")
_NOBODY = Message("Nobody is on the list yet. Prepare takes names in any shape.")


def _time_words(session: Session, reading: Reading) -> str:
    start, length = time_of_day(session, session.starts_at), session.agenda.length
    if not length:
        return tr("Planned from {start}.", start=start)
    ahead = outlook(reading, session.slot_ends_at(reading.position), len(session.present))
    return tr(
        "Planned from {start} to {end}. Started now, it ends at {then}.",
        start=start,
        end=time_of_day(session, session.starts_at + length),
        then=time_of_day(session, ahead.ends_at),
    )
