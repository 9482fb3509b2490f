"""Measure pepinsight beside what it stands on and beside other converters, in one run on the same files.

Prints processor milliseconds a file (the median over the files, each done once, in turn) and ratios between them:
machines differ and are noisy, so the ratios are what to read. What is not installed is said to be so; the others come
with ``pip install -e ".[bench]"``. Files of the held-out authors are not opened. ``tools/soak.py`` measures memory.
"""

from __future__ import annotations

import argparse
import importlib
import logging
import statistics
import time
import zipfile
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import chain, repeat
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2 as pdfium
import spacy
import yaml
from lxml import etree
from soak import loops

from pepinsight.documents import read
from pepinsight.evidence import find_evidence
from pepinsight.plan import recognise
from pepinsight.rubrics import load_rubric

GOLD = Path(__file__).parent.parent / "corpora" / "gold"
RUBRICS = ("birmingham", "redcar", "walsall")
STEPS = ("read", "recognise", "find evidence", "rate by three rubrics")
WHOLE = "whole assessment"
PLUMBER = "pdfplumber: text and tables"
FLOOR = "floor: raw text, blank spaCy tokenizer"
_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"

Times = dict[str, list[float]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=16, help="how many PEPs to time, each as Word file and as PDF")
    parser.add_argument("--rounds", type=int, default=4, help="how often two processes go over them; 0 leaves them out")
    chosen = parser.parse_args()
    names = development()
    timed = names[:: max(1, len(names) // chosen.files)][: chosen.files]
    warm = [name for name in names if name not in timed][:4]
    for kind in ("docx", "pdf"):
        paths = [GOLD / f"{name}.{kind}" for name in timed]
        with ProcessPoolExecutor(1) as fresh:  # else the PDFs would find the words of the same PEPs in memory
            told = fresh.submit(measure, [GOLD / f"{name}.{kind}" for name in warm], paths).result()
        show(kind, told)
    if chosen.rounds:
        two_processes([GOLD / f"{name}.{kind}" for name in timed for kind in ("docx", "pdf")] * chosen.rounds)


def development() -> list[str]:
    """The names of the PEPs that may be opened here."""
    held_out = tuple(yaml.safe_load((GOLD / "evaluation.yaml").read_text(encoding="utf-8"))["held_out"])
    return [path.stem for path in sorted(GOLD.glob("*-0?.yaml")) if not path.name.startswith(held_out)]


def measure(warm: list[Path], paths: list[Path]) -> Times:
    """Processor seconds of each file by what was done with it. A few other files go first: they load the word lists.

    The process is made ready as a scan's worker is, so that the collector spends none of the others' time either on
    what pepinsight keeps in memory.
    """
    logging.disable(logging.WARNING)
    importlib.import_module("pepinsight.scan.pipeline")
    others = dict(chain(_others(paths[0].suffix), [(FLOOR, floor)]))
    taken: Times = {}
    for path, counts in chain(zip(warm, repeat(False)), zip(paths, repeat(True))):
        for what, work in others.items():
            spent = _spent(work, path)[0]
            if counts:
                taken.setdefault(what, []).append(spent)
        steps = assess(path)
        if counts:
            for what, spent in zip((*STEPS, WHOLE), (*steps, sum(steps)), strict=True):
                taken.setdefault(what, []).append(spent)
    return taken


def assess(path: Path) -> list[float]:
    """pepinsight's own steps, in processor seconds."""
    rubrics = [load_rubric(rubric) for rubric in RUBRICS]
    reading, document = _spent(read, path)
    recognising, plan = _spent(recognise, document)
    finding, findings = _spent(find_evidence, plan)
    return [reading, recognising, finding, _spent(lambda found: [one.rate(found) for one in rubrics], findings)[0]]


def _spent(work: Callable[[Any], Any], on: object) -> tuple[float, Any]:
    begun = time.process_time()
    made = work(on)
    return time.process_time() - begun, made


def _others(suffix: str) -> Iterable[tuple[str, Callable[[Path], object]]]:
    """What else turns such files into text or tables, as far as it is installed."""
    if suffix == ".pdf":
        yield PLUMBER, plumb
    try:
        from markitdown import MarkItDown
    except ImportError:
        print("markitdown: not installed")
    else:
        yield "markitdown: Markdown", MarkItDown().convert
    if suffix != ".docx":
        return  # docling reads PDFs by models that it loads from the internet
    try:
        from docling.document_converter import DocumentConverter
    except ImportError:
        print("docling: not installed")
    else:
        yield "docling: document", DocumentConverter().convert


def plumb(path: Path) -> object:
    """Text and tables by pdfplumber."""
    with pdfplumber.open(path) as pdf:
        return [(page.extract_text(), page.extract_tables()) for page in pdf.pages]


@cache
def _blank() -> spacy.language.Language:
    return spacy.blank("en")


def floor(path: Path) -> object:
    """The least that any reading with spaCy costs: the raw words, and tokens of them."""
    if path.suffix == ".pdf":
        with pdfium.PdfDocument(path) as pdf:
            text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    else:
        with zipfile.ZipFile(path) as package:
            root = etree.fromstring(package.read("word/document.xml"))
        text = " ".join(part.text or "" for part in root.iter(_TEXT))
    return _blank()(text)


def show(kind: str, taken: Times) -> None:
    """The table of one kind of file."""
    whole = statistics.median(taken[WHOLE])
    print(f"\n{kind}: {len(taken[WHOLE])} PEPs, processor ms a file (median); how many times a {WHOLE}\n")
    for what, times in taken.items():
        median = statistics.median(times)
        print(f"  {what:40} {median * 1000:8.1f} {median / whole:8.2f}")
    print(f"  {WHOLE} = {whole / statistics.median(taken[FLOOR]):.1f} times the floor; {1 / whole:.1f} a second a core")


def two_processes(paths: list[Path]) -> None:
    """What a second process is worth, beside what it is worth to a bare loop at the same time."""
    taken = {}
    for processes in (1, 2):
        with ProcessPoolExecutor(processes) as pool:
            list(pool.map(assess, paths[:8]))
            begun = time.monotonic()
            list(pool.map(assess, paths, chunksize=4))
            taken[processes] = time.monotonic() - begun
    bare = {processes: loops(processes) for processes in (1, 2)}
    print(f"\n2 processes are worth {taken[1] / taken[2]:.2f} of 1; to a bare loop {2 * bare[1] / bare[2]:.2f}")


if __name__ == "__main__":
    main()
