"""Many changed copies of one library, each looked at by every door: what would be lost, or called sound?

`python -m tests.library.changed_copies [how many] [seed]`; 5,000 unless said otherwise.
"""

import json
import random
import shutil
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from formats.library import opening
from formats.library.checking import check
from formats.library.opening import NotALibraryError, read_library
from formats.library.repository import SessionRepository
from formats.library.searching import Search
from formats.library.side_timers import SideTimerRepository
from formats.library.status import OpenOutcome
from formats.session.clock import reading_at
from formats.session.side_timer import SideTimer
from tests.builders import at
from tests.library.builders import NOON, killed, noon, opened
from tests.library.test_repository import NOTE, full_session

HOW_MANY = 5000
STRANGE: tuple[Any, ...] = (
    None, True, False, 0, -1, 10**30, 1.5, 1e308, float("nan"), "", "x", "\ud83c", "<b>", "A" * 5000,
    [], [[]], {}, ["a"], {"a": 1}, "Europe/Lundon", "02:30", "../../etc/passwd", "9999-12-31",
    "0001-01-01T00:00:00Z", "2023-02-23T16:30:00", "PT99999999S", "-PT1S",
)  # fmt: skip


@dataclass(frozen=True)
class Original:
    """The files of a library, with what it holds."""

    folder: Path
    crashed: bool  # three saves are in the journal alone

    @property
    def library(self) -> Path:
        return self.folder / "library.json"


def make_original(folder: Path, *, crashed: bool) -> Original:
    """A library with two sessions, people, notes, a draft, a timer and an opener of one's own."""
    with opened(folder / "library.json") as library:
        repository = SessionRepository(library)
        repository.keep_session(full_session())
        repository.keep_session(
            replace(full_session(), id="march", title="March", notes=(replace(NOTE, id="m1"),))
        )
        repository.keep_draft("february", NOTE)
        SideTimerRepository(library).keep(SideTimer(1, "Break", at("16:35")))
        library.put("openers", {"id": "own", "text": 'title = "Own"'})
    if crashed:
        library = opened(folder / "library.json")
        for number in range(3):
            SessionRepository(library).keep_note(
                "march", replace(NOTE, id=f"j{number}", text=f"In the journal {number}")
            )
        killed(library)
    return Original(folder, crashed)


