"""Topics by counted hands: in which order, with more minutes where thumbs say so, kept with the session."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtWidgets import QLabel

from desktop.actions import ActName
from desktop.content.catalogue import Catalogue, read_catalogue
from desktop.look import Look
from desktop.panels.stage.votes import VotesDialog
from desktop.places.run.changes_by_hand import minutes_by_vote
from desktop.room_display.heard import heard_lines
from desktop.room_display.views import View
from desktop.room_display.wall import Scene, Wall
from formats.library.repository import SessionRepository
from formats.session.agenda import Agenda
from formats.session.events import Extended
from formats.session.topics import MOST_TOPICS, Topic, by_votes, with_topic, with_votes
from formats.structures.unfold import part_from
from tests.desktop.running import Hands


@pytest.fixture
def dialog(run: Hands) -> VotesDialog:
    """Topics and votes, in a stage of the February session."""
    run.go_to("challenge")
    run.place.do(ActName.VOTES)
    return next(one for one in run.place.window().findChildren(VotesDialog) if one.isVisible())


def named(run: Hands, dialog: VotesDialog, *topics: str) -> None:
    for topic in topics:
        run.qtbot.keyClicks(dialog.field, topic)
        run.qtbot.keyClick(dialog.field, Qt.Key.Key_Return)


def test_topics_are_named_counted_and_put_in_order(
    run: Hands, dialog: VotesDialog, repository: SessionRepository
) -> None:
    named(run, dialog, "Travel", "Rooms")
    assert dialog.isVisible(), "Enter names a topic and leaves the dialog open"
    for _ in range(3):
        dialog.counters["Rooms"].more.click()
    dialog.counters["Travel"].more.click()
    dialog.counters["Rooms"].fewer.click()
    assert run.session.topics == (Topic("Travel", 1), Topic("Rooms", 2))
    order = dialog.findChild(QLabel, "order-of-topics")
    assert isinstance(order, QLabel)
    assert order.text() == "In order of hands: Rooms (2), Travel (1)."
    kept = repository.session(run.session.id)
    assert kept is not None
    assert kept.topics == run.session.topics


def test_undo_takes_back_one_hand_after_the_other_and_the_stage_stays(run: Hands, dialog: VotesDialog) -> None:
    named(run, dialog, "Travel")
    dialog.counters["Travel"].more.click()
    dialog.undo.click()
    assert run.session.topics == (Topic("Travel"),)
    dialog.undo.click()
    dialog.undo.click()
    assert run.session.topics == ()
    assert run.stage == "challenge"


def test_thumbs_decide_on_more_minutes_and_are_not_kept(run: Hands, dialog: VotesDialog) -> None:
    before = run.runner.reading
    assert before is not None
    dialog.add_minutes.click()
    event = run.session.events[-1]
    assert isinstance(event, Extended)
    assert event.by == timedelta(minutes=4)
    after = run.runner.reading
    assert after is not None
    assert after.remaining - before.remaining == timedelta(minutes=4)


def test_a_topic_stands_once_and_not_without_words() -> None:
    topics = with_topic(with_topic(with_topic((), " Travel  costs "), "Travel costs"), "  ")
    assert topics == (Topic("Travel costs"),)
    many = tuple(Topic(str(n)) for n in range(MOST_TOPICS))
    assert with_topic(many, "one more") == many
    assert with_votes(topics, "Travel costs", -1) == topics
    assert [t.text for t in by_votes((Topic("a", 1), Topic("b", 2), Topic("c", 2)))] == ["b", "c", "a"]


def test_ctrl_z_takes_a_hand_back_in_the_dialog_too(run: Hands, dialog: VotesDialog) -> None:
    named(run, dialog, "Travel")
    dialog.counters["Travel"].more.click()
    dialog.counters["Travel"].more.setFocus()
    run.qtbot.keyClick(dialog.counters["Travel"].more, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert run.session.topics == (Topic("Travel"),)


def a_talk_by_topics(run: Hands, catalogue: Catalogue) -> None:
    """Lean Coffee of three rounds instead of the session's own structure, with two topics that got hands."""
    structure = catalogue.structure("lean-coffee")
    assert structure is not None
    topics = (Topic("Travel", 1), Topic("Rooms", 4), Topic("Nobody's"))
    run.runner.amend(lambda s: replace(s, agenda=Agenda((part_from(structure, 3),)), rooms=(), topics=topics))


def test_each_round_of_a_talk_by_topics_has_its_topic_for_a_title_the_most_wanted_first(
    run: Hands, catalogue: Catalogue
) -> None:
    a_talk_by_topics(run, catalogue)
    said = []
    for number in (1, 2, 3):
        stage = run.session.agenda.find_stage("topic", number)
        assert stage is not None
        run.runner.go_to(stage.key)
        said.append((run.words("stage-title"), run.words("stage-where")))
    assert said == [
        ("Rooms", "Lean Coffee · round 1 of 3 · Topic"),
        ("Travel", "Lean Coffee · round 2 of 3 · Topic"),
        ("Topic", "Lean Coffee · round 3 of 3"),
    ]


def test_the_topic_of_the_round_stands_on_the_wall_and_is_heard_there(
    run: Hands, catalogue: Catalogue, look: Look
) -> None:
    a_talk_by_topics(run, catalogue)
    stage = run.session.agenda.find_stage("topic", 2)
    assert stage is not None
    run.runner.go_to(stage.key)
    reading = run.runner.reading
    assert reading is not None
    scene = Scene(run.session, reading, View.TIMER)
    blocks = Wall(look, catalogue).timer(QSizeF(1920, 1080), scene).blocks
    assert "Travel" in [block.text for block in blocks]
    assert heard_lines(scene, None)[0] == "Travel"


def test_as_many_minutes_are_added_as_the_structure_says(run: Hands, catalogue: Catalogue) -> None:
    structure = catalogue.structure("lean-coffee")
    assert structure is not None
    longer = tuple(replace(s, extension=timedelta(minutes=2)) for s in structure.stages if s.id == "topic")
    own = replace(structure, id="own", stages=longer)
    run.runner.amend(lambda s: replace(s, agenda=Agenda((part_from(own, 1),)), rooms=()))
    reading = run.runner.reading
    assert reading is not None
    with_own = read_catalogue()
    with_own.take_own((own,), ())
    assert minutes_by_vote(with_own, reading) == timedelta(minutes=2)
