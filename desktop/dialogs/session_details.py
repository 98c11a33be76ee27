"""What a session is called, and when and where it takes place; every change is saved at once."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import available_timezones

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.dialogs.captioned import lay_out_captioned
from desktop.dialogs.frame import Dialog
from desktop.dialogs.series_field import SeriesField
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.open_input import KeptWhileTyped
from desktop.widgets.buttons import ActionButton
from desktop.widgets.day_field import DayField
from desktop.widgets.length_field import LengthField
from desktop.widgets.limited_length import limit_length
from desktop.widgets.time_field import TimeField
from desktop.widgets.words import Words
from desktop.widgets.zone_choice import zone_choice
from formats.language import Message, tr
from formats.session.dates.typed_lengths import Scale
from formats.session.session import Session
from formats.session.time_zones import find_zone, instant_of

A_MINUTE, LONGEST_SLOT = timedelta(minutes=1), timedelta(hours=10)
LONGEST_TITLE = 200
SAVED = Message("Saved as you change it.")
NO_SUCH_ZONE = Message(
    "No place has that time zone; the last one stays. Choose one from the list, such as Europe/London."
)
UNKNOWN = Message(
    "This computer does not know the time zone “{zone}”, so its own clock is shown."
    " Choose the time zone of the place."
)


class SessionDetailsDialog(Dialog):
    """Title, series, date, start, slot and time zone of the session on the table."""

    keeps_draft = False

    next_session_requested = Signal()
    """The date after this one is to be set; what is in this dialog was saved."""

    def __init__(self, look: Look, runner: SessionRunner, series: tuple[str, ...], parent: QWidget | None) -> None:
        super().__init__(look, tr("This session"), tr("Done"), parent)
        session = runner.session
        assert session is not None, "there is a session on the table"
        self._runner, self._session_id = runner, session.id
        self.cancel.hide()
        local = session.local_time(session.starts_at)
        self.title, self.series = QLineEdit(session.title), SeriesField(look, series, session.series)
        self.date = DayField(tr("Date"), local.date(), session.local_time(runner.now).date())
        self.start = TimeField(tr("Starts at"), local.time().replace(second=0, microsecond=0))
        self.slot = LengthField(
            tr("Time available"), session.slot, Scale.SESSION, least=A_MINUTE, most=LONGEST_SLOT, grain=A_MINUTE
        )
        self.zone = zone_choice(look, session.timezone)
        self.place, self.joining = QLineEdit(session.place), QLineEdit(session.joining)
        limit_length(self.title, LONGEST_TITLE)
        self.next_session = ActionButton(look, tr("The next session…"), "calendar-plus")
        self.next_session.setObjectName("next-session")
        self._lay_out()
        self._connect()
        self.fit_window(520, 460)
        if session.plan_is_open:
            self.title.setFocus()
        else:  # what was held stays as it was; its zone alone can be set right
            for held in (self.title, self.series, self.series.meant, self.date, self.start, self.slot):
                held.setEnabled(False)
            self.zone.setFocus()

    def _lay_out(self) -> None:
        fields: tuple[tuple[str, QWidget], ...] = (
            (tr("Title"), self.title),
            (tr("Series"), self.series),
            ("", self.series.meant),
            (tr("Date"), self.date),
            (tr("Starts at"), self.start),
            (tr("Time available"), self.slot),
            (tr("Time zone of the place"), self.zone),
            (tr("Place"), self.place),
            (tr("Joining line"), self.joining),
        )
        self.body.addLayout(lay_out_captioned(fields))
        self._said = Words(
            str(SAVED) if self._zone_known else UNKNOWN.filled(zone=self.zone.currentText()), "label", wrap=True
        )
        self.body.addWidget(self._said)
        self.body.addStretch(1)
        self.foot.insertWidget(0, self.next_session)

    def _connect(self) -> None:
        self.next_session.clicked.connect(self._ask_next)
        self.title.editingFinished.connect(self._apply)
        KeptWhileTyped(self.title)
        self._runner.session_opened.connect(self._close_with_session)
        self.series.name_changed.connect(self._apply)
        self.date.value_chosen.connect(self._apply)
        self.start.value_chosen.connect(self._apply)
        self.slot.value_chosen.connect(self._apply)
        self.zone.currentTextChanged.connect(self._apply_zone)
        self.place.editingFinished.connect(self._apply)
        self.joining.editingFinished.connect(self._apply)
        self.accepted.connect(self._apply)

    def _ask_next(self) -> None:
        self.accept()
        if self.result() == self.DialogCode.Accepted:
            self.next_session_requested.emit()

    def _close_with_session(self, session: Session | None) -> None:
        if session is None or session.id != self._session_id:
            self.reject()

    @property
    def _zone_known(self) -> bool:
        return self.zone.currentText() in available_timezones()

    def _apply(self, _changed: object = None) -> None:
        if self._runner.session is None or not self._runner.session.plan_is_open:
            return
        self._runner.amend(self._with_entered)
        if self._runner.session.id == self._session_id:
            self.slot.show_value(self._runner.session.slot)  # a locked end makes another start change it
        self._say_how_it_stands()

    def _apply_zone(self, zone: str) -> None:
        session = self._runner.session
        if session is None or session.id != self._session_id:
            return
        by_moment = find_zone(session.timezone) is None or not session.plan_is_open
        if by_moment and self._zone_known:
            # The time was read by this computer's clock; it is the same moment by the clock of the place.
            self._runner.amend(lambda session: replace(session, timezone=zone))
            self._show_start()
            self._say_how_it_stands()
        elif not by_moment:
            self._apply()

    def _say_how_it_stands(self) -> None:
        session = self._runner.session
        stays = (
            str(NO_SUCH_ZONE)
            if session is None or find_zone(session.timezone)
            else UNKNOWN.filled(zone=session.timezone)
        )
        self._said.setText(str(SAVED) if self._zone_known else stays)

    def _show_start(self) -> None:
        """Shows when the session starts, by the clock of its place, without taking that for a change."""
        session = self._runner.session
        assert session is not None, "there is a session on the table"
        local = session.local_time(session.starts_at)
        self.date.show_value(local.date())
        self.start.show_value(local.time().replace(second=0, microsecond=0))

    def _with_entered(self, session: Session) -> Session:
        if session.id != self._session_id:
            return session
        zone = self.zone.currentText() if self._zone_known else session.timezone
        wall = datetime.combine(self.date.value, self.start.value)
        shown = session.local_time(session.starts_at).replace(second=0, microsecond=0, tzinfo=None)
        same = wall == shown and zone == session.timezone
        starts_at = session.starts_at if same else instant_of(wall, zone)
        return replace(
            session,
            title=self.title.text().strip() or session.title,
            series=self.series.name,
            starts_at=starts_at,
            timezone=zone,
            slot=_slot_to(session, starts_at) or self.slot.value,
            place=self.place.text().strip(),
            joining=self.joining.text().strip(),
        )


def _slot_to(session: Session, starts_at: datetime) -> timedelta | None:
    """The time up to a locked end that stays the same day; None where another start moves the end along."""
    left = session.starts_at + session.slot - starts_at
    held = session.end_locked and starts_at != session.starts_at and A_MINUTE <= left <= LONGEST_SLOT
    return left if held else None
