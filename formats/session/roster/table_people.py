"""Who is in this table? Makes a person of each row."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from formats.session.roster.addresses import bare_address, clean_address, find_address, name_from_address
from formats.session.roster.answers import Answer, Reply, read_answer, read_message
from formats.session.roster.brackets import DraftInTheMaking
from formats.session.roster.cells import Cell, cell_kind, could_be_name, is_device
from formats.session.roster.columns import NAMES, choose_columns, choose_without_titles, other_names
from formats.session.roster.draft import Column, ColumnRead, Kind, PersonDraft, Understood
from formats.session.roster.names import (
    calm_capitals,
    join_names,
    put_family_name_last,
    put_first_name_first,
    tidy,
)
from formats.session.roster.people_in_words import people_in_name
from formats.session.roster.rows import Row
from formats.session.roster.tables import Table
from formats.session.roster.titles import is_summary, puts_family_first, title_words
from formats.session.roster.vocabulary import word_set

Choices = Mapping[str, Column | None]
TITLES = "these are the titles of the columns."
NO_NAME = "there is no name in this row."
ONLY_A_PHONE = "there is no name in this row, only a telephone."
FROM_ADDRESS = "The name is taken from the address."
A_DEVICE = "name of a device"
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_STRUCK = re.compile(r"~~(.+?)~~")
_LOG_WORDS = word_set(
    "join joined leave left exited duration beitritt betreten verlassen arrivee depart entrada salida"
)
_SUBHEADS = frozenset({"response", "open-ended response", "other (please specify)"})


@dataclass(frozen=True, slots=True)
class TableRead:
    """A table with what each of its columns was taken for."""

    table: Table
    columns: Mapping[int, Column]
    named_by_others: tuple[int, ...] = ()

    @classmethod
    def of(cls, table: Table, choices: Choices) -> "TableRead":
        """A table read by its titles and contents, but for the columns that somebody chose."""
        rows = [row.cells for row in table.rows]
        titles = table.titles
        chosen = choose_columns(titles, rows) if table.header else choose_without_titles(rows)
        by_title = {title: place for place, title in enumerate(cls._titles(table))}
        for title, column in choices.items():
            if title in by_title:
                chosen.pop(by_title[title], None)
                if column:
                    chosen[by_title[title]] = column
        return cls(table, chosen, other_names(titles))

    @property
    def family_first(self) -> bool:
        """Whether the title of the names says that the family name stands first, as in "Nazwisko i imię"."""
        titles = self._titles(self.table)
        return any(puts_family_first(titles[at]) for at, column in self.columns.items() if column is Column.NAME)

    @property
    def reads(self) -> tuple[ColumnRead, ...]:
        """Each column with its title, and what it was taken for."""
        return tuple(ColumnRead(title, self.columns.get(at)) for at, title in enumerate(self._titles(self.table)))

    @property
    def is_log(self) -> bool:
        """Whether the table records who came in and went out, so that one person may have several rows."""
        words = {word for title in self.table.titles for word in title_words(title)}
        return bool(words & _LOG_WORDS)

    def lines(self) -> list[Understood]:
        """What was made of each row, the titles among them."""
        header = self.table.header
        above = [Understood(header.line_number, header.text, remark=TITLES, kind=Kind.TITLES)] if header else []
        return [*above, *(self._read(row) for row in self.table.rows)]

    @staticmethod
    def _titles(table: Table) -> tuple[str, ...]:
        width = max((len(table.titles), *(len(row.cells) for row in table.rows)))
        return (*table.titles, *(f"Column {at + 1}" for at in range(len(table.titles), width)))

    def _read(self, row: Row) -> Understood:
        if is_summary(row.cells[0]) or {cell.casefold() for cell in row.cells if cell} <= _SUBHEADS:
            return Understood(row.line_number, row.text, remark="this sums up the table.", kind=Kind.NOT_READ)
        name, remark = self._name(row)
        if not any(c.isalpha() for c in name) or name.casefold() in ("anonymous", "n/a"):
            only_a_phone = any(cell_kind(cell) is Cell.PHONE for cell in self._held(row).values())
            reason = ONLY_A_PHONE if only_a_phone else NO_NAME
            return Understood(row.line_number, row.text, remark=reason, kind=Kind.NOT_READ)
        people, several = people_in_name(name)
        drafts = tuple(self._draft(one, row, alone=len(people) == 1) for one in people)
        return Understood(row.line_number, row.text, drafts, " ".join(filter(None, (remark, several))))

    def _name(self, row: Row) -> tuple[str, str]:
        """The name in a row, and where it was taken from if not from its own columns."""
        held = self._held(row)
        both = join_names(held.get(Column.FIRST, ""), held.get(Column.MIDDLE, ""), held.get(Column.LAST, ""))
        whole = held.get(Column.NAME, "")
        complete = Column.LAST in held and Column.FIRST in held
        name = (both if complete or not whole else whole) or whole
        if name and not bare_address(name):
            return name.replace("**", ""), ""
        address = bare_address(name) or self._address(row)
        others = [row.cells[at] for at in self.named_by_others if at < len(row.cells) and row.cells[at]]
        if others and not address:
            return others[0], "The name is that of whoever signed up."
        return (name_from_address(address), FROM_ADDRESS) if address else ("", "")

    def _draft(self, name: str, row: Row, *, alone: bool) -> PersonDraft:
        held = self._held(row)
        struck = _STRUCK.search(name)
        name = struck[1] if struck else name
        making = DraftInTheMaking(PersonDraft(_BRACKETS.sub(" ", name)))
        if struck:
            making.answer(Reply(Answer.AWAY, "struck out"))
        kept = name
        for found in reversed(list(_BRACKETS.finditer(name))):
            inside, following = tidy(found[1] or found[2] or ""), name[found.end() :].strip()
            if inside and following and not re.match(r"[,;(\[–—-]", following):
                continue  # a nickname in the middle of a name stays there
            if inside:
                making.take(inside)
            kept = kept[: found.start()] + " " + kept[found.end() :]
        address = self._address(row) or ""
        kept = kept.replace(address, " ") if address else kept
        plain = tidy(kept).strip(' ,<>-–"') or name
        turned = self.family_first and Column.NAME in held and "," not in plain and not plain.isupper()
        written = calm_capitals(put_family_name_last(plain) if turned else put_first_name_first(plain))
        draft = replace(
            making.draft,
            name=written,
            organisation=held.get(Column.ORGANISATION, "") or making.draft.organisation,
            role=held.get(Column.ROLE, "") or making.draft.role,
            email=address or making.draft.email,
            extra=self._extra(row),
        )
        if held.get(Column.ORGANISATION) and making.draft.organisation not in ("", draft.organisation):
            making.remark(making.draft.organisation)
        answered = DraftInTheMaking(replace(draft, remarks=making.draft.remarks, away=making.draft.away))
        self._take_answers(answered, row)
        for place, column in self.columns.items():
            if column is Column.REMARKS and place < len(row.cells):
                answered.remark(row.cells[place])
        if (is_device(written) and not could_be_name(written.replace("'", ""))) or is_device(written):
            answered.remark(A_DEVICE)
        return answered.draft

    def _take_answers(self, making: DraftInTheMaking, row: Row) -> None:
        """Every column that says who comes: one that says away is enough."""
        replies = [
            self._reply(column, row.cells[place])
            for place, column in self.columns.items()
            if column in (Column.HERE, Column.AWAY) and place < len(row.cells)
        ]
        given = [reply for reply in replies if reply.answer is not Answer.BLANK]
        if away := [reply for reply in given if reply.away]:
            given = away
        for reply in given:
            making.answer(replace(reply, words=self._worded(reply)))

    def _reply(self, column: Column, cell: str) -> Reply:
        answer = read_message(cell)
        if column is Column.HERE or answer is Answer.BLANK:
            return Reply(answer, cell)
        if cell_kind(cell) is Cell.DATE or answer in (Answer.HERE, Answer.AWAY):
            means_no = read_answer(cell) is Answer.AWAY and cell_kind(cell) is Cell.YES_OR_NO
            return Reply(Answer.BLANK if means_no else Answer.AWAY, cell)
        return Reply(Answer.AWAY, cell)

    def _worded(self, reply: Reply) -> str:
        """The words of an answer for a remark; "no" and "x" alone say it by the column's title."""
        if not reply.away or cell_kind(reply.words) not in (Cell.YES_OR_NO, Cell.DATE):
            return reply.words
        places = [at for at, column in self.columns.items() if column in (Column.HERE, Column.AWAY)]
        titles = [title for at, title in enumerate(self._titles(self.table)) if at in places]
        return f"{titles[0]}: {reply.words}" if len(titles) == 1 else reply.words

    def _address(self, row: Row) -> str:
        """The address in a row: in its own column, or else beside the name."""
        cells = [
            row.cells[at] for at, column in self.columns.items() if at < len(row.cells) and column is Column.EMAIL
        ]
        cells += [row.cells[at] for at, column in self.columns.items() if at < len(row.cells) and column in NAMES]
        found = next((match for cell in cells if (match := find_address(cell))), None)
        return clean_address(found[0]) if found else ""

    def _held(self, row: Row) -> dict[Column, str]:
        """What a row holds of each kind; an empty cell is left out."""
        return {
            column: row.cells[place]
            for place, column in self.columns.items()
            if place < len(row.cells) and row.cells[place]
        }

    def _extra(self, row: Row) -> tuple[tuple[str, str], ...]:
        titles: Sequence[str] = self._titles(self.table)
        return tuple(
            (titles[at] if at < len(titles) else f"Column {at + 1}", cell)
            for at, cell in enumerate(row.cells)
            if cell and at not in self.columns
        )
