"""What stands beside the clock for a while: whose turn it is, a gentle line, and what the group agreed."""

from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.actions import ActName
from desktop.live.runner import SessionRunner
from desktop.room_display.cards import MESSAGE_TINT, cards_for
from desktop.room_display.heard import HeardWords
from desktop.room_display.timer_view import lay_out_timer
from desktop.room_display.views import View
from desktop.room_display.window import RoomDisplay
from formats.session.agenda import Stage
from formats.session.agreement import our_agreement
from formats.session.events import TurnEnded
from formats.session.moves import Move
from tests.desktop.conftest import StandingClock
from tests.desktop.room_display.test_layouts import SIZES, inside, not_cut

LINE = "Two more minutes, then find a last word."
A_MINUTE = timedelta(minutes=1)


def go_to(runner: SessionRunner, stage: str) -> Stage:
    assert runner.session is not None
    named = runner.session.agenda.find_stage(stage)
    assert named is not None
    runner.go_to(named.key)
    return named


def heard(display: RoomDisplay) -> list[str]:
    return [w.accessibleName() for w in display.findChildren(HeardWords) if w.isVisibleTo(display)]


def test_in_the_go_round_the_wall_says_who_speaks_and_who_is_next(
    display: RoomDisplay, runner: SessionRunner
) -> None:
    go_to(runner, "check-in")
    assert "Amina speaks, then Beth." in heard(display)
    assert runner.session is not None
    first = next(person.id for person in runner.session.people if person.name.startswith("Amina"))
    runner.record((TurnEnded(runner.now, first),))
    assert "Beth speaks, then Callum." in heard(display)
    scene = display.scene()
    assert scene is not None
    (card,) = display.wall.timer(QSizeF(1920, 1080), scene).cards
    assert " ".join(block.text for block in card.blocks) == "Beth speaks, then Callum."


def test_when_everyone_had_a_turn_the_wall_says_so(display: RoomDisplay, runner: SessionRunner) -> None:
    go_to(runner, "check-in")
    assert runner.session is not None
    runner.record([TurnEnded(runner.now, person.id) for person in runner.session.people])
    assert "Everyone has had a turn." in heard(display)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width():.0f}x{size.height():.0f}")
def test_a_line_stands_beside_the_clock_and_never_on_it(
    display: RoomDisplay, runner: SessionRunner, size: QSizeF
) -> None:
    assert runner.session is not None
    for stage, line in product(runner.session.agenda.stages, (LINE, "W" * 60, "ja " * 20)):
        layout = lay_out_timer(size, stage, "Next: What I heard, 5 minutes", cards=cards_for("", line))
        (card,) = layout.cards
        assert card.tint == MESSAGE_TINT
        assert not card.box.intersects(layout.dial)
        assert inside(card.blocks, size)
        assert all(not_cut(block) for block in card.blocks)
        assert not any(block.box.intersects(card.box) for block in layout.blocks)
        assert layout.dial.height() >= size.height() * 0.36


def test_a_line_leaves_when_its_stage_ends(display: RoomDisplay, runner: SessionRunner) -> None:
    go_to(runner, "challenge")
    display.wall_line.show(LINE)
    assert LINE in heard(display)
    runner.make(Move.NEXT)
    assert LINE not in heard(display)
    assert display.wall_line.text == ""


def test_a_line_for_a_minute_fades_after_it(
    display: RoomDisplay, runner: SessionRunner, clock: StandingClock
) -> None:
    go_to(runner, "ideas-and-resources")
    display.wall_line.show(LINE, A_MINUTE)
    clock.move(seconds=59)
    runner.catch_up()
    assert display.wall_line.text == LINE
    clock.move(seconds=1)
    runner.catch_up()
    assert display.wall_line.text == ""


def test_the_line_of_a_pause_for_everyone_goes_when_the_clock_goes_on(
    display: RoomDisplay, runner: SessionRunner, clock: StandingClock
) -> None:
    go_to(runner, "challenge")
    runner.make(Move.PAUSE)
    display.wall_line.show_in_pause("We will take two minutes.")
    clock.move(seconds=5)
    runner.catch_up()
    assert display.wall_line.text
    runner.make(Move.RESUME)
    assert display.wall_line.text == ""


