"""Figures as tables in plain text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Figures = Mapping[str, Any]

PROVENANCE = (
    "The labels were written and read by a language model working to written conventions; no virtual-school\n"
    "officer has rated these PEPs. The figures show that pepinsight reads as the rubric says, not yet that\n"
    "officers would agree. Development PEPs are suggested by models trained without their author, held-out PEPs\n"
    "by the model in use."
)


def tell(figures: Figures) -> str:
    """All that ``evaluate`` returns, for a person."""
    lines = [PROVENANCE]
    for who in ("development", "held_out"):
        for format, block in figures.get(who, {}).items():
            lines += ["", f"=== {who.replace('_', ' ')}, {format}: {block['files']} files ===", *_block(block)]
    return "\n".join(lines)


def _block(block: Figures) -> Iterator[str]:
    for file, reason in block["not_assessed"].items():
        yield f"  not assessed: {file}: {reason}"
    for rubric, told in block["levels"].items():
        yield from _levels(rubric, told)
    yield from _facts(block["facts"])


def _levels(rubric: str, told: Figures) -> Iterator[str]:
    yield ""
    yield f"{rubric:16}    n    QWK  exact    adj  lowest    readers' QWK  exact    length's QWK"
    for name, row in (("all", told["all"]), *told["sections"].items()):
        one = "".join(_number(row[key], 7) for key in ("qwk", "exact", "adjacent")) + _number(row["lowest_recall"], 8)
        readers = _number(row["readers"]["qwk"], 16) + _number(row["readers"]["exact"], 7)
        yield f"  {name:14}{row['n']:5}{one}{readers}{_number(row['length']['qwk'], 16)}"
    overall, sure = told["overall"], told["sureness"]
    yield f"  overall judgement agreed {_number(overall['agreed'])} of {overall['n']}"
    yield (
        f"  unsure {_number(sure['unsure_share'])}; exact when sure {_number(sure['exact_when_sure'])}, when unsure "
        f"{_number(sure['exact_when_unsure'])} (label among likely {_number(sure['label_among_likely'])}); "
        f"sure but two levels off {_number(sure['sure_and_two_off'])}"
    )
    if sure["calibration_error"] is not None:
        moved = sure["moved"]
        yield (
            f"  confidence: off by {_number(sure['calibration_error'])}, tells right from wrong with AUC "
            f"{_number(sure['auc'])}; levels moved {moved['n']}, mended {moved['mended']}, spoilt {moved['spoilt']}"
        )


def _facts(facts: Figures) -> Iterator[str]:
    yield ""
    yield "found                    prec.  recall     F1      n"
    targets = facts["targets"]
    rows = dict(facts["quoted"])
    rows |= {"targets": targets["found"]}
    rows |= {f"target lacks {letter}": row for letter, row in targets["smart_missed"].items()}
    rows |= {"target from voice": targets["from_voice"], "target's premium": targets["premium_linked"]}
    for name, row in rows.items():
        if row is None:
            yield f"  {name:20} not built"
            continue
        traps = f"   traps {row['traps_fallen']} of {row['traps']}" if "traps" in row else ""
        yield f"  {name:20}{''.join(_number(row[key], 8) for key in ('precision', 'recall', 'f1'))}{row['n']:7}{traps}"
    yield ""
    yield "told                     right   wrong      n"
    sums = targets["amounts_right"]
    yield f"  {'sums of targets':26}{_number(sums['share'], 4)}{'':8}{sums['n']:7}"
    for name, row in facts["single"].items():
        if row is None:
            yield f"  {name:26}not built"
        else:
            yield f"  {name:26}{_number(row.get('right'), 4)}{_number(row.get('wrong'), 8)}{row['n']:7}"


def _number(value: float | None, width: int = 0) -> str:
    return ("-" if value is None else f"{value:.2f}").rjust(width)
