"""Somebody arrived, or left: shows who has to move and what it costs before anything changes."""

import time
from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from desktop.background import Background
from desktop.content.new_session import new_id
from desktop.dialogs.frame import Dialog
from desktop.live.earlier_sessions import EarlierSessions
from desktop.live.runner import SessionRunner
from desktop.look import Look
from desktop.widgets.buttons import ActionButton
from desktop.widgets.completions import dress_completions
from desktop.widgets.words import Words
from desktop.wording import minutes, name_order
from formats.language import Message, tr
from formats.session.candidates import people_to_arrive
from formats.session.clock import Reading
from formats.session.people import Person
from formats.session.roster.typed_person import typed_people
from formats.session.seating.people_changes import RoundKey, rounds_to_come, with_presence
from formats.session.seating.reseating import ReseatingAnswers, reseat, with_person_joined

SEARCH_SECONDS = 0.3
LITTLE_SHARE = 0.5
"""With less than this of the round left, observing it is offered."""
OBSERVE = Message("{length} of this round are left. They can observe it.")
OBSERVE_AND_JOIN = Message("{length} of this round are left. They can observe it and join the next.")


class ComingAndGoingDialog(Dialog):
    """For somebody who arrived, by name; or for somebody who left, where one is given."""

    change_accepted = Signal(object, str)
    """The session as it is to be, and what to say of it: Session, sentence."""

    def __init__(
        self,
        look: Look,
        runner: SessionRunner,
        earlier: EarlierSessions,
        leaving: Person | None = None,
        parent: QWidget | None = None,
        arriving: Person | None = None,
    ) -> None:
        title = tr("{person} left", person=leaving.name) if leaving else tr("Someone arrived")
        super().__init__(look, title, tr("Mark as left") if leaving else tr("Add to a room"), parent)
        self._runner, self._earlier, self._leaving, self._arriving = runner, earlier, leaving, arriving
        self._found: ReseatingAnswers | None = None
        session, network = runner.session, runner.library.network()
        self._known = people_to_arrive(session, network, name_order) if session else ()
        self._new_id = new_id()
        self._person = Person(self._new_id, "")
        self.name = QLineEdit()
        self.name.setObjectName("arrival-name")
        self.name.setAccessibleName(tr("Name"))
        self.name.setPlaceholderText(tr("Their name"))
        completer = QCompleter([person.name for person in self._known], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        dress_completions(completer, look)
        self.said = Words("", wrap=True)
        self.said.setObjectName("change-said")
        self.left = Words("", "second", wrap=True)
        self.shuffle = ActionButton(look, tr("Plan later rounds again"), "shuffle")
        self.shuffle.setObjectName("shuffle-to-come")
        self.observe = ActionButton(look, tr("Observe this round"), "eye")
        self.observe.setObjectName("observe")
        self._work = Background(self)
        self._lay_out()
        self._work.finished.connect(self._show)
        self.name.textChanged.connect(self._ask)
        self.name.returnPressed.connect(self.accept)
        self.accepted.connect(self._take)
        self.shuffle.clicked.connect(self._take_shuffled)
        self.observe.clicked.connect(self._take_observer)
        self.fit_window(520, 260)
        self._ask()

    def accept(self) -> None:
        """Waits for the answer, so that nothing happens that was not shown."""
        if self._found is not None:
            super().accept()

    def _lay_out(self) -> None:
        self.name.setVisible(self._leaving is None)
        self.body.addWidget(self.name)
        self.body.addWidget(self.said)
        self.body.addWidget(self.left)
        self.body.addStretch(1)
        self.foot.insertWidget(0, self.observe)
        self.foot.insertWidget(0, self.shuffle)
        for widget in (self.shuffle, self.observe, self.left):
            widget.hide()
        if self._leaving is None:
            self.name.setFocus()

    def _ask(self, _text: str = "") -> None:
        session, reading = self._runner.session, self._runner.reading
        self._found = None
        self.act.setEnabled(False)
        name = " ".join(self.name.text().split())
        if session is None or reading is None or (self._leaving is None and not name):
            self.said.setText(tr("Pick someone who is expected, or type a name.") if self._leaving is None else "")
            return
        before = session.as_run(reading.position)
        if self._leaving is not None:
            after = with_presence(before, self._leaving.id, here=False)
        else:
            # Others may have the same name as whoever was pointed at.
            meant = self._arriving if self._arriving and self._arriving.name == name else None
            self._person = meant or self._typed_person(name)
            after = with_person_joined(before, self._person)
        ahead = rounds_to_come(before.agenda, reading.position.current)
        past = self._earlier.sessions
        work = partial(reseat, after, before, ahead, past=past, seconds=SEARCH_SECONDS, clock=time.monotonic)
        self.said.setText(tr("Working out who would have to move…"))
        self._work.ask(work)

    def _typed_person(self, typed: str) -> Person:
        """One arrives at a time: what names several people is taken for a name as it stands."""
        people = typed_people(typed, self._known, self._same_id)
        return people[0] if len(people) == 1 else Person(self._new_id, typed)

    def _same_id(self) -> str:
        """However often the name is typed on, it is one new person."""
        return self._new_id

    def _show(self, found: ReseatingAnswers) -> None:
        self._found = found
        self.said.setText(found.sentence or tr("There are no rooms to come, so nobody has to move."))
        self.act.setEnabled(True)
        if self._leaving is not None:
            self.act.setFocus()
        self.shuffle.setVisible(found.gain >= 1)
        left = self._little_time_left()
        self.observe.setVisible(left is not None)
        self.left.setVisible(left is not None)
        if left is not None:
            observe = OBSERVE_AND_JOIN if self._has_another_round() else OBSERVE
            self.left.setText(observe.filled(length=left))

    def _little_time_left(self) -> str | None:
        """How much of the round is left where that is little; None where there is time to join."""
        reading = self._runner.reading
        if self._leaving is not None or reading is None or _round_of(reading) is None:
            return None
        left, whole = _time_left(reading)
        return minutes(left) if whole and left < whole * LITTLE_SHARE else None

    def _has_another_round(self) -> bool:
        reading = self._runner.reading
        key = _round_of(reading) if reading else None
        part = reading.position.agenda.part(key[0]) if reading and key else None
        return part is not None and key is not None and key[1] < part.rounds

    def _take(self) -> None:
        if self._found is not None:
            gone = tr("{person} left.", person=self._leaving.name) if self._leaving is not None else ""
            self.change_accepted.emit(self._found.session, f"{gone} {self._found.sentence}".strip())

    def _take_shuffled(self) -> None:
        if self._found is not None:
            self.change_accepted.emit(self._found.reshuffled, tr("Later rounds were planned again."))
            self.reject()

    def _take_observer(self) -> None:
        session, reading = self._runner.session, self._runner.reading
        key = _round_of(reading) if reading else None
        if session is None or reading is None or key is None:
            return
        before = session.as_run(reading.position)
        ahead = rounds_to_come(before.agenda, reading.position.current) - {key}
        self._work.finished.disconnect(self._show)
        self._work.finished.connect(self._send_observer)
        after = with_person_joined(before, self._person, key)
        past = self._earlier.sessions
        self._work.ask(
            partial(reseat, after, before, ahead, past=past, seconds=SEARCH_SECONDS, clock=time.monotonic)
        )

    def _send_observer(self, found: ReseatingAnswers) -> None:
        observes = tr("{person} observes this round.", person=self._person.name)
        self.change_accepted.emit(found.session, f"{observes} {found.sentence}".strip())
        self.reject()


def _round_of(reading: Reading) -> RoundKey | None:
    """The round of the moment, where people are in rooms."""
    stage = reading.stage
    part = reading.position.agenda.part(stage.key.part) if stage else None
    return (part.id, stage.key.round) if stage and part and part.rooms else None


def _time_left(reading: Reading) -> tuple[timedelta, timedelta]:
    """How much of the round of the moment is left, and how long all of it is."""
    stage = reading.stage
    assert stage is not None, "there is a round"
    here = (stage.key.part, stage.key.round)
    following = [s.length for s in reading.following if (s.key.part, s.key.round) == here]
    whole = [s.length for s in reading.position.agenda.stages if (s.key.part, s.key.round) == here]
    return sum(following, max(reading.remaining, timedelta())), sum(whole, timedelta())
