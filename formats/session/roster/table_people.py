"""Who is in this table? Makes a person of each row."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from formats.language import Message
from formats.session.folding import fold
from formats.session.roster.addresses import bare_address, clean_address, find_address, name_from_address
from formats.session.roster.answers import Answer, Reply, is_answer, read_answer, read_message, says_who_comes
from formats.session.roster.brackets import DraftInTheMaking, join_remarks
from formats.session.roster.cells import Cell, cell_kind, is_day
from formats.session.roster.columns import (
    NAMES,
    choose_columns,
    choose_without_titles,
    other_names,
)
from formats.session.roster.day_columns import days_asked, duty_columns, grid_columns
from formats.session.roster.draft import Column, ColumnRead, Kind, PersonDraft, Understood
from formats.session.roster.fields import take_addresses
from formats.session.roster.line_reader import HOW_MANY
from formats.session.roster.line_shapes import NAMELESS
from formats.session.roster.name_cell import people_in_cell
from formats.session.roster.names import join_names
from formats.session.roster.people_in_words import people_by_comma
from formats.session.roster.piece import FROM_ADDRESS
from formats.session.roster.rows import Row
from formats.session.roster.sections import ON_A_DAY
from formats.session.roster.tables import Table
from formats.session.roster.titles import is_summary, puts_family_first, title_words
from formats.session.roster.vocabulary import phrase_set, word_set

Choices = Mapping[str, Column | None]
TITLES = Message("these are the titles of the columns.").text
SUMS_UP = Message("this sums up the table.").text
NO_NAME = Message("there is no name in this row.").text
ONLY_A_PHONE = Message("there is no name in this row, only a telephone.").text
A_ROOM = Message("this is a room or a thing, not a person.").text
NO_DAY = "no day fits"
NAMED_BY_OTHERS = Message("The name is that of whoever signed up.").text
_LOG_WORDS = word_set("""
action aktion accion join joined leave left exited duration beitritt betreten verlassen arrivee depart entrada
salida
""")
_SUBHEADS = frozenset({"response", "open-ended response", "other (please specify)"})
_NOBODY = word_set("""anonymous n/a - none null nan tbc tba unknown vacant undefined""") | phrase_set(
    "info requested | not provided | no name | name | names | anonymous attendee | anonymous user"
    " | anonymous participant | first name | last name | first name last name | no answer"
)
_A_ROOM = re.compile(r"(resource|ressource|recurso|zasob|risorsa|adnodd)\b")


@dataclass(frozen=True, slots=True)
class TableRead:
    """A table with its titles, and what each of its columns was taken for."""

    table: Table
    titles: tuple[str, ...]
    columns: Mapping[int, Column]
    named_by_others: tuple[tuple[int, ...], ...] = ()
    days: tuple[int, ...] = ()
    """Columns of a poll, each a day that people say yes or no to."""
    duties: tuple[int, ...] = ()
    """Columns of a rota, each naming people for a day."""

    @classmethod
    def of(cls, table: Table, choices: Choices) -> "TableRead":
        """A table read by its titles and contents, but for the columns that somebody chose."""
        rows = [row.cells for row in table.rows]
        titles = _all_titles(table)
        chosen = choose_columns(table.header.cells, rows) if table.header else choose_without_titles(rows)
        places = {title: at for at, title in enumerate(titles)}
        wanted = {places[title]: column for title, column in choices.items() if title in places}
        single = {column for column in wanted.values() if column in (*NAMES, Column.EMAIL)}
        kept = {at: column for at, column in chosen.items() if at not in wanted and column not in single}
        columns = kept | {at: column for at, column in wanted.items() if column}
        grid = grid_columns(table.titles, columns)
        columns = {at: column for at, column in columns.items() if at not in grid or at in wanted}
        days = grid or days_asked(table.titles, rows, columns)
        return cls(table, titles, columns, other_names(table.titles), days, duty_columns(titles, rows))

    @property
    def is_log(self) -> bool:
        """Whether the table records who came in and went out, so that one person may have several rows."""
        return bool(self.duties) or bool(
            {word for title in self.table.titles for word in title_words(title)} & _LOG_WORDS
        )

    @property
    def reads(self) -> tuple[ColumnRead, ...]:
        """Each column with its title, and what it was taken for; one without title that holds nothing is none."""
        header = self.table.header.cells if self.table.header else ()
        said = {at for row in self.table.rows for at, cell in enumerate(row.cells) if cell}
        said |= {at for at, title in enumerate(header) if title}
        return tuple(ColumnRead(title, self.columns.get(at)) for at, title in enumerate(self.titles) if at in said)

    def lines(self) -> list[Understood]:
        """What was made of each row, the titles among them."""
        header = self.table.header
        above = [Understood(header.line_number, header.text, remark=TITLES, kind=Kind.TITLES)] if header else []
        return [*above, *map(self._read, self.table.rows)]

    def _read(self, row: Row) -> Understood:
        if is_summary(row.cells[0]) or {cell.casefold() for cell in row.cells if cell} <= _SUBHEADS:
            return Understood(row.line_number, row.text, remark=SUMS_UP, kind=Kind.NOT_READ)
        if self.duties:
            return self._read_duties(row)
        if any(_A_ROOM.match(fold(cell)) for cell in row.cells if cell):
            return Understood(row.line_number, row.text, remark=A_ROOM, kind=Kind.NOT_READ)
        name, remark = self._name(row)
        if name.casefold() in _SUBHEADS:
            return Understood(row.line_number, row.text, remark=SUMS_UP, kind=Kind.NOT_READ)
        if not any(c.isalpha() for c in name) or name.casefold() in _NOBODY or "{" in name:
            only_a_phone = any(cell_kind(cell) is Cell.PHONE for cell in self._held(row).values())
            reason = ONLY_A_PHONE if only_a_phone else NO_NAME
            return Understood(row.line_number, row.text, remark=reason, kind=Kind.NOT_READ)
        if NAMELESS.fullmatch(name):
            return Understood(row.line_number, row.text, remark=HOW_MANY, kind=Kind.NOT_READ)
        named, several = people_in_cell(
            name,
            family_first=self._puts_family_first(row),
            email=self._address(row),
            renamed=any("original" in title_words(title) for title in self.titles),
        )
        people = tuple(self._with_columns(draft, row) for draft in named)
        return Understood(row.line_number, row.text, people, " ".join(filter(None, (remark, several))))

    def _read_duties(self, row: Row) -> Understood:
        """The people of a row of a rota, each with the day and the duty as a remark."""
        day = next((cell for cell in row.cells if is_day(cell) or cell_kind(cell) is Cell.DATE), "")
        people = [
            replace(draft, remarks=join_remarks(f"{day}: {self.titles[at]}".removeprefix(": "), draft.remarks))
            for at in self.duties
            if at < len(row.cells) and any(c.isalpha() for c in row.cells[at])
            for name in people_by_comma(row.cells[at]) or [row.cells[at]]
            for draft in people_in_cell(name, family_first=False, email=self._address_at(row, at + 1))[0]
            if fold(name) not in _NOBODY
        ]
        if not people:
            return Understood(row.line_number, row.text, remark=NO_NAME, kind=Kind.NOT_READ)
        return Understood(row.line_number, row.text, tuple(people), ON_A_DAY)

    def _name(self, row: Row) -> tuple[str, str]:
        """The name in a row, and where it was taken from if not from its own columns."""
        held = {column: cell for column, cell in self._held(row).items() if fold(cell) not in _NOBODY}
        whole = held.get(Column.NAME, "")
        if not whole or {Column.FIRST, Column.LAST} <= held.keys():
            parts = (held.get(column, "") for column in (Column.FIRST, Column.MIDDLE, Column.LAST))
            whole = join_names(*parts) or whole
        if whole and not bare_address(whole):
            return whole, ""
        address = bare_address(whole) or self._address(row)
        cells = dict(enumerate(row.cells))
        others = (" ".join(cells.get(at, "") for at in places).strip() for places in self.named_by_others)
        if not address and (other := next(filter(None, others), "")):
            return other, NAMED_BY_OTHERS
        return (name_from_address(address), FROM_ADDRESS) if address else ("", "")

    def _with_columns(self, draft: PersonDraft, row: Row) -> PersonDraft:
        """A person with what the other columns say; what stands beside the name itself becomes a remark there."""
        held = self._held(row)
        organisation, role = held.get(Column.ORGANISATION, ""), held.get(Column.ROLE, "")
        making = DraftInTheMaking(
            replace(
                draft,
                organisation=organisation or draft.organisation,
                role=role or draft.role,
                extra=(*self._other_names(draft, held), *self._extra(row)),
            )
        )
        for beside, column in ((draft.organisation, organisation), (draft.role, role)):
            making.remark(beside if column and beside != column else "")
        for reply in self._replies(row):
            making.answer(reply)
        for cell in self._cells(row, Column.REMARKS):
            making.remark(cell)
        for cell in self._cells(row, Column.EMAIL):
            addresses, beside = take_addresses(cell)
            for address in addresses:
                making.remark(address if address != making.draft.email else "")
            making.remark(beside.strip(" ;,") if any(map(str.isalnum, beside)) else "")
        return making.draft

    def _replies(self, row: Row) -> list[Reply]:
        """What every column says of who comes; where one says away, that alone."""
        asked = (Column.HERE, Column.AWAY)
        given = [
            self._reply(column, row.cells[at], self.titles[at])
            for at, column in self.columns.items()
            if column in asked and at < len(row.cells)
        ]
        said = [reply for reply in (*given, self._poll(row)) if reply.answer is not Answer.BLANK]
        if not said:
            remarks = self._cells(row, Column.REMARKS)
            said = [Reply(read_answer(one), one) for one in remarks if is_answer(one) and says_who_comes(one)]
        return [reply for reply in said if reply.away] or said

    def _poll(self, row: Row) -> Reply:
        """What somebody said to the days of a poll: all, none, or only some, which is to be asked about."""
        asked = [at for at in self.days if at < len(row.cells)]
        answers = [(self.titles[at], read_answer(row.cells[at])) for at in asked]
        fits = [day for day, answer in answers if answer in (Answer.HERE, Answer.MAYBE)]
        if all(answer is Answer.BLANK for _, answer in answers):
            return Reply(Answer.BLANK)
        if not fits:
            return Reply(Answer.AWAY, NO_DAY)
        if len(fits) == len(answers):
            return Reply(Answer.HERE)
        return Reply(Answer.UNKNOWN, f"only {', '.join(fits)}")

    @staticmethod
    def _reply(column: Column, cell: str, title: str) -> Reply:
        """What one cell says; a bare "no" or a date says it by the title of its column."""
        kind, answer = cell_kind(cell), read_message(cell)
        words = f"{title}: {cell}" if kind in (Cell.YES_OR_NO, Cell.DATE) else cell
        if answer is Answer.BLANK or column is Column.HERE:
            return Reply(answer, words if answer is Answer.AWAY else cell)
        means_no = kind is Cell.YES_OR_NO and read_answer(cell) is Answer.AWAY
        return Reply(Answer.BLANK if means_no else Answer.AWAY, words)

    def _puts_family_first(self, row: Row) -> bool:
        """Whether the title of the names says that the family name stands first, as in "Nazwisko i imię"."""
        places = [at for at, column in self.columns.items() if column is Column.NAME]
        return any(puts_family_first(self.titles[at]) and row.cells[at : at + 1] != ("",) for at in places)

    def _address(self, row: Row) -> str:
        """The address in a row: in its own column, or else beside the name."""
        cells = (*self._cells(row, Column.EMAIL), *(cell for name in NAMES for cell in self._cells(row, name)))
        found = next((match for cell in cells if (match := find_address(cell))), None)
        return clean_address(found[0]) if found else ""

    @staticmethod
    def _address_at(row: Row, at: int) -> str:
        return bare_address(row.cells[at]) if at < len(row.cells) else ""

    def _cells(self, row: Row, wanted: Column) -> Iterator[str]:
        """The cells of a row in all columns of one kind."""
        return (row.cells[at] for at, column in self.columns.items() if column is wanted and at < len(row.cells))

    def _held(self, row: Row) -> dict[Column, str]:
        """What a row holds of each kind; an empty cell is left out."""
        return {
            column: row.cells[at] for at, column in self.columns.items() if at < len(row.cells) and row.cells[at]
        }

    def _other_names(self, draft: PersonDraft, held: Mapping[Column, str]) -> Iterator[tuple[str, str]]:
        """Names in a row that say another than was taken, where it has a whole one beside first and last."""
        if not {Column.NAME, Column.FIRST, Column.LAST} <= held.keys():
            return
        taken = set(title_words(draft.name))
        for at, column in self.columns.items():
            told = column is Column.NAME and not set(title_words(held[column])) <= taken
            if told and held[column] != draft.email:
                yield self.titles[at], held[column]

    def _extra(self, row: Row) -> tuple[tuple[str, str], ...]:
        """What stands in columns that have no place of their own, by title."""
        beside = enumerate(row.cells)
        return tuple((self.titles[at], cell) for at, cell in beside if cell and at not in self.columns)


def _all_titles(table: Table) -> tuple[str, ...]:
    """The titles, with one for each column that has none."""
    width = max((len(table.titles), *(len(row.cells) for row in table.rows)))
    return (*table.titles, *(f"Column {at + 1}" for at in range(len(table.titles), width)))
