"""What is wished for the rooms? Keeps wishes and lets them go, and mends the rooms once the session runs."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from desktop.live.earlier_sessions import EarlierSessions
from desktop.live.edit_history import EditHistory
from desktop.live.reseater import Reseater
from desktop.live.runner import SessionRunner
from formats.session.events import Edit
from formats.session.online import OnlineSeating
from formats.session.room_wishes import Wish
from formats.session.seating.reseating import ReseatingAnswers
from formats.session.session import Session


class WishEditor(QObject):
    """Before the session the rooms are planned anew for a wish; while it runs, with the fewest moves."""

    def __init__(
        self, runner: SessionRunner, earlier: EarlierSessions, history: EditHistory, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._runner, self._history = runner, history
        self._reseater = Reseater(runner, earlier, self)
        self._reseater.answers_found.connect(self._apply_mended_rooms)

    def keep(self, wish: Wish) -> None:
        """Keeps a wish."""
        self._history.do(Edit.WISH, partial(_with_wish, wish))
        if self._runner.live:
            self._reseater.mend()

    def drop(self, wish: Wish) -> None:
        """Forgets a wish."""
        self._history.do(Edit.WISH, partial(_without_wish, wish))

    def keep_apart_by(self, column: str) -> None:
        """Keeps people apart who have the same in a column of the roster; "" for nobody."""
        self._history.do(Edit.WISH, partial(_with_apart_by, column))

    def spread_by(self, column: str) -> None:
        """Spreads what a column of the roster says evenly over the rooms; "" for nothing."""
        self._history.do(Edit.WISH, partial(_with_spread, column))

    def seat_online(self, seating: OnlineSeating) -> None:
        """Has people who join online share rooms, or spreads them out, or leaves it to chance."""
        self._history.do(Edit.WISH, partial(_with_online_seating, seating))

    def _apply_mended_rooms(self, found: ReseatingAnswers) -> None:
        """The rooms as the new wish wants them; undo takes back both."""
        self._history.follow_up(partial(_with_rooms_of, found.session), found.sentence)


def _with_wish(wish: Wish, session: Session) -> Session:
    return replace(session, wishes=session.wishes.with_wish(wish))


def _without_wish(wish: Wish, session: Session) -> Session:
    return replace(session, wishes=session.wishes.without_wish(wish))


def _with_apart_by(column: str, session: Session) -> Session:
    return replace(session, apart_by=column)


def _with_spread(column: str, session: Session) -> Session:
    return replace(session, wishes=replace(session.wishes, spread=column))


def _with_online_seating(seating: OnlineSeating, session: Session) -> Session:
    return replace(session, wishes=replace(session.wishes, online=seating))


def _with_rooms_of(changed: Session, session: Session) -> Session:
    return replace(session, rooms=changed.rooms)
