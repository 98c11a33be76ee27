"""The catalogue of a language, read from the files that translators' tools write.

A language is a folder named by its code ("de", "pt-BR") with gettext's .po files in it: `interface.po` for what
the app and its documents say, `content.po` for structures and openers, `guide.po` for the guide. All that a folder
holds is one catalogue. Nothing has to be compiled by a translator: what was read is kept compiled in a
cache, under the hash of the files, and made again where they changed.
"""

import struct
from collections.abc import Iterable
from contextlib import suppress
from gettext import GNUTranslations
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from formats.language.language import Language
from formats.language.messages import tr

NAME = "X-Native-Name"
COMPLETE = "X-Complete"
MOST_BYTES = 20_000_000


class LanguageError(ValueError):
    """A catalogue cannot be used; its sentence says which and why."""


def codes_in(folder: Path) -> list[str]:
    """The codes of the languages whose folders are there."""
    return sorted(found.name for found in folder.iterdir() if any(found.glob("*.po"))) if folder.is_dir() else []


def read_language(folder: Path, code: str, cache: Path | None = None) -> Language:
    """The language with this code among those in `folder`.

    Raises LanguageError where there is none, or where a file is no catalogue.
    """
    files = sorted((folder / code).glob("*.po"))
    if not files:
        raise LanguageError(tr("There is no language “{code}”.", code=code))
    contents = [file.read_bytes() for file in files]
    if sum(map(len, contents)) > MOST_BYTES:
        raise LanguageError(tr("The files of the language “{code}” are too large.", code=code))
    kept = cache / f"{code}-{sha256(b'/'.join(contents)).hexdigest()[:32]}.mo" if cache else None
    compiled = _kept(kept) if kept else None
    if compiled is None:
        compiled = _compiled(files, contents)
        if kept:
            _keep(kept, compiled)
    words = GNUTranslations(BytesIO(compiled))
    told = words.info()
    return Language(code, told.get(NAME.lower(), code), words, float(told.get(COMPLETE.lower(), 1)))


def _compiled(files: Iterable[Path], contents: Iterable[bytes]) -> bytes:
    """All files as one catalogue in gettext's compiled form, without what is not translated or not sure."""
    import polib  # only when a language is read for the first time

    whole, known, asked = polib.POFile(), 0, 0
    for file, content in zip(files, contents, strict=True):
        try:
            part = polib.pofile(content.decode("utf-8"))
        except (OSError, ValueError, IndexError) as fault:
            raise LanguageError(
                tr("“{file}” cannot be read as a catalogue: {fault}", file=_name(file), fault=fault)
            ) from fault
        if not part and not part.metadata:
            raise LanguageError(tr("“{file}” is no catalogue.", file=_name(file)))
        whole.metadata = {**part.metadata, **whole.metadata}
        current = [entry for entry in part if not entry.obsolete]
        translated = [entry for entry in current if entry.translated()]
        asked, known = asked + len(current), known + len(translated)
        whole.extend(translated)
    whole.metadata[COMPLETE] = f"{known / asked if asked else 1:.4f}"
    return bytes(whole.to_binary())


def _name(file: Path) -> str:
    return f"{file.parent.name}/{file.name}"


def _kept(file: Path) -> bytes | None:
    """What was compiled earlier; none where it is not there or not whole."""
    try:
        compiled = file.read_bytes()
        GNUTranslations(BytesIO(compiled))
    except (OSError, ValueError, LookupError, SyntaxError, struct.error):
        return None
    return compiled


def _keep(file: Path, compiled: bytes) -> None:
    """Where the disk refuses, it is compiled again next time."""
    beside = file.with_suffix(".new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(compiled)
        beside.replace(file)
    except OSError:
        with suppress(OSError):
            beside.unlink()
