"""When will it end, and what can be done about it? One line, two acts, each shown before it is applied."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.actions import ActName, act
from desktop.look import Look
from desktop.panels.stage.sentences import changes_words, ends_words, lock_words, pace_words, round_words
from desktop.widgets.buttons import ActionButton, Weight
from desktop.widgets.flow import FlowLayout
from desktop.widgets.icons import icon_pixmap
from desktop.widgets.tips import plain_tip
from desktop.widgets.words import Words, make_frame
from desktop.wording import minutes, time_of_day
from formats.language import tr
from formats.session.clock import Phase, Reading
from formats.session.fitting import Outlook, RoundFit, lock_ahead, outlook, share_overrun
from formats.session.session import Session

OutlookBasis = tuple[int, Phase, int, int]


class OutlookLine(QWidget):
    """Ends at, spare or over, one more round; and the two acts that follow from it."""

    proposal_applied = Signal(object)
    """An act was looked at and is wanted: ActName.ADD_ROUND or ActName.SHARE_OVERRUN."""

    proposal_shown = Signal()
    """What an act would do has come into view."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, with_acts: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName("outlook")
        self._with_acts = with_acts
        self._look = look
        self._session: Session | None = None
        self._reading: Reading | None = None
        self._outlook: Outlook | None = None
        self._basis_shown: OutlookBasis | None = None
        self._brief = False
        self._shown: ActName | None = None
        self._icon = QLabel()
        self._words = Words("", "second", wrap=True)
        self._words.setObjectName("outlook-words")
        self._round = self._act_button(ActName.ADD_ROUND)
        self._share = self._act_button(ActName.SHARE_OVERRUN)
        self._proposal = Proposal(look)
        self._proposal.proposal_accepted.connect(self._apply)
        self._proposal.proposal_declined.connect(self.put_away)
        self._lay_out()
        look.look_changed.connect(self._paint_icon)
        self._paint_icon()

    def set_compact(self, compact: bool) -> None:
        """No keys on the acts, where the window is small or the text large."""
        for button, name in ((self._round, ActName.ADD_ROUND), (self._share, ActName.SHARE_OVERRUN)):
            button.show_key("" if compact else act(name).key)

    def set_brief(self, brief: bool) -> None:
        """Says when it ends and no more, where there is next to no room."""
        if brief != self._brief:
            self._brief, self._basis_shown = brief, None
            self._icon.setVisible(not brief)
            if self._session is not None and self._reading is not None:
                self.show_reading(self._session, self._reading)

    def show_reading(self, session: Session, reading: Reading) -> None:
        """Works out the end anew; a proposal in view follows it, or goes where it no longer holds."""
        same = self._basis_shown == _outlook_basis(reading)
        self._session, self._reading = session, reading
        if not same:
            self._basis_shown = _outlook_basis(reading)
            self._show_outlook(session, reading)

    def _show_outlook(self, session: Session, reading: Reading) -> None:
        self._outlook = outlook(reading, session.slot_ends_at(reading.position), len(session.present))
        lines = (
            ends_words(session, self._outlook),
            lock_words(session, lock_ahead(session, reading)),
            round_words(self._outlook.another_round),
            pace_words(session, self._outlook, _presenter(reading, self._outlook)),
        )
        self._words.setText(" ".join(line for line in lines[: 1 if self._brief else None] if line))
        over = self._outlook.over.total_seconds() >= 30
        self._words.set_role("warning" if over else "second")
        for button, name in ((self._round, ActName.ADD_ROUND), (self._share, ActName.SHARE_OVERRUN)):
            button.setVisible(self._with_acts and self._can(name) and self._shown is None)
        self.setVisible(reading.phase is not Phase.FINISHED)
        if self._shown is not None:
            self.propose(self._shown)

    def propose(self, name: ActName) -> None:
        """Shows what an act would do, if it can be done now."""
        if not self._can(name):
            self.put_away()
            return
        first = self._shown is not name
        self._shown = name
        self._round.hide()
        self._share.hide()
        self._proposal.show_proposal(
            *(self._round_proposal() if name is ActName.ADD_ROUND else self._share_proposal())
        )
        if first:
            self.proposal_shown.emit()

    def _can(self, name: ActName) -> bool:
        if self._outlook is None or self._reading is None or self._reading.phase is Phase.FINISHED:
            return False
        if name is ActName.SHARE_OVERRUN:
            return self._outlook.over.total_seconds() >= 30 and bool(self._reading.following)
        another = self._outlook.another_round
        return another is not None and another.fit is not RoundFit.NO

    def _round_proposal(self) -> tuple[str, str, str]:
        assert self._outlook is not None, "only a proposal that can be made is worded"
        assert self._session is not None, "as above"
        assert self._reading is not None, "as above"
        another = self._outlook.another_round
        assert another is not None, "as above"
        part = self._reading.position.agenda.part(another.part)
        longer = self._reading.position.agenda.with_part(part.with_another_round()) if part else None
        gives = changes_words(longer, another.changes) if longer else ""
        ends = time_of_day(self._session, another.ends_at)
        title = tr(
            "Round {number}: {length}, ends at {ends}",
            number=another.number,
            length=minutes(another.length),
            ends=ends,
        )
        return title, gives or tr("No stage is shortened."), tr("Add this round")

    def _share_proposal(self) -> tuple[str, str, str]:
        assert self._session is not None, "only a proposal that can be made is worded"
        assert self._reading is not None, "as above"
        shared = share_overrun(self._reading, self._session.slot_ends_at(self._reading.position))
        gives = changes_words(self._reading.position.agenda, shared.changes)
        if not gives:
            return (
                tr("{length} over", length=minutes(shared.still_over)),
                tr("No stage still to come can give any time."),
                "",
            )
        still = shared.still_over.total_seconds() >= 30
        title = (
            tr("Still {length} over, with this", length=minutes(shared.still_over))
            if still
            else tr("Then you finish on time")
        )
        return title, gives, tr("Make up time")

    def _apply(self) -> None:
        name = self._shown
        self.put_away()
        self.proposal_applied.emit(name)

    def put_away(self) -> None:
        """Leaves everything as it is."""
        self._shown = None
        self._proposal.hide()
        if self._session and self._reading:
            self._show_outlook(self._session, self._reading)

    def _propose_round(self) -> None:
        self.propose(ActName.ADD_ROUND)

    def _propose_share(self) -> None:
        self.propose(ActName.SHARE_OVERRUN)

    def _act_button(self, name: ActName) -> ActionButton:
        one = act(name)
        button = ActionButton(self._look, one.word, one.icon, key=one.key)
        button.setObjectName(name.value)
        button.setToolTip(plain_tip(one.help))
        button.clicked.connect(self._propose_round if name is ActName.ADD_ROUND else self._propose_share)
        button.hide()
        return button

    def _paint_icon(self) -> None:
        size = self._look.px(18)
        self._icon.setPixmap(icon_pixmap("hourglass", self._look.colour("ink_2"), size, self.devicePixelRatioF()))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        acts = FlowLayout()
        acts.addWidget(self._round)
        acts.addWidget(self._share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addLayout(acts)
        column.addWidget(self._proposal)


def _presenter(reading: Reading, ahead: Outlook) -> str:
    """What the structure calls who brings a challenge."""
    part = reading.position.agenda.part(ahead.another_round.part) if ahead.another_round else None
    return part.rooms.presenter if part and part.rooms else ""


def _outlook_basis(reading: Reading) -> OutlookBasis:
    """What the outlook follows from, in steps of five seconds: its words are in half minutes."""
    steps = (int(reading.ends_at.timestamp()) // 5, int(reading.used.total_seconds()) // 5)
    return (id(reading.position), reading.phase, *steps)


class Proposal(QWidget):
    """What an act would change, before it is done."""

    proposal_accepted = Signal()
    proposal_declined = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("proposal")
        self._title = Words("", "strong", wrap=True)
        self._title.setObjectName("proposal-title")
        self._gives = Words("", "second", wrap=True)
        self._gives.setObjectName("proposal-changes")
        self._agree = ActionButton(look, "", "check")
        self._agree.setObjectName("apply-proposal")
        self._agree.clicked.connect(self.proposal_accepted)
        leave = ActionButton(look, tr("Change nothing"), "", Weight.QUIET)
        leave.setObjectName("leave-proposal")
        leave.clicked.connect(self.proposal_declined)
        card = make_frame("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._gives)
        acts = FlowLayout()
        acts.addWidget(self._agree)
        acts.addWidget(leave)
        column.addLayout(acts)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)
        self.hide()

    def show_proposal(self, title: str, gives: str, agree: str) -> None:
        """Shows it; without a word to agree there is only the way back."""
        self._title.setText(title)
        self._gives.setText(gives)
        self._agree.setVisible(bool(agree))
        if agree:
            self._agree.show_as(agree, "check")
        self.show()
