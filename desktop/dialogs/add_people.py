"""People from a list, wherever it comes from: understood, looked over, and only then added."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.frame import Dialog
from desktop.dialogs.roster_review import RosterReview
from desktop.look import Look
from formats.session.people import Person
from formats.session.roster import Roster, RosterError
from formats.session.wording import counted_noun


class AddPeopleDialog(Dialog):
    """Shows what was understood of a list; nothing joins the session before it was looked over."""

    people_accepted = Signal(object, object)
    """People to add (tuple of Person), and the ids of those who are away."""

    def __init__(
        self, look: Look, title: str, known: tuple[Person, ...], here: frozenset[str], parent: QWidget | None
    ) -> None:
        super().__init__(look, title, "Add people", parent)
        self.review = RosterReview(look, known, here)
        self.review.roster_changed.connect(self._update_act)
        self.accepted.connect(self._take)
        self._update_act()

    def show_list(self, read: Callable[[], Roster]) -> str:
        """Shows what `read` understands; what to say where it understands nothing, empty where all is well."""
        try:
            roster, trouble = read(), ""
        except RosterError as error:
            roster, trouble = Roster(()), str(error)
        self.review.show_roster(roster)
        return trouble

    def _update_act(self) -> None:
        count = self.review.count
        self.act.setText(f"Add {counted_noun(count, 'person', 'people')}" if count else "Add people")
        self.act.updateGeometry()
        self.act.setEnabled(self.review.ready)

    def _take(self) -> None:
        self.people_accepted.emit(*self.review.people())
