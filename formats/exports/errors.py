"""What can go wrong when something leaves the machine."""


class ExportError(ValueError):
    """The file could not be written; the text is one sentence that says why and what is safe."""


class ExportCancelledError(ExportError):
    """The export was no longer wanted; nothing was left behind."""


class TypesettingError(ExportError):
    """The PDF could not be made; the text says why."""
