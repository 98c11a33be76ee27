"""Is a sync service about to get in the way of the library?"""

import re
from pathlib import Path

from formats.language import tr
from formats.library.disk import LONGEST_STEM, SET_ASIDE, shortened

_SYNCED = re.compile(
    r"^(one ?drive\b.*|dropbox\b.*|google ?drive|my drive|i?cloud ?drive|mobile documents|cloudstorage"
    r"|nextcloud|owncloud|syncthing|sync|pcloud ?drive|mega ?sync\b.*|box(?: sync)?|seafile)$",
    re.IGNORECASE,
)
_ALSO_SYNCED = ("Documents", "Desktop")  # OneDrive and iCloud take these without asking
_CONFLICT = re.compile(
    r"conflict|\(\d+\)|^copy of |[- ]copy\b|\.sync-|in conflitto|konflikt|conflit", re.IGNORECASE
)


def conflict_copies(library: Path) -> tuple[Path, ...]:
    """Files beside the library that a sync service or a person made of it."""
    try:
        beside = sorted(library.parent.iterdir())
    except OSError:
        return ()
    return tuple(path for path in beside if _is_conflict_copy(path.name, library))


def set_aside_files(library: Path) -> tuple[Path, ...]:
    """Files beside the library that Clearing itself set aside."""
    try:
        beside = sorted(library.parent.iterdir())
    except OSError:
        return ()
    return tuple(
        path
        for path in beside
        if path.name.startswith(shortened(library.stem, LONGEST_STEM)) and SET_ASIDE.search(path.name)
    )


def sync_warning(library: Path) -> str:
    """What to say, once, about a place that sync services take; empty when there is nothing to say."""
    folders = library.absolute().parent.parts
    service = next((name for name in folders if _SYNCED.match(name)), "")
    taken = service or next((name for name in _ALSO_SYNCED if name in folders), "")
    if not taken:
        return ""
    return tr(
        "The folder “{folder}” is often copied to other computers by a sync service. It can copy private "
        "notes to the internet and overwrite your data. Choose a folder that is not synced.",
        folder=taken,
    )


def _is_conflict_copy(name: str, library: Path) -> bool:
    """Whether the name is that of the library with something added by others."""
    rest = name.replace(library.stem, "", 1)
    return (
        library.stem in name
        and name.endswith(library.suffix)
        and bool(_CONFLICT.search(rest))
        and not SET_ASIDE.search(name)
    )
