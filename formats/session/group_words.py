"""What is one of the groups called that people are in, alone, by its number and counted?

The words are keys: a session and a plan hold them as they are, and they are said in the language spoken.
"""

from formats.language import Message, tr_count
from formats.session.wording import within_sentence

ROOM, PAIR, TABLE, STATION, CIRCLE, TEAM = "Room", "Pair", "Table", "Station", "Circle", "Team"
WHOLE_ROOM, TRIO = "Whole room", "Trio"
NUMBERED = {
    ROOM: Message("Room {number}"),
    PAIR: Message("Pair {number}"),
    TRIO: Message("Trio {number}"),
    TABLE: Message("Table {number}"),
    STATION: Message("Station {number}"),
    CIRCLE: Message("Circle {number}"),
    TEAM: Message("Team {number}"),
    WHOLE_ROOM: Message("Whole room {number}"),
}
ONE = {
    ROOM: Message("Room"),
    PAIR: Message("Pair"),
    # For translators: people sit at it
    TABLE: Message("Table"),
    STATION: Message("Station"),
    CIRCLE: Message("Circle"),
    TEAM: Message("Team"),
    WHOLE_ROOM: Message("Whole room"),
}
"""One of them, in a head or a menu."""
SEVERAL = {
    ROOM: Message("Rooms"),
    PAIR: Message("Pairs"),
    TABLE: Message("Tables"),
    STATION: Message("Stations"),
    CIRCLE: Message("Circles"),
    TEAM: Message("Teams"),
    WHOLE_ROOM: Message("Whole rooms"),
}
"""All of them, in a head."""
SHARED_BY_THE_SAME = {
    ROOM: Message("Round {number}: the same {column} shares a room: {groups}."),
    PAIR: Message("Round {number}: the same {column} shares a pair: {groups}."),
    TABLE: Message("Round {number}: the same {column} shares a table: {groups}."),
    STATION: Message("Round {number}: the same {column} shares a station: {groups}."),
    CIRCLE: Message("Round {number}: the same {column} shares a circle: {groups}."),
    TEAM: Message("Round {number}: the same {column} shares a team: {groups}."),
    WHOLE_ROOM: Message("Round {number}: the same {column} shares a whole room: {groups}."),
}


def numbered_group(word: str, number: int, *, within: bool = False) -> str:
    """One of several groups: "Room 2"; `within` a sentence, where English has no capital: "room 2"."""
    said = NUMBERED[word].filled(number=number)
    return within_sentence(said) if within else said


def count_groups(count: int, word: str) -> str:
    """How many groups there are, with what they are called: "3 rooms", "4 stations"."""
    match word:
        case "Pair":
            return tr_count("{count} pair", "{count} pairs", count)
        case "Trio":
            return tr_count("{count} trio", "{count} trios", count)
        case "Table":
            return tr_count("{count} table", "{count} tables", count)
        case "Station":
            return tr_count("{count} station", "{count} stations", count)
        case "Circle":
            return tr_count("{count} circle", "{count} circles", count)
        case "Team":
            return tr_count("{count} team", "{count} teams", count)
        case "Whole room":
            return tr_count("{count} whole room", "{count} whole rooms", count)
        case _:
            return tr_count("{count} room", "{count} rooms", count)
