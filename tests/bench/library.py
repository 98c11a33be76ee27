"""What does one save cost, and opening, closing and searching, as the library grows? Stock TinyDB beside ours.

`python -m tests.bench.library [sessions ...]`; the default is 1, 50, 500 and 2,000 sessions of 100 notes.
"""

import gc
import os
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tinydb import TinyDB, where

from formats.library.base_file import encode_tables
from formats.library.changes import Tables
from formats.library.file import LibraryFile
from formats.library.opening import open_library
from formats.library.records import note_document, session_document
from formats.library.searching import Search
from formats.session.notes import Note, NoteKind
from formats.session.session import Session
from tests.builders import a_stage, key, one_part

NOTES = 100  # a session
SAVES = 200  # ours; stock takes as many as fit in a few seconds
TEXT = (
    "we could ask the network whether somebody has already tried this in another place and what it cost them "
    "café garden listening trust a shared calendar small grants the school board next month"
)
WORDS = TEXT.split()


def now() -> datetime:
    """The time."""
    return datetime.now(UTC)


def tables(sessions: int) -> Tables:
    """A library of so many sessions, 50 kB each."""
    chance = random.Random(sessions)

    def text(words: int) -> str:
        return " ".join(chance.choices(WORDS, k=words))

    def new_id() -> str:
        return f"{chance.getrandbits(128):032x}"

    made: Tables = {"sessions": {}, "notes": {}}
    for number in range(1, sessions + 1):
        stages = [replace(a_stage(f"stage {at}"), instruction=text(30)) for at in range(25)]
        planned = Session(new_id(), text(4), now(), "UTC", timedelta(hours=2), agenda=one_part(*stages))
        made["sessions"][str(number)] = session_document(planned)
        for at in range(NOTES):
            made["notes"][str((number - 1) * NOTES + at + 1)] = note_document(
                planned.id,
                Note(new_id(), NoteKind.INSIGHT, text(22), now(), key("challenge"), room=2, presenter=new_id()),
            )
    return made


def a_note(number: int) -> dict[str, Any]:
    """One note as it is saved."""
    return note_document("s", Note(f"new{number}", NoteKind.INSIGHT, " ".join(WORDS[:22]), now(), room=1))


class Cost:
    """CPU and wall seconds, bytes written and syncs of what ran inside."""

    cpu = wall = bytes = syncs = 0.0

    def __truediv__(self, count: int) -> "Cost":
        each = Cost()
        each.cpu, each.wall = self.cpu / count, self.wall / count
        each.bytes, each.syncs = self.bytes / count, self.syncs / count
        return each


def bytes_written() -> int:
    """What this process has asked the system to write so far."""
    lines = Path("/proc/self/io").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("wchar"))


@contextmanager
def measured() -> Iterator[Cost]:
    """Measure what happens inside."""
    cost, real = Cost(), os.fsync

    def counting(handle: int) -> None:
        cost.syncs += 1
        real(handle)

    os.fsync = counting
    gc.collect()
    cpu, wall, count = time.process_time(), time.perf_counter(), bytes_written()
    try:
        yield cost
    finally:
        cost.cpu, cost.wall = time.process_time() - cpu, time.perf_counter() - wall
        cost.bytes = bytes_written() - count
        os.fsync = real


def repeated(act: Callable[[int], None], most: int, seconds: float = 4.0) -> Cost:
    """The cost of one act, on average."""
    count, end = 0, time.perf_counter() + seconds
    with measured() as cost:
        while count < most and (count == 0 or time.perf_counter() < end):
            act(count)
            count += 1
    return cost / count


def stock(path: Path) -> tuple[Cost, Cost]:
    """TinyDB as it comes: opening until a note is found, and one save."""
    with measured() as opening:
        db = TinyDB(path)
        db.table("notes").get(doc_id=1)
    table = db.table("notes")
    save = repeated(lambda number: void(table.upsert(a_note(number), where("id") == f"new{number}")), 5)
    db.close()
    return opening, save


def void(_: object) -> None:
    """Forget a result."""


def ours(path: Path) -> tuple[Cost, Cost, Cost, LibraryFile]:
    """Ours: opening until a note is found, one save, and one that does not wait; still open."""
    with measured() as opening:
        library = open_library(path, now=now)
        library.db.table("notes").get(doc_id=1)
    save = repeated(lambda number: library.put("notes", a_note(number)), SAVES)

    def soon(number: int) -> None:
        with library.saving(wait=False):
            library.put("drafts", {"id": f"s{number % 3}", "note": a_note(number)})

    later = repeated(soon, SAVES)
    library.flush()
    return opening, save, later, library


def seconds(act: Callable[[], object]) -> float:
    """The best wall time of three."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        act()
        best = min(best, time.perf_counter() - start)
    return best


def show(sessions: int, folder: Path) -> None:
    """Measure at one size and print it."""
    content = b"".join(encode_tables(tables(sessions)))
    (folder / "stock.json").write_bytes(content)
    (folder / "library.json").write_bytes(content)
    open_library(folder / "library.json", now=now).close()  # stamped and backed up as after a clean exit
    stock_opening, stock_save = stock(folder / "stock.json")
    opening, save, later, library = ours(folder / "library.json")
    started = time.perf_counter()
    search = Search(library)
    indexed = time.perf_counter() - started
    rare = seconds(lambda: search.find("calendar gardenia"))
    common = seconds(lambda: search.find("café garden"))
    with measured() as closing:
        library.close()
    print(f"\n{sessions:,} sessions, {len(content) / 1e6:.1f} MB")
    print(f"{'':24}{'CPU ms':>10}{'wall ms':>10}{'kB':>12}{'syncs':>8}")
    lines = {
        "open, stock": stock_opening,
        "open, ours": opening,
        "one save, stock": stock_save,
        "one save, ours": save,
        "one that does not wait": later,
        "close, ours, with backup": closing,
    }
    for name, cost in lines.items():
        figures = f"{cost.cpu * 1e3:10.2f}{cost.wall * 1e3:10.2f}{cost.bytes / 1e3:12.2f}{cost.syncs:8.1f}"
        print(f"{name:24}{figures}")
    print(
        f"search, nothing found {rare * 1e3:.2f} ms, 200 found {common * 1e3:.2f} ms, index {indexed * 1e3:.0f} ms"
    )
    print(
        f"stock / ours: open {stock_opening.wall / opening.wall:.1f}, save CPU {stock_save.cpu / save.cpu:,.0f}, "
        f"bytes {stock_save.bytes / save.bytes:,.0f}"
    )


def main() -> None:
    """All sizes in one run."""
    sizes = [int(each) for each in sys.argv[1:]] or [1, 50, 500, 2000]
    for sessions in sizes:
        with TemporaryDirectory() as folder:
            show(sessions, Path(folder))
    print(f"\nlargest memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()
