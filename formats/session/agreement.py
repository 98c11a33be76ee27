"""What has the group agreed for the time it is together? Ours to begin with, theirs to change."""

MOST_LINES = 7
LONGEST_LINE = 90

OUR_AGREEMENT = (
    "What is said here stays here, unless someone is at risk of serious harm.",
    "You choose what to share. You can pass.",
    "You can take a break or leave at any time.",
    "Listen. Do not fix. Ask before you give advice.",
    "Speak for yourself.",
    "Share the time.",
    "Notes have no names unless you say so.",
)


def agreement_lines(text: str) -> tuple[str, ...]:
    """The lines of a typed agreement, without blank ones; nothing is left out of them here."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return tuple(line for line in lines if line)


def agreement_trouble(lines: tuple[str, ...]) -> str:
    """Why these lines cannot stand on a wall; "" where they can."""
    if len(lines) > MOST_LINES:
        return f"{MOST_LINES} lines at most, so that they can be read from afar. These are {len(lines)}."
    long = next((line for line in lines if len(line) > LONGEST_LINE), "")
    return f"“{long[:40]}…” is too long to be read from afar." if long else ""
