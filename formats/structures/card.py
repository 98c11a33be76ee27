"""What does the card of a structure say to whoever leads it?"""

from formats.language import Message, tr
from formats.session.facilitator_card import FacilitatorCard
from formats.structures.structure import Structure

TO_BEGIN = Message("Say this to begin")


def card_of(structure: Structure) -> FacilitatorCard:
    """When it works, what to say to begin, what to watch for, what to do if it goes wrong, and how to end."""
    groups = (
        (tr("When it works"), structure.works_when),
        (str(TO_BEGIN), structure.to_begin),
        (tr("Watch for"), structure.tips),
        (tr("If it goes wrong"), structure.if_wrong),
        (tr("To end"), structure.to_end),
    )
    return FacilitatorCard(structure.title, tuple((heading, lines) for heading, lines in groups if lines))
