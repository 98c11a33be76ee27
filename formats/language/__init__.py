"""What a person reads, in their language: messages, their catalogues, and which language is spoken. No Qt.

`tr` looks a message up when it is shown, `tr_count` one that counts something, and `Message` holds one that a
module names before anybody has chosen a language. `speak` chooses the language of the app, and `speaking` another
one for as long as a document is written. The English text is the message's own name in every catalogue.
"""

from formats.language.language import ENGLISH, Language
from formats.language.messages import (
    Message,
    in_its_place,
    interface_language,
    said_anew,
    speak,
    speaking,
    spoken,
    tr,
    tr_count,
)

__all__ = [
    "ENGLISH", "Language", "Message", "in_its_place", "interface_language", "said_anew", "speak", "speaking",
    "spoken", "tr", "tr_count",
]  # fmt: skip
