"""What does Python's own reader of arguments say, in the language that is spoken?"""

import argparse
import re

from formats.language import Message

_A_FIELD = re.compile(r"%(?:\((?P<name>\w+)\))?[sr]")
_OUR_FIELD = re.compile(r"\{(\w+)\}")
_SAID = {
    # For translators: the last words before “clearing [--library FILE] COMMAND”
    "usage: ": Message("usage: "),
    "positional arguments": Message("positional arguments"),
    # For translators: a heading over a list of what can be asked for with -- before it
    "options": Message("options"),
    "show this help message and exit": Message("show this help message and exit"),
    "argument %(argument_name)s: %(message)s": Message("argument {argument_name}: {message}"),
    "invalid choice: %(value)r (choose from %(choices)s)": Message(
        "invalid choice: {value} (choose from {choices})"
    ),
    "the following arguments are required: %s": Message("the following arguments are required: {arguments}"),
    "unrecognized arguments: %s": Message("unrecognized arguments: {arguments}"),
    "expected one argument": Message("expected one argument"),
    "expected at least one argument": Message("expected at least one argument"),
    "ambiguous option: %(option)s could match %(matches)s": Message(
        "ambiguous option: {option} could match {matches}"
    ),
    "ignored explicit argument %r": Message("ignored explicit argument {value}"),
}
"""What it can say of our commands; the rest is for programmers."""


def speak_of_arguments() -> None:
    """Has `argparse` look its words up here whenever it says them; `gettext` knows the system's files only."""
    vars(argparse)["_"] = _translated


def _translated(text: str) -> str:
    """Words of `argparse` in the language that is spoken, with its fields written as it fills them in."""
    ours = _SAID.get(text)
    if ours is None:
        return text
    fields = {found["name"]: found[0] for found in _A_FIELD.finditer(text)}
    return _OUR_FIELD.sub(lambda found: fields.get(found[1]) or fields.get(None) or found[0], str(ours))
