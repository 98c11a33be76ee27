"""Which column does this title announce, and how plainly?"""

import re
from functools import lru_cache

from formats.session.folding import fold
from formats.session.roster.draft import Column
from formats.session.roster.title_words import (
    BUYERS,
    FILLING,
    NOT_COMING,
    NOT_PEOPLE,
    OCCASIONS,
    PARTED,
    PEOPLE_WORDS,
    THINGS,
    TITLES,
    YOU,
)
from formats.session.roster.vocabulary import DAYS, MONTHS, word_set

EXACT, KNOWN, PARTLY, BUYER = 4, 3, 2, 1
NAME_COLUMNS = (Column.NAME, Column.FIRST, Column.MIDDLE, Column.LAST, Column.EMAIL)
_PHRASES: dict[tuple[str, ...], Column] = {
    tuple(fold(phrase).split()): column for column, text in TITLES.items() for phrase in text.split("|")
}
_LONGEST = max(map(len, _PHRASES))
_OTHERS_WORDS = {word for phrase in _PHRASES for word in phrase}
_KNOWN_WORDS = _OTHERS_WORDS | PEOPLE_WORDS | BUYERS
_SUMS = word_set("""
total totals count sum subtotal average gesamt summe anzahl somme suma razem totale cyfanswm المجموع الاجمالي
""")
_ASKS_YES_OR_NO = word_set("""
is are do does did will would can could have has may should werden sind haben kannst konnen mochten mochtest bist
est etes avez serez pouvez voulez tiene puede quiere czy هل
""")
_ASKING = word_set("""
do can free ok okay good make there available come coming attend join i you st nd rd th kannst konnen geht passt
zeit libre disponible puedes podes possible ca va mozesz allwch am pm noon evening morning afternoon
""")
# Whose role or organisation is not that of the person on the list.
_OF_OTHERS = word_set("line manager managers supervisor supervisors emergency kin referrer referrers referred")
_ORDINAL = re.compile(r"\b\d{1,2}(st|nd|rd|th)\b")
_AWAY_STEMS = ("void", "cancel", "refund", "declin", "withdr", "storn", "absag", "abgemeld", "annul", "anul")
_BESIDE_AWAY = word_set("is was been date time at on order booking registration am um le el data datum status")
_LONGEST_TITLE = 5
_RUN_TOGETHER = 8
_GIVEN = word_set("""
first forename forenames given vorname vornamen prenom prenoms nombre nombres imie imiona voornaam nome cyntaf
fornamn fornavn
""")
_FAMILY = word_set("""
last surname family nachname familienname apellido apellidos nazwisko achternaam cognome cyfenw efternamn etternavn
""")


