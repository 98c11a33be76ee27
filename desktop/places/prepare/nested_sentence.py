"""Who is a pair where a structure goes from pairs to larger groups?"""

from desktop.wording import listed
from formats.session.agenda import Part
from formats.session.groups import groups_in
from formats.session.people import short_names
from formats.session.session import Session

MOST_PAIRS = 30


def nested_sentence(session: Session, part: Part) -> str:
    """The pairs inside the rooms of the first round; empty where a structure has none, or too many to read."""
    stage = next((stage for stage in part.stages if stage.grouping == "pairs"), None)
    groups = groups_in(session, part, stage)
    if groups.word != "Pair" or not 0 < len(groups.rooms) <= MOST_PAIRS:
        return ""
    if stage is not None and groups.rooms == session.rooms_in(stage.key):
        return ""
    names = short_names(session.people)
    pairs = "; ".join(listed([names.get(person, "") for person in pair.people]) for pair in groups.rooms)
    return f"In pairs: {pairs}."
