"""Which sessions of the same series were held before this one?"""

from formats.library.repository import SessionRepository
from formats.session.session import Session


def earlier_sessions(repository: SessionRepository, session: Session) -> tuple[Session, ...]:
    """The sessions of the series that were held before this one, the oldest first."""
    if not session.series:
        return ()
    cards = (card for card in reversed(repository.cards()) if card.series == session.series)
    found = (repository.session(card.id) for card in cards if card.starts_at < session.starts_at)
    return tuple(old for old in found if old is not None and old.id != session.id and old.begun)
