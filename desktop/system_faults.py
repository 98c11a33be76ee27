"""What does the system say that it could not do, in the language that is spoken?"""

import errno
import os

from formats.language import Message

_WORDS = {
    errno.ENOENT: Message("no such file or directory"),
    errno.EACCES: Message("permission denied"),
    errno.EPERM: Message("operation not permitted"),
    errno.EEXIST: Message("file exists"),
    errno.ENOTDIR: Message("not a directory"),
    errno.EISDIR: Message("is a directory"),
    errno.ENOSPC: Message("no space left on device"),
    errno.EROFS: Message("read-only file system"),
    errno.EIO: Message("input/output error"),
    errno.ENAMETOOLONG: Message("file name too long"),
}
"""As systems say it in English; what is not here is said as the system says it."""


def system_words(fault: OSError) -> str:
    """What went wrong, to stand within a sentence; empty where the fault does not say."""
    said = fault.strerror or ""
    number = fault.errno or 0
    if said != os.strerror(number):
        return said  # words of our own, or of a system that speaks for itself
    return str(_WORDS.get(number, said[:1].lower() + said[1:]))
