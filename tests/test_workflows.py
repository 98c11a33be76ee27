"""The workflows that pack Clearing are read here: they parse, hang together, and use what is still offered."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
NODE_24 = {"checkout": 5, "setup-python": 6, "upload-artifact": 6, "download-artifact": 7}
"""The first version of each action that runs on Node 24: runners have had no Node 20 since September 2026."""
RUNNERS = {"ubuntu-22.04", "ubuntu-24.04", "windows-2022", "windows-2025", "macos-15", "macos-15-intel"}
"""What GitHub offers in November 2026, by its list of runner images."""
TRIGGERS = True
"""YAML 1.1 reads the word `on` as true."""


@pytest.fixture(params=FILES, ids=lambda path: path.name)
def file(request: pytest.FixtureRequest) -> Path:
    return request.param


def jobs_of(file: Path) -> dict[str, dict[str, Any]]:
    """The jobs of a workflow, by their id."""
    return yaml.safe_load(file.read_text("utf-8"))["jobs"]


def steps_of(file: Path) -> Iterator[dict[str, Any]]:
    """Every step of every job."""
    return (step for job in jobs_of(file).values() for step in job["steps"])


def systems_of(job: dict[str, Any]) -> list[str]:
    """The runners of a job, in each round of its matrix."""
    rounds = job.get("strategy", {}).get("matrix", {}).get("include", [{}])
    named = job["runs-on"]
    return [one["runner"] if named == "${{ matrix.runner }}" else named for one in rounds]


def test_a_workflow_is_started_by_somebody_and_may_write_nothing(file: Path) -> None:
    read = yaml.safe_load(file.read_text("utf-8"))
    assert read[TRIGGERS]
    assert read["permissions"] == {"contents": "read"}
    assert all(job["timeout-minutes"] <= 60 for job in read["jobs"].values())


def test_every_job_runs_on_a_system_that_is_offered(file: Path) -> None:
    for name, job in jobs_of(file).items():
        assert set(systems_of(job)) <= RUNNERS, name
        assert set([job["needs"]] if isinstance(job.get("needs"), str) else job.get("needs", [])) <= set(
            jobs_of(file)
        )


def test_every_action_is_pinned_to_a_commit_and_says_which_version_that_is(file: Path) -> None:
    used = re.findall(r"uses: (\S+)(?: +# v(\d+)[\d.]*)?$", file.read_text("utf-8"), re.MULTILINE)
    assert len(used) == sum("uses" in step for step in steps_of(file)) > 0
    for action, version in used:
        found = re.fullmatch(r"actions/([a-z-]+)@[0-9a-f]{40}", action)
        assert found, action
        assert int(version) >= NODE_24[found[1]], action


def test_what_a_job_takes_from_another_was_kept_by_one_that_it_waits_for(file: Path) -> None:
    jobs = jobs_of(file)
    for name, job in jobs.items():
        for step in (step for step in job["steps"] if "download-artifact" in step.get("uses", "")):
            before = jobs[job["needs"]]
            assert step["with"]["name"] in kept_by(before), f"{name}: {step['with']['name']}"


def kept_by(job: dict[str, Any]) -> set[str]:
    """The names under which a job keeps its results."""
    rounds = job.get("strategy", {}).get("matrix", {}).get("include", [{}])
    named = [step["with"]["name"] for step in job["steps"] if "upload-artifact" in step.get("uses", "")]
    return {name.replace("${{ matrix.system }}", one.get("system", "")) for name in named for one in rounds}


def test_every_file_and_module_that_is_named_is_there(file: Path) -> None:
    text = file.read_text("utf-8")
    named = re.findall(r"(?<![\w/$])((?:resources/install|\.ci|tests)/[\w./-]+\w)", text)
    modules = [name.replace(".", "/") for name in re.findall(r"python -m (tests[\w.]*)", text)]
    assert named
    assert modules
    for name in (*named, *modules):
        assert any((ROOT / path).exists() for path in (name, f"{name}.py")), name


def test_every_script_for_bash_can_be_read(file: Path) -> None:
    for step in steps_of(file):
        if "run" in step and step.get("shell") != "pwsh":
            script = re.sub(r"\$\{\{.*?\}\}", "filled-in", step["run"])
            subprocess.run(["bash", "-n", "-c", script], check=True)


def test_three_systems_are_built() -> None:
    jobs = (job for file in FILES for job in jobs_of(file).values())
    built = {system.partition("-")[0] for job in jobs for system in systems_of(job)}
    assert built == {"ubuntu", "windows", "macos"}
