"""The figures by which pepinsight is proved and held back, read from ``data/proof.yaml``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated

from pydantic import Field

from pepinsight.data_files import Strict, load

Share = Annotated[float, Field(ge=0, le=1)]


class ProofRules(Strict):
    """The file; what each key means stands in the file itself."""

    rate_first_share: Share
    likely: Annotated[float, Field(gt=0, lt=1)]
    fewest: Annotated[int, Field(ge=2)]
    rounds: Annotated[int, Field(ge=100)]
    lowest_kappa: Share
    furthest_below: Share
    one_level_share: Annotated[float, Field(gt=0, le=1)]


@cache
def proof_rules() -> ProofRules:
    """The rules as they stand in the package."""
    return load(Path(str(files("pepinsight.review") / "data" / "proof.yaml")), ProofRules)
