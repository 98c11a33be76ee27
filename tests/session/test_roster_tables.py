"""Tables: which column became what, and how that is changed; sections, repeated people and lines around them."""

import pytest

from formats.session.roster import Column, Kind, RosterError, read_pasted, read_roster
from formats.session.roster.cells import contents_of
from formats.session.roster.columns import evidence_of
from formats.session.roster.draft import LONGEST_LINE

TABLE = "Full name\tTeam\tShirt\tReply\nAda Fenn\tFenn Trust\tM\tyes\nBo Lind\tHull Trust\tL\tno\n"


def columns(text: str, choices: dict[str, Column | None] | None = None) -> dict[str, Column | None]:
    return {read.title: read.column for read in read_pasted(text, choices).columns}


def test_each_column_says_what_it_was_taken_for() -> None:
    assert columns(TABLE) == {
        "Full name": Column.NAME,
        "Team": Column.ORGANISATION,
        "Shirt": None,
        "Reply": Column.HERE,
    }


def test_a_column_can_be_chosen_otherwise() -> None:
    roster = read_pasted(TABLE, {"Team": Column.ROLE, "Reply": None, "Shirt": Column.REMARKS})
    assert [(d.name, d.role, d.organisation, d.away, d.remarks) for d in roster.drafts] == [
        ("Ada Fenn", "Fenn Trust", "", False, "M"),
        ("Bo Lind", "Hull Trust", "", False, "L"),
    ]
    assert roster.drafts[0].extra == (("Reply", "yes"),)


def test_another_column_of_names_takes_the_place_of_the_first() -> None:
    text = "Full name\tCalled\nAda Fenn\tAddy\nBo Lind\tBo\n"
    assert [draft.name for draft in read_pasted(text, {"Called": Column.NAME}).drafts] == ["Addy", "Bo"]
    assert columns(text, {"Called": Column.NAME}) == {"Full name": None, "Called": Column.NAME}


def test_columns_without_titles_have_a_number_to_choose_them_by() -> None:
    text = "Ada Fenn\tFenn Trust\nBo Lind\tHull Trust\n"
    assert columns(text) == {"Column 1": Column.NAME, "Column 2": Column.ORGANISATION}
    assert read_pasted(text, {"Column 2": Column.ROLE}).drafts[0].role == "Fenn Trust"


def test_two_columns_of_one_title_are_told_apart() -> None:
    assert list(columns("Name\tNotes\tNotes\nAda Fenn\ta\tb\nBo Lind\tc\td\n")) == ["Name", "Notes", "Notes (2)"]


def test_a_choice_for_a_title_that_is_not_there_changes_nothing() -> None:
    assert read_pasted(TABLE, {"Elsewhere": Column.NAME}) == read_pasted(TABLE)


def test_every_line_that_is_not_blank_is_counted_once() -> None:
    roster = read_pasted(f"Circle\n\n{TABLE}\nPrinted on 1 March 2023\n")
    assert [(line.line_number, line.kind) for line in roster.lines] == [
        (1, Kind.NOT_READ),
        (3, Kind.TITLES),
        (4, Kind.PEOPLE),
        (5, Kind.PEOPLE),
        (7, Kind.NOT_READ),
    ]


def test_a_person_in_two_sections_is_one_and_learns_from_both() -> None:
    roster = read_pasted(
        "Name\tTeam\nAda Fenn\tFenn Trust\n\nName\tEmail\nAda Fenn\tada@fenn.example\nBo Lind\tbo@lind.example\n"
    )
    assert [(d.name, d.organisation, d.email) for d in roster.drafts] == [
        ("Ada Fenn", "Fenn Trust", "ada@fenn.example"),
        ("Bo Lind", "", "bo@lind.example"),
    ]
    assert [line.remark for line in roster.lines if line.kind is Kind.AGAIN] == ["Ada Fenn: read above already."]


@pytest.mark.parametrize(
    "second",
    ["Ada Fenn\tother@fenn.example\tyes", "Ada Fenn\tada@fenn.example\tno"],
    ids=["another address", "another answer"],
)
def test_namesakes_that_differ_are_asked_about_and_never_made_one(second: str) -> None:
    titles = "Name\tEmail\tReply\n"
    roster = read_pasted(f"{titles}Ada Fenn\tada@fenn.example\tyes\n\nGuests\n{titles}{second}\n")
    assert len(roster.drafts) == 2
    assert roster.duplicates == ((0, 1),)


def test_a_heading_over_a_table_says_it_of_all_its_people() -> None:
    roster = read_pasted("Name,Email\nAda Fenn,a@b.example\n\nDeclined\nName,Email\nBo Lind,b@c.example\n")
    assert [(draft.name, draft.away) for draft in roster.drafts] == [("Ada Fenn", False), ("Bo Lind", True)]


