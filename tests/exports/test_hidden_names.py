"""No form of a hidden name in any byte of any export, metadata and document properties included."""

import json
import re
import unicodedata
import zipfile
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formats.exports import Audience, Choices, NameStyle, export, suffixes
from formats.session.notes import NoteKind
from formats.session.people import Person
from formats.session.session import NextSession, Session
from tests.exports.conftest import FONTS
from tests.exports.readers import pdf_of, pdf_text
from tests.exports.sessions import NOW, START, a_note, a_session, minutes

HIDDEN = Person("h1", "Quirine Vandersloot-Þrastarson", "Quirine Vandersloot-Þrastarson Ltd", "aide to Quirine",
                "q.vandersloot@example.org", "Quirine is late")  # fmt: skip
FORMS = ("quirine", "vandersloot", "thrastarson", "q.v")
INVISIBLE = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f]")
QUICK = ("md", "txt", "csv", "odt", "ics")
SECRET = "a private word: xylophone"


def told(text: str) -> Session:
    """A session with this text wherever a text can stand, presented and owned by the hidden person."""
    session = a_session()
    stages = tuple(replace(s, title=text, question=text) if s.key.stage == "check-in" else s
                   for s in session.agenda.parts[0].stages)  # fmt: skip
    stages = tuple(replace(stage, facilitator_line=SECRET) for stage in stages)
    opening = replace(session.agenda.parts[0], title=text, stages=stages)
    rooms = tuple(
        replace(r, rooms=tuple(replace(room, presenter=HIDDEN.id) for room in r.rooms)) for r in session.rooms
    )
    notes = (
        *(a_note(text, kind=kind, agreed_to_share=True, id=kind) for kind in NoteKind if kind != NoteKind.MARKER),
        a_note(text, "check-in", None, kind=NoteKind.ANSWER, id="answer"),
        a_note(text, kind=NoteKind.NEXT_STEP, owner=HIDDEN.id, due=date(2023, 3, 2), id="step"),
        a_note(text, kind=NoteKind.NEXT_STEP, owner=HIDDEN.name, id="owned by name"),
        a_note(SECRET, private=True, id="private"),
    )
    return replace(
        session,
        notes=notes,
        title=text,
        series=text,
        people=(*session.people, HIDDEN),
        agenda=session.agenda.with_part(opening),
        rooms=rooms,
        next_session=NextSession(text, START, minutes(60), "", text, text, HIDDEN.email),
    )


def readable(file: Path) -> str:
    """Everything that can be read in a file by whoever takes it apart."""
    content = file.read_bytes()
    # What is packed says nothing as it stands, and three letters turn up in it by chance.
    parts = [] if zipfile.is_zipfile(file) else [content]
    if zipfile.is_zipfile(file):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts += [name.encode() + archive.read(name) for name in archive.namelist()]
    if file.suffix == ".pdf":
        reader = pdf_of(content)
        parts += [pdf_text(content).encode(), str(reader.metadata).encode(), str(reader.outline).encode()]
        parts.append(reader.trailer["/Root"]["/Metadata"].get_data())
    if file.suffix == ".eml":
        message = message_from_bytes(content, policy=policy.default)
        parts += [part.get_payload(decode=True) or b"" for part in message.walk() if not part.is_multipart()]
        parts.append(str(message["Subject"]).encode())
    return as_read(" ".join(part.decode("utf-8", errors="replace") for part in parts).replace("\r\n ", ""))


def as_read(text: str) -> str:
    """A text as a reader sees it, accents and invisible signs left out."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return INVISIBLE.sub("", plain).replace("þ", "th")


@pytest.mark.parametrize("suffix", suffixes())
@pytest.mark.parametrize("names", [NameStyle.ROLES, NameStyle.NONE])
def test_no_form_of_a_hidden_name_is_in_any_file(suffix: str, names: NameStyle, tmp_path: Path) -> None:
    session = told(f"{HIDDEN.name} met Quirine's aunt, Q. Vandersloot (q.vandersloot@example.org)")
    choices = Choices(Audience.NETWORK, names, timings=True)
    file = export(session, tmp_path / f"out.{suffix}", choices, now=NOW, fonts=FONTS)

    assert [form for form in FORMS if form in readable(file)] == []


@pytest.mark.parametrize("suffix", suffixes())
@pytest.mark.parametrize("names", [NameStyle.FIRST, NameStyle.INITIALS])
def test_no_last_name_is_in_any_file_that_shows_first_names_or_initials(
    suffix: str, names: NameStyle, tmp_path: Path
) -> None:
    session = told(f"{HIDDEN.name} met Vandersloot's aunt, q.vandersloot@example.org")
    file = export(session, tmp_path / f"out.{suffix}", Choices(Audience.NETWORK, names), now=NOW, fonts=FONTS)

    assert [form for form in ("vandersloot", "thrastarson") if form in readable(file)] == []


@pytest.mark.parametrize("suffix", suffixes())
def test_no_private_word_is_in_any_file(suffix: str, tmp_path: Path) -> None:
    file = export(told("x"), tmp_path / f"out.{suffix}", Choices(timings=True), now=NOW, fonts=FONTS)

    assert "xylophone" not in readable(file)


around = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Z", "S"]), max_size=15)
shapes = st.sampled_from(["{0}", "quirine's", "VANDERSLOOT", "Þrastarson’s", "Quirine\u00a0V.", "(Quirine)"])


@settings(max_examples=40, deadline=None)
@given(around, shapes, around, st.sampled_from(QUICK))
def test_whatever_stands_around_a_name_it_stays_hidden(
    tmp_path_factory: pytest.TempPathFactory, before: str, shape: str, after: str, suffix: str
) -> None:
    session = told(f"{before} {shape.format(HIDDEN.name)} {after}")
    target = tmp_path_factory.mktemp("out") / f"out.{suffix}"
    file = export(session, target, Choices(Audience.ANYONE, NameStyle.NONE), now=NOW, fonts=FONTS)

    assert [form for form in FORMS[:3] if form in readable(file)] == []


FORMS_OF_NAMES = json.loads((Path(__file__).parent / "names" / "hidden.json").read_text("utf-8"))


def noting_every_form() -> tuple[Session, Session]:
    """A session in whose notes every known form of a name stands, and the same with nothing noted."""
    named = dict.fromkeys((case["person"], case["email"]) for case in FORMS_OF_NAMES)
    people = tuple(Person(f"f{n}", name, email=email) for n, (name, email) in enumerate(named))
    notes = (a_note(case["note"], id=f"n{n}") for n, case in enumerate(FORMS_OF_NAMES))
    empty = replace(a_session(), people=people, rooms=(), notes=())
    return replace(empty, notes=tuple(notes)), empty


@pytest.mark.parametrize("suffix", suffixes())
def test_no_form_that_people_write_is_in_any_byte_of_any_file(suffix: str, tmp_path: Path) -> None:
    choices = Choices(Audience.ANYONE, NameStyle.NONE, next_steps=True)
    full, empty = (
        readable(export(session, tmp_path / f"{name}.{suffix}", choices, now=NOW, fonts=FONTS))
        for name, session in zip(("full", "empty"), noting_every_form(), strict=True)
    )
    gone = {as_read(form) for case in FORMS_OF_NAMES for form in case["gone"]}

    assert len(FORMS_OF_NAMES) > 130
    assert [form for form in gone if len(form) > 4 and form in full and form not in empty] == []
