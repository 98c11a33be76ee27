"""Who took part, as far as they may be named, and what could still give someone away?"""

from collections import Counter
from collections.abc import Iterable

from formats.exports.choices import Audience, Choices, NameStyle
from formats.exports.names import PARTICIPANT, Naming
from formats.exports.passages import plain
from formats.exports.summary import Attendance, Attendee
from formats.language import interface_language, speaking, tr, tr_count
from formats.session.folding import fold
from formats.session.people import Person
from formats.session.rounds_held import took_part
from formats.session.session import Session
from formats.session.sorting import sort_key
from formats.session.wording import join_and

SIDE_BY_SIDE = (NameStyle.FULL, NameStyle.FIRST)


def attendance(session: Session, choices: Choices, naming: Naming) -> Attendance | None:
    """Who took part, or nothing where that is left out."""
    if not choices.people or not took_part(session):
        return None
    count = len(took_part(session))
    organisations = _organisations(session, choices.dates.language)
    if choices.names is NameStyle.NONE:
        return Attendance(_came(session, count, len(organisations)))
    if choices.names is NameStyle.ROLES:
        named = (
            _organisation_names(organisations, naming) if _may_name_organisations(choices, organisations) else []
        )
        origin = tr("They came from {organisations}.", organisations=join_and(named)) if named else ""
        return Attendance(
            f"{_came(session, count)} {origin}".rstrip(), _by_role(session, naming, choices.dates.language)
        )
    return Attendance(_came(session, count), tuple(_attendee(p, choices, naming) for p in took_part(session)))


def _came(session: Session, count: int, organisations: int = 0) -> str:
    """18 people from 6 organisations took part."""
    if not organisations:
        if session.begun:
            return tr_count("{count} person took part.", "{count} people took part.", count)
        return tr_count("{count} person expected.", "{count} people expected.", count)
    origin = tr_count("{count} organisation", "{count} organisations", organisations)
    if session.begun:
        return tr_count(
            "{count} person from {organisations} took part.",
            "{count} people from {organisations} took part.",
            count,
            organisations=origin,
        )
    return tr_count(
        "{count} person from {organisations} expected.",
        "{count} people from {organisations} expected.",
        count,
        organisations=origin,
    )


def warnings(session: Session, choices: Choices, naming: Naming, texts: Iterable[str]) -> tuple[str, ...]:
    """Sentences for every role or organisation that points to one person, where that person is not named.

    They are said to whoever exports, in the language of the app: the readers never see them.
    """
    if choices.names not in (NameStyle.ROLES, NameStyle.NONE, NameStyle.INITIALS):
        return ()
    roles = _of_one_person(
        naming.shown[p.id] if choices.names is NameStyle.ROLES else p.role for p in took_part(session)
    )
    organisations = _of_one_person(person.organisation for person in took_part(session))
    text = f" {_words(' '.join(texts))} "
    mentioned = [way for way in (*roles, *organisations) if f" {_words(way)} " in text]
    said: list[str] = []
    with speaking(interface_language()):
        if choices.names is NameStyle.ROLES and roles:
            said.append(_pointing_role(roles))
        if choices.names is NameStyle.ROLES and choices.people and _may_name_organisations(choices, organisations):
            said.append(_pointing_organisation(organisations))
        if mentioned:
            said.append(tr("A note mentions {words}: only one person here fits that.", words=join_and(mentioned)))
    return tuple(said)


def _attendee(person: Person, choices: Choices, naming: Naming) -> Attendee:
    name = naming.person(person.id)
    if choices.names not in SIDE_BY_SIDE or choices.audience is Audience.ANYONE:
        return Attendee(name)
    where = f"person {person.id}"
    role = naming.line(person.role, f"{where}/role")
    return Attendee(name, role, naming.line(person.organisation, f"{where}/organisation"))


def _by_role(session: Session, naming: Naming, language: str) -> tuple[Attendee, ...]:
    counts = Counter(naming.shown[person.id] for person in took_part(session))
    in_order = sorted(counts, key=lambda role: (role == str(PARTICIPANT), sort_key(role, language)))
    return tuple(Attendee(plain(role), count=counts[role]) for role in in_order)


def _organisations(session: Session, language: str) -> list[str]:
    named = {person.organisation.strip() for person in took_part(session)} - {""}
    return sorted(named, key=lambda name: sort_key(name, language))


def _organisation_names(organisations: list[str], naming: Naming) -> list[str]:
    return [str(naming.line(one, f"organisation {one}")) for one in organisations]


def _may_name_organisations(choices: Choices, organisations: list[str]) -> bool:
    return bool(organisations) and choices.audience is not Audience.ANYONE


def _of_one_person(ways: Iterable[str]) -> list[str]:
    counts = Counter(way.strip() for way in ways)
    return [way for way, count in counts.items() if way and way != str(PARTICIPANT) and count == 1]


def _pointing_role(roles: list[str]) -> str:
    if len(roles) == 1:
        return tr("The role “{role}” points to one person.", role=roles[0])
    return tr("These roles each point to one person: {roles}.", roles=join_and(roles))


def _pointing_organisation(organisations: list[str]) -> str:
    if len(organisations) == 1:
        return tr("The organisation “{organisation}” points to one person.", organisation=organisations[0])
    return tr(
        "These organisations each point to one person: {organisations}.", organisations=join_and(organisations)
    )


def _words(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())
