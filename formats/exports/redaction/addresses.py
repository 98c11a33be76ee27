"""Where in a text are addresses that lead to one person: of email, handles, profiles, telephones on a name?"""

import re
from collections.abc import Iterator

_AT = r"(?:@|%40|&#64;|&commat;|＠|\s?[(\[{]\s?(?:at|@)\s?[)\]}]\s?)"
# Bounded, or a word of a hundred thousand letters would be tried from each of them.
_LOCAL = r"(?<![\w.])[\w.!#$&'*+/=?^`{|}~%-]{0,99}[\w+-]"
_DOMAIN = r"[\w-]{1,99}(?:(?:\.|\s?[(\[{]\s?(?:dot|\.)\s?[)\]}]\s?)[\w-]{1,99}){1,9}"
EMAIL = re.compile(rf"(?:mailto:)?{_LOCAL}{_AT}{_DOMAIN}", re.IGNORECASE)
SPELT_EMAIL = re.compile(
    r"\b[\w-]{1,64}(?:(?:\.| dot )[\w-]{1,64}){0,4} at [\w-]{1,64}(?: dot [\w-]{1,64}){0,4} dot "
    r"(?:com|org|net|edu|gov|info|io|example|eu|int|scot|wales|co|uk|ie|de|fr|nl|es|ch|dk|se|fi|pl|cz|pt|au|ca|nz)\b",
    re.IGNORECASE,
)
_MAY_BE_EMAIL = re.compile(_AT, re.IGNORECASE)
# @name, and @name@server; not the middle of an address of email, and not a price or a time.
HANDLE = re.compile(r"(?<![\w@./])[@＠](?=[\w.-]*[^\W\d_])[\w.-]*\w(?:@[\w-]+(?:\.[\w-]+)+)?")
# Pages that are one person's: what follows the place is who they are.
PROFILE = re.compile(
    r"(?<![\w.])((?:https?://)?(?:[\w-]+\.)?(?:(?:twitter|facebook|fb|instagram|threads|tiktok|github|gitlab|"
    r"medium|youtube|pinterest|snapchat|reddit|orcid|researchgate|vimeo|flickr|mastodon|bsky|telegram)"
    r"\.(?:com|org|net|social|app|me)|x\.com|t\.me|wa\.me|(?:[a-z]{2}\.)?linkedin\.com)/"
    r"(?:in/|profile/|user/|u/|add/|people/|@)?)([\w@.%+-]+)",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"\b(?:skype|telegram|signal|discord|insta(?:gram)?|twitter|snapchat|github)"
    r"(?: (?:name|id|handle))?: ?([\w.:#-]{3,})",
    re.IGNORECASE,
)
COMPOUND = re.compile(
    r"[#＃][\w-]+|https?://\S+|www\.\S+|(?<![\w./\\~-])[\w./\\~-]+\.[A-Za-z][A-Za-z0-9]{1,4}\b|(?<!\w)\w+_\w+|~\w+"
)


def addresses_in(text: str) -> Iterator[tuple[int, int]]:
    """From where to where an address of email, a handle or the name of an account stands in a text."""
    if _MAY_BE_EMAIL.search(text):
        yield from (match.span() for match in EMAIL.finditer(text))
        yield from ((match.start() + 1, match.end()) for match in HANDLE.finditer(text))
    if " dot " in text.lower():
        yield from (match.span() for match in SPELT_EMAIL.finditer(text))
    if "/" in text:
        yield from (match.span(2) for match in PROFILE.finditer(text))
    if ":" in text:
        yield from (match.span(1) for match in _ACCOUNT.finditer(text))


def compounds_in(text: str) -> Iterator[tuple[int, int]]:
    """From where to where words stand run together: in a hashtag, an address of the web, the name of a file."""
    return (match.span() for match in COMPOUND.finditer(text))
