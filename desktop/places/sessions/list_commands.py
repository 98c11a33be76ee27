"""What happens with one session of the list: it is opened, held again, handed over or erased."""

from collections.abc import Set
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from desktop.background import Background
from desktop.content.catalogue import Catalogue
from desktop.content.new_session import new_id, same_again
from desktop.dialogs.next_in_series import NextInSeriesDialog
from desktop.dialogs.one_line import OneLineDialog
from desktop.dialogs.rehearse import RehearseDialog
from desktop.folders import FAULTS, data_folder
from desktop.live.clocks import SessionClock
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.places.open_session import SessionLoader
from desktop.places.page import PlaceName
from desktop.places.session_exchange import SessionExchange
from desktop.places.sessions.erase_dialog import EraseDialog
from desktop.places.sessions.facts import with_used_minutes
from desktop.places.sessions.session_menu import SessionMenu
from desktop.widgets.press import connect_press
from desktop.widgets.words import Words
from desktop.wording import told_apart
from formats.language import Message, tr
from formats.library.erasing import EraseReport, erase_everywhere
from formats.library.repository import SessionCard, SessionRepository
from formats.library.templates import TemplateRepository
from formats.session.series.next_in_series import latest_of_series
from formats.session.series.telling_apart import Fact
from formats.session.session import Session
from formats.session.session_template import template_of

OF_TEMPLATES = Message("The agenda and its length are kept: no people, no day, nothing that happened.")
NOT_ERASED = Message("Not every copy could be deleted. Check that the disk is not full or locked, then try again.")


