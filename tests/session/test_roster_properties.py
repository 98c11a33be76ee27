"""Nobody is lost and nobody doubled, however a list's columns, separators, letters and titles are changed."""

import csv
from dataclasses import dataclass
from io import StringIO

from hypothesis import given, settings
from hypothesis import strategies as st

from formats.session.roster import PersonDraft, RosterError
from formats.session.roster.reading import read_pasted, read_roster

WESTERN = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
SEPARATORS = [",", ";", "\t", "|"]
TITLES = {
    "first": ["First name", "Forename", "Vorname", "Prénom", "attendee_first_name", "Given Name"],
    "last": ["Last name", "Surname", "Nachname", "Nom de famille", "attendeeLastName", "Family name"],
    "organisation": ["Organisation", "Company", "Firma", "Your organisation *", "Where are you? (organisation)"],
    "email": ["Email", "E-mail address", "Courriel", "User Email", "E-Mail"],
    "answer": ["RSVP", "Attending?", "Response", "Will you attend?", "Attendee Status"],
}
NOISE = {
    "ID": ["1001", "1002", "1003", "1004", "1005", "1006"],
    "Join time": ["16:28", "16:30", "16:31", "16:32", "16:40", "16:41"],
    "Is this your first time?": ["No", "Yes", "No", "No", "Yes", "No"],
    "Guest": ["Yes", "No", "Yes", "No", "Yes", "No"],
}
PEOPLE = (
    ("Ada", "Fenn"), ("Chidi", "Okoro"), ("Anna", "de Wit"), ("Beth", "O'Neill"), ("Jean-Luc", "Moreau"),
    ("Zoë", "Größe"), ("María José", "García López"), ("Li", "Wei"), ("Hana", "van den Berg"), ("Owen", "Price"),
)  # fmt: skip
PLACE = "Fenn Trust"
ANSWERS = {"Yes": False, "Accepted": False, "Maybe": False, "No": True, "Declined": True, "Cancelled": True}


@dataclass(frozen=True)
class Someone:
    first: str
    last: str
    organisation: str
    answer: str

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"

    @property
    def email(self) -> str:
        return f"{self.first[0]}.{self.last.split()[-1]}@example.org".lower().replace("ö", "o").replace("ß", "s")

    def cell(self, column: str) -> str:
        return str(getattr(self, column))


@st.composite
def groups(draw: st.DrawFn) -> tuple[Someone, ...]:
    names = draw(st.lists(st.sampled_from(PEOPLE), unique=True, min_size=2, max_size=6))
    organisations = st.sampled_from(["Fenn Trust", "NHS Fife", "Café Nord", ""])
    answers = st.sampled_from(list(ANSWERS))
    return tuple(Someone(*name, draw(organisations), draw(answers)) for name in names)


@st.composite
def tables(draw: st.DrawFn, people: tuple[Someone, ...]) -> str:
    """The people as a table: columns in any order, under any of their titles, among others that say nothing."""
    named = [(draw(st.sampled_from(titles)), kind) for kind, titles in TITLES.items()]
    columns = [(title, [one.cell(kind) for one in people]) for title, kind in named]
    columns += [(title, cells[: len(people)]) for title, cells in draw(st.permutations(list(NOISE.items())))[:2]]
    shuffled = draw(st.permutations(columns))
    recase = draw(st.sampled_from([str, str.upper, str.lower]))
    text = StringIO()
    separator, newline = draw(st.sampled_from(SEPARATORS)), draw(st.sampled_from(["\n", "\r\n"]))
    rows = csv.writer(text, delimiter=separator, lineterminator=newline)
    rows.writerow([recase(title) for title, _ in shuffled])
    rows.writerows(zip(*(cells for _, cells in shuffled), strict=True))
    return text.getvalue()


def read(drafts: tuple[PersonDraft, ...]) -> list[tuple[str, str, str, bool]]:
    return sorted((one.name, one.organisation, one.email, one.away) for one in drafts)


def right(people: tuple[Someone, ...]) -> list[tuple[str, str, str, bool]]:
    return sorted((one.name, one.organisation, one.email, ANSWERS[one.answer]) for one in people)


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_table_reads_the_same_in_any_order_of_columns_separator_alphabet_and_case(data: st.DataObject) -> None:
    people = data.draw(groups())
    text = data.draw(tables(people))
    encoding = data.draw(st.sampled_from(WESTERN))
    assert read(read_roster(text.encode(encoding)).drafts) == right(people)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_lines_around_a_table_take_nobody_away(data: st.DataObject) -> None:
    people = data.draw(groups())
    above = data.draw(st.sampled_from(["", "Attendance report\n\n", "Spring circle\nDate: 9 March 2023\n\n"]))
    below = data.draw(st.sampled_from(["", "\nTotal: 6\n", "\nGenerated on 1 March 2023\n"]))
    text = above + data.draw(tables(people)) + below
    assert read(read_pasted(text).drafts) == right(people)


SHAPES = (
    "{name}", "- {name}", "{n}. {name}", "{name} ({organisation})", "{name} – {organisation}", "{name} <{email}>",
    '"{last}, {first}" <{email}>', "• {name}, {organisation}", "{name} ({organisation}) <{email}>",
)  # fmt: skip


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_list_by_hand_names_everyone_once_in_any_mix_of_shapes(data: st.DataObject) -> None:
    people = data.draw(groups())
    shapes = [data.draw(st.sampled_from(SHAPES)) for _ in people]
    lines = [
        shape.format(n=n, name=one.name, first=one.first, last=one.last, email=one.email, organisation=PLACE)
        for n, (shape, one) in enumerate(zip(shapes, people, strict=True), start=1)
    ]
    drafts = read_pasted("\n".join(lines)).drafts
    assert sorted(draft.name for draft in drafts) == sorted(one.name for one in people)


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_recipients_are_the_same_on_one_line_and_on_many(data: st.DataObject) -> None:
    people = data.draw(groups())
    turned = data.draw(st.booleans())
    shape = '"{last}, {first}" <{email}>' if turned else "{first} {last} <{email}>"
    parts = [shape.format(first=one.first, last=one.last, email=one.email) for one in people]
    between = data.draw(st.sampled_from(["; ", ", ", ";\n", ",\n", "\n", ";"]))
    drafts = read_pasted(between.join(parts)).drafts
    assert sorted((one.name, one.email) for one in drafts) == sorted((one.name, one.email) for one in people)


BEGINNINGS = (
    b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nATTENDEE",
    b"BEGIN:VCARD\nN",
    b"BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:",
)


@given(st.sampled_from(BEGINNINGS), st.binary(max_size=400))
@settings(deadline=None)
def test_any_invitation_or_card_is_read_or_refused_in_a_sentence(start: bytes, data: bytes) -> None:
    try:
        drafts, sentence = read_roster(start + data + b"\nEND:VEVENT\n").drafts, "."
    except RosterError as refused:
        drafts, sentence = (), str(refused)
    assert sentence.endswith(".")
    assert all(draft.name.strip() for draft in drafts)
