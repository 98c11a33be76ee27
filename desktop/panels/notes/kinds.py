"""How does each kind of note look, and which kinds are offered when?"""

from dataclasses import dataclass

from formats.language import Message
from formats.session.agenda import Stage, StageKind
from formats.session.notes import SIGNS, NoteKind


@dataclass(frozen=True, slots=True)
class KindLook:
    """The word, icon and colour role of a kind."""

    said: Message
    icon: str
    tint: str

    @property
    def word(self) -> str:
        """What the kind is called."""
        return str(self.said)


KIND_LOOKS = {
    NoteKind.INSIGHT: KindLook(Message("Insight"), "lightbulb", "moss"),
    NoteKind.IDEA: KindLook(Message("Idea"), "sprout", "moss"),
    NoteKind.QUESTION: KindLook(Message("Question"), "circle-help", "amber"),
    NoteKind.RESOURCE: KindLook(Message("Resource"), "link", "lake"),
    NoteKind.NEXT_STEP: KindLook(Message("Next step"), "footprints", "amber"),
    NoteKind.STORY: KindLook(Message("Story"), "quote", "lake"),
    NoteKind.ANSWER: KindLook(Message("Answer"), "message-circle", "lake"),
    NoteKind.MARKER: KindLook(Message("Time marker"), "clock", ""),
}
OFFERED_KINDS = (
    NoteKind.INSIGHT,
    NoteKind.IDEA,
    NoteKind.QUESTION,
    NoteKind.RESOURCE,
    NoteKind.NEXT_STEP,
    NoteKind.STORY,
)
SIGN_OF = {kind: sign for sign, kind in reversed(SIGNS.items())}


def kinds_offered_in(stage: Stage | None) -> tuple[NoteKind, ...]:
    """The kinds to choose from: a check-in has answers too, and they come first."""
    if stage is not None and stage.kind is StageKind.CHECK_IN:
        return (NoteKind.ANSWER, *OFFERED_KINDS)
    return OFFERED_KINDS


def usual_kind_in(stage: Stage | None) -> NoteKind:
    """The kind that a stage mostly brings up."""
    wanted = stage.note_kind if stage else NoteKind.INSIGHT.value
    return next((kind for kind in kinds_offered_in(stage) if kind.value == wanted), NoteKind.INSIGHT)
