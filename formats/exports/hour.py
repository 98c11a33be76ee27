"""How did the planned time and the used time compare, in a sentence?"""

from datetime import timedelta

from formats.exports.summary import Summary, Timing
from formats.exports.wording import begun_large
from formats.language import tr, tr_count
from formats.session.wording import number_word

MINUTE = timedelta(minutes=1)
HALF = timedelta(seconds=30)


def hour_sentence(summary: Summary) -> str:
    """Four stages took a minute longer than planned. The session ended six minutes before its time."""
    planned, used = (_whole(sum(lengths, timedelta())) for lengths in zip(*_lengths(summary), strict=True))
    longer = [row for row in summary.timings if extra_minutes(row) > 0]
    spent = tr_count(
        "{count} minute planned, {used} used.", "{count} minutes planned, {used} used.", planned, used=used
    )
    ended = _ended(summary.ended_early) if summary.ended_early is not None else ""
    return " ".join(filter(None, (spent, _stages(longer), ended)))


def _ended(early: timedelta) -> str:
    whole = round(abs(early) / MINUTE)
    if not whole:
        return tr("The session ended on time.")
    if early > timedelta():
        return tr_count(
            "The session ended a minute before its time.",
            "The session ended {number} minutes before its time.",
            whole,
            number=number_word(whole),
        )
    return tr_count(
        "The session ended a minute after its time.",
        "The session ended {number} minutes after its time.",
        whole,
        number=number_word(whole),
    )


def _lengths(summary: Summary) -> list[tuple[timedelta, timedelta]]:
    return [(row.planned, row.used) for row in summary.timings]


def _whole(length: timedelta) -> int:
    return round(length / MINUTE)


def extra_minutes(row: Timing) -> int:
    """By how many whole minutes a stage took longer than planned; less than nothing where it was shorter."""
    return round((row.used - row.planned) / MINUTE) if abs(row.used - row.planned) >= HALF else 0


def _stages(longer: list[Timing]) -> str:
    if not longer:
        return ""
    extra = {extra_minutes(row) for row in longer}
    count = len(longer)
    said = tr_count(
        "{number} stage took {longer} than planned.",
        "{number} stages took {longer} than planned.",
        count,
        number=number_word(count),
        longer=_longer(extra.pop()) if len(extra) == 1 else tr("longer"),
    )
    return begun_large(said)


def _longer(minutes: int) -> str:
    return tr_count("a minute longer", "{number} minutes longer", minutes, number=number_word(minutes))
