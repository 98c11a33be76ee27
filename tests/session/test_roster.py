"""Lists of people in any shape: what is read, what is asked about, what is refused in a sentence."""

import codecs
from itertools import count
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from formats.session.people import Person
from formats.session.roster import PersonDraft, RosterError
from formats.session.roster.reading import read_pasted, read_roster
from formats.session.roster.recognise import enrol, recognise

LISTS = Path(__file__).parent / "rosters"
MESSY = {
    1: [PersonDraft("Amina Yusuf", "Lothian Health")],
    2: [PersonDraft("Beth O'Neill", email="beth@example.org")],
    3: [PersonDraft("Callum Reid", "Fife Voluntary Action")],
    4: [PersonDraft("Carys Llewellyn", "Powys Health")],
    5: [
        PersonDraft("Dele Adeyemi", email="dele@example.org"),
        PersonDraft("Ewan Macleod", email="ewan.macleod@example.org"),
    ],
    6: [PersonDraft("Hana Nováková", "Lothian Health", "nurse")],
    8: [PersonDraft("Idris Khan", remarks="he/him")],
    9: [PersonDraft("Jo Fraser")],
    10: [PersonDraft("Jo Fraser")],
    11: [PersonDraft("Kristin Þórsdóttir"), PersonDraft("Lena Weiß")],
    12: [PersonDraft("Meera Raghunathan", remarks="online")],
    13: [PersonDraft("Owen Price")],
    14: [PersonDraft("李 小龙")],
    15: [PersonDraft("محمد علي")],
    16: [PersonDraft("Priya Nair", away=True)],
    17: [PersonDraft("Ruth Abara", "Cope Centre")],
}


def one(text: str) -> PersonDraft:
    """The only person that a pasted line names."""
    (draft,) = read_pasted(text).drafts
    return draft


def names(text: str) -> list[str]:
    return [draft.name for draft in read_pasted(text).drafts]


@pytest.mark.parametrize("number", MESSY)
def test_the_messy_paste_is_understood_line_by_line(number: int) -> None:
    roster = read_pasted((LISTS / "messy-paste.txt").read_text(encoding="utf-8"))
    line = next(line for line in roster.lines if line.line_number == number)
    assert list(line.people) == MESSY[number]


def test_the_messy_paste_leaves_nothing_out_and_asks_about_the_one_who_is_there_twice() -> None:
    roster = read_pasted((LISTS / "messy-paste.txt").read_text(encoding="utf-8"))
    assert [line.line_number for line in roster.lines] == list(MESSY)
    assert roster.not_understood == ()
    assert [[roster.drafts[place].name for place in pair] for pair in roster.duplicates] == [["Jo Fraser"] * 2]


def test_the_network_reads_with_every_column() -> None:
    roster = read_roster((LISTS / "network.csv").read_bytes())
    assert len(roster.drafts) == 18
    assert roster.drafts[1] == PersonDraft(
        "Beth O'Neill", "Cope Centre", "convenor", "beth@example.org", "hosts Room 1"
    )
    assert roster.drafts[15].name == "Sam de la Cruz, Jr."
    assert (roster.duplicates, roster.not_understood) == ((), ())


def test_a_gathering_of_a_hundred_reads() -> None:
    roster = read_roster((LISTS / "gathering-100.csv").read_bytes())
    assert len(roster.drafts) == 100
    assert roster.drafts[0] == PersonDraft("Tariq Walker", "Tayside Care", "lead")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_any_alphabet_separator_and_line_ending_reads_the_same(
    encoding: str, separator: str, newline: str
) -> None:
    text = newline.join(separator.join(row) for row in (("Name", "Organisation"), ("Lena Weiß", "Café Nord")))
    assert read_roster(text.encode(encoding)).drafts == (PersonDraft("Lena Weiß", "Café Nord"),)


