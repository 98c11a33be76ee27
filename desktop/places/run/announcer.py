"""What does someone hear who cannot see the clock change? One sentence at each change of stage or phase."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.actions import GO_ON, PAUSE, ActName, act
from desktop.live.runner import SessionRunner
from desktop.places.run.auto_advance_notice import is_about_to_advance
from desktop.widgets.screen_reader import announce
from desktop.wording import minutes, roles_sentence
from formats.language import tr, tr_count
from formats.session.agenda import StageKey
from formats.session.clock import Phase, Reading
from formats.session.progress import Progress

StageAndPhase = tuple[StageKey | None, Phase]
STAY = act(ActName.STAY)
MINUTE = 60


class Announcer(QObject):
    """Tells the screen reader, once for each change; a session that is opened says nothing by itself."""

    message = Signal(str)

    def __init__(self, widget: QWidget, runner: SessionRunner) -> None:
        super().__init__(widget)
        self._widget = widget
        reading = runner.reading
        self._before: StageAndPhase | None = (reading.position.current, reading.phase) if reading else None
        self._soon = False
        self.message.connect(self._announce)
        runner.session_opened.connect(self._forget)
        runner.clock_ticked.connect(self._follow)

    def _follow(self, reading: Reading) -> None:
        """Says what has just changed."""
        now = (reading.position.current, reading.phase)
        before, self._before = self._before, now
        if before is not None and before != now and (sentence := announcement(before, reading)):
            self.message.emit(sentence)
        was_soon, self._soon = self._soon, is_about_to_advance(reading)
        if self._soon and not was_soon:
            self.message.emit(moving_on_sentence(reading))

    def _forget(self) -> None:
        """Another session is on the table."""
        self._before = None

    def _announce(self, sentence: str) -> None:
        announce(self._widget, sentence)


def announcement(before: StageAndPhase, reading: Reading) -> str:
    """The change since `before` as one hears it; nothing where the clock merely has more time again."""
    stage, phase = reading.stage, reading.phase
    if stage is None or phase is Phase.WAITING:
        return ""
    if phase is Phase.FINISHED:
        return Progress.FINISHED.sentence
    moved = before[0] != reading.position.current or before[1] is Phase.WAITING
    where = f"{stage.title}, {minutes(stage.length)}. {roles_sentence(stage)}".strip() if moved else ""
    match phase:
        case Phase.PAUSED:
            what = f"{PAUSE.done}."
        case Phase.LAST_MINUTE:
            what = _time_left_sentence(reading.seconds_left, stage.title)
        case Phase.OVERTIME:
            what = tr("Time is up: {stage}.", stage=stage.title)
        case _:
            what = f"{GO_ON.done}." if before[1] is Phase.PAUSED and not moved else ""
    return f"{where} {what}".strip()


def moving_on_sentence(reading: Reading) -> str:
    """That the next stage begins by itself, and the key that stops it."""
    return tr_count(
        "{stage} begins in {count} second. {key} stops that: {act}.",
        "{stage} begins in {count} seconds. {key} stops that: {act}.",
        reading.seconds_left,
        stage=reading.following[0].title,
        key=STAY.key,
        act=STAY.word,
    )


def _time_left_sentence(seconds: int, stage: str) -> str:
    if seconds == MINUTE:
        return tr("One minute left in {stage}.", stage=stage)
    return tr_count("{count} second left in {stage}.", "{count} seconds left in {stage}.", seconds, stage=stage)
