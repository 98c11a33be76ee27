"""Whom an invitation reaches: everyone's address, or the name of whoever has none."""

import pytest

from formats.exports.recipients import find_recipients, read_addresses
from formats.session.people import Person


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("beth@example.org", ("beth@example.org",)),
        (" Beth O'Neill <beth@example.org> ", ("beth@example.org",)),
        ('"O\'Neill, Beth" <beth@example.org>', ("beth@example.org",)),
        ("beth@example.org; beth@home.example", ("beth@example.org", "beth@home.example")),
        ("beth@example.org, b@home.example,", ("beth@example.org", "b@home.example")),
        ("mailto:beth@example.org", ("beth@example.org",)),
        ("beth+network@example.org", ("beth+network@example.org",)),
        ("o'neill@example.org", ("o'neill@example.org",)),
        ("beth@bücher.example", ("beth@xn--bcher-kva.example",)),
        ("zofia.zielińska@example.org", ("zofia.zielińska@example.org",)),
    ],
)
def test_addresses_are_read_as_people_write_them(typed: str, found: tuple[str, ...]) -> None:
    assert read_addresses(typed) == found


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "beth", "beth@", "@example.org", "beth@example", "beth@exa mple.org", "beth at example.org",
        "beth@example..org", "beth@example.org, and so on", "a@b.org\r\nCc: everyone@example.org",
        "list: a@b.org, c@d.org;", "<>", "beth@@example.org", "\x00",
    ],
)  # fmt: skip
def test_what_is_no_address_is_none(typed: str) -> None:
    assert read_addresses(typed) == ()


def test_everyone_has_an_address_or_is_named() -> None:
    people = (
        Person("p1", "Beth O'Neill", email="beth@example.org"),
        Person("p2", "Callum Reid"),
        Person("p3", "Carys Llewellyn", email="ask Beth"),
        Person("p4", "Beth at home", email="BETH@example.org"),
    )
    found = find_recipients(people)

    assert found.addresses == ("beth@example.org",)
    assert found.without_address == ("Callum Reid", "Carys Llewellyn")
