"""A tone at each turn of the breath, where it is wanted: never late, never during the invitation or a pause."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.content.catalogue import Catalogue, read_catalogue
from desktop.live.runner import SessionRunner
from desktop.live_preferences import LivePreferences
from desktop.sound.breathing_tones import BreathingTones, next_turn
from desktop.sound.player import Sound, Sounds, samples
from formats.library.repository import SessionRepository
from formats.session.agenda import StageKind
from formats.session.events import Restarted
from formats.session.moves import Move
from formats.structures.breathing import BreathPhase, breath_at
from tests.desktop.a_session import a_session
from tests.desktop.conftest import StandingClock
from tests.desktop.sound.test_player import Listener
from tests.waiting import wait_until

OPENERS = tuple(opener for opener in read_catalogue().openers if opener.pace is not None)
A_HAIR = timedelta(microseconds=1)


@given(st.sampled_from(OPENERS), st.timedeltas(timedelta(), timedelta(minutes=6)))
def test_the_next_turn_is_where_the_shape_turns(opener: object, used: timedelta) -> None:
    length = opener.lengths.usual  # type: ignore[attr-defined]  # an opener with a pace
    found = next_turn(opener, used, length)  # type: ignore[arg-type]  # as above

    if found is None:
        last = breath_at(opener, max(used, length), length)  # type: ignore[arg-type]  # as above
        assert last.phase is BreathPhase.REST
        return
    turn, phase = found
    assert turn >= used
    assert breath_at(opener, turn, length).phase is phase  # type: ignore[arg-type]  # as above
    if turn > timedelta():
        assert breath_at(opener, turn - A_HAIR, length).phase is not phase  # type: ignore[arg-type]  # as above


class Hall:
    """A session in its opener, and what is heard."""

    def __init__(
        self, runner: SessionRunner, clock: StandingClock, wishes: LivePreferences, listener: Listener
    ) -> None:
        self.runner, self.clock, self.wishes, self.listener = runner, clock, wishes, listener

    def wait(self, seconds: float) -> None:
        self.clock.move(seconds=seconds)
        self.runner.catch_up()

    def hears(self, *sounds: Sound) -> None:
        loud = [max(samples(sound, 0.6)) for sound in sounds]
        wait_until(lambda: len(self.listener.heard) >= len(loud))
        assert [peak for peak, _ in self.listener.heard] == loud


@pytest.fixture
def hall(
    runner: SessionRunner, repository: SessionRepository, catalogue: Catalogue, clock: StandingClock
) -> Iterator[Hall]:
    wishes, listener = LivePreferences(None), Listener()
    wishes.choose(replace(wishes.current, breathing_tones=True))
    sounds = Sounds(wishes, listener)
    tones = BreathingTones(runner, catalogue, wishes, sounds)
    session = a_session(catalogue)
    first, *others = session.agenda.parts
    opener = replace(
        first.stages[0],
        kind=StageKind.OPENER,
        opener="coherent-breathing",
        length=timedelta(minutes=3),
        moves_on=False,
    )
    part = replace(first, stages=(opener, *first.stages[1:]))
    session = replace(session, agenda=replace(session.agenda, parts=(part, *others)))
    repository.keep_session(session)
    runner.open(session)
    runner.make(Move.START)
    yield Hall(runner, clock, wishes, listener)
    runner.open(None)
    sounds.stop()
    tones.deleteLater()


def begin(hall: Hall) -> None:
    """The invitation is over."""
    hall.runner.record((Restarted(hall.clock.now()),))


def test_tones_follow_the_breath_from_its_first_moment(hall: Hall) -> None:
    hall.wait(20)
    hall.hears()
    begin(hall)
    hall.wait(3)
    hall.wait(2.52)
    hall.wait(5.5)

    hall.hears(Sound.BREATHE_IN, Sound.BREATHE_OUT, Sound.BREATHE_IN)


def test_a_tone_that_would_come_late_is_left_out(hall: Hall) -> None:
    begin(hall)
    hall.wait(6.5)

    hall.hears(Sound.BREATHE_IN)


def test_a_pause_is_silent(hall: Hall) -> None:
    begin(hall)
    hall.wait(2)
    hall.runner.make(Move.PAUSE)
    hall.wait(3.5)

    hall.hears(Sound.BREATHE_IN)


def test_unwanted_there_are_none(hall: Hall) -> None:
    hall.wishes.choose(replace(hall.wishes.current, breathing_tones=False))
    begin(hall)
    hall.wait(5.5)

    hall.hears()
