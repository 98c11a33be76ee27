"""The way through the whole app: one stop after the other, each place with its dialogs, menus and messages."""

from tests.walk.stops_around import around_the_session
from tests.walk.stops_before import before_the_session
from tests.walk.stops_in_run import in_run
from tests.walk.stops_on_wall import on_the_wall
from tests.walk.walker import Walker


def whole_tour(walker: Walker) -> None:
    """Everything there is to see."""
    before_the_session(walker)
    in_run(walker)
    on_the_wall(walker)
    around_the_session(walker)
