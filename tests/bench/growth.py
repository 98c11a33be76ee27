"""How does what takes time grow with people and sessions? An exponent of 1: twice as much takes twice as long.

    python -m tests.bench.growth [--only TEXT]

Processor time for four sizes, each twice the one before; whatever grows faster than 1.1 says why.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from weakref import finalize

from desktop.content.catalogue import read_catalogue
from formats.exports import Choices, year_of
from formats.exports.series_document import reflection
from formats.library.opening import open_library
from formats.library.repository import SessionRepository
from formats.session.fitting import fit_to
from formats.session.people import Person
from formats.session.rooms import Request, SizeRange, lower_bound
from formats.session.rooms.annealing import anneal, draw_chairs, gumbel_noise, open_tasks
from formats.session.rooms.cost_table import CostTable
from formats.session.rooms.planning import fill_all_rounds
from formats.session.rooms.problem import problem_of
from formats.session.roster import PersonDraft, read_pasted, recognise
from tests.bench.costs import cpu_seconds, print_row
from tests.bench.exports import a_year
from tests.bench.library import now
from tests.bench.years.library import Size, sessions_of
from tests.exports.sessions import NOW, agenda

PEOPLE = (30, 60, 120, 240)
LINES = (200, 400, 800, 1600)
SESSIONS = (21, 42, 83, 166)
ROUNDS_FITTED = (4, 8, 16, 32)
ROUNDS, ROOM, WORK, HEAT = 6, 5, 30_000, 0.3


@dataclass(frozen=True, slots=True)
class Case:
    """Something that is done with more and more; `why` it may grow faster than that."""

    name: str
    sizes: Sequence[int]
    prepare: Callable[[int], Callable[[], object]]
    why: str = ""


def rooms_asked(people: int) -> Request:
    """Six rounds in rooms of five."""
    names = tuple(f"P{number}" for number in range(people))
    return Request(names, ROUNDS, SizeRange(ROOM, ROOM, ROOM))


def first_plan(people: int) -> Callable[[], object]:
    """The plan that is shown at once."""
    problem = problem_of(rooms_asked(people))
    return lambda: CostTable(problem, fill_all_rounds(problem, Random(1), []))


def bound(people: int) -> Callable[[], object]:
    """How few repeats there can be."""
    return partial(lower_bound, rooms_asked(people))


def search(people: int) -> Callable[[], object]:
    """A turn of the search, which is to be as long however many they are."""
    problem, random = problem_of(rooms_asked(people)), Random(1)
    floor = CostTable(problem, fill_all_rounds(problem, random, []))
    chairs, noise = draw_chairs(floor, open_tasks(floor), random), gumbel_noise(people, random)
    return lambda: anneal(floor, chairs, WORK, HEAT, noise, random)


def pasted(lines: int) -> Callable[[], object]:
    """A list of people with organisation and address."""
    text = "\n".join(f"Amina{n} Yusuf{n}, Lothian Health {n % 9} <amina{n}@example.org>" for n in range(lines))
    return partial(read_pasted, text)


def recognised(lines: int) -> Callable[[], object]:
    """A list where everyone is known."""
    names = [f"Amina{n} Yusuf{n}" for n in range(lines)]
    known = tuple(Person(f"p{n}", name) for n, name in enumerate(names))
    return lambda: recognise([PersonDraft(name) for name in names], known)


def year_document(sessions: int) -> Callable[[], object]:
    """The year of a series as a document."""
    held = a_year(sessions)
    return lambda: reflection(year_of(held, Choices(), NOW), by_theme=False)


def fitted(rounds: int) -> Callable[[], object]:
    """An agenda of so many rounds fitted into half its time."""
    plan = agenda(rounds)
    return partial(fit_to, plan, plan.length / 2)


def earlier_sessions(sessions: int) -> Callable[[], object]:
    """The sessions before the last one of a series, in a library that holds no others."""
    held = [replace(each, series="One") for each in sessions_of(read_catalogue(), Size(sessions=sessions))]
    following = replace(held[-1], id="next", starts_at=held[-1].starts_at + timedelta(days=1))
    folder = TemporaryDirectory()
    file = open_library(Path(folder.name, "library.json"), now=now)
    repository = SessionRepository(file)
    for each in held:
        with file.saving(wait=False):
            repository.keep_session(each)

    def read() -> object:
        return SessionRepository(file).earlier_sessions(following)

    finalize(read, file.close)
    finalize(read, folder.cleanup)
    return read


CASES = (
    Case("first rooms", PEOPLE, first_plan, "each person is weighed against each room, each pair has a price"),
    Case("bound", PEOPLE, bound, "each person may meet each other"),
    Case("a turn", PEOPLE, search),
    Case("pasted", LINES, pasted),
    Case("recognised", LINES, recognised),
    Case("fitted", ROUNDS_FITTED, fitted),
    Case("year", SESSIONS, year_document),
    Case("earlier", SESSIONS, earlier_sessions),
)


def chosen(text: str) -> Iterator[Case]:
    """The cases with this text in their names."""
    return (case for case in CASES if text in case.name)


def main() -> None:
    """Prints one line for each case."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="")
    for case in chosen(parser.parse_args().only):
        costs = [cpu_seconds(case.prepare(size)) for size in case.sizes]
        print_row(case.name, case.sizes, costs, why=case.why)


if __name__ == "__main__":
    main()
