"""The container: a zip whose bytes depend on nothing but its contents (EPUB 3.3 OCF, §4.2)."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first time that a zip can hold


def write(path: Path, files: Mapping[str, bytes]) -> None:
    """Write files as an EPUB: `mimetype` first and stored, the others in order of their names."""
    partial = path.with_suffix(".partial")
    with zipfile.ZipFile(partial, "w") as archive:
        _add(archive, "mimetype", b"application/epub+zip", zipfile.ZIP_STORED)
        for name in sorted(files):
            _add(archive, name, files[name], zipfile.ZIP_DEFLATED)
    partial.replace(path)


def _add(archive: zipfile.ZipFile, name: str, data: bytes, compression: int) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = compression
    entry.create_system = 3  # on every machine the same
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, data, compresslevel=9)
