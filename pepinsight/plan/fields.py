"""Labels given a meaning: each pair of label and answer becomes a field of a known kind, counted for its section."""

from __future__ import annotations

import re

from pepinsight.documents import Document
from pepinsight.plan.date_labels import date_asked
from pepinsight.plan.forms import field_data, headings, labels, local_labels, roles, section_data
from pepinsight.plan.lexicon import EXACT, STRONG, Match, words
from pepinsight.plan.pairs import Pair
from pepinsight.plan.plan import Field, Section, SectionKind
from pepinsight.plan.section_model import cues, section_model
from pepinsight.plan.written_dates import dates_of

_PARTS = re.compile(r"\s*/\s*|,\s+|\s+and\s+|\s+&\s+|;\s*|\s+\+\s+")
PLAN_DATES = frozenset({"meeting", "completed", "previous_meeting", "next_meeting", "due"})
OPENS = re.compile(
    r"(?:\W|\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun|on|the|auto)\b)*",
    re.IGNORECASE,
)
"""What may stand before a date that opens an answer."""
_CONTACT = "contact_arrangements"
"""The kind of field that asks when the child sees the family."""
_REACHED = re.compile(r"[\w.]@\w|\d{3} ?\d{4}\b|\d{5} ?\d{6}\b")  # an e-mail address, a telephone number
_NAMED = 4  # words before a date of somebody who signs
_ENOUGH = 4  # words of an answer that can tell what it is about
_PLAIN, _UNLIKELY = 0.8, 0.1  # chances of the kind that an answer speaks of, and of the part in which it stands
_TO = re.compile(r"\s*(?:to|until|till|and|-|–|—)\s*", re.IGNORECASE)
_PERSON = re.compile(r"(?:[A-Z][\w'’.-]*\s*){1,3}")
_MEETING_ONLY = frozenset({SectionKind.MEETING, SectionKind.VIEWS, SectionKind.CARER, SectionKind.QUALITY})


def label_kind(label: str, names: tuple[str, ...] = (), stands: SectionKind | None = None) -> str | None:
    """The kind of field that a label asks for in a section of the kind ``stands``; None when the data does not know."""
    found = match_label(label, names, stands)
    return found.kind if found is not None else None


def match_label(label: str, names: tuple[str, ...] = (), stands: SectionKind | None = None) -> Match | None:
    """What of the data a label fits in a section of the kind ``stands``; None for nothing."""
    plain = words(label, names).removesuffix(" is").removesuffix(" are")  # "My social worker is"
    if plain == "child" and words(label) != plain:
        return None  # the child's own name before a colon is a speaker
    local = local_labels().get((stands, plain)) if stands is not None else None
    found = Match(local, EXACT, 0, plain) if local else labels().match(plain)
    data = field_data()
    if found is not None and stands is not None and data.fields[found.kind].date in PLAN_DATES:
        return found if stands in data.dated_parts | data.dated_parts_else else None
    return found


def label_kinds(label: str, names: tuple[str, ...] = ()) -> tuple[str, ...]:
    """All kinds that a joined label ("Name / DOB", "Meeting / written up") asks for, in order."""
    found = labels().match(words(label, names))
    if found is not None and found.strength == EXACT:
        return (found.kind,)
    whole = found.kind if found is not None else None
    parts = [part for part in _PARTS.split(label) if part.strip()]
    if len(parts) < 2:
        return (whole,) if whole else ()
    kinds = [kind for part in parts if (kind := label_kind(part, names)) is not None]
    if whole is not None and whole not in kinds:
        kinds.insert(0, whole)
    return tuple(dict.fromkeys(kinds))