@pytest.mark.parametrize(
    ("titles", "buyer"),
    [("Buyer name", "Ann Payer"), ("Buyer first name\tBuyer last name", "Ann\tPayer")],
)
def test_a_ticket_that_names_nobody_is_whoever_bought_it(titles: str, buyer: str) -> None:
    roster = read_pasted(f"{titles}\tAttendee first name\tAttendee last name\n{buyer}\tAda\tFenn\n{buyer}\t\t\n")
    assert [draft.name for draft in roster.drafts] == ["Ada Fenn", "Ann Payer"]
    assert roster.lines[-1].remark == "The name is that of whoever signed up."


def test_two_people_in_one_cell_are_two() -> None:
    roster = read_pasted("Name\tTeam\tEmail\nTom and Ann Hill\tHill Farm\tann.hill@farm.example\n")
    assert [(d.name, d.organisation, d.email) for d in roster.drafts] == [
        ("Tom Hill", "Hill Farm", ""),
        ("Ann Hill", "Hill Farm", "ann.hill@farm.example"),
    ]


@pytest.mark.parametrize(
    ("cell", "name", "organisation", "remark"),
    [
        ("Ada Fenn (Fenn Trust)", "Ada Fenn", "Fenn Trust", ""),
        ("Ada Fenn (Ada F)", "Ada Fenn", "", "Ada F"),
        ("Ada Fenn (she/her) - Hull", "Ada Fenn", "Hull", "she/her"),
        ("FENN, Ada (NHS FIFE)", "Ada Fenn", "NHS FIFE", ""),
        ("Ada (Addy) Fenn", "Ada (Addy) Fenn", "", ""),
        ("Ada's iPad", "Ada's iPad", "", "name of a device"),
        ("Ada Fenn, Fenn Trust", "Ada Fenn", "Fenn Trust", ""),
    ],
)
def test_what_stands_beside_a_name_in_its_cell_is_told_apart(
    cell: str, name: str, organisation: str, remark: str
) -> None:
    draft = read_pasted(f"Name\tJoined\n{cell}\t16:30\nBo Lind\t16:31\n").drafts[0]
    assert (draft.name, draft.organisation, draft.remarks) == (name, organisation, remark)


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("cp1250", "Łukasz Żółć"),
        ("cp1250", "Małgorzata Świątek"),
        ("cp1252", "Søren Ærø"),
        ("cp1252", "Zoë Größe"),
        ("cp1256", "ليلى الخطيب"),
        ("mac_roman", "Chloé Bénard"),
        ("cp850", "Jürgen Müller"),
        ("utf-16", "Özlem Şahin"),
    ],
)
def test_the_alphabet_is_told_by_what_reads_best(encoding: str, name: str) -> None:
    text = f"Name;Status\n{name};yes\nBo Lind;no\n"
    assert read_roster(text.encode(encoding)).drafts[0].name == name


def test_a_piece_of_a_line_that_was_not_read_is_said() -> None:
    roster = read_pasted("Present: Ada Fenn, Hull Trust, Bo Lind")
    assert [draft.name for draft in roster.drafts] == ["Ada Fenn", "Bo Lind"]
    assert [(line.line_number, line.text) for line in roster.not_read] == [(1, "Hull Trust")]


@pytest.mark.parametrize("unit", ["a", "a@", "a.", "(", "x(y) ", "'", "; ", "Ada Fenn, ", "1 ", "✅ Ada ", "a: "])
def test_a_line_of_a_megabyte_is_refused_at_once(unit: str) -> None:
    with pytest.raises(RosterError, match="longer than any list of people"):
        read_pasted(unit * (1_000_000 // len(unit)))


@pytest.mark.parametrize("unit", ["Ada Fenn <ada@fenn.example>; ", "Ada Fenn, ", "✅ Ada "])
def test_more_people_than_any_session_has_are_refused(unit: str) -> None:
    with pytest.raises(RosterError, match="more than 2,000 people"):
        read_pasted(unit * (LONGEST_LINE // len(unit)))


def test_what_speaks_for_a_column_can_be_looked_at() -> None:
    members = contents_of(["odette", "odette", "odette"])
    cards = contents_of(["Cora Dean", "Ned Fox", "Safia Malik"])
    assert evidence_of("Members", members)[Column.NAME].score < evidence_of("Card name", cards)[Column.NAME].score
    assert Column.HERE not in evidence_of("Attending", contents_of(["2024-11-01", "2024-11-02", "2024-11-03"]))
