"""What does a session look like whose stages show a question?"""

from dataclasses import replace

from formats.session.agenda import StageKind
from formats.session.session import Session

QUESTION = "What would help new people to stay with us, and make it easy for them to bring a friend along?"


def living_by_a_question(session: Session) -> Session:
    """The session with a long question that stands large wherever people work."""
    agenda = session.agenda.with_each_stage(
        lambda stage: replace(stage, shows_question=stage.shows_question or stage.kind is StageKind.WORK)
    )
    return replace(session, agenda=agenda, question=QUESTION)