@pytest.mark.parametrize(
    ("titles", "row"),
    [
        ("name,organisation", "Jo Weiß,Cope"),
        ("Full Name,Organization", "Jo Weiß,Cope"),
        ("First name,Last name,Employer", "Jo,Weiß,Cope"),
        ("Surname,Forename,Team", "Weiß,Jo,Cope"),
        ("Nom,Prénom,Entreprise", "Weiß,Jo,Cope"),
        ("Vorname,Name,Firma", "Jo,Weiß,Cope"),
        ("Name,Surname,Company", "Jo,Weiß,Cope"),
        ("Org,Participant", "Cope,Jo Weiß"),
        ("PARTICIPANT_NAME,Your organisation *", "Jo Weiß,Cope"),
        ("Name,Organisation", '"Weiß, Jo",Cope'),
    ],
)
def test_columns_are_known_by_their_titles_in_any_order(titles: str, row: str) -> None:
    assert read_roster(f"{titles}\n{row}\n".encode()).drafts == (PersonDraft("Jo Weiß", "Cope"),)


def test_the_questions_of_a_form_are_titles() -> None:
    roster = read_roster(
        b"Timestamp,Email Address,What is your name?,Which organisation are you with?,Will you come?\n"
        b"2023-01-02 10:00,a@example.org,Ann Lee,Trust 1,Yes\n2023-01-02 11:00,b@example.org,Bob Ray,Trust 2,No\n"
    )
    found = [(d.name, d.organisation, d.email, d.away) for d in roster.drafts]
    assert found == [("Ann Lee", "Trust 1", "a@example.org", False), ("Bob Ray", "Trust 2", "b@example.org", True)]
    assert roster.drafts[0].extra == (("Timestamp", "2023-01-02 10:00"),)


@pytest.mark.parametrize("above", ["Attendee list February\n\n", "Attendee list February;\nfor the board;\n"])
def test_what_the_whole_list_is_called_stands_above_its_titles(above: str) -> None:
    roster = read_roster(f"{above}Name;Organisation\nAnn Lee;Trust 1\nBob Ray;Trust 2\n".encode())
    assert [(d.name, d.organisation) for d in roster.drafts] == [("Ann Lee", "Trust 1"), ("Bob Ray", "Trust 2")]
    assert roster.lines[0].remark == "this is a heading, not a name."


def test_other_columns_are_kept_under_their_titles() -> None:
    roster = read_roster(b"Name,Diet,Job title,Remarks\nJo,vegan,nurse,late train\n")
    assert roster.drafts == (PersonDraft("Jo", role="nurse", remarks="late train", extra=(("Diet", "vegan"),)),)


@pytest.mark.parametrize(
    ("title", "cell", "away"),
    [
        ("Attending", "no", True),
        ("Attending", "yes", False),
        ("Status", "Apologies", True),
        ("Away", "x", True),
        ("Away", "", False),
    ],
)
def test_a_column_may_say_who_is_away(title: str, cell: str, away: bool) -> None:
    assert read_roster(f"Name,{title}\nJo Fraser,{cell}\n".encode()).drafts[0].away is away


def test_a_file_without_titles_is_read_by_what_its_columns_hold() -> None:
    roster = read_roster(b"jo@example.org;Jo Fraser;Cope\nbeth@example.org;Beth O'Neill;Cope\n")
    assert roster.drafts[0].email == "jo@example.org"
    roster = read_roster(b"Jo Fraser;Cope;nurse\nBeth O'Neill;Powys;GP\n")
    assert roster.drafts[1] == PersonDraft("Beth O'Neill", "Powys", "GP")


def test_a_file_of_names_alone_is_enough() -> None:
    assert [d.name for d in read_roster(b"Name\nJo Fraser\nBeth O'Neill\n").drafts] == [
        "Jo Fraser",
        "Beth O'Neill",
    ]
    assert [d.name for d in read_roster(b"Jo Fraser\nBeth O'Neill").drafts] == ["Jo Fraser", "Beth O'Neill"]


def test_a_row_without_a_name_is_named_by_its_address_or_said_not_to_be_understood() -> None:
    roster = read_roster(b"name,organisation,email\n,Cope,dele.adeyemi@example.org\n,Powys,\nJo,,\n")
    assert roster.drafts[0].name == "Dele Adeyemi"
    assert roster.not_understood == ("Line 3: there is no name in this row.",)


