"""Stops at the room display: each view, at each moment that looks different."""

from dataclasses import replace

from desktop.room_display.views import View
from formats.session.agenda import StageKind
from formats.session.moves import Move
from tests.walk.questions import living_by_a_question
from tests.walk.walker import Walker


def on_the_wall(walker: Walker) -> None:
    """The second window, as large as its screen."""
    if walker.session is None:
        return
    walker.open_session()
    wall = walker.app.room_display
    wall.resize(walker.window.size())
    wall.show_view(View.FOLLOW)
    wall.resize(walker.window.size())
    walker.look("Wall, before the start", wall)
    for kind in (StageKind.OPENER, StageKind.CHECK_IN, StageKind.WORK):
        stage = next((s for s in walker.session.agenda.stages if s.kind is kind), None)
        if stage is not None:
            walker.app.runner.go_to(stage.key)
            walker.wait(seconds=20)
            walker.look(f"Wall, {kind.value}", wall)
            wall.wall_line.show(walker.typed("Two more minutes, then find a last word that fits."))
            walker.look(f"Wall, {kind.value}, with a line", wall)
            wall.wall_line.take_away()
    walker.app.runner.amend(living_by_a_question)
    wall.show_view(View.TIMER)
    walker.look("Wall, with a question", wall)
    wall.show_view(View.FOLLOW)
    walker.app.runner.amend(lambda session: replace(session, question=""))
    walker.app.runner.make(Move.PAUSE)
    walker.wait(minutes=2)
    walker.look("Wall, paused", wall)
    walker.app.runner.make(Move.RESUME)
    walker.wait(minutes=11)
    for view in (View.TIMER, View.DISC, View.ROOMS):
        wall.show_view(view)
        walker.look(f"Wall, {view.value}, over time", wall)
    wall.show_view(View.AGREEMENT)
    walker.look("Wall, what was agreed", wall)
    wall.show_view(View.STANDBY, walker.typed("Back at ten past four, with something warm to drink if you like"))
    walker.look("Wall, standby", wall)
    wall.hide()
    walker.app.runner.make(Move.FINISH)
