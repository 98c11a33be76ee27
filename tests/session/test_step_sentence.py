"""Owner and day of a next step, read from its sentence."""

from datetime import date

import pytest

from formats.session.dates.typed_dates import parse_day
from formats.session.people import Person
from formats.session.step_sentence import StepSentence, read_step

TODAY = date(2023, 2, 23)  # a Thursday
PEOPLE = (
    Person("beth", "Beth O'Neill"),
    Person("callum", "Callum Reid"),
    Person("dele", "Dele Adeyemi"),
    Person("jo-b", "Jo Brand"),
    Person("jo-f", "Jo Fraser"),
    Person("will", "Will Hay"),
    Person("may", "May Okafor"),
)


def read(text: str) -> StepSentence:
    """What a sentence says today."""
    return read_step(text, PEOPLE, lambda words: parse_day(words, TODAY))


@pytest.mark.parametrize(
    ("text", "owner", "due"),
    [
        ("Beth to email members by Friday", "beth", date(2023, 2, 24)),
        ("beth will email members by 2 March.", "beth", date(2023, 3, 2)),
        ("Beth O'Neill emails members before next Friday", "beth", date(2023, 3, 3)),
        ("Beth O’Neill: email members tomorrow", "beth", date(2023, 2, 24)),
        ("Email members by Friday (Callum)", "callum", date(2023, 2, 24)),
        ("Email members (Callum, Friday)", "callum", date(2023, 2, 24)),
        ("Email members – Dele", "dele", None),
        ("@Dele email members in two weeks", "dele", date(2023, 3, 9)),
        ("Jo F to book the room on Monday", "jo-f", date(2023, 2, 27)),
        ("Will to ask around", "will", None),
        ("May to ask around", "may", None),
        ("Action: Beth to email members by Friday", "beth", date(2023, 2, 24)),
        ("AP 3: Dele to email members", "dele", None),
        ("Please Beth email members", "beth", None),
        ("Can Callum email members tomorrow?", "callum", date(2023, 2, 24)),
        ("Email members by Friday. Owner: Beth O'Neill", "beth", date(2023, 2, 24)),
        ("Email members, assigned to Jo F", "jo-f", None),
        ("Mitglieder anschreiben, zuständig: Callum", "callum", None),
        ("Contacter les membres, responsable : Dele", "dele", None),
        ("Cysylltu, cyfrifol: Beth", "beth", None),
        ("Beth and Callum to write by 1 March", "Beth O'Neill and Callum Reid", date(2023, 3, 1)),
        ("On it by Friday, says Beth", "", date(2023, 2, 24)),
    ],
)
def test_owner_and_day_are_read(text: str, owner: str, due: date | None) -> None:
    found = read(text)
    assert (found.owner, found.due) == (owner, due)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Will we meet again?",
        "Beth's idea first",
        "Beth",
        "Jo to book the room",
        "Sit where we sat",
        "Try it for two weeks",
        "Learn by doing",
        "What we may do",
        "Ask Anna to write",
        "Stand by the door",
    ],
)
def test_what_is_not_said_is_not_guessed(text: str) -> None:
    assert read(text) == StepSentence()


def test_who_takes_it_is_said_in_words() -> None:
    assert read("Beth to email members").named == "Beth O'Neill"
