"""Reads a running app over AT-SPI, as a screen reader does; run by the Python of the system, which has `gi`.

Prints one line of JSON for each thing in view: its role, its name, its labels, and whether it takes the keys.
Where a dialog is open it reads that alone: the window behind it waits.
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


def is_in_view(node: Atspi.Accessible) -> bool:
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def in_view(node: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    """The node, and all within it."""
    if is_in_view(node):
        yield node
        for child in children(node):
            yield from in_view(child)


def windows_to_read(app: Atspi.Accessible) -> list[Atspi.Accessible]:
    windows = [window for window in children(app) if is_in_view(window)]
    dialogs = [window for window in windows if window.get_role() is Atspi.Role.DIALOG]
    return dialogs[-1:] or windows


def labels(node: Atspi.Accessible) -> list[str]:
    """What is said before the name, such as the words beside a field."""
    return [
        relation.get_target(number).get_name()
        for relation in node.get_relation_set()
        if relation.get_relation_type() is Atspi.RelationType.LABELLED_BY
        for number in range(relation.get_n_targets())
    ]


def main(process: int) -> None:
    Atspi.init()
    for app in children(Atspi.get_desktop(0)):
        if app.get_process_id() != process:
            continue
        for window in windows_to_read(app):
            for node in in_view(window):
                keys = node.get_state_set().contains(Atspi.StateType.FOCUSABLE)
                facts = {"role": node.get_role_name(), "name": node.get_name() or "", "keys": keys}
                print(json.dumps({**facts, "labels": labels(node) if keys else []}))


main(int(sys.argv[1]))
