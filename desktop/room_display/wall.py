"""What stands on the wall at this moment, and which part of it the next second changes?"""

from dataclasses import dataclass, replace
from datetime import timedelta

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPen, QRegion

from desktop.actions import PAUSE
from desktop.content.catalogue import Catalogue
from desktop.live.opener_now import is_inviting
from desktop.look import Look
from desktop.panels.countdown.change import changed_dial_region
from desktop.panels.countdown.face import DialFace, face_of
from desktop.panels.countdown.paint import paint_dial
from desktop.panels.opener.breath_paint import FROM_AFAR, BreathBackground, background_box, paint_breath, ring_box
from desktop.panels.opener.motion import changed_breath_region
from desktop.panels.opener.shape import line_to_hear
from desktop.panels.rooms.strip import groups_to_show, rooms_to_show
from desktop.room_display.agreement_view import ASKED, AgreementLayout, lay_out_agreement, session_words
from desktop.room_display.blocks import TITLE_SHARE, Block, paint_blocks, pixels_for_capitals, word_sizes
from desktop.room_display.cards import (
    MESSAGE_TINT,
    PlacedCard,
    cards_for,
    paint_cards,
    place_at_foot,
    turn_words,
)
from desktop.room_display.last_layout import LastLayout
from desktop.room_display.plain_views import lay_out_card, lay_out_line, lay_out_own_line
from desktop.room_display.rooms_view import RoomsPage, heading_of, lay_out_rooms, names_on_wall, page_number_at
from desktop.room_display.timer_view import TimerLayout, centred_dial, lay_out_timer, next_words
from desktop.room_display.views import View
from desktop.room_display.wall_stage import stage_on_wall
from desktop.widgets.sides import Mirror, mirror_within
from desktop.wording import clock_digits, time_of_day
from formats.language import Message, tr
from formats.session.agenda import StageKey
from formats.session.clock import Phase, Reading
from formats.session.session import Session
from formats.session.wording import join_list
from formats.structures.breathing import AT_REST, Breath, breath_at
from formats.structures.opener import Opener

ZERO = timedelta()
LONGEST_JOINING = 90
"""What is longer nobody types from a wall, and it would push the rest out."""
JOIN_BY_INVITATION = Message("Join online by the link in your invitation.")


@dataclass(frozen=True, slots=True)
class Scene:
    """All that the wall shows is made of this; notes are no part of what is drawn."""

    session: Session
    reading: Reading
    view: View
    line: str = ""
    message: str = ""
    """A line beside the clock, or at the foot of a view without one; `fade` from 0 to 1 while it comes."""
    fade: float = 1.0
    agreement: tuple[str, ...] = ()


