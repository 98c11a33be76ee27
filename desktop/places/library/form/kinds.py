"""Which editor is there for what a field of the form asks?"""

from desktop.look import Look
from desktop.places.library.form.editors import (
    ChipsEditor,
    ChoiceEditor,
    FieldEditor,
    FlagEditor,
    LineEditor,
    MomentEditor,
    PictureEditor,
    RoleEditor,
    TextEditor,
    ThreeEditor,
)
from desktop.places.library.form.model import FormModel
from desktop.places.library.form.recording_field import RecordingEditor
from formats.structures.fields import FieldPath
from formats.structures.form_fields import Ask, FormField

KINDS: dict[Ask, type[FieldEditor]] = {
    Ask.TEXT: TextEditor,
    Ask.LINES: TextEditor,
    Ask.FLAG: FlagEditor,
    Ask.CHOICE: ChoiceEditor,
    Ask.ROLE: RoleEditor,
    Ask.ICON: PictureEditor,
    Ask.CHOICES: ChipsEditor,
    Ask.ROLES: ChipsEditor,
    Ask.FURTHER_ROLES: ChipsEditor,
    Ask.RECORDING: RecordingEditor,
    Ask.MOMENT: MomentEditor,
    Ask.MINUTES: ThreeEditor,
    Ask.COUNTS: ThreeEditor,
}


def make_editor(look: Look, model: FormModel, field: FormField, base: FieldPath = ()) -> FieldEditor:
    """The editor for what a field asks."""
    return KINDS.get(field.ask, LineEditor)(look, model, field, base)
