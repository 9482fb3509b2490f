"""Old Word files (.doc) through LibreOffice, where that is installed: it rewrites them as .docx."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from pepinsight.documents.errors import Unreadable

MAX_SECONDS = 120
_PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")

# No macro is run and no link followed, whatever the file asks for.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def can_convert() -> bool:
    """Whether LibreOffice is installed."""
    return _program() is not None


def converted(data: bytes, name: str) -> bytes:
    """The old Word file ``data`` as .docx. Raises Unreadable where LibreOffice is missing, fails or takes too long."""
    program = _program()
    if program is None:
        raise Unreadable(
            f"{name} is a Word file of the old .doc kind, which is read only where LibreOffice is installed: "
            "open it and save it as a Word document (.docx), then try again."
        )
    with tempfile.TemporaryDirectory(prefix="pepinsight-") as place:
        folder = Path(place)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
        (folder / "old.doc").write_bytes(data)
        command = [
            *(program, "--headless", "--norestore", f"-env:UserInstallation={(folder / 'profile').as_uri()}"),
            *("--convert-to", "docx", "--outdir", place, str(folder / "old.doc")),
        ]
        try:
            subprocess.run(command, capture_output=True, timeout=MAX_SECONDS, check=False)
        except subprocess.TimeoutExpired as error:
            raise Unreadable(
                f"{name} is an old Word file that LibreOffice could not read in {MAX_SECONDS} s."
            ) from error
        made = folder / "old.docx"
        if not made.exists():
            raise Unreadable(f"{name} is an old Word file that LibreOffice could not read.")
        return made.read_bytes()


def _program() -> str | None:
    return next((found for program in _PROGRAMS if (found := shutil.which(program)) is not None), None)