def test_a_stray_quote_does_not_swallow_the_rest_of_the_list() -> None:
    rows = ['Jo "the Fraser', *(f"Person {letter}" for letter in "ABCDEFGHIJKLMNOP")]
    text = "Name,Organisation\n" + "\n".join(f"{row},Cope" for row in rows)
    broken = text.replace('Jo "the', '"Jo the')
    assert len(read_roster(text.encode()).drafts) == len(read_roster(broken.encode()).drafts) == 17


def test_cells_with_line_breaks_stay_in_their_row() -> None:
    roster = read_roster(b'Name,Notes\nJo,"late,\nby train"\nBeth,\n')
    assert roster.drafts[0].remarks == "late, by train"
    assert [line.line_number for line in roster.lines if line.people] == [2, 4]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "There are no names in this file."),
        (b"Name,Organisation\n", "There are no names in this file."),
        (
            b"PK\x03\x04...",
            "This is a spreadsheet or a packed file. Save the list as CSV first, or paste the names.",
        ),
        (b"%PDF-1.7", "This is a PDF. Save the list as CSV first, or paste the names."),
        (b"\x00\x01\x02\x03", "This file does not hold text. Save the list as CSV first, or paste the names."),
        (b"x" * 2_000_001, "This file is larger than 2 MB, so it is probably not a list of people."),
        (b"Jo\n" * 2_001, "This list has more than 2,000 lines, so nothing was read from it."),
    ],
)
def test_what_is_no_list_of_people_is_refused_in_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(RosterError) as refused:
        read_roster(data)
    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("text", "draft"),
    [
        (
            "Jo Fraser (she/her) (arrives 16:45) - Powys",
            PersonDraft("Jo Fraser", "Powys", remarks="she/her, arrives 16:45"),
        ),
        ("Joanna (Jo) Fraser, Cope Centre", PersonDraft("Joanna (Jo) Fraser", "Cope Centre")),
        ("Sam de la Cruz, Jr.", PersonDraft("Sam de la Cruz, Jr.")),
        ("Sam Cruz, Jr., Cope Centre, student", PersonDraft("Sam Cruz, Jr.", "Cope Centre", "student")),
        ("Adeyemi, Dele", PersonDraft("Dele Adeyemi")),
        ("Dele Adeyemi, apologies", PersonDraft("Dele Adeyemi", remarks="apologies", away=True)),
        ("Amina Yusuf — Lothian Health, nurse", PersonDraft("Amina Yusuf", "Lothian Health", "nurse")),
        ("☐ Amina Yusuf | Lothian Health", PersonDraft("Amina Yusuf", "Lothian Health")),
        ("[x] Amina Yusuf", PersonDraft("Amina Yusuf")),
        ("12. Smith-Jones, Anne-Marie", PersonDraft("Anne-Marie Smith-Jones")),
        ("mailto:beth@example.org", PersonDraft("Beth", email="beth@example.org")),
        ("BETH O'NEILL", PersonDraft("Beth O'Neill")),
        ("vincent van gogh", PersonDraft("Vincent van Gogh")),
        ("AJ", PersonDraft("AJ")),
    ],
)
def test_one_person_in_many_shapes(text: str, draft: PersonDraft) -> None:
    assert one(text) == draft


@pytest.mark.parametrize(
    "text",
    [
        "Jo Fraser, Beth O'Neill, Idris Khan",
        "Jo Fraser; Beth O'Neill; Idris Khan",
        "Jo Fraser <jo@example.org>, Beth O'Neill <beth@example.org>, Idris Khan <i@example.org>",
        "Attendees:\n\nJo Fraser & Beth O'Neill\n* Idris Khan",
        "Name\nJo Fraser\nBeth O'Neill\nIdris Khan",
        "Name\tTeam\nJo Fraser\tA\nBeth O'Neill\tB\nIdris Khan\tC",
        "Jo Fraser\r\nBeth O'Neill\r\n\r\nIdris Khan\r\n",
    ],
)
def test_three_people_in_many_shapes(text: str) -> None:
    assert names(text) == ["Jo Fraser", "Beth O'Neill", "Idris Khan"]


