"""Where is the address in a text, and what does it say of the name it belongs to?"""

import re

from formats.session.folding import fold

# A sign of the same kind before it would be part of it: without that rule each sign of a long word is tried.
ADDRESS = re.compile(r"(?<![\w.+'’&-])[\w.+'’&-]+@[\w-]+(?:\.[\w-]+)+")
_CLOSING = re.compile(r"[.'’]+\Z")
_OPENING = re.compile(r"\A['’]+")


def find_address(text: str) -> re.Match[str] | None:
    """The first address in a text."""
    return ADDRESS.search(text) if "@" in text else None


def bare_address(text: str) -> str:
    """The address that a text is, without "mailto:", quotes or angle brackets; "" where it is more or less."""
    plain = text.strip(" \t<>'\"‘’“”,;").removeprefix("mailto:").removeprefix("MAILTO:")
    return plain if ADDRESS.fullmatch(plain) else ""


def clean_address(found: str) -> str:
    """An address as it was found, without the quotes around it."""
    return _CLOSING.sub("", _OPENING.sub("", found)).removeprefix("mailto:")


def name_from_address(address: str) -> str:
    """A name made of an address: "ewan.macleod@..." as "Ewan Macleod"."""
    local = address.split("@")[0].split("+")[0]
    words = [word.strip("0123456789") for word in re.split(r"[._-]+", local)]
    return " ".join(word[:1].upper() + word[1:] for word in words if word) or local


def belongs_to(address: str, name: str) -> bool:
    """Whether an address is plainly this person's: it holds one of the names, or the family's with an initial."""
    local = _plain(address.split("@")[0])
    words = [_plain(word) for word in name.split()]
    words = [word for word in words if word]
    if any(len(word) > 2 and word in local for word in words):
        return True
    initials = "".join(word[0] for word in words)
    return len(words) > 1 and (local == initials or local in (words[0], words[-1]))


def is_turned(address: str, before: str, after: str) -> bool | None:
    """Whether "before, after" is family name first, as the address has it; None where it does not say."""
    parts = [_plain(part) for part in re.split(r"[._-]+", address.split("@")[0].split("+")[0])]
    parts = [part for part in parts if part]
    given, family = _plain(after.split()[0]) if after.split() else "", _plain(before)
    if not parts or not given or not family:
        return None
    if len(parts) > 1:
        return _order_of_parts(parts, _plain(before.split()[0]), given, family)
    whole = parts[0]
    if whole in (given, given + family, given[0] + family):
        return True
    if whole in (_plain(before.split()[0]), family + given, family[0] + given):
        return False if len(before.split()) > 1 or whole != family else None
    return True if len(given) > 2 and whole.startswith(given) else None


def is_reversed(address: str, name: str) -> bool:
    """Whether a name of two words stands the other way round in its address: "Fenn Ada" for "ada.fenn@…"."""
    parts = [_plain(part) for part in re.split(r"[._-]+", address.split("@")[0])]
    words = [_plain(word) for word in name.split()]
    return len(words) == 2 and words[0] != words[1] and parts == words[::-1]


def _order_of_parts(parts: list[str], first_before: str, given: str, family: str) -> bool | None:
    """The order that "ada.fenn" or "a.fenn" shows: the given name or its initial stands first."""
    if parts[0] == given or (parts[0] == given[0] and parts[-1] in family):
        return True
    if parts[0] in (first_before, first_before[:1]) and parts[-1] == given:
        return False
    return None


def _plain(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", fold(text))
