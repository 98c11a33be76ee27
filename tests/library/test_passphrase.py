"""A passphrase that a guesser would soon have is refused, with words beside it."""

from pathlib import Path

import pytest

from formats.library.passphrase import estimate_strength
from formats.library.sealing import is_sealed
from formats.library.transfer import WeakPassphraseError, write_transfer
from tests.library.builders import filled, opened


@pytest.mark.parametrize(
    "weak", ["", "moss", "password123", "Summer2026!", "x" * 5000, "qwertyuiop", "Clearing 2026"]
)
def test_what_is_soon_guessed_does_not_suffice(weak: str) -> None:
    strength = estimate_strength(weak)
    assert not strength.suffices
    assert strength.sentence.startswith("Too easy to guess.")


@pytest.mark.parametrize("good", ["moss and lake", "river bench otter", "žluťoučký kůň", "kLp9#2vQ!mT4"])
def test_a_few_words_that_do_not_belong_together_suffice(good: str) -> None:
    strength = estimate_strength(good)
    assert strength.suffices
    assert "hundred computers" in strength.sentence


def test_names_that_are_in_the_file_make_no_passphrase() -> None:
    assert estimate_strength("Nováková Raghunathan").suffices
    assert not estimate_strength("Nováková Raghunathan", ["Hana Nováková", "Meera Raghunathan"]).suffices


def test_no_file_is_sealed_with_a_weak_one(tmp_path: Path) -> None:
    with opened(filled(tmp_path / "library.json", 1)) as library:
        with pytest.raises(WeakPassphraseError, match="Too easy to guess"):
            write_transfer(library, "s1", tmp_path / "out.clearing", passphrase="moss")
        assert not (tmp_path / "out.clearing").exists()
        write_transfer(library, "s1", tmp_path / "out.clearing", passphrase="moss and lake")
    assert is_sealed((tmp_path / "out.clearing").read_bytes())
