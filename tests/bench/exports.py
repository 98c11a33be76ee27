"""How long does each export take, how does that grow, and how long does a window wait for it meanwhile?

    python -m tests.bench.exports [--only SUFFIX]

Sessions of 100 people and 10 rounds with 250 to 2,000 notes, half of which name somebody and each an address; then
years of a series. Processor time, so that other programs do not count; the exponent is 1 where twice as much takes
twice as long.
"""

import argparse
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from threading import Thread
from time import perf_counter

from formats.exports import (
    Audience,
    Choices,
    NameStyle,
    export,
    export_series,
    page_suffixes,
    room_cards,
    run_sheet,
    suffixes,
    summarise,
)
from formats.session.agenda import StageKey
from formats.session.notes import NoteKind
from formats.session.people import Person
from formats.session.session import Room, RoundRooms, Session
from tests.bench.costs import cpu_seconds, print_row
from tests.exports.sessions import NOW, STAGES, a_note, a_session, agenda, as_run

PEOPLE, ROUNDS, NOTES, ROOM = 100, 10, 1000, 6
SIZES = (250, 500, 1000, 2000)
YEARS, YEAR_NOTES = (42, 83, 166), 40
LOOK_SECONDS = 0.001
CHOICES = Choices(Audience.NETWORK, NameStyle.FIRST, timings=True)
KINDS = (NoteKind.INSIGHT, NoteKind.IDEA, NoteKind.QUESTION, NoteKind.RESOURCE, NoteKind.NEXT_STEP)
FONTS = Path(__file__).parent.parent.parent / "resources" / "fonts"


def large_session(count: int = NOTES) -> Session:
    """The reference session, many times as large."""
    people = tuple(
        Person(f"p{n}", f"Firstname{chr(97 + n % 26)}{n} Lastname{chr(97 + n // 26)}{n}", f"Organisation {n % 30}")
        for n in range(PEOPLE)
    )
    plan = agenda(ROUNDS)
    ids = [person.id for person in people]
    groups = [tuple(ids[start : start + ROOM]) for start in range(0, PEOPLE, ROOM)]
    rounds = tuple(
        RoundRooms("peer-assist", n, tuple(Room(k, g, g[n % len(g)]) for k, g in enumerate(groups, start=1)))
        for n in range(1, ROUNDS + 1)
    )
    stages = [stage for stage in STAGES if stage != "introductions"]
    notes = (
        a_note(
            f"{people[n % PEOPLE].name if n % 2 else 'Somebody'} said that number {n} is worth a line of its own, "
            f"and why: https://example.org/notes/{n}",
            room=n % len(groups) + 1,
            kind=KINDS[n % len(KINDS)],
            owner=ids[n % PEOPLE],
        )
        for n in range(count)
    )
    keys = (StageKey("peer-assist", stages[n % len(stages)], n % ROUNDS + 1) for n in range(count))
    notes = (replace(note, stage=key) for note, key in zip(notes, keys, strict=True))
    return replace(a_session(notes), people=people, agenda=plan, rooms=rounds, events=as_run(plan))


def longest_wait(work: Callable[[], object]) -> float:
    """How long the thread of the window would wait at most, in seconds, while another one writes a file."""
    writer = Thread(target=work)
    longest, last = 0.0, perf_counter()
    writer.start()
    while writer.is_alive():
        writer.join(LOOK_SECONDS)
        longest, last = max(longest, perf_counter() - last - LOOK_SECONDS), perf_counter()
    return longest


def exported(session: Session, folder: Path, suffix: str) -> Callable[[], Path]:
    """Writes the summary of a session in one format."""
    target = folder / f"out.{suffix}"
    return lambda: export(session, target, CHOICES, now=NOW, fonts=FONTS)


def a_year(sessions: int) -> tuple[Session, ...]:
    """A series of sessions a week apart, each with some notes."""
    model = large_session(YEAR_NOTES)
    return tuple(
        replace(model, id=f"s{n}", title=f"Session {n}", starts_at=model.starts_at + timedelta(weeks=n))
        for n in range(sessions)
    )


def year_exported(sessions: tuple[Session, ...], folder: Path, suffix: str) -> Callable[[], Path]:
    """Writes the year of a series in one format."""
    target = folder / f"year.{suffix}"
    return lambda: export_series(sessions, target, CHOICES, now=NOW, fonts=FONTS)


def main() -> None:
    """Prints milliseconds of processor time by number of notes, then by number of sessions in a year."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        by_size = [large_session(count) for count in SIZES]
        print(f"{'notes':10}{''.join(f'{count:8}' for count in SIZES)}   {'growth':>8}{'size':>9}{'waited':>14}")
        summaries = [cpu_seconds(partial(summarise, session, CHOICES, NOW)) for session in by_size]
        print_row("summary", SIZES, summaries)
        for suffix in (one for one in suffixes() if asked.only in one):
            costs = [cpu_seconds(exported(session, folder, suffix)) for session in by_size]
            write = exported(by_size[SIZES.index(NOTES)], folder, suffix)
            waited = longest_wait(write)
            print_row(
                suffix, SIZES, costs, rest=f"{write().stat().st_size / 1000:6.0f} kB{waited * 1000:11.0f} ms"
            )
        print(f"{'sessions':10}{''.join(f'{count:8}' for count in YEARS)}")
        years = [a_year(count) for count in YEARS]
        for suffix in (one for one in page_suffixes() if asked.only in one):
            costs = [cpu_seconds(year_exported(year, folder, suffix), times=1) for year in years]
            print_row(suffix, YEARS, costs)
        for sheet, write_sheet in (("sheet", run_sheet), ("cards", room_cards)):
            costs = [cpu_seconds(partial(write_sheet, session, now=NOW, fonts=FONTS)) for session in by_size[:1]]
            print(f"{sheet:10}{costs[0] * 1000:8.0f} ms")


if __name__ == "__main__":
    main()
