"""Which acts of the run log still count, which is taken back next, and which can be brought back?"""

from collections.abc import Sequence
from dataclasses import dataclass

from formats.session.events import AutoAdvanceStopped, Event, Moved, Redone, Undone


@dataclass(frozen=True, slots=True)
class ActHistory:
    """The run log read for undo: numbers of its events, from 0. `undone` holds the last taken back at its end."""

    done: tuple[int, ...] = ()
    undone: tuple[int, ...] = ()

    @property
    def next_undo(self) -> int | None:
        """The number of the act that undo takes back: always the last that counts."""
        return self.done[-1] if self.done else None

    @property
    def next_redo(self) -> int | None:
        """The number of the act that redo brings back; none once something else was done."""
        return self.undone[-1] if self.undone else None


def read_history(events: Sequence[Event]) -> ActHistory:
    """What was done and taken back; an `Undone` or `Redone` that names nothing of the kind changes nothing."""
    done: list[int] = []
    undone: list[int] = []
    for number, event in enumerate(events):
        match event:
            case Undone(act=named):
                _shift(done, undone, done[-1] if named is None and done else named)
            case Redone(act=named):
                _shift(undone, done, named)
                done.sort()
            case _:
                done.append(number)
                undone.clear()
    return ActHistory(tuple(done), tuple(undone))


def counting_events(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events that still count, without what was taken back.

    Where an automatic move was taken back its stage is held instead, or the move would fall due again at once.
    """
    history = read_history(events)
    counting = set(history.done)
    kept: list[Event] = []
    for number, event in enumerate(events):
        if number in counting:
            kept.append(event)
        elif counting and isinstance(event, Moved) and event.by_itself:
            kept.append(AutoAdvanceStopped(event.at))
    return tuple(kept)


def event_to_undo(events: Sequence[Event]) -> Event | None:
    """The event that undo takes back."""
    number = read_history(events).next_undo
    return None if number is None else events[number]


def event_to_redo(events: Sequence[Event]) -> Event | None:
    """The event that redo brings back."""
    number = read_history(events).next_redo
    return None if number is None else events[number]


def _shift(source: list[int], target: list[int], number: int | None) -> None:
    if number in source:
        source.remove(number)
        target.append(number)
