"""How is a place there at once when it is first opened? It was built behind the window, step by step."""

from collections.abc import Iterator
from itertools import chain

from PySide6.QtCore import QObject

from desktop.app.clearing import Clearing
from desktop.app.preload import read_modules
from desktop.idle_steps import IdleSteps
from desktop.places.page import Page, PlaceName
from formats.session.session import Session

AFTER_MS = 400
IN_TURN = (
    PlaceName.PREPARE,
    PlaceName.RUN,
    PlaceName.SUMMARY,
    PlaceName.PEOPLE,
    PlaceName.LIBRARY,
    PlaceName.HELP,
    PlaceName.SETTINGS,
    PlaceName.YEAR,
)
"""The sooner it is likely to be opened, the earlier."""


class PlacesAhead(QObject):
    """Builds all places once, and draws them ahead again when another session is on the table."""

    def __init__(self, clearing: Clearing) -> None:
        super().__init__(clearing)
        self._clearing, self._places = clearing, clearing.window.places
        self.steps = IdleSteps(clearing.window)
        clearing.runner.session_opened.connect(self._draw_again)

    def begin(self, after_ms: int = AFTER_MS) -> None:
        """From then on, when there is time."""
        self.steps.do(chain(read_modules(), self._build()), after_ms)

    def build_again(self) -> None:
        """All places are others now: they are built behind the window once more."""
        self.steps.do(self._build())

    def _build(self) -> Iterator[None]:
        for name in IN_TURN:
            if name is PlaceName.RUN:
                self._clearing.room_display.ensurePolished()  # which it is wired to
                yield
            yield from self._places.build_in_steps(name)
            yield from self._get_ready(self._places[name])

    def _draw_again(self, session: Session | None) -> None:
        if session is not None:
            self.steps.do(chain.from_iterable(map(self._get_ready, self._places.built)))

    def _get_ready(self, page: Page) -> Iterator[None]:
        """All that it does ahead, unless all places are built anew meanwhile, as for another language."""
        steps = page.get_ready()
        while page in self._places.built:
            try:
                next(steps)
            except StopIteration:
                return
            yield
