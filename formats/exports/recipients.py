"""To which addresses can an invitation go, and who has none that can be read?"""

from collections.abc import Iterable
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.utils import getaddresses
from functools import lru_cache

from formats.exports.passages import one_line
from formats.session.people import Person

_MAILTO = "mailto:"


@dataclass(frozen=True, slots=True)
class Recipients:
    """Addresses, each once, and by name the people whom none of them reaches."""

    addresses: tuple[str, ...] = ()
    without_address: tuple[str, ...] = ()


def find_recipients(people: Iterable[Person]) -> Recipients:
    """Whom an invitation can reach: everyone is in one of the two lists."""
    addresses: dict[str, str] = {}
    without: list[str] = []
    for person in people:
        found = read_addresses(person.email)
        if not found:
            without.append(one_line(person.name))
        for address in found:
            addresses.setdefault(address.casefold(), address)
    return Recipients(tuple(addresses.values()), tuple(without))


@lru_cache(maxsize=4096)  # the same people come to every session of a year
def read_addresses(text: str) -> tuple[str, ...]:
    """The addresses that a field of the roster holds, with or without a name; none where one cannot be read."""
    plain = one_line(text).replace(";", ",")
    plain = plain.replace(_MAILTO, "").replace(_MAILTO.upper(), "").rstrip(", ")
    if not plain or ":" in plain:  # a group, or a header that somebody slipped in
        return ()
    found = [_in_mail_form(address) if address in plain else "" for _, address in getaddresses([plain])]
    return tuple(found) if all(found) else ()


def _in_mail_form(address: str) -> str:
    """An address as mail carries it, with its domain in ASCII; empty where it is none."""
    local, _, domain = address.rpartition("@")
    try:
        ascii_domain = domain.encode("idna").decode("ascii")
        # Letters of other alphabets may stand in it (RFC 6532), which the parser calls a defect.
        shape = Address(addr_spec=f"{local.encode('ascii', 'replace').decode().replace('?', 'x')}@{ascii_domain}")
    except (HeaderParseError, ValueError, IndexError):
        return ""
    has_space = any(sign.isspace() for sign in address)
    sound = shape.username and "." in ascii_domain.strip(".") and not has_space
    return f"{local}@{ascii_domain}" if sound else ""
