"""What of the stage of the moment can be changed while it runs: its opener, and whether it moves on by itself."""

from dataclasses import replace

from PySide6.QtCore import QObject

from desktop.actions import ActName
from desktop.content.catalogue import Catalogue
from desktop.live.edit_history import EditHistory
from desktop.live.edit_memory import PlanChange
from desktop.live.opener_now import is_inviting
from desktop.live.runner import SessionRunner
from formats.session.agenda import Stage, StageKey, StageKind
from formats.session.clock import Reading
from formats.session.events import Edit, Restarted
from formats.session.moves import Move
from formats.session.session import Session
from formats.structures.opener import Opener

FIVE_SENSES = "five-senses"


class StageCommands(QObject):
    """Each change is an act that can be taken back."""

    def __init__(self, runner: SessionRunner, catalogue: Catalogue, history: EditHistory, parent: QObject) -> None:
        super().__init__(parent)
        self._runner, self._catalogue, self._history = runner, catalogue, history
        self._left_opener = ""
        runner.session_opened.connect(self._forget)

    def _forget(self) -> None:
        self._left_opener = ""

    def let_move_on(self, wanted: bool) -> None:
        """Lets the stage of the moment move on by itself at zero, or not."""
        reading = self._runner.reading
        stage = reading.stage if reading else None
        if stage is not None and stage.kind is not StageKind.OPENER:
            self._change_stage(stage.key, replace(stage, moves_on=wanted))

    def act_in_opener(self, name: ActName) -> None:
        """Begins the opener, skips it, or changes to five senses and back."""
        reading = self._runner.reading
        stage = reading.stage if reading else None
        if reading is None or stage is None or stage.kind is not StageKind.OPENER:
            return
        if not reading.live:
            return
        if name is ActName.SKIP_OPENER:
            self._runner.make(Move.NEXT)
        elif name is ActName.FIVE_SENSES:
            self._change_opener(reading, stage)
        elif is_inviting(reading) and reading.position.running:
            self._runner.record((Restarted(reading.now),))

    def other_opener(self, stage: Stage) -> Opener | None:
        """What five senses change to: themselves, or what they took the place of; None where that is nothing."""
        if stage.opener != FIVE_SENSES:
            return self._catalogue.opener(FIVE_SENSES)
        left = self._left_opener or stage.key.stage
        return self._catalogue.opener(left) if left != FIVE_SENSES else None

    def _change_opener(self, reading: Reading, stage: Stage) -> None:
        """To the one that leaves the breath alone, or back; the stage keeps its key, for the log names it."""
        other = self.other_opener(stage)
        if other is None:
            return
        self._left_opener = stage.opener or stage.key.stage
        self._change_stage(stage.key, _with_opener(stage, other))
        if reading.position.running and not is_inviting(reading):
            self._runner.record((Restarted(reading.now),))

    def _change_stage(self, key: StageKey, changed: Stage) -> None:
        """Changes what is planned for a stage; its length stays what plan and log make it."""
        session = self._runner.session
        before = session.agenda.stage(key) if session else None
        if before is not None:
            self._history.do(Edit.STAGE, _with_stage(key, changed), undo=_with_stage(key, before))


def _with_stage(key: StageKey, changed: Stage) -> PlanChange:
    def amended(session: Session) -> Session:
        part = session.agenda.part(key.part)
        if part is None:
            return session
        stages = tuple(changed.with_length(s.length) if s.key == key else s for s in part.stages)
        return replace(session, agenda=session.agenda.with_part(replace(part, stages=stages)))

    return amended


def _with_opener(stage: Stage, opener: Opener) -> Stage:
    lengths = opener.lengths
    return replace(
        stage,
        opener=opener.id,
        title=opener.title,
        instruction=opener.summary,
        minimum=min(lengths.minimum, stage.length),
        maximum=max(lengths.maximum, stage.length),
    )
