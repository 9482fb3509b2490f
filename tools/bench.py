"""Measure pepinsight beside what it stands on, in one run on the same files, since machines differ and are noisy.

Prints seconds a file (the median over the files, each timed in turn) and the ratio to pdfplumber's text and tables.
Files of the held-out authors are not opened.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import yaml

from pepinsight.documents import read
from pepinsight.evidence import find_evidence
from pepinsight.plan import recognise
from pepinsight.rubrics import load_rubric

GOLD = Path(__file__).parent.parent / "corpora" / "gold"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=12, help="how many PEPs to time")
    count = parser.parse_args().files
    held_out = tuple(yaml.safe_load((GOLD / "evaluation.yaml").read_text(encoding="utf-8"))["held_out"])
    names = [path.stem for path in sorted(GOLD.glob("*-0?.yaml")) if not path.name.startswith(held_out)]
    names = names[:: max(1, len(names) // count)][:count]
    rubric = load_rubric("birmingham")
    find_evidence(recognise(read(GOLD / f"{names[0]}.docx")))  # loads the word lists once

    taken: dict[str, list[float]] = {}

    def timed(what: str, work: Callable[[], object]) -> object:
        begun = time.process_time()
        made = work()
        taken.setdefault(what, []).append(time.process_time() - begun)
        return made

    for name in names:
        for kind in ("docx", "pdf"):
            path = GOLD / f"{name}.{kind}"
            if kind == "pdf":
                timed("pdfplumber: text and tables", lambda path=path: _pdfplumber(path))
            document = timed(f"{kind}: read", lambda path=path: read(path))
            plan = timed(f"{kind}: recognise", lambda document=document: recognise(document))
            findings = timed(f"{kind}: find evidence", lambda plan=plan: find_evidence(plan))
            timed(f"{kind}: rate", lambda findings=findings: rubric.rate(findings))

    whole = {
        kind: _sums([times for what, times in taken.items() if what.startswith(f"{kind}:")]) for kind in ("docx", "pdf")
    }
    reference = statistics.median(taken["pdfplumber: text and tables"])
    rows = {**taken, "docx: whole assessment": whole["docx"], "pdf: whole assessment": whole["pdf"]}
    print(f"{len(names)} PEPs, processor seconds a file (median), and how many times faster than pdfplumber\n")
    for what, times in rows.items():
        median = statistics.median(times)
        print(f"{what:32} {median:8.3f}  {reference / median:6.1f}")


def _sums(steps: list[list[float]]) -> list[float]:
    return [sum(times) for times in zip(*steps, strict=True)]


def _pdfplumber(path: Path) -> list[object]:
    with pdfplumber.open(path) as pdf:
        return [(page.extract_text(), page.extract_tables()) for page in pdf.pages]


if __name__ == "__main__":
    main()
