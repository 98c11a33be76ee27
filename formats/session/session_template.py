"""What is kept of a plan so that another session can begin with it? No people, no day, nothing that happened."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from formats.session.agenda import Agenda, Stage
from formats.session.session import Session

LONGEST_NAME = 200  # letters


@dataclass(frozen=True, slots=True)
class SessionTemplate:
    """An agenda under a name, with the time it is for and the question people work on, where it lives by one."""

    id: str
    name: str
    agenda: Agenda
    slot: timedelta
    question: str = ""


def template_of(session: Session, template_id: str, name: str) -> SessionTemplate:
    """The plan of a session; what was locked to a time of day is free again."""
    agenda = session.agenda.with_each_stage(_unlocked)
    return SessionTemplate(template_id, name.strip(), agenda, session.slot, session.question)


def session_from_template(
    template: SessionTemplate, session_id: str, starts_at: datetime, timezone: str
) -> Session:
    """A session with this plan, called like it, and with nobody on its list yet."""
    plan, question = template.agenda, template.question
    return Session(session_id, template.name, starts_at, timezone, template.slot, agenda=plan, question=question)


def renamed(template: SessionTemplate, name: str) -> SessionTemplate:
    """The same under another name; as it is where that is blank."""
    return replace(template, name=name.strip()) if name.strip() else template


def _unlocked(stage: Stage) -> Stage:
    return replace(stage, locked_start=None, fitted_from=None)
