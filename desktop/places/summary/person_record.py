"""How does one person get the record of what they took part in?"""

from PySide6.QtWidgets import QWidget

from desktop.content.languages import choices_for_readers
from desktop.live.runner import SessionRunner
from desktop.live_preferences import LivePreferences
from desktop.look import Look
from desktop.places.summary.export_dialog import ExportDialog
from desktop.places.summary.export_plan import RecordExport
from formats.exports import Choices
from formats.exports.record import record_of
from formats.language import Message, tr
from formats.library.repository import SessionRepository
from formats.session.people import Person

RECORD = Message(
    "One page for them to keep: when they came, what they did, and room to reflect. Nobody else is named."
)


def offer_record(
    look: Look,
    repository: SessionRepository,
    runner: SessionRunner,
    person: Person,
    window: QWidget,
    preferences: LivePreferences,
) -> None:
    """Offers the record of the sessions they were at, in any format that is read."""
    invited = (document["id"] for document in repository.file.all("sessions") if person.id in document["people"])
    sessions = repository.sessions_by_id(invited)
    known = tuple(other for other in repository.people() if other.id != person.id)
    choices = choices_for_readers(preferences.current.readers_language, Choices(known=known))
    questions = record_of(person, sessions, choices, runner.now).questions
    job = RecordExport(person, sessions, choices, runner.now, questions)
    title = tr("Attendance record: {name}", name=person.name)
    ExportDialog(look, title, str(RECORD), job, window).open()