def test_columns_copied_from_a_spreadsheet_are_a_table() -> None:
    roster = read_pasted("Jo Fraser\tCope Centre\tnurse\nBeth O'Neill\tPowys Health\tGP")
    assert roster.drafts[1] == PersonDraft("Beth O'Neill", "Powys Health", "GP")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("----", "Line 1: there are no letters in it."),
        ("Participants:", "Line 1: this is a heading, not a name."),
        ("https://example.org/list", "Line 1: this is a link, not a name."),
        (
            "We are looking forward to seeing all of you there soon",
            "Line 1: this reads like a sentence, not a name.",
        ),
    ],
)
def test_what_names_nobody_is_said_with_the_reason(line: str, sentence: str) -> None:
    roster = read_pasted(f"{line}\nJo Fraser\nBeth O'Neill")
    assert roster.not_understood == (sentence,)
    assert len(roster.drafts) == 2


def test_what_was_assumed_is_said() -> None:
    roster = read_pasted("Adeyemi, Dele\nJo & Beth\newan@example.org")
    assert [line.remark for line in roster.lines] == [
        "Read as last name, first name.",
        "Read as 2 people.",
        "The name is taken from the address.",
    ]


def test_a_pasted_text_can_be_too_long() -> None:
    for text in ("x" * 2_000_001, "Jo\n" * 2_001):
        with pytest.raises(RosterError):
            read_pasted(text)


KNOWN = (
    Person("1", "Beth O'Neill", "Cope Centre", "convenor", "beth@example.org", "hosts Room 1"),
    Person("2", "Hana Nováková", "Lothian Health"),
    Person("3", "Jo Fraser", "Improvement Network", email="jo@example.org"),
    Person("4", "Sam Lee", "Cope Centre"),
    Person("5", "Sam Lee", "Powys Health"),
)


@pytest.mark.parametrize(
    ("draft", "person_id", "sure"),
    [
        (PersonDraft("Elizabeth O'Neill", email="BETH@example.org"), "1", True),
        (PersonDraft("Somebody Else", email="beth@example.org"), "1", False),
        (PersonDraft("hana novakova"), "2", True),
        (PersonDraft("Hana Novakowa"), "2", False),
        (PersonDraft("Jo"), "3", False),
        (PersonDraft("Jo McKay", "Improvement network"), "3", False),
        (PersonDraft("Jo McKay", "Elsewhere"), None, True),
        (PersonDraft("Sam Lee", "Powys Health"), "5", True),
        (PersonDraft("Sam Lee"), "4", False),
        (PersonDraft("Nobody Known"), None, True),
    ],
)
def test_people_who_came_before_are_recognised_or_asked_about(
    draft: PersonDraft, person_id: str | None, sure: bool
) -> None:
    (match,) = recognise([draft], KNOWN)
    assert (match.person.id if match.person else None, match.sure) == (person_id, sure)
    assert bool(match.question) is not sure


@given(st.sampled_from(KNOWN), st.integers(1, 30), st.sampled_from(["", "n", "e"]))
def test_a_name_with_one_slip_in_it_is_asked_about(person: Person, at: int, letter: str) -> None:
    first, _, family = person.name.rpartition(" ")
    place = at % len(family)
    (match,) = recognise([PersonDraft(f"{first} {family[:place]}{letter}{family[place + 1 :]}")], KNOWN)
    assert match.person is not None or len(person.name) < 10


def test_a_known_person_is_found_among_many_of_one_first_name() -> None:
    crowd = tuple(Person(f"p{number}", f"Anna {chr(97 + number % 26) * 3}{number}") for number in range(300))
    (match,) = recognise([PersonDraft("Anna Lindqvst")], (*crowd, Person("l", "Anna Lindqvist")))
    assert match.person is not None
    assert match.person.id == "l"


def test_the_question_names_both() -> None:
    (match,) = recognise([PersonDraft("Jo")], KNOWN)
    assert match.question == "Is Jo the same person as Jo Fraser of Improvement Network, who came before?"