def test_where_there_is_no_clock_the_line_stands_at_the_foot(display: RoomDisplay, runner: SessionRunner) -> None:
    for view in (View.ROOMS, View.DISC, View.STANDBY, View.AGREEMENT):
        display.show_view(view)
        display.wall_line.show(LINE)
        with_line = display.grab().toImage()
        display.wall_line.take_away()
        assert with_line != display.grab().toImage()
        assert LINE not in heard(display)


def test_before_the_start_the_wall_shows_what_the_group_agreed(
    display: RoomDisplay, runner: SessionRunner
) -> None:
    assert display.view is View.AGREEMENT
    assert heard(display) == ["What we agreed", *our_agreement(), "February peer assist, 16:30"]
    runner.make(Move.START)
    assert display.view is View.OPENER


def test_whoever_joins_from_elsewhere_finds_the_line_below_what_was_agreed(
    display: RoomDisplay, runner: SessionRunner
) -> None:
    runner.amend(lambda session: replace(session, joining="https://meet.example/abc"))
    assert "Join online: https://meet.example/abc" in heard(display)
    scene = display.scene()
    assert scene is not None
    said = [block.text for block in display.wall.agreement(QSizeF(1920, 1080), scene).blocks]
    assert "Join online: https://meet.example/abc" in said


def test_a_group_that_wants_no_agreement_sees_when_it_begins(display: RoomDisplay, runner: SessionRunner) -> None:
    runner.amend(lambda session: replace(session, agreement=()))
    assert display.view is View.STANDBY


def test_the_agreement_is_one_key_away_and_the_same_key_brings_back_what_was_there(
    display: RoomDisplay, runner: SessionRunner, qtbot: QtBot
) -> None:
    go_to(runner, "challenge")
    runner.make(Move.NEXT)
    before = display.view
    asked: list[ActName] = []
    display.act_requested.connect(asked.append)
    qtbot.keyClick(display, Qt.Key.Key_Y)
    assert asked == [ActName.AGREEMENT]
    display.do(ActName.AGREEMENT)
    assert display.view is View.AGREEMENT
    display.do(ActName.AGREEMENT)
    assert display.view is before


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width():.0f}x{size.height():.0f}")
@pytest.mark.parametrize(
    "lines",
    [our_agreement(), our_agreement()[:3], tuple("W" * 30 + f" {n}" for n in range(7)), ("word " * 18,) * 7],
)
def test_every_line_of_an_agreement_is_there_and_can_be_read(
    display: RoomDisplay, size: QSizeF, lines: tuple[str, ...]
) -> None:
    scene = display.scene()
    assert scene is not None
    layout = display.wall.agreement(size, replace(scene, agreement=lines))
    said = "".join(block.text for block in layout.blocks).replace(" ", "")
    assert all(line.replace(" ", "") in said for line in lines)
    assert inside(layout.blocks, size)
    assert all(not_cut(block) for block in layout.blocks)
    boxes: list[QRectF] = [block.box for block in layout.blocks[:-2]]
    assert not [1 for one in boxes for other in boxes if one is not other and one.intersects(other)]
    if lines[0] in our_agreement():
        assert min(block.pixels for block in layout.blocks[:-2]) >= int(size.height() * 0.05)


def test_the_facilitators_own_line_is_never_on_the_wall(display: RoomDisplay, runner: SessionRunner) -> None:
    stage = go_to(runner, "challenge")
    assert runner.session is not None
    part = runner.session.agenda.part(stage.key.part)
    assert part is not None
    own = replace(stage, facilitator_line="Ask Jo first")
    stages = tuple(own if each.key == stage.key else each for each in part.stages)
    runner.amend(lambda s: replace(s, agenda=s.agenda.with_part(replace(part, stages=stages))))
    for view in View:
        display.show_view(view)
        assert heard(display)
        assert not any("Ask Jo first" in words for words in heard(display))
    scene = display.scene()
    assert scene is not None
    blocks = display.wall.timer(QSizeF(1920, 1080), scene).blocks
    assert blocks
    assert not any("Ask Jo" in block.text for block in blocks)
    assert not [w for w in display.findChildren(QWidget) if "Ask Jo" in w.accessibleName()]
