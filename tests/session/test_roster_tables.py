"""Tables: which column became what, and how that is changed; sections, repeated people and lines around them."""

import pytest

from formats.session.roster import Column, Kind, PersonDraft, RosterError
from formats.session.roster.cells import contents_of
from formats.session.roster.column_evidence import evidence_of
from formats.session.roster.draft import LONGEST_LINE
from formats.session.roster.reading import read_pasted, read_roster

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


def of(text: str) -> dict[str, PersonDraft]:
    """Everyone in a list, by name."""
    return {draft.name: draft for draft in read_roster(text.encode()).drafts}


@pytest.mark.parametrize("titles", ["Organisation,Name,Email", "A,B,C", "Member,Where from,How to reach them"])
def test_a_title_that_says_another_thing_than_its_cells_is_outvoted(titles: str) -> None:
    people = of(
        f"{titles}\nAda Fenn,Fenn Carers Trust,ada@fenn.example\nBo Lind,Lind Youth Centre,bo@lind.example\n"
        "Cy Dunn,Dunn Community House,cy@dunn.example\n"
    )
    assert people["Bo Lind"].organisation == "Lind Youth Centre"
    assert people["Bo Lind"].email == "bo@lind.example"
    assert len(people) == 3


def test_answers_to_an_invitation_count_under_a_title_that_says_nothing() -> None:
    rows = "Ada Fenn,attending\nBo Lind,can't come\nCy Dunn,maybe\n"
    assert [d.name for d in of(f"Name,Outcome\n{rows}").values() if d.away] == ["Bo Lind"]


@pytest.mark.parametrize("title", ["Paid", "DBS", "Newsletter", "Lunch on 26 November?"])
def test_answers_about_something_else_keep_nobody_away(title: str) -> None:
    assert not any(d.away for d in of(f"Name,{title}\nAda Fenn,yes\nBo Lind,no\nCy Dunn,no\n").values())


@pytest.mark.parametrize("title", ["Can do Thu 26?", "In on the 26th?", "26 November OK?", "Geht Donnerstag 26.?"])
def test_a_title_that_asks_of_a_day_asks_who_comes(title: str) -> None:
    people = of(f"Name,{title}\nAda Fenn,yes\nBo Lind,no - shift\nCy Dunn,yes\n")
    assert [d.name for d in people.values() if d.away] == ["Bo Lind"]


def test_titles_that_ask_of_several_days_are_a_poll() -> None:
    people = of("Name,Thu 26?,Fri 27?\nAda Fenn,yes,no\nBo Lind,no,no\nCy Dunn,yes,yes\n")
    assert [d.name for d in people.values() if d.away] == ["Bo Lind"]
    assert people["Ada Fenn"].unclear == "only Thu 26?"


@pytest.mark.parametrize(
    "text",
    [
        "Coming,,Not coming,\nAda Fenn,Fenn Trust,Bo Lind,ill\nCy Dunn,,,\n",
        "Coming,,,Not coming,\nName,Team,,Name,Reason\nAda Fenn,Fenn Trust,,Bo Lind,ill\nCy Dunn,,,,\n",
        "Going,,Declined,\nName,Team,Name,Team\nAda Fenn,Fenn Trust,Bo Lind,Mind\nCy Dunn,,,\n",
        "The circle\n\nYes\tNo\nAda Fenn\tBo Lind\nCy Dunn\n",
        "Zusagen;Absagen\nAda Fenn;Bo Lind\nCy Dunn;2 weitere\n",
    ],
)
def test_two_lists_side_by_side_are_two_lists(text: str) -> None:
    people = of(text)
    assert {name: draft.away for name, draft in people.items()} == {
        "Ada Fenn": False, "Bo Lind": True, "Cy Dunn": False
    }  # fmt: skip
    assert people["Bo Lind"].organisation in ("", "Mind")


def test_what_is_not_read_beside_a_person_of_the_other_list_is_said() -> None:
    roster = read_roster(b"Coming,Not coming\nAda Fenn,Bo Lind\nCy Dunn,3 others\n")
    assert [(line.line_number, line.text) for line in roster.not_read] == [(3, "3 others")]


def test_a_name_that_was_there_before_is_no_organisation() -> None:
    people = of(
        "Name (original name),Email\nFi (Fiona McAllister),\niPad (Bo Lind),\nAsh (Ayesha Khatun),ash@k.example\n"
    )
    assert {name: draft.remarks for name, draft in people.items()} == {
        "Fi": "as Fiona McAllister", "Bo Lind": "as iPad", "Ash": "as Ayesha Khatun"
    }  # fmt: skip
    assert not any(draft.organisation for draft in people.values())


def test_a_second_name_and_a_telephone_among_addresses_are_kept() -> None:
    people = of(
        "First name,Last name,Known as,Contact\nJames,Dunn,Jamie,07700 900123\nAda,Fenn,,ada@fenn.example\n"
    )
    assert ("Known as", "Jamie") in people["James Dunn"].extra
    assert "07700 900123" in str(people["James Dunn"])
    assert "ada@fenn.example" in str(people["Ada Fenn"])


def test_what_was_answered_about_other_things_counts_for_nobodys_coming() -> None:
    asked = (
        "Delegate,Induction,Safety,Attended\nAda Fenn,Attended,Not attended,Yes\nBo Lind,Attended,Attended,No\n"
    )
    assert [d.name for d in of(asked).values() if d.away] == ["Bo Lind"]
    unsaid = "Delegate,Induction,Safeguarding\nAda Fenn,Attended,Not attended\nBo Lind,Attended,Attended\n"
    assert not any(d.away for d in of(unsaid).values())


def test_an_excuse_among_the_remarks_counts_where_nothing_else_says_who_comes() -> None:
    people = of("Name,Remarks\nAda Fenn,late\nBo Lind,apologies\nCy Dunn,\n")
    assert [d.name for d in people.values() if d.away] == ["Bo Lind"]
    assert not of("Name,Coming,Remarks\nAda Fenn,yes,absent\nBo Lind,no,\n")["Ada Fenn"].away


def test_the_role_of_a_manager_is_nobody_elses() -> None:
    people = of("Name,Line manager's role\nAda Fenn,Director\nBo Lind,Manager\n")
    assert [d.role for d in people.values()] == ["", ""]
