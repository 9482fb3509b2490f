"""Files of trained models: skops archives in which only numbers, words and plain containers stand."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from pepinsight.data_files import DataFileError

TRUSTED: tuple[str, ...] = ()
"""Types to be loaded beyond those that skops holds harmless: none. A file is never asked what it would like trusted."""

_NUMBERED = re.compile(r'(?<="__id__": )\d+|(?<=")\d+(?=\.npy")')


def models_folder() -> Path:
    """Where models stand: inside an installed package, or at the top of a checkout."""
    packaged = Path(str(files("pepinsight"))) / "models"
    return packaged if packaged.is_dir() else Path(str(files("pepinsight"))).parent / "models"


def load_plain(path: Path) -> tuple[Any, str]:
    """What a model's file holds, and its version: the start of its checksum.

    Raises DataFileError for a file that is none, or that holds any type but the trusted.
    """
    from skops.io import loads  # a moment's import that whoever only lists features need not wait for

    data = path.read_bytes()
    try:
        return loads(data, trusted=list(TRUSTED)), sha256(data).hexdigest()[:12]
    except Exception as error:
        raise DataFileError(f"{path.name} is not a model that can be used ({type(error).__name__}): {error}") from error


def save_plain(plain: Mapping[str, Any], path: Path) -> None:
    """Write what a model is made of. The same content makes the same bytes."""
    from skops.io import dumps

    path.write_bytes(_settled(dumps(plain)))


def _settled(data: bytes) -> bytes:
    """The skops file with its objects numbered in their order: skops numbers them by their place in memory."""
    numbers: dict[str, str] = {}
    packed = zipfile.ZipFile(io.BytesIO(data))
    schema = _NUMBERED.sub(lambda m: numbers.setdefault(m[0], str(len(numbers))), packed.read("schema.json").decode())
    settled = io.BytesIO()
    with zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED) as out:
        arrays = {f"{numbers[Path(name).stem]}.npy": name for name in packed.namelist() if name.endswith(".npy")}
        for name in sorted(arrays):
            out.writestr(zipfile.ZipInfo(name), packed.read(arrays[name]), zipfile.ZIP_DEFLATED)
        out.writestr(zipfile.ZipInfo("schema.json"), json.dumps(json.loads(schema)), zipfile.ZIP_DEFLATED)
    return settled.getvalue()
