"""When is the next session? Its day from a calendar, with the rule of the series proposed, and where it is."""

from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.dialogs.captioned import lay_out_captioned
from desktop.dialogs.day_remark import day_remark
from desktop.dialogs.frame import Dialog
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.chips import Chip
from desktop.widgets.day_field import DayField
from desktop.widgets.length_field import LengthField
from desktop.widgets.limited_length import limit_length
from desktop.widgets.month_calendar import MonthCalendar
from desktop.widgets.time_field import TimeField
from desktop.widgets.words import Words
from desktop.widgets.zone_choice import zone_choice
from desktop.wording import date_style
from formats.exports.recipients import read_addresses
from formats.language import Message, tr
from formats.session.dates.series_dates import NextProposal, propose_next
from formats.session.dates.typed_lengths import Scale
from formats.session.next_session import with_next_session, without_next_session
from formats.session.session import NextSession, Session
from formats.session.time_zones import find_zone

A_MINUTE, LONGEST_SLOT = timedelta(minutes=1), timedelta(hours=10)
LONGEST_TEXT = 200
PICK_A_DAY = Message("Pick a day")
NO_DAY = Message("Pick a day in the calendar, or write it.")
NO_ADDRESS = Message("That is no email address. Leave it empty, or write it like name@example.org.")
NO_SUCH_ZONE = Message("No place has that time zone. Choose one from the list.")
NOT_AFTER = Message("That day is not after this session.")
SIDE_BY_SIDE_FROM = 660
CALENDAR_SHARE, FIELDS_SHARE = 9, 10


