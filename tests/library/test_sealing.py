"""A sealed file opens with its passphrase and in no other way."""

import struct

import pytest

from formats.library.sealing import MARK, SealError, is_sealed, seal, unseal

QUICK = {"passes": 1, "memory": 64}


def test_a_sealed_file_opens_with_its_passphrase() -> None:
    sealed = seal(b"private words", "a long passphrase")
    assert is_sealed(sealed)
    assert b"private" not in sealed
    assert unseal(sealed, "a long passphrase") == b"private words"


def test_a_wrong_passphrase_says_so() -> None:
    with pytest.raises(SealError, match="passphrase is not right"):
        unseal(seal(b"private words", "right", **QUICK), "wrong")


def test_any_changed_or_missing_byte_keeps_it_closed() -> None:
    sealed = seal(b"words", "right", **QUICK)
    for at in range(len(sealed)):
        changed = sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
        if changed[len(MARK) + 16 : len(MARK) + 24] == sealed[len(MARK) + 16 : len(MARK) + 24]:
            with pytest.raises(SealError):
                unseal(changed, "right")
        with pytest.raises(SealError):
            unseal(sealed[:at], "right")


def test_a_forged_cost_is_refused_before_it_is_paid() -> None:
    sealed = seal(b"words", "right", **QUICK)
    at = len(MARK) + 16
    for cost in (b"\xff" * 8, b"\0" * 8):
        with pytest.raises(SealError, match="changed on its way"):
            unseal(sealed[:at] + cost + sealed[at + 8 :], "right")


def test_two_seals_of_the_same_words_differ() -> None:
    assert seal(b"words", "right", **QUICK) != seal(b"words", "right", **QUICK)


def test_each_seal_has_a_salt_of_its_own() -> None:
    salts = {seal(b"words", "a passphrase", **QUICK)[len(MARK) : len(MARK) + 16] for _ in range(3)}
    assert len(salts) == 3


def test_a_passphrase_is_the_same_however_its_accents_are_written() -> None:
    assert unseal(seal(b"words", "caf\u00e9", **QUICK), "cafe\u0301") == b"words"


def test_a_seal_costs_whoever_guesses_what_it_says() -> None:
    """Three passes over 256 MB: less would make each guess cheap."""
    header = seal(b"words", "moss and lake")[len(MARK) + 16 : len(MARK) + 24]
    assert struct.unpack(">II", header) == (3, 256 * 1024)


@pytest.mark.parametrize("cost", [(3, 1024 * 1024), (3, 256 * 1024 + 1), (4, 64), (2**32 - 1, 8), (0, 64), (1, 7)])
def test_a_header_that_asks_for_more_than_ours_is_refused_before_anything_is_spent(
    cost: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed = seal(b"words", "right", **QUICK)
    at = len(MARK) + 16
    monkeypatch.setattr("nacl.pwhash.argon2id.kdf", lambda *_, **__: pytest.fail("the cost was paid"))
    with pytest.raises(SealError, match="changed on its way"):
        unseal(sealed[:at] + struct.pack(">II", *cost) + sealed[at + 8 :], "right")
