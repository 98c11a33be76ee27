"""Session files from the disk: read with their roster, seated, ready to be kept."""

import time
from collections.abc import Iterable
from dataclasses import replace
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePath

from desktop.content.catalogue import Catalogue
from desktop.content.new_session import new_id
from desktop.system_faults import system_words
from formats.language import tr
from formats.session.people import Person
from formats.session.roster.reading import read_pasted, read_roster
from formats.session.roster.recognise import enrol, recognise
from formats.session.seating.seating import seat_people
from formats.session.session import Session
from formats.structures.script import Script, read_script
from formats.structures.script_faults import ScriptError

SAMPLE = "reference-session.json"
SECONDS_TO_SEAT = 0.3


def sample_file() -> Traversable:
    """The sample session that comes with the app."""
    return files("resources").joinpath("samples", SAMPLE)


def script_from(
    file: Traversable, folder: Traversable, catalogue: Catalogue, known: Iterable[Person] = ()
) -> Script:
    """Reads a session file and the roster beside it, and seats everyone.

    `known` are people who came before and are recognised. Raises `ScriptError`, or another ValueError with
    one sentence, for what cannot be used.
    """
    script = read_script_from(file, folder, catalogue, known)
    return replace(script, session=_with_everyone_seated(script))


def read_script_from(
    file: Traversable,
    folder: Traversable,
    catalogue: Catalogue,
    known: Iterable[Person] = (),
    stand_ins: int | None = None,
) -> Script:
    """Reads a session file as `script_from` does, with nobody seated; `stand_ins` as in `read_script`."""
    before = tuple(known)

    def people_of(listed: PurePath | tuple[str, ...]) -> tuple[tuple[Person, ...], frozenset[str]]:
        if not listed:
            return (), frozenset()
        if isinstance(listed, PurePath):
            roster = read_roster(_content(folder.joinpath(*listed.parts)))
        else:
            roster = read_pasted("\n".join(listed))
        drafts = roster.drafts
        people = enrol(recognise(drafts, before), new_id)
        away = frozenset(p.id for p, draft in zip(people, drafts, strict=True) if draft.away)
        return people, away

    return read_script(
        _content(file),
        file.name,
        structures={structure.id: structure for structure in catalogue.structures},
        openers={opener.id: opener for opener in catalogue.openers},
        people_of=people_of,
        session_id=new_id(),
        stand_ins=stand_ins,
    )


def script_at(path: Path, catalogue: Catalogue, known: Iterable[Person] = ()) -> Script:
    """Reads the session file at a path. Raises as `script_from` does."""
    return script_from(path, path.parent, catalogue, known)


def sample_script(catalogue: Catalogue, known: Iterable[Person] = ()) -> Script:
    """The sample session."""
    return script_from(sample_file(), files("resources").joinpath("samples"), catalogue, known)


def _with_everyone_seated(script: Script) -> Session:
    session = script.session
    if not session.present:
        return session
    seating = seat_people(session, presenters=script.presenters, seconds=SECONDS_TO_SEAT, clock=time.monotonic)
    return session.with_rooms(seating.rounds)


def _content(file: Traversable) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        reason = system_words(error) or tr("it does not open")
        raise ScriptError(tr("{file} cannot be read: {reason}.", file=file, reason=reason)) from error
