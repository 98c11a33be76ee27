"""The paper that stands in for the laptop: clock times, who sits where, and a card for each room."""

from dataclasses import replace
from importlib.resources import files
from itertools import count
from pathlib import Path

import pytest

from formats.exports import ExportError, note_sheets, room_cards, run_sheet, slips
from formats.exports.paper import Paper
from formats.exports.run_sheet import minutes_on_paper
from formats.session.agenda import Agenda, StageKind
from formats.session.dates.date_style import DateStyle
from formats.session.people import Person
from formats.session.room_wishes import RoomWishes
from formats.session.seating.seating import seat_people
from formats.session.session import Room, RoundRooms, Session
from formats.structures.structure_files import read_structures
from formats.structures.unfold import closing_part, part_from, simple_stage
from tests.builders import minutes, some_people
from tests.exports.readers import pdf_of, pdf_tags, pdf_text
from tests.exports.sessions import NOW, a_note, a_session


def test_the_run_sheet_gives_each_stage_its_time_by_the_clock(fonts: Path) -> None:
    text = pdf_text(run_sheet(a_session(), now=NOW, fonts=fonts)).replace("\u00a0", " ")

    assert "4:30 pm 5 Longer out-breath" in text
    assert "4:48 pm 5 Clarifying questions" in text
    assert "End at 5:20 pm" in text


def test_the_run_sheet_says_where_and_how_to_join(fonts: Path) -> None:
    session = replace(a_session(), place="Upper hall", joining="https://meet.example.org/x")
    text = pdf_text(run_sheet(session, now=NOW, fonts=fonts))

    assert "Upper hall" in text
    assert "meet.example.org/x" in text


def test_the_run_sheet_counts_to_24_where_that_is_how_times_are_written(fonts: Path) -> None:
    sheet = run_sheet(a_session(), now=NOW, fonts=fonts, dates=DateStyle(clock="HH:mm"))
    text = pdf_text(sheet).replace("\u00a0", " ")

    assert "16:30 5 Longer out-breath" in text
    assert "End at 17:20" in text
    assert " pm" not in text


def test_half_minutes_are_written_as_their_readers_write_them() -> None:
    half = minutes(5.5)

    assert minutes_on_paper(half, DateStyle()) == "5.5"
    assert minutes_on_paper(half, DateStyle(decimal=",")) == "5,5"


def test_the_run_sheet_says_who_sits_where_and_who_presents(fonts: Path) -> None:
    text = pdf_text(run_sheet(a_session(rounds=2), now=NOW, fonts=fonts))

    assert "Peer Assist, rounds 1 to 2" in text
    assert "Presents: Hana Nováková, then Idris Khan" in text


def test_there_is_one_card_for_each_room(fonts: Path) -> None:
    reader = pdf_of(room_cards(a_session(rounds=2), now=NOW, fonts=fonts))
    pages = [" ".join(page.extract_text().split()) for page in reader.pages]

    assert [page.split(" Who")[0] for page in pages[:-1]] == ["Room 1", "Room 2", "Room 3"]
    assert "Presents: Hana Nováková, then Idris Khan" in pages[1]


def test_no_note_is_on_paper(fonts: Path) -> None:
    session = a_session([a_note("a word that stays here")])

    for write in (run_sheet, room_cards):
        assert "stays here" not in pdf_text(write(session, now=NOW, fonts=fonts))


def test_both_are_tagged_and_titled(fonts: Path) -> None:
    for write, title in ((run_sheet, "run sheet"), (room_cards, "room cards")):
        content = write(a_session(), now=NOW, fonts=fonts)
        metadata = pdf_of(content).metadata

        assert {"H1", "H2", "Table", "TH", "L"} <= set(pdf_tags(content))
        assert metadata is not None
        assert metadata.title == f"February peer assist: {title}"


def test_a_session_without_rooms_still_has_a_run_sheet(fonts: Path) -> None:
    assert pdf_text(run_sheet(replace(a_session(), rooms=(), people=()), now=NOW, fonts=fonts))


def test_a_list_by_name_says_where_everyone_sits_in_each_round(fonts: Path) -> None:
    session = a_session(rounds=2)
    first, second = session.rooms
    seats = [room.people for room in reversed(second.rooms)]
    rooms = tuple(replace(room, people=people) for room, people in zip(second.rooms, seats, strict=True))
    session = replace(session, rooms=(first, replace(second, rooms=rooms)))
    last = " ".join(pdf_of(room_cards(session, now=NOW, fonts=fonts)).pages[-1].extract_text().split())
    seated = {person for one in session.rooms for room in one.rooms for person in room.people}
    named = sorted((p.name for p in session.people if p.id in seated), key=str.casefold)

    assert last.startswith("Find your room Name Round 1 Round 2")
    assert [last.index(name) for name in named] == sorted(last.index(name) for name in named)


