"""Reads a running app over AT-SPI, as a screen reader does; run by the Python of the system, which has `gi`.

Prints one line of JSON for each thing in view: its role, its name, and whether it takes the keys.
"""

import json
import sys
from collections.abc import Iterator

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402  # its version is chosen first


def children(node: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    for number in range(node.get_child_count()):
        child = node.get_child_at_index(number)
        if child is not None:
            yield child


def in_view(node: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    for child in children(node):
        if child.get_state_set().contains(Atspi.StateType.SHOWING):
            yield child
            yield from in_view(child)


def main(process: int) -> None:
    Atspi.init()
    for app in children(Atspi.get_desktop(0)):
        if app.get_process_id() != process:
            continue
        for node in in_view(app):
            focusable = node.get_state_set().contains(Atspi.StateType.FOCUSABLE)
            facts = {"role": node.get_role_name(), "name": node.get_name() or "", "keys": focusable}
            print(json.dumps(facts))


main(int(sys.argv[1]))