class NextSessionDialog(Dialog):
    """Sets, changes or takes away the date after the session on the table."""

    date_saved = Signal(str)
    """It stands in the session of this id now, and nothing more was asked for."""
    preparing_requested = Signal(str)
    """The date was saved, and the session it is of is to be prepared: the id of the one before it."""

    def __init__(self, look: Look, runner: SessionRunner, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("The next session"), tr("Save the date"), parent)
        session = runner.session
        assert session is not None, "there is a session on the table"
        self._runner, self._session = runner, session
        self._dates = runner.library.session_dates()
        today = session.local_time(runner.now).date()
        proposal = self._proposal = propose_next(session, self._dates, today)
        self._make_fields(proposal, today)
        self.remove = ActionButton(look, tr("Remove the date"), "x", Weight.QUIET)
        self.remove.setObjectName("remove-next-session")
        self.remove.setVisible(session.next_session is not None)
        self.prepare = ActionButton(look, tr("Save and prepare it"), "calendar-plus")
        self.prepare.setObjectName("save-and-prepare")
        self._lay_out()
        self._connect()
        self._say_remark(proposal.day)
        self.fit_window(780, 520)
        self.calendar.days.setFocus()

    def _make_fields(self, proposal: NextProposal, today: date) -> None:
        style, rule = date_style(), proposal.rule
        self.rule = Chip(
            self.look, rule.sentence(style) if rule else str(PICK_A_DAY), "history" if rule else "", "moss"
        )
        self.calendar = MonthCalendar(self.look, tr("Day of the next session"))
        self.calendar.show_day(proposal.day, today)
        self.calendar.mark(one.day for one in self._dates if one.id != self._session.id)
        self._today = today
        self.date = DayField(tr("Date"), proposal.day or today, today)
        self.date.setPlaceholderText(str(PICK_A_DAY))
        if proposal.day is None:
            self.date.clear()
        self.start = TimeField(tr("Starts at"), proposal.start)
        self.slot = LengthField(
            tr("Time available"), proposal.slot, Scale.SESSION, least=A_MINUTE, most=LONGEST_SLOT, grain=A_MINUTE
        )
        self.title = self._line(proposal.title)
        self.zone = zone_choice(self.look, proposal.timezone)
        self.place, self.joining = self._line(proposal.place), self._line(proposal.joining)
        self.organiser = self._line(proposal.organiser)
        self.organiser.setPlaceholderText("name@example.org")
        self._remark = Words("", "warning", wrap=True)
        self._trouble = Words("", "error", wrap=True)

    def _line(self, text: str) -> QLineEdit:
        line = QLineEdit(text)
        limit_length(line, LONGEST_TEXT)
        line.setCursorPosition(0)
        return line

    def _lay_out(self) -> None:
        fields: tuple[tuple[str, QWidget], ...] = (
            (tr("Date"), self.date),
            (tr("Starts at"), self.start),
            (tr("Time available"), self.slot),
            (tr("Title"), self.title),
            (tr("Place"), self.place),
            (tr("How to join"), self.joining),
            (tr("Time zone"), self.zone),
            (tr("Answers go to"), self.organiser),
        )
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.rule)
        left.addWidget(self.calendar)
        left.addWidget(self._remark)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addLayout(lay_out_captioned(fields))
        right.addWidget(self._trouble)
        right.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(24)
        self._columns.addLayout(left, CALENDAR_SHARE)
        self._columns.addLayout(right, FIELDS_SHARE)
        self.body.addLayout(self._columns)
        self._trouble.hide()
        self.foot.insertWidget(0, self.remove)
        self.foot.insertWidget(self.foot.indexOf(self.act), self.prepare)

    def _connect(self) -> None:
        self.calendar.day_chosen.connect(self._take_from_calendar)
        self.date.value_chosen.connect(self._take_from_field)
        self.remove.clicked.connect(self._take_away)
        self.prepare.clicked.connect(self._save_and_prepare)
        self._runner.session_opened.connect(self._close_with_session)

    @property
    def trouble(self) -> str:
        """Why it could not be saved."""
        return self._trouble.text()

    @property
    def remark(self) -> str:
        """What is to be thought of on the day that is chosen."""
        return self._remark.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The fields below the calendar where there is no room beside it."""
        wide = self.width() >= self.look.px(SIDE_BY_SIDE_FROM)
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        super().resizeEvent(event)

    def accept(self) -> None:
        """Saves the date; stays, and says why, where something is missing or cannot be read."""
        if self._can_be_saved() and self._save():
            self.date_saved.emit(self._session.id)

    def _can_be_saved(self) -> bool:
        """Says what is in the way where something is."""
        field, sentence = next(self._faults(), (None, ""))
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        if field is not None:
            field.setFocus()
        return field is None

    def _save(self) -> bool:
        super().accept()
        saved = self.result() == self.DialogCode.Accepted
        if saved:
            self._runner.amend(self._with_entered)
        return saved

    def _save_and_prepare(self) -> None:
        if self._can_be_saved() and self._save():
            self.preparing_requested.emit(self._session.id)

    def _faults(self) -> Iterator[tuple[QWidget, str]]:
        organiser, zone = self.organiser.text().strip(), self.zone.currentText()
        if not self.date.text().strip():
            yield self.date, str(NO_DAY)
        if zone != self._proposal.timezone and find_zone(zone) is None:
            yield self.zone, str(NO_SUCH_ZONE)
        if organiser and not read_addresses(organiser):
            yield self.organiser, str(NO_ADDRESS)

    def _with_entered(self, session: Session) -> Session:
        return with_next_session(session, self._entered) if session.id == self._session.id else session

    @property
    def _entered(self) -> NextSession:
        entered = NextProposal(
            title=self.title.text().strip() or self._proposal.title,
            day=self.date.value,
            start=self.start.value,
            slot=self.slot.value,
            timezone=self.zone.currentText(),
            place=self.place.text().strip(),
            joining=self.joining.text().strip(),
            organiser=self.organiser.text().strip(),
        )
        return entered.on(self.date.value)

    def _take_away(self) -> None:
        self._runner.amend(self._without_next)
        self.reject()

    def _without_next(self, session: Session) -> Session:
        return without_next_session(session) if session.id == self._session.id else session

    def _close_with_session(self, session: Session | None) -> None:
        if session is None or session.id != self._session.id:
            self.close()  # nobody cancelled: what was typed comes back

    def _take_from_calendar(self, day: date) -> None:
        self.date.show_value(day)
        self._say_remark(day)

    def _take_from_field(self, day: date) -> None:
        self.calendar.show_day(day, self._today)
        self._say_remark(day)

    def _say_remark(self, day: date | None) -> None:
        """Names what is on that day already, and a day that is too early."""
        said = day_remark(day, self._session, self._dates, str(NOT_AFTER))
        self._remark.setText(said)
        self._remark.setVisible(bool(said))
