"""Which year is looked at: a series, a period, and what is made of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.look import Look
from desktop.places.year.periods import (
    TWELVE_MONTHS,
    Period,
    periods_of,
    series_in,
    sessions_of_series,
)
from desktop.places.year.year_document import YearView
from desktop.widgets.choice import Choice
from desktop.widgets.day_field import DayField
from desktop.widgets.words import Words, caption_of
from formats.language import Message, tr
from formats.library.repository import SessionCard
from formats.session.dates.calendar_days import months_on
from formats.session.session import same_series

THEMES_REMARK = Message("A theme is a word marked with # in a note: #listening.")


class YearChoices(QWidget):
    """Series, period and document."""

    choices_changed = Signal()
    """Other sessions are wanted, or another document of them."""

    def __init__(self, look: Look, today: date) -> None:
        super().__init__()
        self._cards: Sequence[SessionCard] = ()
        self._today = today
        self._series = _choice(look, tr("Which series"), "year-series")
        self._period = _choice(look, tr("Which period"), "year-period")
        self._shown = _choice(look, tr("What to make of it"), "year-shown")
        for shown in YearView:
            self._shown.addItem(shown.words, shown)
        self.first = DayField(tr("First day"), months_on(today, -TWELVE_MONTHS), today)
        self.last = DayField(tr("Last day"), today, today)
        self._days = QWidget()
        self._themes = Words(str(THEMES_REMARK), "label", wrap=True)
        self._series.activated.connect(self._take_series)
        self._period.activated.connect(self._take_period)
        self.first.value_chosen.connect(self.choices_changed)
        self.last.value_chosen.connect(self.choices_changed)
        self._shown.activated.connect(self._take_view)
        self._lay_out()
        self._take_view()

    @property
    def chosen_sessions(self) -> tuple[SessionCard, ...]:
        """The sessions of the series in the period, the oldest first."""
        period = self._chosen_period
        return tuple(
            card
            for card in sessions_of_series(self._cards, self._series.currentData() or "")
            if period.holds(card.date)
        )

    @property
    def _chosen_period(self) -> Period:
        period: Period = self._period.currentData() or Period("")
        if not period.by_hand:
            return period
        first, last = sorted((self.first.value, self.last.value))
        return replace(period, first=first, last=last)

    @property
    def chosen_view(self) -> YearView:
        """Which document is wanted."""
        return YearView(self._shown.currentData())

    @property
    def any_was_held(self) -> bool:
        """Whether there is anything to look back on, of any series and time."""
        return any(card.progress.begun for card in self._cards)

    def offer(self, cards: Sequence[SessionCard], today: date, series: str = "") -> None:
        """The series and periods of these sessions, with `series` chosen where one is named and has met.

        Else what was chosen stays chosen where it is still there.
        """
        self._cards, self._today = cards, today
        names = series_in(cards)
        asked = next((name for name in names if same_series(name, series)), "")
        several = len(names) != 1 or any(not card.series.strip() for card in cards)
        _fill(
            self._series, [(name, name) for name in names] + ([(tr("All sessions"), "")] if several else []), asked
        )
        self._offer_periods()

    def _offer_periods(self) -> None:
        cards = sessions_of_series(self._cards, self._series.currentData() or "")
        _fill(self._period, [(period.words, period) for period in periods_of(cards, self._today)])
        self._show_days()

    def _take_series(self) -> None:
        self._offer_periods()
        self.choices_changed.emit()

    def _take_period(self) -> None:
        self._show_days()
        self.choices_changed.emit()

    def _show_days(self) -> None:
        period: Period | None = self._period.currentData()
        self._days.setVisible(period is not None and period.by_hand)

    def _take_view(self) -> None:
        self._themes.setVisible(self.chosen_view is YearView.BY_THEME)
        self.choices_changed.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        # For translators: “Show” is the caption of a choice, what is made of the year
        captions = (tr("Series"), tr("Time"), tr("Show"))
        for caption, choice in zip(captions, (self._series, self._period, self._shown), strict=True):
            if choice is not self._series:
                column.addSpacing(14)
            column.addWidget(caption_of(choice, caption))
            column.addWidget(choice)
            if choice is self._period:
                column.addWidget(self._days)
        column.addWidget(self._themes)
        days = QVBoxLayout(self._days)
        days.setContentsMargins(0, 4, 0, 0)
        days.setSpacing(6)
        self.first.setObjectName("year-first-day")
        self.last.setObjectName("year-last-day")
        for field in (self.first, self.last):
            days.addWidget(caption_of(field, field.accessibleName()))
            days.addWidget(field)
        self._days.hide()


def _choice(look: Look, name: str, object_name: str) -> Choice:
    made = Choice(look, name)
    made.setObjectName(object_name)
    made.setSizeAdjustPolicy(made.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(10)
    return made


def _fill(choice: Choice, items: Sequence[tuple[str, object]], asked: str = "") -> None:
    """Other things to choose from; what is asked for is chosen, else the same words as before stay chosen."""
    before = asked or choice.currentText()
    choice.clear()
    for words, value in items:
        choice.addItem(words, value)
    choice.setCurrentIndex(max(choice.findText(before), 0) if items else -1)
