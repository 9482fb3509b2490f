"""Whether targets take up what the plan records: needs, wishes, courses off track, and what the young person aims for
(seed 001, lines 74 and 103)."""

from __future__ import annotations

from pepinsight.evidence.features.area import social_areas_told
from pepinsight.evidence.features.aspiration import aspiration_told
from pepinsight.evidence.features.attendance import attendance_reasons
from pepinsight.evidence.features.qualification import names_subject, off_track
from pepinsight.evidence.features.topic import targets_raising
from pepinsight.evidence.reading import Reading, once
from pepinsight.evidence.registry import Answer, feature
from pepinsight.evidence.said import shown
from pepinsight.evidence.smart import smart_targets
from pepinsight.evidence.voice.voice_links import linked_to_voice
from pepinsight.plan import SectionKind as Kind
from pepinsight.plan import Span


@once
def _answering(reading: Reading) -> tuple[Span, ...]:
    """The wordings of the targets that take something up: by their words, a subject off track, or a topic on which
    the plan tells of something to be done."""
    plan = reading.plan
    told = {
        "careers": aspiration_told(reading),
        "attendance": attendance_reasons(reading),
        "peers": social_areas_told(reading),
        "semh": social_areas_told(reading),
    }
    aims = {wording for topic, need in told.items() if need.value for wording in targets_raising(reading, topic)}
    behind = [row.subject for row in off_track(reading)]
    found = []
    for target, smart, voice in zip(plan.targets, smart_targets(reading), linked_to_voice(reading), strict=True):
        row = " ".join(plan.quote(span) for span in target.row)
        if (
            smart.relevant
            or voice.linked
            or target.wording in aims
            or any(names_subject(reading, subject, row) for subject in behind)
        ):
            found.append(target.wording)
    return tuple(found)


@feature(
    "targets_answering_share",
    type=float,
    unit="of the targets",
    looked_in=(Kind.TARGETS,),
    describes="share of new targets that take up a need, a wish, a course off track or an aspiration",
    source="seed 001, lines 74 and 103",
)
def targets_answering_share(reading: Reading) -> Answer:
    """0 where there is no target."""
    if not reading.plan.targets:
        return Answer(0.0)
    found = _answering(reading)
    return Answer(
        round(len(found) / len(reading.plan.targets), 3),
        shown(found, "answering", "This target takes up something that the plan records."),
    )
