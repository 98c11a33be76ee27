"""Two records of one person: offered where they look alike, made one when somebody says so, and parted again."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.content.offers import Offer
from desktop.dialogs.choose_offer import ChooseOfferDialog
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.places.people.merge_people_dialog import MergePeopleDialog
from desktop.places.people.network import NetworkMember
from formats.language import Message, tr
from formats.library.merging import MergeError, PeopleMerge, merge_people, undo_merge
from formats.library.repository import SessionRepository
from formats.library.two_people import TwoPeople
from formats.session.doubles import LikelyDouble, likely_doubles
from formats.session.folding import fold
from formats.session.people import Person
from formats.session.wording import join_list

RUNNING = Message("A session is running. People can be made one when it is over.")


class PeopleMerging(QObject):
    """Asks over the place it belongs to; nobody is ever made one by itself."""

    people_changed = Signal(str)
    """The library holds other people now; who is to be shown: an id."""
    message = Signal(str)
    """What was done or not done, in a sentence; "" for nothing to say."""

    def __init__(self, look: Look, repository: SessionRepository, runner: SessionRunner, over: QWidget) -> None:
        super().__init__(over)
        self._look, self._repository, self._runner, self._over = look, repository, runner, over
        self._two = TwoPeople(repository.file)
        self._last: PeopleMerge | None = None
        self._for: tuple[tuple[Person, ...], frozenset[frozenset[str]]] | None = None
        self._doubles: tuple[LikelyDouble, ...] = ()

    @property
    def can_undo(self) -> bool:
        """Whether the last two that were made one can be two again."""
        return self._last is not None

    def forget(self) -> None:
        """Lets nobody be parted again."""
        self._last = None

    def doubles(self, members: Sequence[NetworkMember]) -> tuple[LikelyDouble, ...]:
        """Who looks like one person among these; read again only where somebody is another."""
        asked = tuple(member.person for member in members), self._two.pairs()
        if asked != self._for:
            self._for, self._doubles = asked, likely_doubles(*asked)
        return self._doubles

    def keep_apart(self, double: LikelyDouble) -> None:
        """Says for good that two are two."""
        self._keep_two(double.one.id, double.other.id)

    def ask(self, one: NetworkMember, other: NetworkMember) -> None:
        """Shows the person whom the two would be."""
        if self._is_refused():
            return
        dialog = MergePeopleDialog(self._look, one, other, self._over.window())
        dialog.merge_agreed.connect(self._merge)
        dialog.two_people_told.connect(self._keep_two)
        dialog.open()

    def ask_with_whom(self, one: NetworkMember, others: Sequence[NetworkMember]) -> None:
        """Asks who else somebody is, then shows the person whom the two would be."""
        if self._is_refused():
            return
        known = {member.person.id: member for member in others if member.person.id != one.person.id}
        offers = tuple(_offer(member.person) for member in known.values())
        dialog = ChooseOfferDialog(
            self._look, tr("Who else is {name}?", name=one.person.name), offers, "moss", "", self._over.window()
        )
        dialog.search.setPlaceholderText(tr("Search people"))
        dialog.search.setAccessibleName(tr("Search people"))
        dialog.list.setAccessibleName(tr("People"))
        dialog.accepted.connect(partial(self._ask_chosen, dialog, one, known))
        dialog.open()

    def undo(self) -> None:
        """Makes two of the last that were made one."""
        merge, self._last = self._last, None
        if merge is None or self._is_refused():
            return
        try:
            undo_merge(self._repository.file, merge)
        except MergeError as why:
            self.message.emit(str(why))
            return
        self._runner.reload()
        self.message.emit("")
        self.people_changed.emit(merge.kept)

    def _ask_chosen(self, dialog: ChooseOfferDialog, one: NetworkMember, known: dict[str, NetworkMember]) -> None:
        if dialog.offer is not None:
            self.ask(one, known[dialog.offer.id])

    def _merge(self, merged: Person, gone: str) -> None:
        self._runner.gather_pending_input()
        try:
            self._last = merge_people(self._repository.file, merged, gone)
        except MergeError as why:
            self.message.emit(str(why))
            return
        self._runner.reload()
        self.message.emit(tr("{name} is one person now. Nothing was lost.", name=merged.name))
        self.people_changed.emit(merged.id)

    def _keep_two(self, one: str, other: str) -> None:
        if not self._runner.refuses():
            self._two.keep_apart(one, other)
            self.people_changed.emit(one)

    def _is_refused(self) -> bool:
        if self._runner.live:
            self.message.emit(str(RUNNING))
            return True
        return self._runner.refuses()


def _offer(person: Person) -> Offer:
    facts = join_list(filter(None, (person.role, person.organisation))) or tr("Someone in your network")
    words = fold(f"{person.name} {person.organisation} {person.role} {person.email}")
    return Offer(person.id, person.name, facts, person.email, "user", words)
