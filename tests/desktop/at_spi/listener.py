"""Hears what takes the keys over AT-SPI, as a screen reader does; run by the Python of the system, which has `gi`.

Prints one line of JSON once it listens, and one for each thing that is announced: its role, and its name.
"""

import json

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402  # its version is chosen first


def tell(role: str, name: str) -> None:
    print(json.dumps({"role": role, "name": name}), flush=True)


def hear(event: Atspi.Event) -> None:
    if event.detail1:
        tell(event.source.get_role_name(), event.source.get_name() or "")


def main() -> None:
    Atspi.init()
    listener = Atspi.EventListener.new(hear)
    listener.register("object:state-changed:focused")
    tell("listener", "")
    Atspi.event_main()


main()
