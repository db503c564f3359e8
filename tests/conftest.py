"""Fixtures that all tests share."""

from pathlib import Path

import pytest
from support import Built, copy_of_repository, run_edition


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A copy of the repository that a test may change."""
    return copy_of_repository(tmp_path / "edition")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """All editions of the real seeds, built once for the whole run."""
    root = copy_of_repository(tmp_path_factory.mktemp("built") / "edition")
    done = run_edition(root, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    output = root / "docs/_build"
    return Built(root, output / "html", output / "pdf", output / "epub")
