"""How does a file that leaves the laptop stay closed to whoever does not know its passphrase?

Argon2id turns the passphrase into a key (RFC 9106), XChaCha20-Poly1305 closes the file with it, header
included, so that a changed file does not open. Both through PyNaCl, which is libsodium. The file is
`CLEARING SEALED 1`, a line feed, the salt (16 bytes), passes (4), memory in KiB (4), and the sealed content.
"""

import struct

from formats.language import tr

MARK = b"CLEARING SEALED 1\n"
_COST = struct.Struct(">II")
_SALT = 16
PASSES, MEMORY = 3, 256 * 1024  # KiB; about a second on a laptop, and 256 MB for each guess
# Nothing of ours asks for more, and a forged header must not eat the laptop before its seal is even looked at.
_MOST_PASSES, _MOST_MEMORY = PASSES, MEMORY


class SealError(ValueError):
    """The file does not open; the sentence says why."""


def is_sealed(content: bytes) -> bool:
    """Whether a passphrase is needed to read this."""
    return content.startswith(MARK)


def seal(content: bytes, passphrase: str, *, passes: int = PASSES, memory: int = MEMORY) -> bytes:
    """The content, closed with a passphrase."""
    from nacl.secret import Aead  # late: only who seals pays for loading it
    from nacl.utils import random

    header = MARK + random(_SALT) + _COST.pack(passes, memory)
    return header + bytes(Aead(_key(header, passphrase)).encrypt(content, header))


def unseal(sealed: bytes, passphrase: str) -> bytes:
    """The content again. Raises SealError when the passphrase is wrong or the file is not what was sealed."""
    from nacl.exceptions import CryptoError
    from nacl.secret import Aead

    length = len(MARK) + _SALT + _COST.size
    header, closed = sealed[:length], sealed[length:]
    if not is_sealed(header) or len(header) < length or len(closed) < Aead.NONCE_SIZE + Aead.MACBYTES:
        raise SealError(tr("This is not a whole file with a passphrase. Ask for it to be sent again."))
    try:
        return Aead(_key(header, passphrase)).decrypt(closed, header)
    except CryptoError:
        raise SealError(
            tr("That passphrase is not right, or the file is damaged. Check it and try again.")
        ) from None


def _key(header: bytes, passphrase: str) -> bytes:
    """The key for this header and passphrase."""
    from unicodedata import normalize

    from nacl.pwhash import argon2id
    from nacl.secret import Aead

    salt = header[len(MARK) : len(MARK) + _SALT]
    passes, memory = _COST.unpack(header[-_COST.size :])
    if not (1 <= passes <= _MOST_PASSES and 8 <= memory <= _MOST_MEMORY):
        raise SealError(tr("The file was changed on its way."))
    secret = normalize("NFC", passphrase).encode("utf-8")  # keyboards differ in how they write an é
    return argon2id.kdf(Aead.KEY_SIZE, secret, salt, opslimit=passes, memlimit=memory * 1024)
