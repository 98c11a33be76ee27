"""What does someone hear who cannot see the wall? Its words, each in a place of its own to be read."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from desktop.live.opener_now import is_inviting
from desktop.panels.countdown.face import face_of
from desktop.panels.opener.shape import line_to_hear
from desktop.panels.rooms.strip import groups_to_show, rooms_to_show
from desktop.room_display.agreement_view import TITLE, session_words
from desktop.room_display.cards import turn_words
from desktop.room_display.rooms_view import names_on_wall
from desktop.room_display.timer_view import next_words
from desktop.room_display.views import View
from desktop.room_display.wall import Scene, joining_words
from desktop.room_display.wall_stage import stage_on_wall
from desktop.widgets.screen_reader import answer_screen_readers
from desktop.wording import roles_sentence, time_of_day
from formats.language import Message, tr
from formats.session.agenda import Stage
from formats.session.clock import Phase, Reading
from formats.session.seating.groups import group_name
from formats.session.wording import join_and
from formats.structures.opener import Opener

EVERYONE = Message("Everyone speaks.")


class HeardWords(QWidget):
    """Words that are painted by the wall below: seen there, and read here."""

    def __init__(self, wall: QWidget) -> None:
        answer_screen_readers()
        super().__init__(wall)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def for_screen_reader(self) -> QAccessibleInterface:
        return QAccessibleWidget(self, QAccessible.Role.StaticText)


class HeardWall:
    """The places to read on the wall, from the top down, as many as there are words."""

    def __init__(self, wall: QWidget) -> None:
        self._wall = wall
        self._places: list[HeardWords] = []

    def say(self, lines: Iterable[str]) -> None:
        """Has these lines to be read, and no others."""
        said = list(lines)
        while len(self._places) < len(said):
            self._places.append(HeardWords(self._wall))
        high = self._wall.height() // max(len(said), 1)
        for number, place in enumerate(self._places):
            line = said[number] if number < len(said) else ""
            if place.accessibleName() != line:
                place.setAccessibleName(line)
            place.setGeometry(0, number * high, self._wall.width(), high)
            place.setVisible(bool(line))


def heard_lines(scene: Scene, opener: Opener | None) -> tuple[str, ...]:
    """The stage, the time, who speaks, and then what the view says besides."""
    stage, reading = stage_on_wall(scene.session, scene.reading), scene.reading
    if scene.view is View.AGREEMENT and scene.agreement:
        return _kept(
            str(TITLE),
            *scene.agreement,
            scene.message,
            joining_words(scene),
            session_words(scene.session),
            time_words(reading),
        )
    if stage is None or scene.view in (View.STANDBY, View.AGREEMENT):
        said = scene.line or _standby_words(scene)
        return _kept(scene.session.title, said, scene.message, time_words(reading))
    title = stage.question or stage.title
    speaks = turn_words(scene.session, reading) or roles_sentence(stage) or str(EVERYONE)
    return _kept(title, time_words(reading), speaks, scene.message, *_view_lines(scene, stage, opener))


def _view_lines(scene: Scene, stage: Stage, opener: Opener | None) -> tuple[str, ...]:
    reading = scene.reading
    match scene.view:
        case View.ROOMS:
            return _room_lines(scene)
        case View.OPENER if opener is not None and is_inviting(reading):
            return opener.invitation
        case View.OPENER if opener is not None:
            return (line_to_hear(opener, stage.length, reading.used)[1],)
        case View.DISC:
            return ()
        case _:
            return (*stage.wall, next_words(reading)[0])


def time_words(reading: Reading) -> str:
    """What is left of the stage, or by how much it is over; nothing where no clock runs."""
    digits = face_of(reading).digits
    match reading.phase:
        case Phase.WAITING | Phase.FINISHED:
            return ""
        case Phase.PAUSED if reading.seconds_over:
            return tr("Paused, {time} over", time=digits)
        case Phase.PAUSED:
            return tr("Paused, {time} left", time=digits)
        case Phase.OVERTIME:
            return tr("Time is up, {time} over", time=digits)
        case Phase.LAST_MINUTE:
            return tr("Last minute, {time} left", time=digits)
        case _:
            return tr("{time} left", time=digits)


def _standby_words(scene: Scene) -> str:
    match scene.reading.phase:
        case Phase.WAITING:
            return tr("We begin at {time}.", time=time_of_day(scene.session, scene.session.starts_at))
        case Phase.FINISHED:
            return tr("Thank you for being here.")
        case _:
            return ""


def _room_lines(scene: Scene) -> tuple[str, ...]:
    """Who sits in each room."""
    _, key = rooms_to_show(scene.session, scene.reading)
    groups, names = groups_to_show(scene.session, scene.reading, key), names_on_wall(scene.session)
    return tuple(
        f"{group_name(groups.word, room)}: {join_and(names.get(person, '') for person in room.people)}"
        for room in groups.rooms
    )


def _kept(*lines: str) -> tuple[str, ...]:
    return tuple(line for line in lines if line)
