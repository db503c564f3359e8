"""The workflows: actions pinned, least permissions, nothing published that has not passed."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from support import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def jobs(name: str) -> Any:
    return yaml.safe_load((ROOT / ".github/workflows" / name).read_text(encoding="utf-8"))["jobs"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_by_commit_and_named_by_version(path: Path) -> None:
    used = re.findall(r"uses: (?!\./)(.*)", path.read_text(encoding="utf-8"))
    assert used
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one) for one in used)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_only_the_job_that_deploys_may_write(path: Path) -> None:
    whole = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert "write" not in str(whole["permissions"])
    writing = [
        name for name, job in whole["jobs"].items() if "write" in str(job.get("permissions"))
    ]
    assert writing in ([], ["deploy"])


def test_what_is_published_has_passed_the_gates() -> None:
    pages = jobs("pages.yml")
    assert pages["deploy"]["needs"] == "build"
    assert pages["build"]["needs"] == "test"
    assert pages["test"]["uses"] == "./.github/workflows/test.yml"
    gates = jobs("test.yml")["gates"]
    assert any(".ci/run" in step.get("run", "") for step in gates["steps"])
    assert {one["newest"] for one in gates["strategy"]["matrix"]["include"]} == {False, True}