class Wall:
    """Draws scenes; keeps the last layout, because a second changes the digits and nothing else."""

    def __init__(self, look: Look, catalogue: Catalogue) -> None:
        self._look, self._catalogue = look, catalogue
        self._background = BreathBackground(look)
        self.say_anew()

    def say_anew(self) -> None:
        """Keeps no layout, as where the same has other words now."""
        self._line_layout: LastLayout[tuple[QRectF, tuple[Block, ...]]] = LastLayout()
        self._timer_layout: LastLayout[TimerLayout] = LastLayout()
        self._room_pages: LastLayout[tuple[RoomsPage, ...]] = LastLayout()

    def paint(self, painter: QPainter, size: QSizeF, scene: Scene, dirty: QRectF) -> None:
        """Draws what of the scene lies in `dirty`."""
        whole, size = size, self._room_for_view(size, scene)
        if size != whole or not self._background_covers(size, scene, dirty):
            painter.fillRect(dirty, self._look.colour("paper"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dirty = _mirror(size).box(dirty)  # from here on all stands as it does from the left, until it is drawn
        if size != whole:
            self._paint_cards(painter, whole, place_at_foot(cards_for("", scene.message), whole), scene)
        match scene.view:
            case View.TIMER:
                self._paint_timer(painter, size, scene, dirty)
            case View.DISC:
                paint_dial(painter, centred_dial(size), wall_face(scene.reading), self._look, with_digits=False)
            case View.ROOMS:
                self._paint_rooms(painter, size, scene, dirty)
            case View.OPENER:
                self._paint_opener(painter, size, scene, dirty)
            case View.AGREEMENT if scene.agreement:
                self._paint_agreement(painter, size, scene, dirty)
            case _:
                self._paint_words(painter, size, self.standby(size, scene), dirty)

    def changed_region(self, size: QSizeF, scene: Scene, before: DialFace | None = None) -> QRegion:
        """The part that another second changes; `before` is the dial of the last one."""
        size = self._room_for_view(size, scene)
        match scene.view:
            case View.TIMER:
                return _dial_region(_mirror(size).box(self.timer(size, scene).dial), before, scene.reading)
            case View.DISC:
                return _dial_region(centred_dial(size), before, scene.reading)
            case _:
                return QRegion(QRectF(QPointF(), size).toAlignedRect())

    def breath(self, scene: Scene) -> Breath:
        """The breath of this moment; at rest where there is nothing to breathe with."""
        opener, stage = self.opener_of(scene.reading), scene.reading.stage
        if opener is None or stage is None:
            return AT_REST
        return breath_at(opener, scene.reading.used, stage.length)

    def breath_region(self, size: QSizeF, scene: Scene, before: Breath | None, now: Breath) -> QRegion:
        """The part that another frame of the breath changes."""
        ring = ring_box(self.line(self._room_for_view(size, scene), scene)[0], FROM_AFAR)
        return changed_breath_region(ring, before, now, calm=self._look.calm)

    def _background_covers(self, size: QSizeF, scene: Scene, dirty: QRectF) -> bool:
        """Whether the ground of a breathing shape covers all of `dirty`: paper below it would be for nothing."""
        opener = self.opener_of(scene.reading)
        if scene.view is not View.OPENER or opener is None or opener.pace is None or is_inviting(scene.reading):
            return False
        return background_box(self.line(size, scene)[0]).contains(dirty)

    def line(self, size: QSizeF, scene: Scene) -> tuple[QRectF, tuple[Block, ...]]:
        """Where the shape goes, and the words of the line to be heard now."""
        opener, stage = self.opener_of(scene.reading), scene.reading.stage
        words = line_to_hear(opener, stage.length, scene.reading.used)[1] if opener and stage else ""
        return self._line_layout.get((size.toTuple(), words), lambda: lay_out_line(size, words))

    def opener_of(self, reading: Reading) -> Opener | None:
        """The opener of the moment."""
        stage = reading.stage
        return self._catalogue.opener(stage.opener or stage.key.stage) if stage else None

    def timer(self, size: QSizeF, scene: Scene) -> TimerLayout:
        """Where dial and words of this stage go."""
        stage, following = stage_on_wall(scene.session, scene.reading), next_words(scene.reading)
        assert stage is not None, "a scene without a stage is standby"
        cards = cards_for(turn_words(scene.session, scene.reading), scene.message)
        return self._timer_layout.get(
            (size.toTuple(), stage, following, cards),
            lambda: lay_out_timer(size, stage, *following, cards=cards),
        )

    def _room_for_view(self, size: QSizeF, scene: Scene) -> QSizeF:
        """What a message at the foot leaves of the wall; all of it where the message stands beside the clock."""
        if not scene.message or scene.view is View.TIMER:
            return size
        card = place_at_foot(cards_for("", scene.message), size)[0]
        return QSizeF(size.width(), card.box.top())

    def rooms(self, size: QSizeF, scene: Scene) -> tuple[RoomsPage, ...]:
        """The pages of find-your-room."""
        session = scene.session
        _, key = rooms_to_show(session, scene.reading)
        part = scene.reading.position.agenda.part(key.part) if key else None
        role = part.rooms.presenter if part and part.rooms else ""
        groups = groups_to_show(session, scene.reading, key)
        return self._room_pages.get(
            (size.toTuple(), groups, session.people, session.online, role),
            lambda: lay_out_rooms(size, groups.rooms, names_on_wall(session), role, groups.word),
        )

    def groups_word(self, scene: Scene) -> str:
        """What the groups of the moment are called."""
        _, key = rooms_to_show(scene.session, scene.reading)
        return groups_to_show(scene.session, scene.reading, key).word

    def standby(self, size: QSizeF, scene: Scene) -> tuple[Block, ...]:
        """The facilitator's own line, or when the session begins."""
        session, reading = scene.session, scene.reading
        if scene.line:
            return lay_out_own_line(size, scene.line)
        said = {
            Phase.WAITING: tr("We begin at {time}.", time=time_of_day(session, session.starts_at)),
            Phase.FINISHED: tr("Thank you for being here."),
        }
        joining = joining_words(scene)
        # A link of several lines would push the rest out, and nobody types one from a wall.
        return lay_out_card(size, session.title, (said.get(reading.phase, ""), joining))

    def _paint_timer(self, painter: QPainter, size: QSizeF, scene: Scene, dirty: QRectF) -> None:
        layout = self.timer(size, scene)
        pixels = word_sizes(size.height())[-1]
        mirror = _mirror(size)
        paint_dial(painter, mirror.box(layout.dial), wall_face(scene.reading), self._look, word_pixels=pixels)
        if layout.rule is not None:
            painter.setPen(QPen(self._look.colour("line"), max(1.0, size.height() / 540)))
            painter.drawLine(mirror.line(layout.rule))
        self._paint_words(painter, size, layout.blocks, dirty)
        self._paint_cards(painter, size, layout.cards, scene)

    def _paint_cards(self, painter: QPainter, size: QSizeF, cards: tuple[PlacedCard, ...], scene: Scene) -> None:
        for card in cards:
            painter.setOpacity(scene.fade if card.tint == MESSAGE_TINT else 1.0)
            paint_cards(painter, (card,), self._look, size.height(), _mirror(size))
            paint_blocks(painter, card.blocks, self._look, _mirror(size))
        painter.setOpacity(1.0)

    def _paint_rooms(self, painter: QPainter, size: QSizeF, scene: Scene, dirty: QRectF) -> None:
        pages = self.rooms(size, scene)
        shown = page_number_at(pages, int(scene.reading.now.timestamp()))
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.setBrush(self._look.colour("surface"))
        for card in pages[shown].cards if pages else ():
            painter.drawRoundedRect(_mirror(size).box(card), size.height() * 0.02, size.height() * 0.02)
        above = heading_of(size, pages, shown, starts_words(scene), self.groups_word(scene))
        self._paint_words(painter, size, above, dirty)
        if pages:
            self._paint_words(painter, size, pages[shown].blocks, dirty)

    def agreement(self, size: QSizeF, scene: Scene) -> AgreementLayout:
        """What the group agreed, and when the session begins."""
        asked = joining_words(scene) or str(ASKED)
        return lay_out_agreement(size, scene.agreement, asked, session_words(scene.session))

    def _paint_agreement(self, painter: QPainter, size: QSizeF, scene: Scene, dirty: QRectF) -> None:
        layout = self.agreement(size, scene)
        painter.setPen(QPen(self._look.colour("line"), max(1.0, size.height() / 540)))
        painter.drawLines([_mirror(size).line(rule) for rule in layout.rules])
        self._paint_words(painter, size, layout.blocks, dirty)

    def _paint_opener(self, painter: QPainter, size: QSizeF, scene: Scene, dirty: QRectF) -> None:
        reading, opener = scene.reading, self.opener_of(scene.reading)
        stage = reading.stage
        if opener is None or stage is None:
            self._paint_words(painter, size, self.standby(size, scene), dirty)
            return
        if is_inviting(reading):
            self._paint_words(painter, size, lay_out_card(size, opener.title, opener.invitation), dirty)
            return
        box, blocks = self.line(size, scene)
        pixels = pixels_for_capitals(size.height() * TITLE_SHARE * 0.7)
        paint_breath(painter, box, opener, self.breath(scene), self._look, self._background, word_pixels=pixels)
        self._paint_words(painter, size, blocks, dirty)

    def _paint_words(self, painter: QPainter, size: QSizeF, blocks: tuple[Block, ...], dirty: QRectF) -> None:
        changed = (block for block in blocks if block.box.intersects(dirty))
        paint_blocks(painter, changed, self._look, _mirror(size))


def _mirror(size: QSizeF) -> Mirror:
    return mirror_within(QRectF(QPointF(), size))


def _dial_region(dial: QRectF, before: DialFace | None, reading: Reading) -> QRegion:
    return (
        changed_dial_region(dial, before, wall_face(reading))
        if before is not None
        else QRegion(_whole_pixels(dial))
    )


def _whole_pixels(box: QRectF) -> QRect:
    return box.toAlignedRect().adjusted(-1, -1, 1, 1)


def wall_face(reading: Reading) -> DialFace:
    """The dial as the wall shows it: one short word, no caption."""
    face = face_of(reading)
    return (
        replace(face, word=PAUSE.done, caption="") if reading.phase is Phase.PAUSED else replace(face, caption="")
    )


def joining_words(scene: Scene) -> str:
    """How to join from elsewhere, while people still come: the line itself where it can be read off a wall."""
    joining = scene.session.joining if scene.reading.phase is Phase.WAITING else ""
    if len(joining) > LONGEST_JOINING:
        return str(JOIN_BY_INVITATION)
    return tr("Join online: {link}", link=joining) if joining else ""


def starts_words(scene: Scene) -> str:
    """When the rooms are needed: "starts in 1:30", or the time of the stage they are in use for; and a pause."""
    reading = scene.reading
    _, key = rooms_to_show(scene.session, reading)
    if reading.phase is Phase.WAITING or key is None or reading.stage is None:
        return ""
    in_use = (key.part, key.round) == (reading.stage.key.part, reading.stage.key.round)
    said = _time_left(reading) if in_use else _starts_in(_until(reading, key))
    return join_list((PAUSE.done, said)) if reading.phase is Phase.PAUSED else said


def _starts_in(length: timedelta) -> str:
    return tr("starts in {time}", time=clock_digits(int(length.total_seconds())))


def _time_left(reading: Reading) -> str:
    if reading.remaining < ZERO:
        return tr("{time} over", time=clock_digits(reading.seconds_over))
    return clock_digits(reading.seconds_left)


def _until(reading: Reading, key: StageKey) -> timedelta:
    before = [s.length for s in reading.following[: [s.key for s in reading.following].index(key)]]
    return timedelta(seconds=reading.seconds_left) + sum(before, ZERO)
