"""The session after this one, wherever it is spoken of: its date, the way to set it, and what can be sent."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.content.languages import choices_for_readers
from desktop.dialogs.next_session import NextSessionDialog
from desktop.keys import NEXT_IN_SERIES
from desktop.live.runner import SessionRunner
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.places.summary.export_buttons import ExportButtons
from desktop.places.summary.export_plan import INVITATIONS, SummaryExport
from desktop.widgets.buttons import ActionButton
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words
from desktop.wording import date_style
from formats.exports import Choices, recipients_sentence, summarise
from formats.exports.questions import questions_in
from formats.language import Message, tr
from formats.session.session import Session

NO_DATE = Message("No date yet. With a date there is an invitation and an email draft to send.")
CALLED_OFF = Message("Called off. What you send now removes it from calendars.")


class NextSessionCard(QWidget):
    """Says when it is, and offers the invitation and the email draft as soon as there is a date."""

    next_in_series_requested = Signal(str)
    """The session after this one is to be prepared: the id of this one."""

    def __init__(self, look: Look, runner: SessionRunner, preferences: LivePreferences) -> None:
        super().__init__()
        self.setObjectName("next-session-card")
        self._look, self._runner, self._preferences = look, runner, preferences
        self.dialog: NextSessionDialog | None = None
        self._shown: tuple[Session, Choices] | None = None
        self._when = Words("", "strong", wrap=True)
        self._when.setObjectName("next-session-when")
        self._reached = Words("", "label", wrap=True)
        self._reached.setObjectName("next-session-reached")
        self.change = ActionButton(look, tr("Set the date"), "calendar-days")
        self.change.setObjectName("set-next-session")
        self.change.clicked.connect(self.ask)
        self.prepare = ActionButton(look, tr("Prepare the next one"), "calendar-plus")
        self.prepare.setToolTip(plain_tip(NEXT_IN_SERIES))
        self.prepare.setObjectName("prepare-next-session")
        self.prepare.clicked.connect(self._request_next)
        self.exports = ExportButtons(look, INVITATIONS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Words(tr("The next session"), "caption"))
        column.addWidget(self._when)
        column.addWidget(self.change)
        column.addWidget(self.prepare)
        column.addWidget(self.exports)
        column.addWidget(self._reached)

    def _request_next(self) -> None:
        if self._runner.session is not None:
            self.next_in_series_requested.emit(self._runner.session.id)

    def ask(self) -> None:
        """Asks for the date."""
        if self._runner.session is not None and not self._runner.refuses():
            self.dialog = NextSessionDialog(self._look, self._runner, self.window())
            self.dialog.preparing_requested.connect(self.next_in_series_requested)
            self.dialog.open()

    def show_session(self, session: Session, choices: Choices | None = None) -> None:
        """Shows what is set; `choices` say who may be named, everyone without them."""
        chosen = choices or choices_for_readers(self._preferences.current.readers_language, Choices())
        if self._shown is not None and self._shown[0] is session and self._shown[1] == chosen:
            return
        self._shown = session, chosen
        # What is said here is in the language of Clearing, whatever is written for readers.
        here = replace(chosen, language=None, dates=date_style())
        summary = summarise(replace(session, notes=()), here, self._runner.now)
        following = summary.invitation
        if following is None:
            self._when.setText(str(NO_DATE))
        else:
            when = f"{following.title}: {following.in_words}."
            self._when.setText(f"{when} {CALLED_OFF}" if following.called_off else when)
        self._reached.setText(recipients_sentence(summary) if following else "")
        self._reached.setVisible(following is not None)
        self.prepare.setVisible(session.begun)
        set_already = session.next_session is not None
        self.change.show_as(tr("Change the date") if set_already else tr("Set the date"), "calendar-days")
        questions = questions_in(summary.passages) if following else ()
        self.exports.offer(SummaryExport(session, chosen, self._runner.now, questions))