def test_the_list_by_name_follows_the_alphabet_of_who_prints_it(fonts: Path) -> None:
    people = some_people("Åsa Berg", "Álvaro Ruiz", "Alan Reid", "Zoe Lind")
    rooms = (Room(1, ("p1", "p2", "p3", "p4")),)
    planned = a_session()
    session = replace(planned, people=people, rooms=(replace(planned.rooms[0], rooms=rooms),))

    for language, order in (("en_GB", "Alan Álvaro Åsa Zoe"), ("sv_SE", "Alan Álvaro Zoe Åsa")):
        cards = room_cards(session, now=NOW, fonts=fonts, dates=DateStyle(language=language))
        last = pdf_of(cards).pages[-1].extract_text()
        assert sorted(order.split(), key=last.index) == order.split()


def test_paper_says_station_where_the_structure_does(fonts: Path) -> None:
    structures = read_structures(files("resources").joinpath("structures"))
    part = part_from(next(one for one in structures if one.id == "shift-and-share"))
    rooms = (Room(1, ("p1", "p2", "p3")), Room(2, ("p4", "p5", "p6")))
    people = some_people("Ann", "Bo", "Cy", "Di", "Ed", "Flo")
    session = replace(a_session(), agenda=Agenda((part,)), people=people, rooms=(RoundRooms(part.id, 1, rooms),))
    cards = pdf_text(room_cards(session, now=NOW, fonts=fonts))

    assert "Station 2" in cards
    assert "Find your station" in cards
    assert "Room 2" not in cards
    assert "Station 1" in pdf_text(run_sheet(session, now=NOW, fonts=fonts))


def test_pairs_within_fours_are_on_the_cards_and_in_the_list_by_name(fonts: Path) -> None:
    structure = next(
        one for one in read_structures(files("resources").joinpath("structures")) if one.id == "1-2-4-all"
    )
    part, people = part_from(structure), some_people("Ann", "Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal", "Ivy")
    rooms = (Room(1, ("p1", "p2", "p3", "p4")), Room(2, ("p5", "p6", "p7", "p8", "p9")))
    session = replace(a_session(), agenda=Agenda((part,)), people=people, rooms=(RoundRooms(part.id, 1, rooms),))
    pages = [
        " ".join(page.extract_text().replace("\u00a0", " ").split())
        for page in pdf_of(room_cards(session, now=NOW, fonts=fonts)).pages
    ]
    assert "Pair 1: Ann, Bo" in pages[0]
    assert "Pair 2: Cy, Di" in pages[0]
    assert "Trio 3: Ed, Flo, Gus" in pages[1]
    assert "Cy 1, pair 2" in pages[2]
    assert "Ivy 2, pair 4" in pages[2]
    assert "Pair 4: Hal, Ivy" in pdf_text(run_sheet(session, now=NOW, fonts=fonts))


def test_the_facilitators_own_line_is_on_her_run_sheet_and_not_on_the_cards_of_the_rooms(fonts: Path) -> None:
    session = a_session()
    parts = tuple(
        replace(part, stages=tuple(replace(stage, facilitator_line="Ask Jo first") for stage in part.stages))
        for part in session.agenda.parts
    )
    session = replace(session, agenda=Agenda(parts))
    assert "For you: Ask Jo first" in pdf_text(run_sheet(session, now=NOW, fonts=fonts))
    assert "Ask Jo" not in pdf_text(room_cards(session, now=NOW, fonts=fonts))


def test_long_names_stay_on_the_paper_and_are_copied_as_they_were_typed(fonts: Path) -> None:
    long = "Wolfeschlegelsteinhausenbergerdorffvoralternwarengewissenhaftschaferswessenschafe" * 2
    session = a_session(rounds=3)
    first, *others = session.people
    session = replace(session, title=long, people=(replace(first, name=long), *others))
    for paper in (room_cards(session, now=NOW, fonts=fonts), run_sheet(session, now=NOW, fonts=fonts)):
        text = "".join("".join(page.extract_text() for page in pdf_of(paper).pages).split())
        assert long in text


def test_they_are_printed_on_the_paper_that_was_chosen(fonts: Path) -> None:
    for write in (room_cards, run_sheet):
        page = pdf_of(write(a_session(), now=NOW, fonts=fonts, paper=Paper.LETTER)).pages[0]
        assert (float(page.mediabox.width), float(page.mediabox.height)) == (612, 792)


