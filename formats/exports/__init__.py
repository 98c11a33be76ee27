"""One summary model, and one module for each kind of file that leaves the machine."""

from formats.exports.agenda_ahead import agenda_ahead, agenda_email, agenda_text
from formats.exports.choices import Audience, Choices, NameSpot, NameStyle, choices_for
from formats.exports.errors import ExportCancelledError, ExportError
from formats.exports.files import (
    anonymous_year,
    export,
    export_figures,
    export_links,
    export_record,
    export_series,
    export_year,
    file_name,
    plain_file_name,
    put_in_place,
    year_file_name,
)
from formats.exports.invitation import recipients_sentence
from formats.exports.notes_on_paper import note_sheets, slips
from formats.exports.passages import Passage, Span
from formats.exports.room_cards import room_cards
from formats.exports.run_sheet import run_sheet
from formats.exports.series import REFLECTION, Year, year_of
from formats.exports.series_document import reflection
from formats.exports.series_figures import figures
from formats.exports.summarise import summarise
from formats.exports.summary import Summary
from formats.exports.writers import page_suffixes, suffixes

__all__ = [
    "REFLECTION",
    "Audience",
    "Choices",
    "ExportCancelledError",
    "ExportError",
    "NameSpot",
    "NameStyle",
    "Passage",
    "Span",
    "Summary",
    "Year",
    "agenda_ahead",
    "agenda_email",
    "agenda_text",
    "anonymous_year",
    "choices_for",
    "export",
    "export_figures",
    "export_links",
    "export_record",
    "export_series",
    "export_year",
    "figures",
    "file_name",
    "note_sheets",
    "page_suffixes",
    "plain_file_name",
    "put_in_place",
    "recipients_sentence",
    "reflection",
    "room_cards",
    "run_sheet",
    "slips",
    "suffixes",
    "summarise",
    "year_file_name",
    "year_of",
]
