"""Under which licence is each part that others made, and what does its text say?"""

import json
import platform
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.resources import files
from typing import Any

from formats.language import tr

OURS = "Clearing"
NAME = re.compile(r"[A-Za-z0-9._-]+")
TERM = re.compile(r"[A-Za-z0-9.-]+")
JOINTS = {"OR", "AND", "WITH"}
CRATES = {"typst": "sboms/typst-py.cyclonedx.json"}
"""Packages that tell, in a file of their metadata, which libraries they were built from."""
RULE = "-" * 100


@dataclass(frozen=True, slots=True)
class Licence:
    """The terms of one part, and their whole text; `inside` names the part that brings it along."""

    part: str
    version: str
    terms: str
    copyright: str
    text: str
    source: str
    inside: str = ""


def licences(system: str = sys.platform) -> tuple[Licence, ...]:
    """Clearing's own, then those of every part that is there, by the alphabet, each before what is inside it.

    `system` is this one, as Python names it, unless asked for another; some parts come along on one system alone.
    """
    parts = [*_listed("parts", "", system), *_listed("qt", "Qt", system)]
    spoken_for = {name for _, names in parts for name in names}
    packages = [_of_package(one) for one in needed_packages() if one.metadata["Name"] not in spoken_for]
    return tuple(sorted((*packages, *(part for part, _ in parts), *_of_crates()), key=_order))


def as_text(parts: Sequence[Licence]) -> str:
    """All of them as one text: first what there is, then what each says."""
    listed = "\n".join(f"{'    ' if one.inside else ''}{_title(one)}: {one.terms}" for one in parts)
    return "\n\n".join((listed, *map(_chapter, parts))) + "\n"


def needed_packages() -> list[Distribution]:
    """The packages that Clearing uses on this system, but for itself, and those that they use."""
    found: dict[str, Distribution] = {}
    waiting = _requirements(distribution(OURS))
    while waiting:
        name = waiting.pop()
        if name not in found and (one := _installed(name)):
            found[name] = one
            waiting += _requirements(one)
    return [found[name] for name in sorted(found)]


def _requirements(package: Distribution) -> list[str]:
    """What a package needs always; its extras are for others."""
    lines = [line for line in package.requires or [] if "extra ==" not in line]
    return [re.sub(r"[-_.]+", "-", found.group()).lower() for line in lines if (found := NAME.match(line))]


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None  # needed on another system


def _of_package(package: Distribution) -> Licence:
    """What a package's own metadata says."""
    said = package.metadata
    texts = [_beside(package, name) for name in said.get_all("License-File") or []]
    classifiers = [line.rpartition(" :: ")[2] for line in said.get_all("Classifier") or [] if "License ::" in line]
    return Licence(
        part=said["Name"],
        version=package.version,
        terms=(said["License-Expression"] or said["License"] or ", ".join(classifiers)).partition("\n")[0],
        copyright="",
        text="\n\n".join(filter(None, texts)),
        source=_address(package),
    )


def _address(package: Distribution) -> str:
    """Where its source text is, else where it is at home."""
    lines = (line.split(", ", 1) for line in package.metadata.get_all("Project-URL") or [])
    known = {name.lower(): address for name, address in lines}
    usual = (known[name] for name in ("source", "source code", "repository", "homepage") if name in known)
    return next(usual, package.metadata["Home-page"] or "")


def _beside(package: Distribution, name: str) -> str:
    """The text of a licence, which lies in a folder of its own or, as older packages have it, does not."""
    return (package.read_text(f"licenses/{name}") or package.read_text(name) or "").strip()


def _listed(file: str, inside: str, system: str) -> Iterator[tuple[Licence, tuple[str, ...]]]:
    """The parts that a file of ours names, each with the packages it speaks for."""
    listed = tomllib.loads((files("resources") / "licences" / f"{file}.toml").read_text("utf-8"))
    for part in listed["part"]:
        packages = tuple(part.get("speaks_for", ()))
        needed = (*packages, *part.get("package", "").split())
        if system not in part.get("systems", (system,)) or any(_installed(name) is None for name in needed):
            continue
        licence = Licence(
            part["name"],
            part.get("version") or _version(part["name"], packages),
            part["terms"],
            part["copyright"],
            "\n\n".join(map(_text, part["texts"])),
            part.get("source", ""),
            part.get("inside", inside),
        )
        yield licence, packages


def _version(part: str, packages: Sequence[str]) -> str:
    if part == "Python":
        return platform.python_version()
    return distribution(packages[0]).version if packages else ""


def _text(name: str) -> str:
    return files("resources").joinpath(*f"{name}.txt".split("/")).read_text("utf-8").strip()


def _of_crates() -> Iterator[Licence]:
    """For each package built from libraries in Rust these libraries as one part, as far as the package tells."""
    for name, file in CRATES.items():
        package = _installed(name)
        if package is None or not (said := package.read_text(file)):
            continue
        crates = [one for one in json.loads(said)["components"] if one.get("scope") != "excluded"]
        terms = sorted({term for one in crates for term in TERM.findall(_terms(one))} - JOINTS)
        somebody = tr("its authors")
        lines = [f"{one['name']} {one['version']}, {one.get('author', somebody)}: {_terms(one)}" for one in crates]
        texts = [f"{term}\n\n{_text(f'licences/texts/{term}')}" for term in terms]
        yield Licence(
            tr("{count} libraries in Rust", count=len(crates)),
            "",
            ", ".join(terms),
            tr("the authors of each, named below"),
            "\n\n".join(("\n".join(lines), *texts)),
            "https://crates.io",
            inside=name,
        )


def _terms(crate: dict[str, Any]) -> str:
    return " AND ".join(one["expression"] for one in crate["licenses"])


def _order(one: Licence) -> tuple[bool, str, bool, str]:
    of = one.inside or one.part
    return of != OURS, of.casefold(), bool(one.inside), one.part.casefold()


def _title(one: Licence) -> str:
    version = f" {one.version}" if one.version else ""
    return f"{one.part}{version}"


def _chapter(one: Licence) -> str:
    title = tr("{part}, inside {whole}", part=_title(one), whole=one.inside) if one.inside else _title(one)
    head = (title, one.terms, one.copyright, one.source)
    return "\n".join((RULE, *filter(None, head), "", one.text))
