"""Who is on these cards? Reads a vCard file of one person or of many (RFC 6350, and the older 2.1 and 3.0)."""

import re
from collections.abc import Iterator, Sequence

from formats.language import Message, tr
from formats.session.roster.addresses import bare_address, clean_address, find_address, name_from_address
from formats.session.roster.content_lines import ContentLine, content_lines
from formats.session.roster.draft import Kind, PersonDraft, Roster, Understood
from formats.session.roster.names import calm_capitals, put_first_name_first, tidy
from formats.session.roster.piece import FROM_ADDRESS

Card = Sequence[ContentLine]


def are_cards(text: str) -> bool:
    """Whether a text is a file of cards."""
    return bool(re.match(r"\s*BEGIN:VCARD\b", text.lstrip("\ufeff"), re.IGNORECASE))


def read_cards(text: str) -> Roster:
    """The people on the cards; a card of an organisation or a group is said not to be read."""
    return Roster(tuple(_understood(card) for card in _cards(text.lstrip("\ufeff")) if card))


def _cards(text: str) -> Iterator[Card]:
    card: list[ContentLine] = []
    for line in content_lines(text):
        if (line.name == "BEGIN" and card) or (line.name == "END" and line.value.strip().upper() == "VCARD"):
            yield card
            card = []
        elif line.name != "BEGIN":
            card.append(line)
    yield card


def _understood(card: Card) -> Understood:
    number = card[0].line_number
    addresses = _addresses(card)
    name, organisation, address = _name(card), _value(card, "ORG"), next(iter(addresses), "")
    shown = name or organisation or address
    kind = _value(card, "KIND").casefold()
    is_company = _value(card, "X-ABSHOWAS").upper() == "COMPANY"
    if kind in ("group", "org", "location") or is_company:
        return Understood(number, shown, remark=Message("this is no person's card.").text, kind=Kind.NOT_READ)
    if not name and not address:
        return Understood(
            number,
            shown or tr("a card"),
            remark=Message("there is no name on this card.").text,
            kind=Kind.NOT_READ,
        )
    draft = PersonDraft(
        name=name or name_from_address(address),
        organisation=organisation,
        role=_value(card, "TITLE") or _value(card, "ROLE"),
        email=address,
        remarks=", ".join(filter(None, (" ".join(_value(card, "NOTE").split()), *addresses[1:]))),
    )
    return Understood(number, shown, (draft,), "" if name else FROM_ADDRESS)


def _name(card: Card) -> str:
    """The name as it is shown, or made of its fields: family, given, further, before it, after it."""
    shown = tidy(_value(card, "FN"))
    if any(c.isalpha() for c in shown) and not bare_address(shown):
        return calm_capitals(put_first_name_first(shown))
    line = next((line for line in card if line.name == "N"), None)
    family, given, further, *_ = (*(line.fields if line else ()), "", "", "")
    return calm_capitals(tidy(f"{given} {further} {family}"))


def _addresses(card: Card) -> list[str]:
    """The addresses on a card, each once."""
    found = (find_address(line.text) for line in card if line.name == "EMAIL")
    return list(dict.fromkeys(clean_address(match[0]) for match in found if match))


def _value(card: Card, name: str) -> str:
    line = next((line for line in card if line.name == name), None)
    if line is None:
        return ""
    return ", ".join(filter(None, line.fields)) if name == "ORG" else line.text
