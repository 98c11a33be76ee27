"""Any agenda, any run log: what the property tests of the clock draw from."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from formats.session.agenda import Agenda, Part, PartKind, RoomNeeds, Stage, StageKey, StageKind
from formats.session.events import (
    AutoAdvanceStopped,
    BreakAdded,
    BreakRemoved,
    Corrected,
    Edit,
    Edited,
    EndMoved,
    Event,
    Extended,
    Finished,
    Moved,
    OrderChosen,
    Paused,
    Redone,
    Refitted,
    Restarted,
    Resumed,
    RoundAdded,
    SpeakingOrder,
    Started,
    TurnEnded,
    TurnGiven,
    Undone,
)

NIGHT_OF_THE_CLOCKS = datetime(2023, 3, 25, 23, 30, tzinfo=UTC)

instants = st.integers(0, 4 * 3_600_000).map(lambda ms: NIGHT_OF_THE_CLOCKS + timedelta(milliseconds=ms))
lengths = st.integers(0, 30 * 60).map(lambda s: timedelta(seconds=s))
changes = st.one_of(
    st.integers(-20 * 60, 20 * 60).map(lambda s: timedelta(seconds=s)),
    st.sampled_from([timedelta.min, timedelta.max]),
)
people = st.sampled_from(["ana", "beth", "carys"])
keys = st.builds(StageKey, st.sampled_from(["a", "b", "elsewhere"]), st.sampled_from("123"), st.integers(1, 3))


@st.composite
def agendas(draw: st.DrawFn) -> Agenda:
    """Up to two parts of up to three stages each; some repeat, some move on by themselves."""
    parts = []
    for part in draw(st.sampled_from([(), ("a",), ("a", "b")])):
        stages = tuple(
            Stage(
                key=StageKey(part, str(n)),
                kind=StageKind.WORK,
                title=f"{part}{n}",
                length=draw(lengths),
                minimum=timedelta(),
                maximum=timedelta(hours=1),
                repeats=draw(st.booleans()),
                moves_on=draw(st.booleans()),
            )
            for n in range(1, draw(st.integers(1, 3)) + 1)
        )
        parts.append(Part(part, PartKind.STRUCTURE, part, stages, rooms=RoomNeeds(3, 3, 4)))
    return Agenda(tuple(parts))


events: st.SearchStrategy[Event] = st.one_of(
    st.builds(Started, instants, keys),
    st.builds(Paused, instants),
    st.builds(Resumed, instants),
    st.builds(Extended, instants, changes),
    st.builds(Moved, instants, keys, st.booleans()),
    st.builds(Restarted, instants),
    st.builds(AutoAdvanceStopped, instants),
    st.builds(Corrected, instants, changes),
    st.builds(Refitted, instants, st.lists(st.tuples(keys, changes), max_size=3).map(tuple)),
    st.builds(RoundAdded, instants, st.sampled_from(["a", "b", "elsewhere"])),
    st.builds(BreakAdded, instants, keys, keys, changes),
    st.builds(BreakRemoved, instants, keys),
    st.builds(EndMoved, instants, instants),
    st.builds(Finished, instants),
    st.builds(OrderChosen, instants, st.sampled_from(SpeakingOrder), st.lists(people, unique=True).map(tuple)),
    st.builds(TurnGiven, instants, people),
    st.builds(TurnEnded, instants, people),
    st.builds(Edited, instants, st.sampled_from(Edit)),
    st.builds(Undone, instants),
    st.builds(Undone, instants, st.integers(0, 25)),
    st.builds(Redone, instants, st.integers(0, 25)),
)


@st.composite
def logs(draw: st.DrawFn) -> tuple[Event, ...]:
    """Any events, as often as not after a real start and in order of time."""
    drawn = draw(st.lists(events, max_size=25))
    if draw(st.booleans()):
        start = Started(draw(instants), draw(st.builds(StageKey, st.just("a"), st.just("1"))))
        drawn = sorted([start, *drawn], key=lambda event: event.at)
    return tuple(drawn)
