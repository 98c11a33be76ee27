"""How long does each export take, and how large is it? python -m tests.bench.exports

A session of 100 people, 10 rounds and 1,000 notes, half of which name somebody.
"""

import tempfile
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from formats.exports import Audience, Choices, NameStyle, export, room_cards, run_sheet, suffixes, summarise
from formats.exports.names import make_naming
from formats.session.agenda import StageKey
from formats.session.notes import NoteKind
from formats.session.people import Person
from formats.session.session import Room, RoundRooms, Session
from tests.exports.sessions import NOW, STAGES, a_note, a_session, agenda, as_run

PEOPLE, ROUNDS, NOTES, ROOM = 100, 10, 1000, 6
KINDS = (NoteKind.INSIGHT, NoteKind.IDEA, NoteKind.QUESTION, NoteKind.RESOURCE, NoteKind.NEXT_STEP)
FONTS = Path(__file__).parent.parent.parent / "resources" / "fonts"


def large_session() -> Session:
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
            "and why: https://example.org/notes",
            room=n % len(groups) + 1,
            kind=KINDS[n % len(KINDS)],
            owner=ids[n % PEOPLE],
        )
        for n in range(NOTES)
    )
    keys = (StageKey("peer-assist", stages[n % len(stages)], n % ROUNDS + 1) for n in range(NOTES))
    notes = (replace(note, stage=key) for note, key in zip(notes, keys, strict=True))
    return replace(a_session(notes), people=people, agenda=plan, rooms=rounds, events=as_run(plan))


def main() -> None:
    """Prints milliseconds and kilobytes, for the first file and for the second."""
    session = large_session()
    choices = Choices(Audience.NETWORK, NameStyle.FIRST, timings=True)
    started = perf_counter()
    summarise(session, choices, NOW)
    print(f"{'summary':8} {(perf_counter() - started) * 1000:8.0f} ms")
    for size in (NOTES // 10, NOTES):
        started = perf_counter()
        names = make_naming(session.people, (), replace(choices, names=NameStyle.NONE))
        for note in session.notes[:size]:
            names.passage(note.text, note.id)
        print(f"{'names':8} {(perf_counter() - started) * 1000:8.0f} ms for {size} notes")
    with tempfile.TemporaryDirectory() as folder:
        for suffix in suffixes():
            times = []
            for _ in range(2):
                started = perf_counter()
                file = export(session, Path(folder) / f"out.{suffix}", choices, now=NOW, fonts=FONTS)
                times.append((perf_counter() - started) * 1000)
            print(f"{suffix:8} {times[0]:8.0f} ms, then {times[1]:8.0f} ms {file.stat().st_size / 1000:8.0f} kB")
    for name, write in (("sheet", run_sheet), ("cards", room_cards)):
        started = perf_counter()
        size = len(write(session, now=NOW, fonts=FONTS))
        print(f"{name:8} {(perf_counter() - started) * 1000:8.0f} ms {size / 1000:29.0f} kB")


if __name__ == "__main__":
    main()
