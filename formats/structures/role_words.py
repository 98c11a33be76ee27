"""What are the roles that any structure has called in the language spoken?"""

from formats.language import Message
from formats.structures.structure import EVERYONE, FACILITATOR

# For translators: who speaks or listens in a stage: "facilitator speaks", "everyone and host".
WORDS = {
    EVERYONE: Message("everyone"),
    FACILITATOR: Message("facilitator"),
    "note-taker": Message("note-taker"),
    "scribe": Message("scribe"),
    "timekeeper": Message("timekeeper"),
    "host": Message("host"),
}


def role_said(role: str) -> str:
    """A role as people read it; one that a structure or a person named stays as it is."""
    return str(WORDS.get(role, role))
