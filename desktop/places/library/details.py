"""One structure or opener in full: what it takes, what happens in it, and who it comes from."""

from collections.abc import Iterable
from datetime import timedelta

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.content.offers import opener_length
from desktop.look import Look
from desktop.places.library.form.recording_field import recording_words
from desktop.widgets.chips import Chip
from desktop.widgets.flow import FlowLayout
from desktop.widgets.scrolling import ScrollColumn, clear_layout
from desktop.widgets.words import Words, make_frame
from desktop.wording import clock_digits, minutes, minutes_count
from formats.language import Message, tr, tr_count
from formats.session.wording import join_and, join_list, range_words
from formats.structures.card import card_of
from formats.structures.fields import Lengths
from formats.structures.opener import Opener
from formats.structures.role_words import role_said
from formats.structures.structure import Credit, Duration, StageRecurrence, StageTemplate, Structure

FOR_EACH = {
    Duration.PER_PERSON: Message("{minutes} a person"),
    Duration.PER_ITEM: Message("{minutes} an item"),
    Duration.BY_VOTE: Message("{minutes} then by vote"),
}
BLOCK_WIDE, MINUTE_HIGH, LOWEST_BLOCK, HIGHEST_BLOCK = 44, 10, 26, 200
"""Pixels at usual text: how wide a block is, how high a minute, and what no block falls below or grows above."""
WHEN_WORDS = {
    StageRecurrence.BEFORE: Message("Once, first"),
    StageRecurrence.EACH_ROUND: Message("Each round"),
    StageRecurrence.AFTER: Message("Once, at the end"),
}


