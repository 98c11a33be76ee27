"""Which plans are kept to begin sessions with?"""

from formats.library.file import LibraryFile
from formats.library.records import template_document, template_from
from formats.session.session_template import SessionTemplate
from formats.session.sorting import sort_key

TABLE = "templates"


class TemplateRepository:
    """Every call that changes something is one durable save; a library that can only be read keeps nothing."""

    def __init__(self, file: LibraryFile) -> None:
        self._file = file

    def all(self) -> tuple[SessionTemplate, ...]:
        """Every template, by name."""
        return tuple(sorted(map(template_from, self._file.all(TABLE)), key=lambda one: sort_key(one.name)))

    def template(self, template_id: str) -> SessionTemplate | None:
        """The template with this id."""
        record = self._file.get(TABLE, template_id)
        return template_from(record) if record else None

    def keep(self, template: SessionTemplate) -> None:
        """Saves a template, new or changed."""
        if not self._file.open_report.read_only:
            self._file.put(TABLE, template_document(template))

    def remove(self, template_id: str) -> None:
        """Takes a template out; sessions that began with it stay."""
        if not self._file.open_report.read_only:
            self._file.remove(TABLE, template_id)
