"""How does a library written by an older Clearing become one of today?"""

from collections.abc import Callable

from formats.library.changes import Documents, Tables

Upgrade = Callable[[Tables], None]

UPGRADES: tuple[Upgrade, ...] = ()  # each takes the tables one version further, in place
META = "_meta"


def current_version() -> int:
    """The version that this Clearing writes."""
    return len(UPGRADES) + 1


def version_of(tables: Tables) -> int:
    """The version that a library says it has; one that says nothing is taken as today's."""
    for record in tables.get(META, {}).values():
        schema = record.get("schema")
        if isinstance(schema, int) and schema > 0:
            return schema
    return current_version()


def upgrade(tables: Tables) -> bool:
    """Take the tables to today's version; whether there was anything to do."""
    for step in UPGRADES[version_of(tables) - 1 :]:
        step(tables)
    stamp: Documents = {"1": {"id": "library", "schema": current_version(), "written_by": "Clearing"}}
    if tables.get(META) == stamp:
        return False
    tables[META] = stamp
    return True
