"""What do installers and desktops say of Clearing in other languages? Their files, made from the English ones.

    languages.py linux TARGET    what a desktop on Linux reads, the manual, and the text beside the app
    languages.py windows TARGET  the words of the installer, for clearing.nsi
    languages.py macos TARGET    what the Finder calls a session file

Each language has what is said in its `install.po`; where it lacks something, that stays English.
"""

import re
import sys
from collections.abc import Callable, Iterator
from functools import partial
from html import escape, unescape
from pathlib import Path
from textwrap import fill

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PLACE = "install"
"""Where its texts stand in a catalogue."""
LANGUAGES = HERE.parent / "languages"
WIDTH = 120
Say = Callable[[str], str]

ENTRY = re.compile(r"^(GenericName|Comment|Keywords)=(.+)$", re.MULTILINE)
ELEMENT = re.compile(r"^( *)<(summary|p|li|comment)>(.+?)</\2>$", re.MULTILINE | re.DOTALL)
LINE = re.compile(r"^(?:\.SH )?([^.\n].*)$", re.MULTILINE)
PARAGRAPH = re.compile(r"^\S.*?(?=\n\n|\n*\Z)", re.MULTILINE | re.DOTALL)
WORDS = re.compile(r'^LangString (\w+) \$\{LANG_ENGLISH\} "(.+)"$', re.MULTILINE)
KIND_OF_FILE = re.compile(r"<key>(?:CFBundleTypeName|UTTypeDescription)</key>\s*<string>(.+?)</string>")
OF_NSIS = {
    "ar": "Arabic", "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek", "eo": "Esperanto",
    "es": "Spanish", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hu": "Hungarian", "it": "Italian",
    "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "nb": "Norwegian", "pl": "Polish", "pt": "Portuguese",
    "pt-BR": "PortugueseBR", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "tr": "Turkish",
    "uk": "Ukrainian", "zh-CN": "SimpChinese", "zh-TW": "TradChinese",
}  # fmt: skip
"""What NSIS calls a language, for its own words: those of the buttons."""


def texts() -> Iterator[tuple[str, str]]:
    """Each text there is to translate, after the file it stands in."""
    for file, found, group in (
        ("linux/share/clearing.desktop", ENTRY, 2),
        ("linux/share/clearing.mime.xml", ELEMENT, 3),
        ("linux/share/clearing.metainfo.xml", ELEMENT, 3),
        ("linux/share/clearing.1", LINE, 1),
        ("linux/tar-readme", PARAGRAPH, 0),
        ("windows/clearing.nsi", WORDS, 2),
        ("macos/Info.plist", KIND_OF_FILE, 1),
    ):
        for match in found.finditer(_english(file)):
            yield file, _plain(match[group])


def languages() -> dict[str, Say]:
    """How each language says a text, by its code; the text itself where it does not."""
    sys.path.insert(0, str(ROOT))  # run as a script, from wherever it is
    from formats.language.po_files import codes_in, read_language

    return {code: partial(read_language(LANGUAGES, code).words.pgettext, PLACE) for code in codes_in(LANGUAGES)}


def desktop_entry(english: str) -> str:
    """With a line more for each language below what is said in English."""
    return _with_more(ENTRY, english, lambda found, code, said: f"{found[1]}[{_locale(code)}]={said(found[2])}")


def elements(english: str) -> str:
    """The same for XML: each text once more for each language."""

    def element(found: re.Match[str], code: str, said: Say) -> str:
        text = escape(said(_plain(found[3])), quote=False)
        return f'{found[1]}<{found[2]} xml:lang="{_locale(code)}">{text}</{found[2]}>'

    return _with_more(ELEMENT, english, element)


def manual(english: str, say: Say) -> str:
    """The manual in one language."""
    return LINE.sub(lambda found: found[0].replace(found[1], say(found[1])), english)


def readme(english: str, say: Say) -> str:
    """The text beside the app in one language."""
    return PARAGRAPH.sub(lambda found: fill(say(_plain(found[0])), WIDTH, break_on_hyphens=False), english)


def words_of_the_installer(english: str) -> str:
    """What clearing.nsi includes: the languages NSIS has words of its own for, and ours in them."""
    lines = []
    for code, say in languages().items():
        if name := OF_NSIS.get(code):
            lines.append(f'!insertmacro MUI_LANGUAGE "{name}"')
            words = ((one[1], say(one[2])) for one in WORDS.finditer(english))
            lines += [f'LangString {word} ${{LANG_{name.upper()}}} "{said}"' for word, said in words]
    return "\n".join(lines) + "\n"


def words_of_the_finder(english: str, say: Say) -> str:
    """An InfoPlist.strings: what a file of ours is called."""
    return "".join(f'"{one}" = "{say(one)}";\n' for one in dict.fromkeys(KIND_OF_FILE.findall(english)))


def write_for_linux(target: Path) -> None:
    """What a desktop reads, in all languages; manual and README once for each."""
    _write(target / "clearing.desktop", desktop_entry(_english("linux/share/clearing.desktop")))
    for name in ("clearing.mime.xml", "clearing.metainfo.xml"):
        _write(target / name, elements(_english(f"linux/share/{name}")))
    of_manual, of_readme = _english("linux/share/clearing.1"), _english("linux/tar-readme")
    _write(target / "clearing.1", of_manual)
    _write(target / "README", of_readme)
    for code, say in languages().items():
        _write(target / "man" / _locale(code) / "clearing.1", manual(of_manual, say))
        _write(target / f"README.{code}", readme(of_readme, say))


def write_for_windows(target: Path) -> None:
    """What clearing.nsi includes, as the file `target`."""
    _write(target, words_of_the_installer(_english("windows/clearing.nsi")))


def write_for_macos(target: Path) -> None:
    """A folder for each language, as they stand in the app."""
    for code, say in languages().items():
        _write(
            target / f"{code}.lproj" / "InfoPlist.strings", words_of_the_finder(_english("macos/Info.plist"), say)
        )


def _with_more(pattern: re.Pattern[str], english: str, more: Callable[[re.Match[str], str, Say], str]) -> str:
    said = languages()

    def lines(found: re.Match[str]) -> str:
        return "\n".join((found[0], *(more(found, code, say) for code, say in said.items())))

    return pattern.sub(lines, english)


def _english(file: str) -> str:
    return (HERE / file).read_text("utf-8")


def _plain(text: str) -> str:
    return unescape(" ".join(text.split()))


def _locale(code: str) -> str:
    return code.replace("-", "_")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


if __name__ == "__main__":
    {"linux": write_for_linux, "windows": write_for_windows, "macos": write_for_macos}[sys.argv[1]](
        Path(sys.argv[2])
    )