class EntryDetails(ScrollColumn):
    """The pane at the right of the library."""

    def __init__(self, look: Look) -> None:
        super().__init__(margins=(32, 28, 32, 32))
        self.read_by_keys(tr("What it is and how it goes"))
        self._look = look
        self._shown: Structure | None = None
        self.column.setSpacing(10)

    def show_structure(self, structure: Structure) -> None:
        """Everything about a structure; the one that is shown already stays as it is, wherever it is read."""
        if structure is self._shown:
            return
        self._begin(structure.title, structure.summary)
        self._shown = structure
        self._chips(_structure_chips(structure))
        if structure.size_note:
            self._add(Words(structure.size_note, "second", wrap=True))
        for when, words in WHEN_WORDS.items():
            stages = structure.stages_of(when)
            if stages:
                alone = len(stages) == len(structure.stages)
                self._heading(tr("Stages") if alone and when is not StageRecurrence.EACH_ROUND else str(words))
                self._add(self._stages(stages))
        for heading, lines in card_of(structure).groups:
            self._list(heading, lines)
        if structure.example_question:
            self._list(tr("A question it could ask"), (structure.example_question,))
        self._list(tr("What the room needs"), structure.needs)
        self._heading(tr("Roles"))
        self._add(Words(f"{_sentence(map(role_said, structure.roles.known()))}.", wrap=True))
        self._credit(structure.credit)
        self.column.addStretch(1)

    def show_opener(self, opener: Opener, length: timedelta, chooser: QWidget) -> None:
        """Everything about an opener, its lines at the length chosen."""
        self._begin(opener.title, opener.summary)
        self._chips(_opener_chips(opener))
        self._heading(tr("The invitation"))
        self._add(Words("\n".join(opener.invitation), wrap=True))
        self._heading(tr("What is said, and when"))
        self._add(chooser)
        grid, box = self._grid()
        said = zip(opener.lines_at(length), opener.bells_at(length), strict=True)
        for row, ((at, line), bell) in enumerate(said):
            digits = clock_digits(at // timedelta(seconds=1))
            time = Words(tr("{time}, bell", time=digits) if bell else digits, "second")
            grid.addWidget(time, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            grid.addWidget(Words(line, wrap=True), row, 1)
        grid.setColumnStretch(1, 1)
        self._add(box)
        self._list(tr("What is heard"), _heard_words(opener))
        self._list(tr("What the room needs"), opener.needs)
        self._credit(opener.credit)
        self.column.addStretch(1)

    def _credit(self, credit: Credit | None) -> None:
        if credit is not None:
            self._heading(tr("Where it comes from"))
            said = "\n".join(filter(None, (credit.by, credit.address, credit.licence)))
            self._add(Words(said, "second", wrap=True))

    def _begin(self, title: str, summary: str) -> None:
        self._shown = None
        clear_layout(self.column)
        self.verticalScrollBar().setValue(0)
        self._add(Words(title, "large", wrap=True))
        self._add(Words(summary, "lead", wrap=True))

    def _add(self, widget: QWidget) -> None:
        self.column.addWidget(widget)

    def _heading(self, words: str) -> None:
        self.column.addSpacing(12)
        self._add(Words(words, "pane"))

    def _list(self, heading: str, lines: Iterable[str]) -> None:
        lines = tuple(lines)
        if lines:
            self._heading(heading)
            for line in lines:
                self._add(Words(f"•  {line}", wrap=True))

    def _chips(self, facts: Iterable[tuple[str, str, str]]) -> None:
        box = QWidget()
        flow = FlowLayout(box, gap=8)
        for words, icon, tint in facts:
            flow.addWidget(Chip(self._look, words, icon, tint))
        self._add(box)

    def _stages(self, stages: tuple[StageTemplate, ...]) -> QWidget:
        card = make_frame("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 12, 18, 12)
        column.setSpacing(10)
        for number, stage in enumerate(stages):
            if number:
                column.addWidget(make_frame("rule"))
            column.addWidget(self._stage(stage))
        return card

    def _stage(self, stage: StageTemplate) -> QWidget:
        grid, box = self._grid()
        grid.addWidget(StageBlock(self._look, stage), 0, 0, 4, 1)
        grid.addWidget(Words(stage.title, "strong", wrap=True), 0, 1)
        length = Words(_length_words(stage), "strong")
        grid.addWidget(length, 0, 2, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(Words(stage.instruction, "second", wrap=True), 1, 1)
        bounds = Words(_bounds_words(stage.lengths), "label")
        grid.addWidget(bounds, 1, 2, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        remark = _remark(stage)
        if remark:
            grid.addWidget(Words(remark, "label", wrap=True), 2, 1)
        grid.setRowStretch(3, 1)
        grid.setColumnStretch(1, 1)
        return box

    def _grid(self) -> tuple[QGridLayout, QWidget]:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        return grid, box


def _structure_chips(structure: Structure) -> list[tuple[str, str, str]]:
    chips = [(minutes(structure.length()), "clock", "moss")]
    if structure.stages_of(StageRecurrence.EACH_ROUND) and structure.rounds.maximum > 1:
        chips.append((tr("{minutes} a round", minutes=minutes(structure.round_length())), "repeat", ""))
    sizes = range_words(structure.sizes.minimum, structure.sizes.maximum)
    # For translators: how many people: "5 to 8 in a room"
    chips.append((tr("{how_many} in a room", how_many=sizes), "users", ""))
    if structure.most_people is not None:
        heads = range_words(structure.least_people, structure.most_people)
        chips.append((tr("{how_many} people", how_many=heads), "users-round", ""))
    else:
        chips.append((tr("From {count} people", count=structure.least_people), "users-round", ""))
    return chips


def _opener_chips(opener: Opener) -> list[tuple[str, str, str]]:
    chips = [(opener_length(opener), "clock", "lake")]
    if opener.pace is not None:
        parts = (opener.pace.breathe_in, opener.pace.hold, opener.pace.breathe_out, opener.pace.rest)
        seconds = " · ".join(f"{part.total_seconds():g}" for part in parts if part)
        # For translators: seconds in, held, out and at rest: "Breath 4 · 6"
        chips.append((tr("Breath {seconds}", seconds=seconds), "wind", ""))
    chips.append(
        (tr("No held breath"), "check", "") if opener.pace and not opener.pace.has_holds else _caution_chip(opener)
    )
    return [chip for chip in chips if chip[0]]


def _caution_chip(opener: Opener) -> tuple[str, str, str]:
    if opener.by_name_only:
        return (tr("Only when asked for by name"), "info", "amber")
    return (tr("Eyes open, no breath work"), "eye", "") if opener.eyes_open else ("", "", "")


def _heard_words(opener: Opener) -> tuple[str, ...]:
    """Its recording, and its bells where they are not the two that each opener has."""
    said = []
    if opener.recording:
        said.append(tr("Your recording, {file}", file=recording_words(opener.recording)))
    if not opener.bells.start or not opener.bells.end:
        said.append(str(_RINGS[opener.bells.start, opener.bells.end]))
    if between := sum(line.bell for line in opener.lines):
        said.append(tr_count("{count} bell between its lines", "{count} bells between its lines", between))
    return tuple(said)


_RINGS = {
    (False, False): Message("No bell at its start or end"),
    (True, False): Message("A bell at its start"),
    (False, True): Message("A bell at its end"),
}


def _length_words(stage: StageTemplate) -> str:
    usual = minutes(stage.lengths.usual)
    return FOR_EACH[stage.duration].filled(minutes=usual) if stage.duration in FOR_EACH else usual


def _bounds_words(lengths: Lengths) -> str:
    if lengths.minimum == lengths.maximum:
        return ""
    return range_words(minutes_count(lengths.minimum), minutes_count(lengths.maximum))


def _remark(stage: StageTemplate) -> str:
    said = []
    if stage.speaks:
        speakers = join_and(map(role_said, stage.speaks))
        said.append(tr_count("{roles} speaks", "{roles} speak", len(stage.speaks), roles=speakers))
    if stage.listens:
        listeners = join_and(map(role_said, stage.listens))
        said.append(tr_count("{roles} listens", "{roles} listen", len(stage.listens), roles=listeners))
    if stage.protected:
        said.append(tr("kept as long as anything else can give"))
    if stage.optional:
        said.append(tr("optional"))
    return _sentence(said)


def _sentence(parts: Iterable[str]) -> str:
    words = join_list(parts)
    return words[:1].upper() + words[1:]


class StageBlock(QWidget):
    """A block as high as its stage is long, so that the stages of a structure are seen to scale."""

    def __init__(self, look: Look, stage: StageTemplate) -> None:
        super().__init__()
        self._look, self._protected = look, stage.protected
        self._said = minutes_count(stage.lengths.usual)
        self._minutes = stage.lengths.usual / timedelta(minutes=1)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._grow()
        look.look_changed.connect(self._grow)

    def _grow(self) -> None:
        high = max(LOWEST_BLOCK, min(HIGHEST_BLOCK, self._minutes * MINUTE_HIGH))
        self.setFixedWidth(self._look.px(BLOCK_WIDE))
        self.setMinimumHeight(self._look.px(high))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("moss" if self._protected else "moss_2"))
        high = min(self.height(), self.minimumHeight())
        painter.drawRoundedRect(0, 0, self.width(), high, 6, 6)
        painter.setFont(self._look.font(15, QFont.Weight.DemiBold))
        painter.setPen(self._look.colour("on_moss" if self._protected else "ink"))
        painter.drawText(QRect(0, 0, self.width(), high), Qt.AlignmentFlag.AlignCenter, self._said)
