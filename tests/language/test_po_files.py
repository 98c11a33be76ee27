"""A translator's files become a language as they are, and what is wrong with them is said."""

from pathlib import Path

import pytest

from formats.language import speaking, tr, tr_count
from formats.language.po_files import LanguageError, codes_in, read_language

HEAD = """msgid ""
msgstr ""
"Language: cy\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"X-Native-Name: Cymraeg\\n"

"""
PAUSE = 'msgid "Pause"\nmsgstr "Saib"\n\n'


def a_language(folder: Path, text: str = HEAD + PAUSE, file: str = "interface.po") -> Path:
    (folder / "cy").mkdir(parents=True, exist_ok=True)
    (folder / "cy" / file).write_text(text, "utf-8")
    return folder


def said(folder: Path, message: str, cache: Path | None = None) -> str:
    with speaking(read_language(folder, "cy", cache)):
        return tr(message)


def test_it_is_read_with_its_own_name(tmp_path: Path) -> None:
    language = read_language(a_language(tmp_path), "cy")
    assert (language.code, language.name, language.complete) == ("cy", "Cymraeg", 1.0)
    assert codes_in(tmp_path) == ["cy"]


def test_all_files_of_its_folder_are_one_catalogue(tmp_path: Path) -> None:
    a_language(tmp_path)
    a_language(tmp_path, HEAD + 'msgid "Stage"\nmsgstr "Cam"\n', "other.po")
    assert (said(tmp_path, "Pause"), said(tmp_path, "Stage")) == ("Saib", "Cam")


def test_what_is_not_translated_or_not_sure_is_said_in_english(tmp_path: Path) -> None:
    unsure = '#, fuzzy\nmsgid "Stage"\nmsgstr "Perhaps"\n\nmsgid "Round"\nmsgstr ""\n'
    a_language(tmp_path, HEAD + PAUSE + unsure)
    assert (said(tmp_path, "Stage"), said(tmp_path, "Round")) == ("Stage", "Round")
    assert read_language(tmp_path, "cy").complete == pytest.approx(1 / 3, abs=1e-4)


def test_plural_forms_are_those_of_its_head(tmp_path: Path) -> None:
    forms = "".join(f'msgstr[{at}] "{{count}} {form}"\n' for at, form in enumerate(("un", "dau", "llawer")))
    people = f'msgid "{{count}} person"\nmsgid_plural "{{count}} people"\n{forms}'
    a_language(
        tmp_path, HEAD.replace("nplurals=2; plural=(n != 1)", "nplurals=3; plural=(n<3 ? n-1 : 2)") + people
    )
    with speaking(read_language(tmp_path, "cy")):
        assert [tr_count("{count} person", "{count} people", n) for n in (1, 2, 7)] == [
            "1 un",
            "2 dau",
            "7 llawer",
        ]


def test_what_was_compiled_is_kept_and_follows_its_file(tmp_path: Path) -> None:
    folder, cache = a_language(tmp_path / "languages"), tmp_path / "cache"
    assert said(folder, "Pause", cache) == "Saib"
    (kept,) = cache.iterdir()
    kept.write_bytes(kept.read_bytes().replace(b"Saib", b"Kept"))
    assert said(folder, "Pause", cache) == "Kept"
    a_language(folder, HEAD + PAUSE.replace("Saib", "Oedi"))
    assert said(folder, "Pause", cache) == "Oedi"


@pytest.mark.parametrize("left", [b"", b"\x00" * 40, b"\xde\x12\x04\x95"])
def test_a_cache_that_is_not_whole_is_made_again(tmp_path: Path, left: bytes) -> None:
    folder, cache = a_language(tmp_path / "languages"), tmp_path / "cache"
    said(folder, "Pause", cache)
    (kept,) = cache.iterdir()
    kept.write_bytes(left)
    assert said(folder, "Pause", cache) == "Saib"


def test_a_cache_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    cache = tmp_path / "a file"
    cache.write_text("")
    assert said(a_language(tmp_path / "languages"), "Pause", cache) == "Saib"


@pytest.mark.parametrize("text", ["oops", HEAD + 'msgid "Pause"\nmsgstr[x] "', "\x00\x01"])
def test_a_file_that_is_no_catalogue_is_named(tmp_path: Path, text: str) -> None:
    a_language(tmp_path, text)
    with pytest.raises(LanguageError, match=r"cy/interface\.po"):
        read_language(tmp_path, "cy")


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    a_language(tmp_path)
    (tmp_path / "cy" / "interface.po").write_bytes(b'msgid "Pause"\nmsgstr "S\xe4ib"\n')
    with pytest.raises(LanguageError, match=r"cy/interface\.po"):
        read_language(tmp_path, "cy")


def test_a_language_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match="“cy”"):
        read_language(tmp_path, "cy")
    assert codes_in(tmp_path / "nowhere") == []
