"""How is the session after this one set, changed and called off again?"""

from dataclasses import replace

from formats.session.session import NextSession, Session


def with_next_session(session: Session, following: NextSession) -> Session:
    """The session with this one after it; where that changes an earlier one, as its next revision."""
    before = session.next_session or session.called_off
    if before is None:
        return replace(session, next_session=replace(following, revision=0))
    same = session.next_session == replace(following, revision=before.revision)
    revision = before.revision if same else before.revision + 1
    return replace(session, next_session=replace(following, revision=revision), called_off=None)


def without_next_session(session: Session) -> Session:
    """The session with the one after it called off, which is one more revision of it."""
    following = session.next_session
    if following is None:
        return session
    called_off = replace(following, revision=following.revision + 1)
    return replace(session, next_session=None, called_off=called_off)


def zone_of_next(session: Session, following: NextSession) -> str:
    """The time zone in which the next session takes place."""
    return following.timezone or session.timezone
