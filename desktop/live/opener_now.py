"""Is there an opener now, and has it begun? Asked by what is seen and by what is heard."""

from desktop.content.catalogue import Catalogue
from formats.session.agenda import StageKind
from formats.session.clock import Reading
from formats.structures.opener import Opener


def has_begun(reading: Reading) -> bool:
    """Whether the group was invited and the opener itself has begun: the stage was begun once more after that."""
    visits = [visit for visit in reading.position.visits if visit.key == reading.position.current]
    return len(visits) > 1


def is_inviting(reading: Reading) -> bool:
    """Whether this is the moment of the invitation card."""
    stage = reading.stage
    return stage is not None and stage.kind is StageKind.OPENER and not has_begun(reading)


def opener_now(reading: Reading, catalogue: Catalogue) -> Opener | None:
    """The opener of the stage that runs; the file of one may be gone, then its stage is shown like any other."""
    stage = reading.stage
    if not reading.live or stage is None or stage.kind is not StageKind.OPENER:
        return None
    return catalogue.opener(stage.opener or stage.key.stage)