def test_nobody_is_surely_two_people_of_one_list() -> None:
    matches = recognise([PersonDraft("Jo Fraser"), PersonDraft("JO FRASER")], KNOWN)
    assert [match.person.id if match.person else None for match in matches] == ["3", None]


def test_people_known_keep_their_id_and_learn_what_is_new() -> None:
    ids = (f"new{n}" for n in count(1))
    drafts = [PersonDraft("Beth O'Neill", role="chair"), PersonDraft("Jo"), PersonDraft("Ada")]
    people = enrol(recognise(drafts, KNOWN), lambda: next(ids))
    assert people == (
        Person("1", "Beth O'Neill", "Cope Centre", "chair", "beth@example.org"),
        Person("new1", "Jo"),
        Person("new2", "Ada"),
    )


@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace"))))
@example(codecs.BOM_UTF16_LE + b"\x00")
@example(b'"\x00')
def test_any_bytes_are_read_or_refused_in_a_sentence(data: bytes) -> None:
    try:
        drafts, sentence = read_roster(data).drafts, "."
    except RosterError as refused:
        drafts, sentence = (), str(refused)
    assert sentence.endswith(".")
    assert all(any(c.isalpha() for c in draft.name) for draft in drafts)
    recognise(drafts, KNOWN)


scraps = st.lists(
    st.sampled_from(
        [*'\n\n,;\t|()[]<>"&-–/@.:1xXé李', "Jo", "Fraser", "a@b.org", " ", "away", "Name", "Org", "sep="]
    ),
    max_size=40,
).map("".join)


@given(st.one_of(scraps, st.text(max_size=100)))
def test_any_pasted_text_is_read_and_no_line_is_lost(text: str) -> None:
    roster = read_pasted(text)
    assert all(line.people or line.remark for line in roster.lines)
    assert all(draft.name.strip() for draft in roster.drafts)
    assert len(roster.not_understood) == sum(line.is_unread for line in roster.lines)
    assert all(0 <= first < second < len(roster.drafts) for first, second in roster.duplicates)


@pytest.mark.parametrize("text", ["Name,Team\nAnne <b>Bold</b>,A\nBob Stone,B", "Anne <b>Bold</b>\nBob Stone"])
def test_a_name_with_markup_in_it_is_a_name_in_a_table_and_in_a_line(text: str) -> None:
    assert [draft.name for draft in read_pasted(text).drafts] == ["Anne <b>Bold</b>", "Bob Stone"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sin Yi Chan\nAnn Lee", ["Sin Yi Chan", "Ann Lee"]),
        ("Ann (2)\nBob (1)\nCath", ["Ann", "Bob", "Cath"]),
        ("Ann Lee HU1 1AA\nBeth Ives YO1 2BB\nCy Roe LS1 3CC", ["Ann Lee", "Beth Ives", "Cy Roe"]),
        ("Bono\tDublin\nAnn Lee\tAnchor\nBeth Ives\tQuay", ["Bono", "Ann Lee", "Beth Ives"]),
        ("Name,Place\nAnn Lee,Meeting room\nBeth Ives,Hall", ["Ann Lee", "Beth Ives"]),
    ],
)
def test_nobody_is_lost_to_a_rule_about_headings_or_things(text: str, names: list[str]) -> None:
    roster = read_pasted(text)
    assert [draft.name for draft in roster.drafts if not draft.away] == names


def test_whoever_is_known_twice_is_recognised_as_the_first_of_them() -> None:
    twice = (Person("a", "Jo Fraser", "Cope"), Person("b", "Jo Fraser", "Cope"))
    (match,) = recognise(read_roster(b"name,organisation\nJo Fraser,Cope\n").drafts, twice)

    assert (match.person, match.sure) == (twice[0], True)


def test_a_name_in_small_letters_above_a_bullet_is_no_heading_where_it_stands_there_twice() -> None:
    roster = read_pasted("1. Amina Yusuf (Lothian Health)\nJO FRASER\njo fraser\n• Idris Khan")
    assert [draft.name for draft in roster.drafts] == ["Amina Yusuf", "Jo Fraser", "Jo Fraser", "Idris Khan"]
