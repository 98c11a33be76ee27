"""The next session of a series: what is done in it, when, and what comes along from the last one."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.content.catalogue import Catalogue
from desktop.content.new_session import new_id
from desktop.dialogs.captioned import lay_out_captioned
from desktop.dialogs.day_remark import day_remark
from desktop.dialogs.frame import Dialog
from desktop.dialogs.series_field import SeriesField
from desktop.look import Look
from desktop.widgets.choice import Choice
from desktop.widgets.day_field import DayField
from desktop.widgets.length_field import LengthField
from desktop.widgets.limited_length import limit_length
from desktop.widgets.time_field import TimeField
from desktop.widgets.words import Words
from desktop.wording import date_style, name_order, short_date
from formats.language import Message, tr, tr_count
from formats.library.repository import SessionRepository
from formats.session.agenda import Agenda
from formats.session.dates.typed_lengths import Scale
from formats.session.series.next_in_series import NextPlan, agenda_with, next_in_series, propose_plan, title_for
from formats.session.session import Session
from formats.session.wording import join_and, join_list
from formats.structures.unfold import part_from

A_MINUTE, LONGEST_SLOT = timedelta(minutes=1), timedelta(hours=10)
LONGEST_TITLE = 200
AS_LAST = ""
"""Stands among the ids of structures for the agenda of the last session."""
NOT_AFTER = Message("That day is not after the last session.")


class NextInSeriesDialog(Dialog):
    """One choice and a day, both proposed; the title follows them until it is written by hand."""

    session_planned = Signal(object)
    """The session as it was agreed to: Session, not kept yet."""

    def __init__(
        self,
        look: Look,
        repository: SessionRepository,
        catalogue: Catalogue,
        last: Session,
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, tr("Next in the series"), tr("Prepare it"), parent)
        self.setObjectName("next-in-series")
        self._catalogue, self._last = catalogue, last
        self._dates = repository.session_dates()
        self._today = last.local_time(now).date()
        self._plan = propose_plan(last, self._dates, self._today)
        self._make_fields(sorted({one.series for one in self._dates if one.series}, key=name_order))
        self._remark = Words("", "warning", wrap=True)
        self.comes_along = Words(_comes_along(last, _open_steps(repository, last)), "second", wrap=True)
        self._lay_out()
        self._written = False
        self.structure.currentIndexChanged.connect(self._propose_title)
        self.day.value_chosen.connect(self._follow_day)
        self.title.textEdited.connect(self._keep_title)
        self.accepted.connect(self._plan_session)
        self._follow_day(self.day.value)
        self.fit_window(600, 520)
        self.structure.setFocus()

    @property
    def remark(self) -> str:
        """What is to be thought of on the day that is chosen."""
        return self._remark.text()

    def _make_fields(self, series: Sequence[str]) -> None:
        plan = self._plan
        self.structure = Choice(self.look, tr("What to do"))
        self.structure.setObjectName("next-structure")
        before = join_list(part.title for part in self._last.agenda.structures)
        self.structure.addItem(
            tr("As last time: {structures}", structures=before) if before else tr("As last time"), AS_LAST
        )
        for structure in self._catalogue.structures:
            self.structure.addItem(structure.title, structure.id)
        self.title = QLineEdit()
        limit_length(self.title, LONGEST_TITLE)
        self.day = DayField(tr("Date"), plan.day, self._today)
        self.start = TimeField(tr("Starts at"), plan.start)
        self.slot = LengthField(
            tr("Time available"), plan.slot, Scale.SESSION, least=A_MINUTE, most=LONGEST_SLOT, grain=A_MINUTE
        )
        self.series = SeriesField(self.look, series, plan.series)
        self.place, self.joining = QLineEdit(plan.place), QLineEdit(plan.joining)

    def _lay_out(self) -> None:
        after = tr("After “{session}”, {date}.", session=self._last.title, date=short_date(self._last.date))
        self.body.addWidget(Words(after, "second", wrap=True))
        fields: tuple[tuple[str, QWidget], ...] = (
            (tr("What to do"), self.structure),
            (tr("Date"), self.day),
            (tr("Starts at"), self.start),
            (tr("Time available"), self.slot),
            (tr("Title"), self.title),
            (tr("Series"), self.series),
            ("", self.series.meant),
            (tr("Place"), self.place),
            (tr("Joining line"), self.joining),
        )
        self.body.addLayout(lay_out_captioned(fields))
        self.body.addWidget(self._remark)
        self.body.addWidget(self.comes_along)
        self.body.addStretch(1)

    def _keep_title(self, typed: str) -> None:
        self._written = bool(typed.strip())

    def _follow_day(self, day: date) -> None:
        said = day_remark(day, self._last, self._dates, str(NOT_AFTER))
        self._remark.setText(said)
        self._remark.setVisible(bool(said))
        self._propose_title()

    def _propose_title(self, _index: int = 0) -> None:
        if self._written:
            return
        structure = self._catalogue.structure(self.structure.currentData())
        before = self._last.agenda.structures
        name = structure.title if structure else before[0].title if before else ""
        self.title.setText(title_for(self._last, self._dates, self.day.value, name, date_style()))

    @property
    def _agenda(self) -> Agenda:
        structure = self._catalogue.structure(self.structure.currentData())
        if structure is None:
            return self._last.agenda
        return agenda_with(self._last.agenda, part_from(structure))

    def _plan_session(self) -> None:
        plan = NextPlan(
            title=self.title.text().strip() or self._plan.title,
            series=self.series.name,
            day=self.day.value,
            start=self.start.value,
            slot=self.slot.value,
            timezone=self._plan.timezone,
            place=self.place.text().strip(),
            joining=self.joining.text().strip(),
        )
        self.session_planned.emit(next_in_series(self._last, plan, self._agenda, new_id()))


def _open_steps(repository: SessionRepository, last: Session) -> int:
    """The next steps that the last session and those before it in the series left open."""
    return len(repository.open_steps_before(last)) + sum(note.is_open for note in last.notes)


def _comes_along(last: Session, steps: int) -> str:
    """What the next session will have without anybody's doing."""
    people = len(last.people)
    said = [tr_count("{count} person comes along", "{count} people come along", people)] if people else []
    if steps:
        said.append(tr_count("{count} open next step comes back", "{count} open next steps come back", steps))
    if not said:
        return tr("Who presented waits until others have had their turn.")
    return tr("{who_comes}. Who presented waits until others have had their turn.", who_comes=join_and(said))