class SessionListCommands(QObject):
    """Offers the acts in a menu over the place, and does them."""

    page_requested = Signal(object)
    """A place is to be opened: PlaceName."""
    rehearsal_requested = Signal(object, float)
    """A copy is to be rehearsed: Session, how many times as fast as a real one."""
    message = Signal(str)
    """What has been done, in a sentence."""
    sessions_changed = Signal()
    """The library holds something else now."""

    def __init__(
        self,
        look: Look,
        repository: SessionRepository,
        runner: SessionRunner,
        opening: SessionLoader,
        catalogue: Catalogue,
        clock: SessionClock,
        over: QWidget,
    ) -> None:
        super().__init__(over)
        self._look, self._repository, self._runner = look, repository, runner
        self._loader, self._clock, self._over = opening, clock, over
        self._catalogue = catalogue
        self.exchange = SessionExchange(look, repository, runner, over)
        self.templates = TemplateRepository(repository.file)
        self._erasing = Background(self)
        self._outcomes: dict[str, None] = {}
        self.exchange.message.connect(self.message)
        self.exchange.session_received.connect(self._report_received)
        self._erasing.finished.connect(self._say_erased)
        self._erasing.failed.connect(self._say_not_erased)

    def open(self, card: SessionCard) -> None:
        """Opens a session in the place that fits how far it has come."""
        self.open_by_id(card.id)

    def open_by_id(self, session_id: str) -> None:
        """The same for a session of which only the id is known."""
        place = self._loader.open(session_id)
        if place is not None:
            self.page_requested.emit(place)

    def repeat(self, card: SessionCard, *, used: bool = False) -> None:
        """The same session again, with the planned or the really used minutes."""
        session = self._repository.session(card.id)
        if session is not None:
            plan = (with_used_minutes(session) if used else None) or session
            self.page_requested.emit(self._loader.keep(same_again(plan, self._clock.now())))

    def offer(self, card: SessionCard, where: QPoint) -> None:
        """Offers what can be done with a session."""
        menu = SessionMenu(self._look, card, self._over)
        connect_press(menu.open_act, self.open, card)
        connect_press(menu.prepare_act, self._prepare, card)
        connect_press(menu.summary_act, self._summarise, card)
        connect_press(menu.next_act, self.ask_for_next, card.id)
        connect_press(menu.again_act, self.repeat, card)
        connect_press(menu.again_used_act, self._repeat_as_used, card)
        connect_press(menu.template_act, self.ask_for_template_name, card)
        connect_press(menu.rehearse_act, self.ask_to_rehearse, card)
        connect_press(menu.give_act, self.exchange.give_session, card.id)
        menu.take_act.triggered.connect(self.exchange.receive_session)
        connect_press(menu.erase_act, self._ask_to_erase, card)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def ask_for_next(self, session_id: str) -> None:
        """Asks what is done in the next session of the series, and when; it goes by the last one of them."""
        if self._runner.refuses():
            return
        self._runner.gather_pending_input()
        session = self._repository.session(session_id)
        if session is None:
            return
        last = self._repository.session(latest_of_series(session, self._repository.session_dates())) or session
        dialog = NextInSeriesDialog(
            self._look, self._repository, self._catalogue, last, self._clock.now(), self._over.window()
        )
        dialog.session_planned.connect(partial(self._keep_next, last))
        dialog.open()

    def _keep_next(self, last: Session, planned: Session) -> None:
        """Keeps the next session; where the series was only named now, the last one belongs to it too."""
        if not last.series.strip() and planned.series:
            self._repository.keep_plan(replace(last, series=planned.series))
            if self._runner.session is not None and self._runner.session.id == last.id:
                self._runner.reload()
        self.page_requested.emit(self._loader.keep(planned))

    def ask_for_template_name(self, card: SessionCard) -> None:
        """Asks under which name the plan of a session is kept to begin others with."""
        if self._runner.refuses():
            return
        name = card.structures[0] if card.structures else card.title
        dialog = OneLineDialog(self._look, tr("Keep as a template"), tr("Name"), name, self._over.window())
        dialog.body.insertWidget(0, Words(str(OF_TEMPLATES), "second", wrap=True))
        dialog.line_entered.connect(partial(self._keep_template, card.id))
        dialog.open()

    def _keep_template(self, session_id: str, name: str) -> None:
        session = self._repository.session(session_id)
        if session is not None:
            self.templates.keep(template_of(session, new_id(), name))
            self.message.emit(tr("“{name}” is kept as a template. New session offers it.", name=name))

    def ask_to_rehearse(self, card: SessionCard) -> None:
        """Asks how fast a copy of a session is to be rehearsed."""
        session = self._repository.session(card.id)
        if session is not None:
            dialog = RehearseDialog(self._look, session, self._over, self._words_beside(card))
            dialog.rehearsal_requested.connect(self.rehearsal_requested)
            dialog.open()

    def erase(self, session_id: str) -> None:
        """Erases a session, after those that are being erased already."""
        if self._runner.session is not None and self._runner.session.id == session_id:
            self._runner.open(None)
        if not self._erasing.busy:
            self._outcomes.clear()
        self.message.emit(tr("Deleting…"))
        erase = partial(erase_everywhere, self._repository.file, session_id, (data_folder() / FAULTS,))
        self._erasing.ask_in_turn(erase, doing=tr("A session is being deleted."))

    def _prepare(self, card: SessionCard) -> None:
        self._loader.open(card.id)
        self.page_requested.emit(PlaceName.PREPARE)

    def _summarise(self, card: SessionCard) -> None:
        self._loader.open(card.id)
        self.page_requested.emit(PlaceName.SUMMARY)

    def _repeat_as_used(self, card: SessionCard) -> None:
        self.repeat(card, used=True)

    def _ask_to_erase(self, card: SessionCard) -> None:
        if self._runner.refuses():
            return
        dialog = EraseDialog(self._look, card, self._over, self._words_beside(card, {Fact.DAY}))
        dialog.erase_confirmed.connect(self.erase)
        dialog.open()

    def _words_beside(self, card: SessionCard, in_sight: Set[Fact] = frozenset()) -> str:
        """What tells a session from the others of its title."""
        return told_apart(self._repository.named_sessions(), in_sight).get(card.id, "")

    def _say_erased(self, erased: EraseReport) -> None:
        self._say_outcome(erased.sentence)

    def _say_not_erased(self, _trouble: Exception) -> None:
        self._say_outcome(str(NOT_ERASED))

    def _say_outcome(self, sentence: str) -> None:
        """What came of each erased one after the other: good news of the last hides no trouble with the first."""
        self._outcomes[sentence] = None
        self.message.emit(" ".join(self._outcomes))
        self.sessions_changed.emit()

    def _report_received(self, _session_id: str) -> None:
        self.sessions_changed.emit()
