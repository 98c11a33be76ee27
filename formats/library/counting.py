"""How many of what are in a library, as a person says it?"""

from collections.abc import Iterator, Mapping

from formats.language import tr_count

KNOWN = ("sessions", "people", "notes", "openers", "structures")


def counted_records(records: Mapping[str, int]) -> Iterator[str]:
    """What there is of each kind that people know, by the name of its table."""
    if count := records.get("sessions"):
        yield tr_count("{count} session", "{count} sessions", count)
    if count := records.get("people"):
        yield tr_count("{count} person", "{count} people", count)
    if count := records.get("notes"):
        yield tr_count("{count} note", "{count} notes", count)
    if count := records.get("openers"):
        yield tr_count("{count} opener of your own", "{count} openers of your own", count)
    if count := records.get("structures"):
        yield tr_count("{count} structure of your own", "{count} structures of your own", count)


def counted_with_others(records: Mapping[str, int]) -> Iterator[str]:
    """The same, and how many there are of all other kinds."""
    yield from counted_records(records)
    if others := sum(count for table, count in records.items() if table not in KNOWN):
        yield tr_count("{count} other entry", "{count} other entries", others)
