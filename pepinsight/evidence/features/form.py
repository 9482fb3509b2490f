"""What the form wants filled in: mandatory fields left blank (seed 002, lines 57 to 59, 369)."""

from __future__ import annotations

from pepinsight.evidence.reading import Reading
from pepinsight.evidence.registry import Answer, Shown, feature
from pepinsight.plan import SectionKind
from pepinsight.plan.forms import comes_over, known_forms
from pepinsight.plan.wanted import State, wanted

ANYWHERE = tuple(SectionKind)


@feature(
    "mandatory_blank",
    type=int,
    unit="fields and parts",
    looked_in=ANYWHERE,
    describes="fields and parts that the form wants filled in and that are left blank",
    source="seed 002, lines 57 to 59 and 369",
)
def mandatory_blank(reading: Reading) -> Answer:
    """Those whose label or heading stands there with no answer; what this print does not hold is not blank."""
    return _in_state(reading, State.BLANK, "The form wants this filled in, and it is left blank.")


@feature(
    "mandatory_blank_care",
    type=int,
    unit="fields and parts",
    looked_in=(SectionKind.CARE, SectionKind.CARE_PLAN, SectionKind.CONTACT, SectionKind.SDQ),
    describes="fields and parts that the social worker must fill in and that are left blank",
    source="seed 002, line 369",
)
def mandatory_blank_care(reading: Reading) -> Answer:
    """As ``mandatory_blank``, of what the social worker completes."""
    return _in_state(
        reading, State.BLANK, "The social worker must fill this in, and it is left blank.", "social_worker"
    )


@feature(
    "mandatory_not_found",
    type=int,
    unit="fields and parts",
    looked_in=ANYWHERE,
    describes="fields and parts that the form wants filled in and that no known heading or label asks for",
    source="seed 002, lines 57 to 59",
)
def mandatory_not_found(reading: Reading) -> Answer:
    """They may stand on this form under words that are not known, so they are not called blank."""
    return _in_state(reading, State.NOT_FOUND, "")


@feature(
    "prefilled_share",
    type=float,
    unit="of the fields",
    looked_in=ANYWHERE,
    describes="share of the answered fields that the form carries over or fills in by itself",
    source="seed 002, lines 55 and 56",
)
def prefilled_share(reading: Reading) -> Answer:
    """None for a form that is not known by name: nobody has said which of its fields come over."""
    form = known_forms().get(reading.plan.form)
    answered = [item for item in reading.plan.fields if item.kind is not None and not item.blank]
    if form is None or not answered or not form.prefilled | form.automatic:
        return Answer(None)
    over = [item for item in answered if comes_over(reading.plan.form, item)]
    return Answer(round(len(over) / len(answered), 3))


def _in_state(reading: Reading, state: State, reason: str, completed_by: str | None = None) -> Answer:
    found = [
        item
        for item in wanted(reading.plan)
        if item.state is state and (completed_by is None or item.completed_by == completed_by)
    ]
    shown = tuple(Shown(item.at, "mandatory", reason) for item in found if item.at is not None)
    return Answer(len(found), shown)
