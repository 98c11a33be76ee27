"""What was understood of a list of people: to look over, mend and answer."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.content.new_session import new_id
from desktop.dialogs.attention_lines import AttentionList
from desktop.dialogs.review_table import ReviewTable
from desktop.dialogs.roster_answers import EditedRoster, Resolution, RosterQuestion
from desktop.dialogs.roster_columns import Choices, columns_shown
from desktop.dialogs.roster_draft import with_changes, write_changes
from desktop.dialogs.roster_rows import RosterModel
from desktop.look import Look
from desktop.widgets.chips import Chip
from desktop.widgets.flow import FlowLayout
from formats.language import tr, tr_count
from formats.session.people import Person
from formats.session.roster import Roster
from formats.session.wording import join_and


class CountChips(QWidget):
    """How many people, here, away and new, and how much is to be looked at."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._people = Chip(look, "", tint="moss")
        self._here, self._away = Chip(look, ""), Chip(look, "")
        self._new = Chip(look, "", tint="lake")
        self._open = Chip(look, "", "triangle-alert", "amber")
        flow = FlowLayout(self, gap=8)
        for chip in (self._people, self._here, self._away, self._new, self._open):
            flow.addWidget(chip)

    @property
    def words(self) -> tuple[str, ...]:
        """What they say."""
        return tuple(chip.text() for chip in self.findChildren(Chip) if not chip.isHidden())

    def show_counts(self, resolution: Resolution, unread: int, asked: int) -> None:
        """Counts those who would join now."""
        ready = resolution.ready
        away = sum(entry.draft.away for entry, _ in ready)
        new = sum(match.person is None for _, match in ready)
        self._people.show_as(tr_count("{count} person", "{count} people", len(ready)), tint="moss")
        self._here.show_as(tr("{count} here", count=len(ready) - away))
        self._away.show_as(tr("{count} away", count=away))
        self._new.show_as(tr("{count} new", count=new), tint="lake")
        self._open.show_as(_to_look_at(unread, asked), "triangle-alert", "amber")
        for chip, shown in ((self._away, away), (self._new, new), (self._open, unread + asked)):
            chip.setVisible(bool(shown))


class RosterReview(QWidget):
    """The list as a table under its columns, with what needs a person above it."""

    roster_changed = Signal()
    column_chosen = Signal(str, str)
    """Title of a column of the list, and what it is to be taken for."""

    def __init__(
        self,
        look: Look,
        known: tuple[Person, ...],
        here: frozenset[str],
        times: Mapping[str, int] | None = None,
    ) -> None:
        """`here` are ids of people in the session already, `times` how often each person came."""
        super().__init__()
        self._known, self._here, self._times = known, here, times or {}
        self._list, self._resolution = EditedRoster(), Resolution()
        self.model = RosterModel(look)
        self.table = ReviewTable(look, self.model)
        self.counts = CountChips(look)
        self.attention = AttentionList(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table.heads)
        column.addWidget(self.attention)
        column.addWidget(self.table, 1)
        self.table.heads.column_chosen.connect(self.column_chosen)
        self.attention.question_answered.connect(self.answer)
        self.attention.line_settled.connect(self._settle_line)
        self.attention.name_typed.connect(self._keep_typed)
        self.model.roster_edited.connect(self._take)

    @property
    def count(self) -> int:
        """How many people would be added now."""
        return len(self._resolution.ready)

    @property
    def questions(self) -> tuple[RosterQuestion, ...]:
        """What is asked."""
        return self._resolution.questions

    @property
    def rest(self) -> Roster | None:
        """What would be left waiting: lines not read, and people about whom something is still asked."""
        return self._list.rest(self._resolution)

    def people(self) -> tuple[tuple[Person, ...], frozenset[str]]:
        """The people as they are to join, and who of them is away."""
        return self._resolution.people(new_id)

    def show_roster(self, roster: Roster, choices: Choices | None = None) -> None:
        """Takes another reading, and keeps what was mended in lines that are still there."""
        columns = columns_shown(roster, choices or {})
        self.model.show_columns(columns)
        self.table.dress_columns()
        self.table.heads.show_columns(columns, choices or {})
        self._take(self._list.read_again(roster))
        self.table.fit_columns()

    @property
    def changes(self) -> str:
        """What was mended, answered and left out, as a text; empty for nothing."""
        return write_changes(self._list)

    def take_changes(self, written: str) -> None:
        """Takes the same changes again, as far as they fit the list."""
        self._take(with_changes(self._list, written))
        self.attention.show_anew(self._list, self._resolution)

    def answer(self, question: RosterQuestion, first: bool) -> None:
        """Takes an answer."""
        self._take(self._list.with_answer(question.key, first))

    def _settle_line(self, key: str, name: str) -> None:
        self._take(self._list.with_line_settled(key, name))

    def _keep_typed(self, key: str, name: str) -> None:
        self._list = self._list.with_name_typed(key, name)
        self.roster_changed.emit()

    def _take(self, mended: EditedRoster) -> None:
        self._list, self._resolution = mended, mended.resolve(self._known)
        self.model.show_list(mended, self._resolution, self._here, self._times)
        self.attention.show_open(mended, self._resolution)
        asked = sum(mended.answer(question.key) is None for question in self.questions)
        self.counts.show_counts(self._resolution, len(mended.unread), asked)
        self.roster_changed.emit()


def _to_look_at(unread: int, asked: int) -> str:
    lines = tr_count("{count} line", "{count} lines", unread) if unread else ""
    questions = tr_count("{count} question", "{count} questions", asked) if asked else ""
    return tr(
        "{lines_and_questions} to look at, first below",
        lines_and_questions=join_and(filter(None, (lines, questions))),
    )