def make_fields(
    document: Document, pairs: tuple[Pair, ...], sections: tuple[Section, ...], names: tuple[str, ...]
) -> tuple[Field, ...]:
    """The fields in reading order, each with the section kind it counts for."""
    where = {index: section for section in sections for index in section.blocks}
    out: list[Field] = []
    before = ""
    for pair in pairs:
        section = where[pair.blocks[0]]
        if section.about is not None:  # an attached paper's labels ask for nothing that the plan itself is judged by
            out.append(Field(pair.label, pair.value, None, section.about, pair.blank))
            continue
        stands = section.kind
        label = document.text[pair.label.start : pair.label.end]
        kind = label_kind(label, names, stands)
        if kind == _CONTACT and _REACHED.search(document.text, pair.value.start, pair.value.end):
            # "Contact: a.penn@..." below a name is how to reach somebody, and no time with the family
            out.append(Field(pair.label, pair.value, None, stands, pair.blank))
            continue
        kind = _asked_day(document, pair, kind, stands, names, before) or kind
        before = label
        if kind is None and stands is SectionKind.MEETING and _may_speak(document, pair):
            continue  # "Bev: ..." in the minutes is a speaker, not a label
        counts = section_of(kind, stands) if kind is not None else _unknown(document, pair, stands, names)
        out.append(Field(pair.label, pair.value, kind, counts, pair.blank))
    return tuple(out)


def _asked_day(
    document: Document, pair: Pair, kind: str | None, stands: SectionKind, names: tuple[str, ...], before: str
) -> str | None:
    """What day a label of unknown or vague words asks for, where a date opens the answer, or follows the name for which
    it asks ("Locked by: T. Hale 20.03.25"). ``before`` is the label before it."""
    value = document.text[pair.value.start : pair.value.end]
    written = dates_of(document, value, short=True)[:2]
    data = field_data()
    if kind is not None and data.fields[kind].date is not None:
        return None
    label = document.text[pair.label.start : pair.label.end]
    if not written:
        return None
    opens = OPENS.fullmatch(value[: written[0].start]) is not None
    named = words(label, names).endswith(" by") and len(value[: written[0].start].split()) <= _NAMED
    if not opens and not named:
        return None
    if len(written) > 1 and _TO.fullmatch(value[written[0].end : written[1].start]):
        return None  # a stretch of time is no day
    asked = date_asked(label, names, before)
    if not opens and asked != "completed_date":
        return None
    parts = data.dated_parts | ({SectionKind.CARE} if asked == "entered_care" else set())
    if set(words(label, names).split()) & data.own_words:
        parts |= data.dated_parts_else  # "This PEP was put on the system on", below the contacts
    return asked if stands in parts else None


def _may_speak(document: Document, pair: Pair) -> bool:
    label = document.text[pair.label.start : pair.label.end]
    if len(pair.blocks) > 1 or pair.blank or document.blocks[pair.blocks[0]].place.table is not None:
        return False
    colon = document.text[pair.label.end : pair.value.start].strip() == ":"
    return colon or _PERSON.fullmatch(label) is not None or roles().match(words(label, pronouns=False)) is not None


def _unknown(document: Document, pair: Pair, stands: SectionKind, names: tuple[str, ...]) -> SectionKind:
    """Where an unknown label counts: in a part about everything for what its words would head; elsewhere for what the
    answer speaks of plainly ("Timetable: full time, all at Riverside" below the attendance)."""
    label = document.text[pair.label.start : pair.label.end]
    found = headings().match(words(label, names)) if stands in section_data().broad else None
    if found is not None and found.strength >= STRONG:
        return SectionKind(found.kind)
    model = section_model()
    if model is None or pair.blank or stands not in section_data().mixed:
        return stands
    answer = document.text[pair.value.start : pair.value.end]
    told = model.chances(cues(label, answer, names)) if len(answer.split()) >= _ENOUGH else {}
    best = max(told, key=lambda kind: told[kind], default=stands)
    plain = told.get(best, 0.0) >= _PLAIN and told.get(stands, 0.0) <= _UNLIKELY
    return best if plain and best in section_data().told_by_answers else stands


def section_of(kind: str | None, stands: SectionKind) -> SectionKind:
    """The section for which a field of ``kind`` counts when it stands in a section of the kind ``stands``."""
    entry = field_data().fields.get(kind) if kind is not None else None
    if entry is None or entry.section is None:
        return stands
    remark = entry.section is SectionKind.QUALITY  # an officer's word on a part is never that part's evidence
    if stands in section_data().broad or remark or (entry.always and stands not in _MEETING_ONLY):
        return entry.section
    return stands
