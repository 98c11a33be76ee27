"""How do tests wait? For what is to happen, never for a time to pass."""

import time
from collections.abc import Callable

PATIENCE = 10.0
BETWEEN_LOOKS = 0.01


def wait_until(done: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Waits until `done()` is true. Raises TimeoutError where it does not become true."""
    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end:
            raise TimeoutError("it did not happen")
        time.sleep(BETWEEN_LOOKS)
