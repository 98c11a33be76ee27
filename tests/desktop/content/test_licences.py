"""Has every part that others made its licence, and is what is said of it still so?"""

import tomllib
from importlib.metadata import distribution

import pytest

from desktop.content.licences import Licence, as_text, licences, needed_packages
from tests.test_architecture import ROOT
from tests.test_pins import pins

SHORTEST_TEXT = 140  # the public domain notice of Qt's SHA-1


def names() -> set[str]:
    return {one.part for one in licences()}


def one_part(name: str) -> Licence:
    return next(one for one in licences() if one.part == name)


def test_every_part_has_its_terms_its_text_and_one_place() -> None:
    parts = licences()
    assert [one.part for one in parts if not one.terms or len(one.text) < SHORTEST_TEXT] == []
    assert len({(one.part, one.inside) for one in parts}) == len(parts)


def test_clearing_comes_first_with_the_text_of_its_own_licence() -> None:
    ours = licences()[0]
    assert (ours.part, ours.version) == ("Clearing", distribution("clearing").version)
    licence = (ROOT / "LICENSE").read_text("utf-8")
    assert ours.copyright in licence
    assert " ".join(ours.text.removeprefix("MIT License").split()[:40]) in " ".join(licence.split())


def test_every_package_that_the_project_needs_is_a_part_or_inside_qt() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {package.metadata["Name"] for package in needed_packages()}
    assert len(needed) >= len(project["dependencies"])
    assert needed - names() == {"PySide6_Essentials", "shiboken6"}


@pytest.mark.parametrize("part", ["Python", "Qt", "Inter", "Atkinson Hyperlegible Next", "Lucide", "GNU libiconv"])
def test_what_no_package_speaks_for_is_a_part(part: str) -> None:
    assert part in names()


@pytest.mark.parametrize(
    ("inside", "part"),
    [
        ("PyNaCl", "libsodium"),
        ("lxml", "libxml2"),
        ("lxml", "libxslt and libexslt"),
        ("typst", "Libertinus Serif"),
        ("typst", "New Computer Modern"),
        ("typst", "DejaVu Sans Mono"),
    ],
)
def test_what_a_package_brings_along_without_saying_so_is_a_part(inside: str, part: str) -> None:
    assert one_part(part).inside == inside


def test_what_comes_along_on_one_system_alone_is_a_part_there() -> None:
    on = {system: {(one.inside, one.part) for one in licences(system)} for system in ("linux", "win32", "darwin")}
    of_python = {("Python", name) for name in ("bzip2", "liblzma", "libffi", "zlib")}
    assert on["win32"] - on["linux"] == {("", "Microsoft Visual C++ runtime"), *of_python}
    assert on["darwin"] - on["linux"] == of_python
    assert on["linux"] <= on["win32"] & on["darwin"]


def test_qt_is_said_to_be_replaceable_and_where_its_source_is() -> None:
    qt = one_part("Qt")
    assert qt.version == pins("constraints.txt")["pyside6-essentials"]
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt.text
    assert "GNU GENERAL PUBLIC LICENSE" in qt.text
    assert "You may replace them" in qt.text
    assert "https://download.qt.io/" in qt.text


def test_the_parts_inside_qt_are_those_of_the_qt_that_is_pinned() -> None:
    """`tests/make_qt_licences.py` writes them; a new minor release of Qt brings others along."""
    written_for = tomllib.loads((ROOT / "resources/licences/qt.toml").read_text("utf-8"))["qt"]
    assert pins("constraints.txt")["pyside6-essentials"].rpartition(".")[0] == written_for
    assert {"HarfBuzz-NG", "LibPNG", "PCRE2", "ICU", "XSVG"} <= {
        one.part for one in licences() if one.inside == "Qt"
    }


def test_the_libraries_inside_typst_are_named_with_the_terms_of_each() -> None:
    (crates,) = (one for one in licences() if one.inside == "typst" and "libraries" in one.part)
    assert "unicode-segmentation" in crates.text
    assert "Unicode-3.0" in crates.terms


def test_all_licences_are_one_text_that_begins_with_what_there_is() -> None:
    text = as_text(licences())
    head = text.partition("\n\n")[0]
    assert head.startswith("Clearing 0.1.0: MIT\n")
    assert all(one.part in head for one in licences())
    assert all(one.text in text for one in licences())
