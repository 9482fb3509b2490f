"""For each part of a PEP: is it in the file, how many of its fields are filled, and how much is said in it."""

from __future__ import annotations

from pepinsight.evidence.detail import section_detail
from pepinsight.evidence.reading import Reading
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.plan import SectionKind as Kind

PARTS: dict[str, tuple[str, tuple[Kind, ...]]] = {
    "care": ("the personal and care information", (Kind.CARE, Kind.CARE_PLAN, Kind.CONTACT, Kind.SDQ)),
    "care_plan": ("the care plan summary", (Kind.CARE_PLAN,)),
    "contact": ("the contact arrangements", (Kind.CONTACT,)),
    "views": ("the child's views section", (Kind.VIEWS,)),
    "education": ("the education information", (Kind.EDUCATION, Kind.TRANSITION)),
    "attendance": ("the attendance section", (Kind.ATTENDANCE,)),
    "attainment": ("the attainment section", (Kind.ATTAINMENT,)),
    "part_time": ("the part-time and alternative arrangements", (Kind.PART_TIME,)),
    "exclusions": ("the exclusions section", (Kind.EXCLUSIONS,)),
    "send": ("the SEND section", (Kind.SEND,)),
    "semh": ("the emotional well-being section", (Kind.SEMH,)),
    "careers": ("the careers section", (Kind.CAREERS,)),
    "achievements": ("the achievements section", (Kind.ACHIEVEMENTS,)),
    "carer": ("the carer's section", (Kind.CARER,)),
    "minutes": ("the minutes", (Kind.MEETING, Kind.ACTIONS)),
}
"""Name in features, what a caseworker calls it, and the section kinds that make it up (seed 000, lines 46 to 68)."""


def _register(name: str, title: str, kinds: tuple[Kind, ...]) -> None:
    source = "seed 000, lines 46-68"

    @feature(
        f"{name}_facts", type=int, unit="facts", looked_in=kinds, describes=f"checkable facts in {title}", source=source
    )
    def facts(reading: Reading) -> Answer:
        detail = section_detail(reading, *kinds)
        shown = tuple(Shown(span, "concrete_statement", "Says something that can be checked.") for span in detail.spans)
        return Answer(detail.facts, shown)

    @feature(
        f"{name}_words", type=int, unit="words", looked_in=kinds, describes=f"words written in {title}", source=source
    )
    def words(reading: Reading) -> Answer:
        return Answer(section_detail(reading, *kinds).words)

    @feature(
        f"{name}_told",
        type=int,
        unit="words",
        looked_in=kinds,
        describes=f"words in statements with a checkable fact in {title}",
        source=source,
    )
    def told(reading: Reading) -> Answer:
        return Answer(section_detail(reading, *kinds).told)

    @feature(
        f"{name}_statements",
        type=int,
        unit="statements",
        looked_in=kinds,
        describes=f"statements with a checkable fact in {title}",
        source=source,
    )
    def statements(reading: Reading) -> Answer:
        return Answer(section_detail(reading, *kinds).concrete)

    @feature(
        f"{name}_filled",
        type=int,
        unit="fields",
        looked_in=kinds,
        describes=f"fields answered in {title}",
        source=source,
    )
    def filled(reading: Reading) -> Answer:
        return Answer(sum(not item.blank for item in reading.plan.fields_of(*kinds)))

    @feature(
        f"{name}_blank",
        type=int,
        unit="fields",
        looked_in=kinds,
        describes=f"fields left blank in {title}",
        source=source,
    )
    def blank(reading: Reading) -> Answer:
        left = [item for item in reading.plan.fields_of(*kinds) if item.blank]
        return Answer(len(left), tuple(Shown(item.label, "blank_field", "This field is left blank.") for item in left))


for _name, (_title, _kinds) in PARTS.items():
    _register(_name, _title, _kinds)
