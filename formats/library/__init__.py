"""The one local TinyDB file that holds everything: saved means safe, and as fast in year ten as on day one.

    from formats.library.opening import open_library
    library = open_library(path, now=clock)      # never raises; library.open_report says how it went
    library.put("notes", {"id": "...", ...})     # durable when this returns, or library.state says why not
    with library.saving():                       # several changes, one save, all or nothing
        ...
    with library.saving(wait=False):             # in memory at once, on the disk by a thread of the library
        library.put("drafts", draft)
    library.close()                              # one plain file again

Layout, for someone who has only the files left
-----------------------------------------------
`library.json` is a TinyDB file: ASCII JSON, `{"notes": {"1": {...}, "2": {...}}, "sessions": {...}, ...}`, one
document on each line. Open it with `tinydb.TinyDB("library.json")`, with any JSON reader or with an editor.
The number before a document is TinyDB's; records refer to each other by their own `id`. `_meta` holds the
version of the layout (`schema`) and, as the very last document, the SHA-256 of all bytes before it (from the
comma that precedes it on, nothing counts), `_moved_from` where the library was before it was moved, `lineage`
which version of a note replaced which (see lineage.py), and `_recovered`, if there, records of a damaged file
that have lost their table, or have a mistake in them.

`library.json.journal` holds what was saved since `library.json` was written; closing Clearing folds it in and
leaves one line. Each line is a CRC-32 in hex, a space and JSON: `n`, counted without gaps, and either `base`
(the first 32 hex digits of the SHA-256 of the `library.json` that the following lines extend; a `door` beside it
names the rules by which all of that file was let in, see door.py) or changes:
`drop` [tables], then `put` {table: {number: document}}, then `del` {table: [numbers]}. To read it by hand:
start after the last line that names your `library.json`, and make the changes in order.

`library.json.lock` says whether there are saves in the journal, which `library.json` they extend and how many
lines of the journal were said to be saved (after a CRC-32), so that a journal which lost some is told from one
that was never longer; a running Clearing holds a lock on it.
`library.json.new` and others that end in `.new` are unfinished and may be deleted.
`backups/library <when> <digest>.json.gz` are earlier library files, compressed with gzip; all of 2 days, then 14
daily, 12 weekly and 24 monthly, each about a fifth of the library's size. `library (damaged <when>).json` and the
like are files set aside as they were found.

Threads: who waits when
-----------------------
Memory is changed at once, on the thread that calls, under a lock that is never held while the disk works;
the change is encoded there too, at a cost that does not depend on the size of the library. Saves then queue.
`put`, `remove` and `saving()` write the queue before they return: write first, show second.
`saving(wait=False)` leaves that to one background thread, so typing never waits; `listener` hears of every
attempt as a frozen `SaveState`, on the thread that made it, and `flush()` waits for the rest. After trouble
the same thread tries again every few seconds. Order is kept, and one sync may carry many saves.
"""
