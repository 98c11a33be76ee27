"""What this stage is about: its title, what to do, who speaks and who listens, what comes next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.look import Look
from desktop.panels.stage.outlook import OutlookLine
from desktop.widgets.chips import Chip
from desktop.widgets.collapsible_spaces import CollapsibleSpaces
from desktop.widgets.flow import FlowLayout
from desktop.widgets.measuring import height_at
from desktop.widgets.words import Words
from desktop.wording import listens_sentence, minutes, own_line_words, roles_sentence, speaks_sentence, time_of_day
from formats.language import Message, tr
from formats.session.agenda import Stage
from formats.session.clock import Phase, Reading
from formats.session.run_state import ZERO
from formats.session.session import Session
from formats.session.stage_words import stage_of_moment
from formats.session.topics import by_votes

BY_TOPICS = "lean-coffee"
"""The structure in which each round is a topic that people voted for."""
NARROW = 300
"""Below this width the title is smaller, and who speaks is said in a sentence."""


NEXT = Message("Next: {stage}, {length} at {time}")
NEXT_BY_ITSELF = Message("Next, by itself: {stage}, {length} at {time}")


def part_and_round(reading: Reading) -> str:
    """Part and round of the moment: "Peer Assist · round 1 of 1"."""
    key = reading.position.current
    part = reading.position.agenda.part(key.part) if key else None
    if key is None or part is None:
        return ""
    if part.rounds and reading.stage and reading.stage.repeats:
        return tr("{part} · round {round} of {rounds}", part=part.title, round=key.round, rounds=part.rounds)
    return part.title


def topic_of_round(session: Session, reading: Reading) -> str:
    """What this round of a talk by topics is about: the topic with most hands first; empty without votes."""
    key, stage = reading.position.current, reading.stage
    part = reading.position.agenda.part(key.part) if key else None
    if key is None or stage is None or not stage.repeats or part is None or part.structure != BY_TOPICS:
        return ""
    voted = [topic for topic in by_votes(session.topics) if topic.votes]
    return voted[key.round - 1].text if key.round <= len(voted) else ""


def title_of_moment(session: Session, reading: Reading) -> str:
    """What people are to have before them: the topic of the round where it has one, else the stage's own title."""
    return topic_of_round(session, reading) or (reading.stage.title if reading.stage else "")


def next_line(session: Session, reading: Reading) -> str:
    """What follows, by itself or not, and when: "Next: What I heard, 5 min at 17:03"."""
    if not reading.following or reading.stage is None:
        return tr("This is the last stage.")
    following = reading.following[0]
    by_itself = reading.stage.moves_on and not reading.position.held
    return (NEXT_BY_ITSELF if by_itself else NEXT).filled(
        stage=following.title,
        length=_length_words(following, reading),
        time=time_of_day(session, reading.stage_ends_at),
    )


def _length_words(stage: Stage, reading: Reading) -> str:
    """Its length; once something of it was used and the session went back, what it has left."""
    used = reading.position.used.get(stage.key, ZERO)
    if not used:
        return minutes(stage.length)
    if used >= stage.length:
        return tr("no time left,")
    # For translators: it stands for the length in “Next: {stage}, {length} at {time}”, hence the comma at its end
    return tr("{minutes} left,", minutes=minutes(stage.length - used))


class StageWords(QWidget):
    """The words beside the dial."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stage-words")
        self._look = look
        self._stage: Stage | None = None
        self._compact = self._narrow = self._without_roles = self._brief = False
        # Text wraps to the width there is; a wide chip must not push it out of view.
        self.setMinimumWidth(1)
        self._where = Words("", "caption", wrap=True)
        self._where.setObjectName("stage-where")
        self._title = Words("", "stage", wrap=True)
        self._title.setObjectName("stage-title")
        self._instruction = Words("", "lead", wrap=True)
        self._instruction.setObjectName("stage-instruction")
        self._own_line = Words("", "second", wrap=True)
        self._own_line.setObjectName("own-line")
        self._said = Words("", "second", wrap=True)
        self._roles = QWidget()
        self._chips = FlowLayout(self._roles, 8)
        self._next = Words("", wrap=True)
        self._next.setObjectName("next-line")
        self.outlook = OutlookLine(look)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._spaces = CollapsibleSpaces(column)
        column.addStretch(1)
        for widget in (self._where, self._title, self._instruction, self._own_line):
            column.addWidget(widget)
        self._spaces.add(12)
        column.addWidget(self._roles)
        column.addWidget(self._said)
        self._spaces.add(12)
        column.addWidget(self._next)
        self._spaces.add(4)
        column.addWidget(self.outlook)
        column.addStretch(1)

    def show_reading(self, session: Session, reading: Reading) -> None:
        """Shows the stage of the moment."""
        stage = stage_of_moment(session, reading)
        if stage is None:
            return
        title = stage.question or title_of_moment(session, reading)
        own_title = stage.title if title != stage.title else ""
        self._where.setText(" · ".join(filter(None, (part_and_round(reading), own_title))))
        self._title.setText(title)
        self._next.setText(next_line(session, reading))
        self._next.setVisible(reading.phase is not Phase.FINISHED)
        self.outlook.show_reading(session, reading)
        if stage != self._stage:
            self._stage = stage
            self._instruction.setText(stage.instruction)
            self._instruction.setVisible(bool(stage.instruction))
            self._own_line.setText(own_line_words(stage))
            self._own_line.setVisible(bool(stage.facilitator_line))
            self._show_roles(stage)

    def set_compact(self, compact: bool) -> None:
        """Smaller type, where the window is small or the text large."""
        self._instruction.set_role("" if compact else "lead")
        self._compact = compact
        self._take_size()

    def give_way(self, *, roles: bool, brief: bool) -> None:
        """Leaves out who speaks, and then all but title, instruction, what is next and when it ends."""
        if (roles, brief) != (self._without_roles, self._brief):
            self._without_roles, self._brief = roles, brief
            self._where.setVisible(not brief)
            self.outlook.set_brief(brief)
            self._spaces.collapse(brief)
            self._take_size()

    def height_at(self, width: int) -> int:
        """How high all of it would be, and from now on dressed for this width.

        Never for its own: a scroll bar makes that less, and smaller type would need no scroll bar, without end.
        """
        self._narrow = width < self._look.px(NARROW)
        self._take_size()
        return height_at(self._column, width)

    def _take_size(self) -> None:
        small = self._narrow or self._brief
        self._title.set_role("window" if small else "large" if self._compact else "stage")
        self.outlook.set_compact(self._narrow)
        self._choose_chips_or_words()

    def _show_roles(self, stage: Stage) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._said.setText(roles_sentence(stage))
        chips = [(speaks_sentence(label), "message-circle", "moss") for label in stage.speaks]
        chips += [(listens_sentence(label), "ear", "") for label in stage.listens]
        for words, icon, tint in chips:
            chip = Chip(self._look, words, icon, tint, size=15, parent=self._roles)
            chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._chips.addWidget(chip)
            chip.show()
        self._choose_chips_or_words()
        self._roles.updateGeometry()

    def _choose_chips_or_words(self) -> None:
        """Chips cannot wrap, so a narrow place says it in a sentence."""
        known = bool(self._said.text()) and not self._without_roles
        self._roles.setVisible(known and not self._narrow)
        self._said.setVisible(known and self._narrow)
