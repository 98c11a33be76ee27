"""What does Clearing work with: which library is open, and what is on offer?"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.content.catalogue import Catalogue, read_catalogue
from desktop.content.own_entries import OwnEntries
from formats.library.lock import Lock
from formats.library.opening import open_library
from formats.library.repository import SessionRepository


@dataclass(frozen=True, slots=True)
class Stock:
    """The sessions of an open library, and the structures and openers to choose from, one's own among them."""

    repository: SessionRepository
    catalogue: Catalogue


def open_stock(library: Path, now: Callable[[], datetime], lock: Lock | None = None) -> Stock:
    """Reads all that the first look asks for; may be called on any thread. `lock`: see `open_library`."""
    catalogue = read_catalogue()
    file = open_library(library, now=now, lock=lock)
    OwnEntries(file, catalogue).take_in()  # they are on offer before the place Library is opened
    repository = SessionRepository(file)
    for card in repository.cards():
        repository.open_steps_of(card)
    return Stock(repository, catalogue)
