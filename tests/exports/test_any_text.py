"""Whatever is typed anywhere, every format is written and can be opened again."""

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import docx
import icalendar
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from formats.exports import Choices, NameStyle, export, suffixes
from formats.session.session import Session
from tests.exports.conftest import FONTS
from tests.exports.readers import Page, pdf_of
from tests.exports.sessions import NOW, noted


def everywhere(text: str) -> Session:
    """A session whose title, series, people, notes and next session are all this text."""
    session = noted(text)
    assert session.next_session is not None
    people = tuple(replace(p, name=text, role=text, organisation=text, email=text) for p in session.people[:2])
    following = replace(session.next_session, title=text, place=text, joining=text, organiser=text)
    return replace(session, title=text, series=text, people=people, next_session=following)


def opened(file: Path) -> object:
    """The file read by another program."""
    content = file.read_bytes()
    match file.suffix:
        case ".pdf":
            return pdf_of(content).pages
        case ".docx":
            return docx.Document(BytesIO(content))
        case ".odt":
            with zipfile.ZipFile(BytesIO(content)) as archive:
                return [ElementTree.fromstring(archive.read(name)) for name in ("content.xml", "meta.xml")]
        case ".xlsx":
            return openpyxl.load_workbook(BytesIO(content))
        case ".html":
            return Page(content.decode())
        case ".ics":
            return icalendar.Calendar.from_ical(content)
        case _:
            return content.decode()


@pytest.mark.parametrize("suffix", suffixes())
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30), st.sampled_from(NameStyle))
def test_any_text_can_be_exported_and_opened_again(
    suffix: str, tmp_path: Path, text: str, names: NameStyle
) -> None:
    target = tmp_path / f"out.{suffix}"
    choices = Choices(names=names, timings=True)

    assert opened(export(everywhere(text), target, choices, now=NOW, fonts=FONTS))


@pytest.mark.parametrize("suffix", suffixes())
def test_a_title_of_three_hundred_letters_is_exported_everywhere(suffix: str, tmp_path: Path) -> None:
    target = tmp_path / f"out.{suffix}"
    session = replace(everywhere("Beth"), title="Ünïcødé title " * 22)
    assert opened(export(session, target, Choices(), now=NOW, fonts=FONTS))
