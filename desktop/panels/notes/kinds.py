"""How does each kind of note look, and which kinds are offered when?"""

from dataclasses import dataclass

from formats.session.agenda import Stage, StageKind
from formats.session.notes import SIGNS, NoteKind


@dataclass(frozen=True, slots=True)
class KindLook:
    """The word, icon and colour role of a kind."""

    word: str
    icon: str
    tint: str


KIND_LOOKS = {
    NoteKind.INSIGHT: KindLook("Insight", "lightbulb", "moss"),
    NoteKind.IDEA: KindLook("Idea", "sprout", "moss"),
    NoteKind.QUESTION: KindLook("Question", "circle-help", "amber"),
    NoteKind.RESOURCE: KindLook("Resource", "link", "lake"),
    NoteKind.NEXT_STEP: KindLook("Next step", "footprints", "amber"),
    NoteKind.STORY: KindLook("Story", "quote", "lake"),
    NoteKind.ANSWER: KindLook("Answer", "message-circle", "lake"),
    NoteKind.MARKER: KindLook("Time marker", "clock", ""),
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
