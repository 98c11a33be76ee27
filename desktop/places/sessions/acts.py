"""What happens with one session of the list: it is opened, held again, handed over or erased."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.background import Background
from desktop.content.new_session import same_again
from desktop.dialogs.frame import Dialog
from desktop.live.clocks import SessionClock
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.places.open_session import Opening
from desktop.places.place import PlaceName
from desktop.places.session_exchange import HandingOver
from desktop.places.sessions.facts import erase_words, really_used
from desktop.places.sessions.row_menu import RowMenu
from desktop.widgets.words import Words
from formats.library.erasing import Erased, erase_everywhere
from formats.library.repository import SessionCard, Shelf

NOT_ERASED = "The session could not be erased everywhere. Try again once the disk can be written."


class SessionActs(QObject):
    """Offers the acts in a menu over the place, and does them."""

    wanted = Signal(object)
    """A place is to be opened: PlaceName."""
    said = Signal(str)
    """What has been done, in a sentence."""
    changed = Signal()
    """The library holds something else now."""

    def __init__(
        self, look: Look, shelf: Shelf, runner: SessionRunner, opening: Opening, clock: SessionClock, over: QWidget
    ) -> None:
        super().__init__(over)
        self._look, self._shelf, self._runner = look, shelf, runner
        self._opening, self._clock, self._over = opening, clock, over
        self.handing_over = HandingOver(look, shelf, runner, over)
        self._erasing = Background(self)
        self.handing_over.said.connect(self.said)
        self.handing_over.taken.connect(self._tell_taken)
        self._erasing.finished.connect(self._say_erased)
        self._erasing.failed.connect(self._say_not_erased)

    def open(self, card: SessionCard) -> None:
        """Opens a session in the place that fits how far it has come."""
        self.open_by_id(card.id)

    def open_by_id(self, session_id: str) -> None:
        """The same for a session of which only the id is known."""
        place = self._opening.open(session_id)
        if place is not None:
            self.wanted.emit(place)

    def repeat(self, card: SessionCard, *, used: bool = False) -> None:
        """The same session again, with the planned or the really used minutes."""
        session = self._shelf.session(card.id)
        if session is not None:
            plan = (really_used(session) if used else None) or session
            self.wanted.emit(self._opening.keep(same_again(plan, self._clock.now())))

    def offer(self, card: SessionCard, where: QPoint) -> None:
        """Offers what can be done with a session."""
        menu = RowMenu(self._look, card, self._over)
        menu.triggered.connect(self._act)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _act(self, action: QAction) -> None:
        menu = self.sender()
        assert isinstance(menu, RowMenu)
        card = menu.card
        if action is menu.open_act:
            self.open(card)
        elif action in (menu.prepare_act, menu.summary_act):
            self._opening.open(card.id)
            self.wanted.emit(PlaceName.PREPARE if action is menu.prepare_act else PlaceName.SUMMARY)
        elif action in (menu.again_act, menu.again_used_act):
            self.repeat(card, used=action is menu.again_used_act)
        elif action is menu.give_act:
            self.handing_over.give(card.id)
        elif action is menu.take_act:
            self.handing_over.take()
        elif action is menu.erase_act:
            self._ask_to_erase(card)

    def _ask_to_erase(self, card: SessionCard) -> None:
        if self._runner.refuses():
            return
        dialog = Dialog(self._look, "Erase this session", "Erase", self._over)
        dialog.setObjectName(card.id)
        dialog.body.addWidget(Words(erase_words(card), wrap=True))
        dialog.body.addStretch(1)
        dialog.fit_window(480, 240)
        dialog.accepted.connect(self._erase)
        dialog.open()

    def _erase(self) -> None:
        session_id = self.sender().objectName()
        if self._runner.session is not None and self._runner.session.id == session_id:
            self._runner.open(None)
        self.said.emit("Erasing …")
        self._erasing.ask(partial(erase_everywhere, self._shelf.file, session_id))

    def _say_erased(self, erased: Erased) -> None:
        self.said.emit(erased.sentence)
        self.changed.emit()

    def _say_not_erased(self, _trouble: Exception) -> None:
        self.said.emit(NOT_ERASED)
        self.changed.emit()

    def _tell_taken(self, _session_id: str) -> None:
        self.changed.emit()
