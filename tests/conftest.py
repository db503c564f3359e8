"""Fixtures that all tests share."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from golden_files import OPTION, Golden
from support import Built, build, copy_of_repository, sample_repository


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(OPTION, action="store_true", help="write golden files that differ, and fail")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Iterator[Golden]:
    """Compares a content with its golden file."""
    files = Golden(request.config.getoption(OPTION))
    yield files
    files.close()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of hand-made texts, converted. Tests do not change it."""
    return sample_repository(tmp_path_factory.mktemp("sample") / "edition")


@pytest.fixture
def repository(sample: Path, tmp_path: Path) -> Path:
    """A repository of hand-made texts, converted, that a test may change."""
    ignored = shutil.ignore_patterns("_build")
    return Path(shutil.copytree(sample, tmp_path / "edition", ignore=ignored))


@pytest.fixture(scope="session")
def built_sample(sample: Path) -> Built:
    """All editions of the hand-made texts, built once for the whole run."""
    return build(sample)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """All editions of this repository's own texts, built once for the whole run."""
    return build(copy_of_repository(tmp_path_factory.mktemp("built") / "edition"))
