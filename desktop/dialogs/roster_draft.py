"""How is what a person changed in a list of people written down, so that a crash does not take it?"""

import json
from dataclasses import replace
from typing import Any

from desktop.dialogs.roster_answers import TYPED, EditedRoster, Key, RosterEntry


def write_changes(edited: EditedRoster) -> str:
    """Words mended, who is left out, answers and lines settled, as JSON; empty where there are none."""
    entries = [(entry.key, _mended(entry), entry.taken) for entry in edited.entries]
    changed = [[*key, words, taken] for key, words, taken in entries if words or not taken]
    answers = [[list(key), first] for key, first in edited.answers.items()]
    settled, half_typed = dict(edited.settled), dict(edited.half_typed)
    if not (changed or answers or settled or half_typed):
        return ""
    changes = {"entries": changed, "answers": answers, "settled": settled, "half_typed": half_typed}
    return json.dumps(changes, ensure_ascii=False)


def with_changes(edited: EditedRoster, written: str) -> EditedRoster:
    """The list with the changes that `write_changes` wrote; those of lines it no longer has are left out.

    A text that is none of these changes nothing: it was altered by hand or by a disk.
    """
    try:
        changes = json.loads(written)
        settled, half_typed = _texts(changes["settled"]), _texts(changes["half_typed"])
        answers = {tuple(map(str, key)): bool(first) for key, first in changes["answers"]}
        entries = {(str(line), int(place)): (words, taken) for line, place, words, taken in changes["entries"]}
        changed = replace(edited, settled=settled, answers=answers, half_typed=half_typed)
        changed = changed.read_again(edited.roster)
        return replace(changed, entries=tuple(_with_change(entry, entries) for entry in changed.entries))
    except (ValueError, TypeError, KeyError, AttributeError):
        return edited


def _texts(stored: dict[Any, Any]) -> dict[str, str]:
    return {str(key): str(text) for key, text in stored.items()}


def _mended(entry: RosterEntry) -> dict[str, str]:
    read = entry.read or entry.draft
    return {name: now for name in TYPED if (now := getattr(entry.draft, name)) != getattr(read, name)}


def _with_change(entry: RosterEntry, changes: dict[Key, tuple[Any, Any]]) -> RosterEntry:
    if entry.key not in changes:
        return entry
    words, taken = changes[entry.key]
    mended = {name: words[name] for name in TYPED if isinstance(words.get(name), str)}
    return replace(entry, draft=replace(entry.draft, **mended), taken=bool(taken))
