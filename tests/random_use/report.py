"""How is a fault told? As the fewest acts that lead to it, ready to be put into a test."""

from collections.abc import Sequence

from desktop.look import Look
from tests.random_use.acts import Act, as_code
from tests.random_use.play import Played, play
from tests.random_use.shrink import shortest

MOST_TRIES = 40


def shrunk(look: Look, played: Played) -> Played:
    """The same fault by the fewest acts; as it was where it does not happen again."""
    fault = played.fault
    assert fault is not None

    def fails(acts: Sequence[Act]) -> bool:
        again = play(look, played.start, acts)
        return again.fault is not None and again.fault.is_like(fault)

    if not fails(played.acts):
        return played
    return Played(played.start, shortest(played.acts, fails, MOST_TRIES), fault)


def told(played: Played, seed: int) -> str:
    """The fault, its seed and its acts."""
    fault = played.fault
    assert fault is not None
    return (
        f"{fault.kind} at {fault.place}\n{fault.told[:4000]}\n\n"
        f"Seed {seed}, from {played.start.value}, {len(played.acts)} acts:\n"
        f"play(look, {played.start}, [\n{as_code(played.acts)}\n])"
    )
