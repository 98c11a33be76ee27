"""How did the planned time and the used time compare, in a sentence?"""

from datetime import timedelta

from formats.exports.summary import Summary, Timing
from formats.exports.wording import sentence
from formats.session.wording import counted_noun, number_word

MINUTE = timedelta(minutes=1)
HALF = timedelta(seconds=30)


def hour_sentence(summary: Summary) -> str:
    """Four stages took a minute longer than planned. The session ended six minutes before its time."""
    planned, used = (_whole(sum(lengths, timedelta())) for lengths in zip(*_lengths(summary), strict=True))
    longer = [row for row in summary.timings if extra_minutes(row) > 0]
    said = [f"{counted_noun(planned, 'minute')} planned, {used} used.", _stages(longer)]
    early = summary.ended_early
    if early is not None:
        whole = round(abs(early) / MINUTE)
        when = (
            "on time"
            if not whole
            else f"{_minutes(whole)} {'before' if early > timedelta() else 'after'} its time"
        )
        said.append(f"The session ended {when}.")
    return " ".join(filter(None, said))


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
    by = f"{_minutes(extra.pop())} longer" if len(extra) == 1 else "longer"
    count = len(longer)
    return sentence(f"{number_word(count)} {'stage' if count == 1 else 'stages'} took {by} than planned")


def _minutes(count: int) -> str:
    return "a minute" if count == 1 else f"{number_word(count)} minutes"
