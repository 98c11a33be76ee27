"""How many people are here, and into how many rooms, tables or stations do they go?"""

from formats.language import tr, tr_count
from formats.session.group_words import count_groups
from formats.session.seating.groups import is_whole_room, word_of
from formats.session.session import RoundRooms, Session
from formats.session.wording import join_list


def people_and_rooms(session: Session) -> str:
    """In one fact: "18 people, 3 rooms", "30 people, 4 stations", "12 people, one circle"."""
    people = tr_count("{count} person", "{count} people", len(session.present))
    most = max(session.rooms, key=_count_of_rooms, default=None)
    if most is None or not most.rooms:
        return people
    part = session.agenda.part(most.part)
    where = tr("one circle") if is_whole_room(part) else count_groups(len(most.rooms), word_of(part))
    return join_list((people, where))


def _count_of_rooms(planned: RoundRooms) -> int:
    return len(planned.rooms)
