"""Uses a running Clearing over AT-SPI, as a screen reader's user does; run by the Debian's own Python, with `gi`.

hands.py STEP…      press:NAME  presses what has this name, once it is in sight
                    write:NAME=WORDS  fills a field
                    see:WORDS  waits until words are in sight
"""

import sys
from collections.abc import Iterator

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402  # its version is chosen first

from tests.waiting import wait_until  # noqa: E402

APP = "Clearing"
PATIENCE = 60.0


def in_sight(node: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    """The node, and all within it, what came last first: a dialog before the window that it stands over."""
    for number in reversed(range(node.get_child_count())):
        child = node.get_child_at_index(number)
        if child is not None and child.get_state_set().contains(Atspi.StateType.SHOWING):
            yield from in_sight(child)
    yield node


def find(name: str) -> Atspi.Accessible:
    """Whatever has this name, once it is in sight."""
    found: list[Atspi.Accessible] = []
    try:
        wait_until(
            lambda: found or found.extend(node for node in everything() if node.get_name() == name), PATIENCE
        )
        return found[0]
    except (TimeoutError, IndexError):
        seen = sorted({f"{node.get_role_name()}: {node.get_name()}" for node in everything() if node.get_name()})
        sys.exit(f"{name!r} is not in sight, but {seen}")


def everything() -> Iterator[Atspi.Accessible]:
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        app = desktop.get_child_at_index(number)
        if app is not None and APP.lower() in (app.get_name() or "").lower():
            yield from in_sight(app)


def main(steps: list[str]) -> None:
    Atspi.init()
    for step in steps:
        act, _, words = step.partition(":")
        name, _, text = words.partition("=")
        node = find(name)
        done = True
        if act == "press":
            done = node.get_action_iface().do_action(0)
        elif act == "write":
            done = node.get_editable_text_iface().set_text_contents(text)
        if not done:
            sys.exit(f"{step} cannot be done")


main(sys.argv[1:])
