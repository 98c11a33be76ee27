"""By which rule does a series meet: the first Thursday of the month, every second Tuesday, or none?

A rule is one that most of the days keep, most of them one step after the other. A month that was left out, or a
day moved for a holiday, does not hide it; where the rule was changed, the latest days count.
"""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import gcd

from formats.language import Message, tr
from formats.session.dates.calendar_days import A_DAY, is_sane, months_on
from formats.session.dates.date_style import DEFAULT_STYLE, DateStyle

LAST = -1
"""The place of a weekday that is the last of its month."""
_WINDOWS = (12, 8, 6, 4, 3)
"""How many of the latest days are looked at, the longest stretch first."""
_FEWEST = 3
_MOST_WEEKS, _MOST_MONTHS = 8, 6
_IN_THE_MONTH = {
    1: Message("First {weekday} of the month"),
    2: Message("Second {weekday} of the month"),
    3: Message("Third {weekday} of the month"),
    4: Message("Fourth {weekday} of the month"),
    LAST: Message("Last {weekday} of the month"),
}
_OF_MONTHS = {
    1: Message("First {weekday} of every {second} month"),
    2: Message("Second {weekday} of every {second} month"),
    3: Message("Third {weekday} of every {second} month"),
    4: Message("Fourth {weekday} of every {second} month"),
    LAST: Message("Last {weekday} of every {second} month"),
}
# For translators: every second week, every third month.
_STEPS = (
    Message("second"),
    Message("third"),
    Message("fourth"),
    Message("fifth"),
    Message("sixth"),
    Message("seventh"),
    Message("eighth"),
)


@dataclass(frozen=True, slots=True)
class MonthlyRule:
    """One weekday of every month, or of every `step` months counted from that of `start`.

    `weekday` is 0 for Monday; `place` is 1 for the first of the month to 4, or `LAST`.
    """

    weekday: int
    place: int
    step: int
    start: date

    def sentence(self, style: DateStyle = DEFAULT_STYLE) -> str:
        """First Thursday of the month; Last Monday of every second month."""
        weekday = style.weekdays[self.weekday]
        if self.step == 1:
            return _IN_THE_MONTH[self.place].filled(weekday=weekday)
        return _OF_MONTHS[self.place].filled(weekday=weekday, second=_STEPS[self.step - 2])

    def holds(self, day: date) -> bool:
        """Whether a day keeps the rule."""
        return day == self._day_in(day) and (_month(day) - _month(self.start)) % self.step == 0

    def days_from(self, day: date) -> Iterator[date]:
        """The days of the rule on or after a day, as far as calendars go."""
        month = day.replace(day=1)
        while is_sane(month):
            if self.holds(found := self._day_in(month)) and found >= day:
                yield found
            month = months_on(month, 1)

    def _day_in(self, month: date) -> date:
        first = month.replace(day=1)
        found = first + ((self.weekday - first.weekday()) % 7) * A_DAY
        if self.place != LAST:
            return found + 7 * (self.place - 1) * A_DAY
        days = monthrange(first.year, first.month)[1]
        return found + 7 * ((days - found.day) // 7) * A_DAY


@dataclass(frozen=True, slots=True)
class WeeklyRule:
    """One weekday of every `step` weeks, counted from `start`."""

    step: int
    start: date

    def sentence(self, style: DateStyle = DEFAULT_STYLE) -> str:
        """Every Tuesday; Every second Tuesday."""
        weekday = style.weekdays[self.start.weekday()]
        if self.step == 1:
            return tr("Every {weekday}", weekday=weekday)
        return tr("Every {second} {weekday}", second=_STEPS[self.step - 2], weekday=weekday)

    def holds(self, day: date) -> bool:
        """Whether a day keeps the rule."""
        return (day - self.start).days % (7 * self.step) == 0

    def days_from(self, day: date) -> Iterator[date]:
        """The days of the rule on or after a day, as far as calendars go."""
        found = day + timedelta((self.start - day).days % (7 * self.step))
        while is_sane(found):
            yield found
            found += timedelta(7 * self.step)


SeriesRule = MonthlyRule | WeeklyRule


def rule_of(days: Iterable[date]) -> SeriesRule | None:
    """The rule that the days of a series show, in any order; None where fewer than three of them agree on one."""
    in_order = sorted(set(days))
    windows = (in_order[-length:] for length in _WINDOWS if length <= max(len(in_order), _FEWEST))
    return next((rule for window in windows if (rule := _rule_of_most(window))), None)


def next_day(rule: SeriesRule, after: date) -> date | None:
    """The first day of the rule after a day; None beyond the last year that is planned for."""
    return next(rule.days_from(after + A_DAY), None)


def _rule_of_most(days: Sequence[date]) -> SeriesRule | None:
    """The rule that most of these days keep; of two that as many keep, the one that is said more simply."""
    candidates: tuple[SeriesRule, ...] = (*_monthly_rules(days), *_weekly_rules(days))
    shown = [rule for rule in candidates if _is_shown(rule, days)]
    return max(shown, key=lambda rule: sum(map(rule.holds, days)), default=None)


def _is_shown(rule: SeriesRule, days: Sequence[date]) -> bool:
    """Whether three of four days keep the rule, one of the last two among them, mostly one step apart."""
    kept = [day for day in days if rule.holds(day)]
    if len(kept) < max(_FEWEST, -(-3 * len(days) // 4)) or not any(map(rule.holds, days[-2:])):
        return False
    gaps = [_steps_between(rule, one, other) for one, other in pairwise(kept)]
    return 2 * gaps.count(1) >= len(gaps)


def _steps_between(rule: SeriesRule, one: date, other: date) -> int:
    if isinstance(rule, MonthlyRule):
        return (_month(other) - _month(one)) // rule.step
    return (other - one).days // (7 * rule.step)


def _monthly_rules(days: Sequence[date]) -> Iterator[MonthlyRule]:
    places = (LAST, 1, 2, 3, 4)
    for weekday in _in_order_of_use(day.weekday() for day in days):
        for place in places:
            every = MonthlyRule(weekday, place, 1, days[-1])
            kept = [day for day in days if every.holds(day)]
            if len(kept) >= _FEWEST:
                step = gcd(*(_month(other) - _month(one) for one, other in pairwise(kept)))
                yield MonthlyRule(weekday, place, min(step, _MOST_MONTHS), kept[-1])


def _weekly_rules(days: Sequence[date]) -> Iterator[WeeklyRule]:
    for step in range(1, _MOST_WEEKS + 1):
        for start in _in_order_of_use(day.toordinal() % (7 * step) for day in days):
            kept = [day for day in days if day.toordinal() % (7 * step) == start]
            if len(kept) >= _FEWEST:
                yield WeeklyRule(step, kept[-1])


def _in_order_of_use(values: Iterable[int]) -> list[int]:
    return [value for value, _ in Counter(values).most_common()]


def _month(day: date) -> int:
    return day.year * 12 + day.month
