"""Does it fit? Before the session: stretch, trim, count rounds. While it runs: outlook, overrun, one more."""

from formats.session.fitting.live import (
    AnotherRound,
    Outlook,
    RoundFit,
    SharedOverrun,
    fit_another_round,
    outlook,
    share_overrun,
    share_overrun_event,
)
from formats.session.fitting.locks_ahead import LockAhead, lock_ahead
from formats.session.fitting.planned import FittedAgenda, RoundOutlook, fit_to, round_outlook, usual_again
from formats.session.fitting.sharing import LengthChange

__all__ = [
    "AnotherRound",
    "FittedAgenda",
    "LengthChange",
    "LockAhead",
    "Outlook",
    "RoundFit",
    "RoundOutlook",
    "SharedOverrun",
    "fit_another_round",
    "fit_to",
    "lock_ahead",
    "outlook",
    "round_outlook",
    "share_overrun",
    "share_overrun_event",
    "usual_again",
]
