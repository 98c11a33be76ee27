"""What has the group agreed for the time it is together? Ours to begin with, theirs to change."""

from formats.language import Message, tr

MOST_LINES = 7
LONGEST_LINE = 90

OUR_AGREEMENT = (
    Message("What is said here stays here, unless someone is at risk of serious harm."),
    Message("You choose what to share. You can pass."),
    Message("You can take a break or leave at any time."),
    Message("Listen. Do not fix. Ask before you give advice."),
    Message("Speak for yourself."),
    Message("Share the time."),
    Message("Notes have no names unless you say so."),
)


def our_agreement() -> tuple[str, ...]:
    """Ours, in the language spoken."""
    return tuple(map(str, OUR_AGREEMENT))


def agreement_lines(text: str) -> tuple[str, ...]:
    """The lines of a typed agreement, without blank ones; nothing is left out of them here."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return tuple(line for line in lines if line)


def agreement_trouble(lines: tuple[str, ...]) -> str:
    """Why these lines cannot stand on a wall; "" where they can."""
    if len(lines) > MOST_LINES:
        return tr(
            "{most_lines} lines at most, so that they can be read from afar. These are {count}.",
            most_lines=MOST_LINES,
            count=len(lines),
        )
    long = next((line for line in lines if len(line) > LONGEST_LINE), "")
    return tr("“{long}…” is too long to be read from afar.", long=long[:40]) if long else ""
