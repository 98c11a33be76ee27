"""What holds a group together: what it agreed, how its structure goes, and what to do when someone is upset."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.content.catalogue import Catalogue
from desktop.dialogs.agreement import AgreementDialog
from desktop.dialogs.structure_card import StructureCard
from desktop.dialogs.upset_card import FOR_EVERYONE, UpsetCard
from desktop.live.agreement_now import AgreementNow
from desktop.live.runner import SessionRunner
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from formats.session.facilitator_card import contact_lines
from formats.session.moves import Move
from formats.structures.card import card_of
from formats.structures.structure import Structure


class CareCommands(QObject):
    """Nothing of it is noted anywhere: the run log knows a pause like any other."""

    pause_line_requested = Signal(str)
    """A line for the room while the clock stands still."""
    contacts_requested = Signal()
    """Local contacts are to be written down."""

    def __init__(
        self, look: Look, runner: SessionRunner, catalogue: Catalogue, preferences: LivePreferences, view: QWidget
    ) -> None:
        super().__init__(view)
        self._look, self._runner, self._preferences, self._view = look, runner, preferences, view
        self._catalogue = catalogue
        self.structure_card: StructureCard | None = None
        self._agreement = AgreementNow(runner)
        self.card: UpsetCard | None = None
        self.agreement_dialog: AgreementDialog | None = None

    def show_card(self) -> None:
        """Opens the card over Run; the clock and its keys go on beside it."""
        contacts = contact_lines(self._preferences.current.contacts)
        self.card = UpsetCard(self._look, contacts, self._view.window())
        self.card.pause_requested.connect(self._pause)
        self.card.contacts_requested.connect(self.contacts_requested)
        self.card.show()

    def show_structure(self) -> None:
        """Opens the card of the structure of the moment; before and after the structures, of the nearest one."""
        structure = self._structure_of_moment()
        if structure is not None:
            self.structure_card = StructureCard(self._look, card_of(structure), self._view.window())
            self.structure_card.show()

    def _structure_of_moment(self) -> Structure | None:
        reading = self._runner.reading
        if reading is None:
            return None
        parts = reading.position.agenda.parts
        here = next((n for n, part in enumerate(parts) if reading.stage and part.id == reading.stage.key.part), 0)
        in_order = (*parts[here:], *reversed(parts[:here]))
        found = (self._catalogue.structure(part.structure) for part in in_order)
        return next((structure for structure in found if structure is not None), None)

    def ask_agreement(self) -> None:
        """Lets the group change what it agreed, at any time."""
        if self._runner.session is None or self._runner.refuses():
            return
        dialog = AgreementDialog(self._look, self._agreement.lines, self._view.window())
        dialog.agreed.connect(self._agreement.change)
        self.agreement_dialog = dialog
        dialog.open()

    def _pause(self) -> None:
        if Move.PAUSE in self._runner.moves:
            self._runner.make(Move.PAUSE)
        self.pause_line_requested.emit(str(FOR_EVERYONE))
