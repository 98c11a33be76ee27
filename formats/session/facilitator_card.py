"""What does whoever leads a session keep at hand: how a structure goes, and what to do when someone is upset?"""

from dataclasses import dataclass

from formats.language import Message, tr


@dataclass(frozen=True, slots=True)
class FacilitatorCard:
    """A title over groups of lines, each with its heading; a group without a heading comes first."""

    title: str
    groups: tuple[tuple[str, tuple[str, ...]], ...]


UPSET_STEPS = (
    Message("Stop for a moment. Say: “Let’s slow down. There is no rush.”"),
    Message(
        "Ask: “Would you like quiet, some company, or to step outside?” Do as they say. Do not touch. "
        "Do not ask what happened."
    ),
    Message(
        "If they step out, a second person goes with them, if they want that. Online: message them on their own."
    ),
    Message("To the room: “We will take two minutes. Look around, have some water.”"),
    Message("Do not write it in the notes."),
    Message("Before the end, ask them on their own: “How are you getting home? Who can you talk to tonight?”"),
)
AFTERWARDS = Message("Afterwards, talk to someone yourself.")
IN_DANGER = Message("If someone may be in danger now, or needs urgent help, or someone to talk to:")
PROPOSED_CONTACTS = (
    Message("999 in an emergency"),
    Message("NHS 111 for urgent help"),
    Message("Samaritans 116 123, day and night"),
)
TO_BE_CHECKED = Message("These are for the United Kingdom. Check them, and write your own once in Settings.")


def contact_lines(text: str) -> tuple[str, ...]:
    """The contacts that a user wrote, one on each line."""
    return tuple(filter(None, map(str.strip, text.splitlines())))


def proposed_contacts() -> tuple[str, ...]:
    """Where to call in the country where most people speak the language spoken, and that this is to be checked."""
    return tuple(map(str, (*PROPOSED_CONTACTS, TO_BE_CHECKED)))


def upset_card(contacts: tuple[str, ...] = ()) -> FacilitatorCard:
    """The card for when someone is upset; `contacts` are the user's own, without any some are proposed."""
    steps = tuple(f"{number}. {step}" for number, step in enumerate(UPSET_STEPS, 1))
    whom = contacts or proposed_contacts()
    return FacilitatorCard(
        tr("If someone is upset"), (("", steps), (str(IN_DANGER), whom), ("", (str(AFTERWARDS),)))
    )
