"""One summary model, and one module for each kind of file that leaves the machine."""

from formats.exports.choices import Audience, Choices, Names, Place, choices_for
from formats.exports.errors import ExportCancelledError, ExportError
from formats.exports.files import export, file_name, put_in_place, suffixes
from formats.exports.passages import Passage, Span
from formats.exports.run_sheet import room_cards, run_sheet
from formats.exports.summarise import summarise
from formats.exports.summary import Summary

__all__ = [
    "Audience",
    "Choices",
    "ExportCancelledError",
    "ExportError",
    "Names",
    "Passage",
    "Place",
    "Span",
    "Summary",
    "choices_for",
    "export",
    "file_name",
    "put_in_place",
    "room_cards",
    "run_sheet",
    "suffixes",
    "summarise",
]