def flip_bits(content: bytes, chance: random.Random) -> bytes:
    """One to three bits turned."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 3))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def spoil_bytes(content: bytes, chance: random.Random) -> bytes:
    """A block zeroed, cut off, doubled, or put elsewhere; noise; half of it."""
    start = chance.randrange(len(content))
    end = min(len(content), start + chance.choice((1, 16, 512)))
    return chance.choice(
        (
            content[:start] + bytes(end - start) + content[end:],
            content[:start],
            content[:start] + content[end:],
            content[:end] + content[start:],
            chance.randbytes(len(content)),
            content + content[:end],
        )
    )


def spoil_value(content: bytes, chance: random.Random) -> bytes:
    """A value, a key or a document number changed, as with an editor or another program."""
    tables = json.loads(content)
    places: list[tuple[Any, Any]] = []

    def walk(value: Any) -> None:
        for key in list(value) if isinstance(value, dict) else range(len(value)):
            places.append((value, key))
            if isinstance(value[key], (dict, list)):
                walk(value[key])

    walk(tables)
    holder, key = chance.choice(places)
    what = chance.randrange(5)
    if what == 0 and isinstance(holder, dict):
        del holder[key]
    elif what == 1 and isinstance(holder, dict):
        holder[chance.choice(("", "9" * 4400, "id", "07", "-1", "x"))] = holder.pop(key)
    elif what == 2:
        other, its = chance.choice(places)
        holder[key] = other[its]
    else:
        holder[key] = chance.choice(STRANGE)
    try:
        text = json.dumps(tables)
    except (ValueError, RecursionError):  # a value was put into itself
        return content[:-1]
    return text.encode("ascii")


SPOIL: tuple[Callable[[bytes, random.Random], bytes], ...] = (flip_bits, spoil_bytes, spoil_value)


def changed_copy(original: Original, folder: Path, chance: random.Random) -> tuple[str, bool]:
    """A copy with one file changed, with or without journal and backups; what was done, and by a program?"""
    shutil.copytree(original.folder, folder)
    library, journal = folder / "library.json", folder / "library.json.journal"
    beside = chance.choice(("all", "no journal", "no backups", "neither"))
    if beside in ("no journal", "neither"):
        journal.unlink()
    if beside in ("no backups", "neither"):
        shutil.rmtree(folder / "backups")
    victim = journal if original.crashed and journal.exists() and chance.random() < 0.4 else library
    spoil = chance.choice(SPOIL if victim is library else SPOIL[:2])
    victim.write_bytes(spoil(victim.read_bytes(), chance))
    return f"{spoil.__name__} of {victim.suffix}, {beside}", spoil is spoil_value


def use_everything(path: Path) -> OpenOutcome:
    """Open the copy as the window does, and ask it for all there is; what opening said."""
    with opened(path) as library:
        repository = SessionRepository(library)
        sessions = repository.sessions()
        for card in repository.cards():
            _ = card.date, repository.draft(card.id), repository.disputed_notes(card.id)
        for session in sessions:
            reading_at(session.position, NOON)
            repository.open_steps_before(session)
        repository.people()
        Search(library).find("ask")
        SideTimerRepository(library).take_up(at("16:30"))
        assert library.state.saved
        return library.open_report.opened


def everything_in(path: Path) -> dict[tuple[str, str], str]:
    """Every record by table and id, as text."""
    library = read_library(path, now=noon)
    return {
        (table, str(record.get("id"))): json.dumps(record, sort_keys=True)
        for table in library.snapshot()
        for record in library.all(table)
        if table not in ("_meta", "_recovered")
    }


def try_copy(path: Path, right: dict[tuple[str, str], str], *, by_program: bool) -> str:
    """What is wrong with how a changed copy was treated; empty for nothing.

    What a program wrote anew, as TinyDB does, is harmless by itself and said in a remark; all else is a fault.
    """
    before = path.read_bytes()
    report = check(path)
    try:
        seen = everything_in(path)
        said = bool(read_library(path, now=noon).open_report.reading_sentence)
    except NotALibraryError:
        seen, said = {}, True
    if path.read_bytes() != before:
        return "a reading command changed the file"
    lost = {key for key, record in right.items() if seen.get(key) != record}
    unsaid = report.sound and not (by_program and report.remarks)
    if lost and unsaid:
        return f"called sound, and {sorted(lost)[0]} is lost or changed"
    if lost and not said and unsaid:
        return "not a word on the list"
    outcome = use_everything(path)
    if lost and outcome in (OpenOutcome.SOUND, OpenOutcome.CREATED):
        return f"opened without a word, and {sorted(lost)[0]} is lost or changed"
    again = use_everything(path)
    if again is not OpenOutcome.SOUND:
        return f"the next start says {again.value}"
    return ""


def try_copies(count: int, seed: int, folder: Path) -> tuple[Counter[str], list[str]]:
    """How many copies of each kind were tried, and what went wrong."""
    opening.BETWEEN_LOOKS = 0.0  # no other process writes here
    chance = random.Random(seed)
    originals = [make_original(folder / str(crashed), crashed=crashed) for crashed in (False, True)]
    right = {original: everything_in(original.library) for original in originals}
    kinds: Counter[str] = Counter()
    wrong = []
    for number in range(count):
        original = chance.choice(originals)
        place = folder / f"copy {number}"
        what, by_program = changed_copy(original, place, chance)
        kinds[what.split(",")[0]] += 1
        try:
            trouble = try_copy(place / "library.json", right[original], by_program=by_program)
        except Exception as fault:  # a crash is what is looked for
            trouble = f"{type(fault).__name__}: {fault}"
        if trouble:
            wrong.append(f"{number} ({what}): {trouble}")
        shutil.rmtree(place, ignore_errors=True)
    return kinds, wrong


def main(count: int = HOW_MANY, seed: int = 1) -> int:
    """Try them and say what came of it."""
    quick = Path("/dev/shm")  # a folder in memory, where there is one: what is tried is no disk
    with TemporaryDirectory(dir=quick if quick.is_dir() else None) as folder:
        kinds, wrong = try_copies(count, seed, Path(folder))
    for kind, number in sorted(kinds.items()):
        print(f"{number:6} {kind}")
    print(f"{count} changed copies, seed {seed}: {len(wrong)} treated wrongly")
    for line in wrong[:40]:
        print(line[:300])
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
