"""Who is on the list? Reads names in any shape, pasted or from a file, and recognises who came before."""

from formats.session.roster.draft import PersonDraft, Roster, RosterError, Understood
from formats.session.roster.reading import read_pasted, read_roster
from formats.session.roster.recognise import Match, enrol, recognise

__all__ = [
    "Match",
    "PersonDraft",
    "Roster",
    "RosterError",
    "Understood",
    "enrol",
    "read_pasted",
    "read_roster",
    "recognise",
]
