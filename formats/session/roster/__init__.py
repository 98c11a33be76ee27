"""Who is on the list? Reads people in any shape, pasted or from a file, and recognises who came before.

The way through: `read_pasted(text)` or `read_roster(data)` of `reading` gives a `Roster`, or raises `RosterError`.
What was read stands here; what reads is imported where it is used, for a library only keeps what was read.

- `roster.lines` is every line that is not blank, in order, as `Understood`: its number, text, the people in it as
  `PersonDraft`, what was assumed, and its `kind`. A piece of a line that was not read is one more `Understood`.
- `roster.not_read` are those of which nothing was made, each with the reason.
- `roster.drafts` is everyone; who is away is among them, with `away` set and the reason in `remarks`. A draft with
  `unclear` gave an answer that may mean here or away: ask. `roster.unclear` counts those answers.
- `roster.columns` says what each column of the largest table was taken for, as `ColumnRead`: title and `Column` or
  None. To change it, read again with `choices` by title: `read_pasted(text, {"Team": Column.ROLE})`.
- `roster.meeting` is what a calendar invitation says of the meeting, as `Meeting`; None for other lists.
- `roster.duplicates` are places in `drafts` that may be one person: ask, never merge.

`typed_people(text, known, new_id)` of `typed_person` does all of it for one line that was typed.
Then `recognise(drafts, known)` of `recognise` finds who came before, and `enrol(matches, new_id)` makes people of
them.
"""

from formats.session.roster.draft import (
    Column,
    ColumnRead,
    Kind,
    PersonDraft,
    Roster,
    RosterError,
    Understood,
)
from formats.session.roster.meeting import Meeting

__all__ = [
    "Column",
    "ColumnRead",
    "Kind",
    "Meeting",
    "PersonDraft",
    "Roster",
    "RosterError",
    "Understood",
]