def structured(structure_id: str, heads: int, rounds: int | None = None) -> Session:
    """So many people with one structure and a closing of their own, seated."""
    structures = read_structures(files("resources").joinpath("structures"))
    part = part_from(next(one for one in structures if one.id == structure_id), rounds)
    close = simple_stage(StageKind.CLOSING, "closing", "close", "Sing together", minutes(5))
    people = tuple(Person(f"p{n}", f"Person {n}", f"Group {n % 3}") for n in range(1, heads + 1))
    session = replace(
        a_session(), agenda=Agenda((part, closing_part((close,)))), people=people, rooms=(), events=()
    )
    session = replace(session, wishes=RoomWishes(), away=frozenset())
    return session.with_rooms(seat_people(session, seconds=0.05, clock=count(0, 0.01).__next__).rounds)


def pages_of(content: bytes) -> list[str]:
    pages = pdf_of(content).pages
    return [" ".join(page.extract_text().replace("\u00a0", " ").split()) for page in pages]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize(
    ("structure", "heads"),
    [("peer-assist", 18), ("troika-consulting", 18), ("wise-crowds", 20), ("1-2-4-all", 24)],
)
def test_a_usual_hour_is_one_page_with_what_is_needed(
    structure: str, heads: int, paper: Paper, fonts: Path
) -> None:
    session = replace(structured(structure, heads), question="What would help?")
    needs = ("18 chairs in 3 circles of 6", "Paper and a pen for everyone: 18")
    (page,) = pages_of(run_sheet(session, now=NOW, fonts=fonts, paper=paper, needs=needs))
    assert "To have ready: 18 chairs in 3 circles of 6; Paper and a pen for everyone: 18." in page
    assert "The question: What would help?" in page


@pytest.mark.parametrize(
    ("structure", "heads", "said"),
    [
        (
            "wise-crowds-large",
            18,
            ("Inner circle You sit in the middle.", "You sit in a circle around the middle."),
        ),
        ("shift-and-share", 18, ("Station 1 Whoever presents stays here.",)),
        ("world-cafe", 18, ("The host stays at this table.",)),
        ("what-i-need-from-you", 18, ("Team 1 You are a team: Group",)),
        ("1-2-4-all", 18, ("First in pairs, then all of you together.",)),
        ("helping-heuristics", 7, ("Challenge kindly", "Look together", "Client: ")),
    ],
)
def test_a_card_is_one_page_and_says_how_its_people_are_arranged(
    structure: str, heads: int, said: tuple[str, ...], fonts: Path
) -> None:
    session = structured(structure, heads)
    pages = pages_of(room_cards(session, now=NOW, fonts=fonts))
    assert len(pages) == len({room.number for one in session.rooms for room in one.rooms}) + 1
    assert all(any(sentence in page for page in pages) for sentence in said)


def test_a_card_has_the_stages_that_are_held_in_its_room(fonts: Path) -> None:
    first, *_ = pages_of(room_cards(structured("what-i-need-from-you", 18), now=NOW, fonts=fonts))
    assert "10 Needs" in first
    assert "State needs" not in first
    assert "Sing together" not in first


def test_pairs_that_change_have_a_list_of_partners_and_three_are_no_pair(fonts: Path) -> None:
    (page,) = pages_of(room_cards(structured("impromptu-networking", 7), now=NOW, fonts=fonts))
    assert page.startswith("Find your partner Name Round 1 Round 2 Round 3")
    assert " and " in page
    assert "Room" not in page
    assert "pair" not in page.lower()


def test_where_everyone_sits_in_one_circle_there_are_no_cards(fonts: Path) -> None:
    with pytest.raises(ExportError, match="one circle"):
        room_cards(structured("story-round", 18), now=NOW, fonts=fonts)


def test_a_closing_stage_of_ones_own_says_nothing_that_one_did_not_write(fonts: Path) -> None:
    text = pdf_text(run_sheet(structured("triz", 8), now=NOW, fonts=fonts))
    assert "Sing together" in text
    assert "name the next date" not in text


def test_each_room_has_a_sheet_for_notes_and_everyone_one_where_there_are_no_rooms(fonts: Path) -> None:
    pages = pages_of(note_sheets(structured("peer-assist", 18), now=NOW, fonts=fonts))
    assert [page.split(" One")[0] for page in pages] == ["Room 1", "Room 2", "Room 3"]
    for alone in ("story-round", "impromptu-networking"):
        (page,) = pages_of(note_sheets(structured(alone, 18), now=NOW, fonts=fonts))
        assert page.startswith("Everyone")


def test_there_is_a_slip_without_a_name_for_everyone(fonts: Path) -> None:
    pages = pages_of(slips(structured("peer-assist", 18), now=NOW, fonts=fonts))
    assert len(pages) == 3
    assert pages[0].count("No name needed.") == 8
    assert "Person" not in " ".join(pages)