@lru_cache(maxsize=2048)
def title_fits(title: str) -> dict[Column, int]:
    """The columns that a title may announce, each with how plainly: `EXACT`, `KNOWN`, `PARTLY` or `BUYER`.

    `EXACT` is a title we know, `KNOWN` one of which every word says something, `PARTLY` any other that holds
    one. The name of who paid or invited is `BUYER`: it serves where the attendee's is missing.
    """
    whole = title_words(title)
    bare = title_words(re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", title)) or whole
    if exact := _PHRASES.get(whole) or _PHRASES.get(bare):
        return {exact: EXACT}
    found = _fits_of(bare, title)
    return found or {column: PARTLY for column, fit in _fits_of(whole, title).items() if fit > BUYER}


def _says_away(words: tuple[str, ...]) -> bool:
    """Whether a title says in any form that somebody does not come: "Voided", "Cancellation date"."""
    away = [word for word in words if word.startswith(_AWAY_STEMS)]
    return bool(away) and set(words) - set(away) <= FILLING | _BESIDE_AWAY


@lru_cache(maxsize=2048)
def asks_of_a_day(title: str) -> bool:
    """Whether a title asks whether somebody can come on a day: "Can do Thu 26?", "OK on 3 December?"."""
    words = set(re.findall(r"[^\W\d_]+", fold(title)))
    days = words & (DAYS | MONTHS)
    names_day = bool(days or _ORDINAL.search(fold(title)))
    return names_day and title.endswith(("?", "؟")) and words - days <= FILLING | _ASKING | _ASKS_YES_OR_NO


def _asks_who_comes(words: tuple[str, ...], title: str) -> bool:
    """Whether a question of a form asks somebody about an occasion, in words that are no title we know."""
    asked = set(words)
    if NOT_COMING & asked or any(odd in title for odd in (" list", "first time")):
        return False
    is_question = title.endswith(("?", "؟")) and bool(YOU & asked) and bool(OCCASIONS & asked)
    return is_question or any(pair <= asked for pair in PARTED)


def _fits_of(words: tuple[str, ...], title: str) -> dict[Column, int]:
    asks = asks_of_a_day(title) or _asks_who_comes(words, fold(title))
    found: dict[Column, int] = {Column.HERE: PARTLY} if asks else {}
    if _says_away(words):
        found[Column.AWAY] = KNOWN
    for phrase in _phrases_in(words):
        column = _PHRASES[phrase]
        if fit := _fit(column, phrase, words, fold(title)):
            found[column] = max(fit, found.get(column, 0))
    if Column.ORGANISATION in found and found.get(Column.NAME, EXACT) < EXACT:
        both = re.search(r"[/&,+]|\b(and|und|et|y|oraz)\b", fold(title))
        del found[Column.ORGANISATION if both else Column.NAME]  # "Name / Firma", but "Name der Firma"
    return found


@lru_cache(maxsize=2048)
def title_words(title: str) -> tuple[str, ...]:
    """The words of a title, folded: "attendeeFirst_Name *" as attendee, first, name."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", title)
    plain = re.sub(r"(?<=\w)'(?=s\b|\s|\Z)", "", fold(apart))
    return tuple(part for word in re.sub(r"[\W_]+|\d+", " ", plain).split() for part in _known_parts(word))


def _known_parts(word: str) -> tuple[str, ...]:
    """A word that titles run together, taken apart where all of it is known: "attendeelastname"."""
    if len(word) < _RUN_TOGETHER or word in _KNOWN_WORDS:
        return (word,)
    for at in range(len(word) - 3, 2, -1):
        if word[:at] in _KNOWN_WORDS and (rest := _known_parts(word[at:])) and set(rest) <= _KNOWN_WORDS:
            return (word[:at], *rest)
    return (word,)


@lru_cache(maxsize=256)
def puts_family_first(title: str) -> bool:
    """Whether a title of names puts the family name before the given one: "Nazwisko i imię", "Name, Vorname"."""
    words = [word for word in title_words(title) if word in _GIVEN | _FAMILY | {"name", "nom"}]
    return len(words) > 1 and words[0] not in _GIVEN and bool(_GIVEN & set(words[1:]))


def is_summary(cell: str) -> bool:
    """Whether a row begins with what sums up a table, no person: "Total", "Count"."""
    words = title_words(cell)
    return bool(words) and words[0] in _SUMS


def _phrases_in(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The longest titles we know that stand in a title: "first name", and not "name" in it too."""
    found: list[tuple[str, ...]] = []
    at = 0
    while at < len(words):
        lengths = range(min(_LONGEST, len(words) - at), 0, -1)
        longest = next((n for n in lengths if words[at : at + n] in _PHRASES), 0)
        if longest:
            found.append(words[at : at + longest])
        at += longest or 1
    return found


def _fit(column: Column, phrase: tuple[str, ...], words: tuple[str, ...], title: str) -> int:
    rest = [word for word in words if word not in phrase]
    if column in NAME_COLUMNS:
        return _fit_of_name(column, phrase, words, rest)
    if column is Column.HERE and "present" in phrase and "to present" in title:
        return 0  # "Would you like to present?"
    if column is Column.HERE and (NOT_COMING & set(rest) or any(odd in title for odd in (" list", "first time"))):
        return 0
    if column in (Column.ORGANISATION, Column.ROLE) and (NOT_PEOPLE | _OF_OTHERS) & set(rest):
        return 0
    if column is Column.AWAY and set(rest) & {"by", "policy", "fee", "charge", "until", "link", "url"}:
        return 0
    return _plainness(phrase, rest)


def _fit_of_name(column: Column, phrase: tuple[str, ...], words: tuple[str, ...], rest: list[str]) -> int:
    if _ASKS_YES_OR_NO & set(words[:1]) or words[:2] == ("how", "many"):
        return 0
    sentence = len(phrase) > 1 and len(words) > _LONGEST_TITLE  # "your full name as it appears on your ID"
    if not sentence and (NOT_PEOPLE & set(rest) or (column is not Column.EMAIL and THINGS & set(rest))):
        return 0
    if (BUYERS & set(rest) and not sentence) or words[-1] in ("of", "by"):
        return BUYER
    if set(phrase) <= PEOPLE_WORDS and (set(rest) - FILLING) & _OTHERS_WORDS:
        return 0  # "participant status" asks for no name
    if phrase in (("first",), ("last",)) and rest:
        return 0  # "first join", "last seen"
    return _plainness(phrase, rest)


def _plainness(phrase: tuple[str, ...], rest: list[str]) -> int:
    return KNOWN if set(rest) <= FILLING | PEOPLE_WORDS else PARTLY
