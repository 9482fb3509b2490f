"""The data of this room as typed models: headings, labels, roles and forms. Loaded once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path

from spacy.lang.en.stop_words import STOP_WORDS

from pepinsight.data_files import Strict, load
from pepinsight.plan.form_entry import Completer, Form, MustHave
from pepinsight.plan.lexicon import Entry, Lexicon, words
from pepinsight.plan.own_forms import own_forms, own_headings, own_labels
from pepinsight.plan.plan import Field, SectionKind

_DATA = Path(__file__).parent / "data"


class FieldEntry(Entry):
    """A kind of field: what stands for its label, the section it counts for, and the plan's date it gives."""

    section: SectionKind | None = None
    local: tuple[str, ...] = ()
    always: bool = False
    date: str | None = None


class SectionData(Strict):
    """data/sections.yaml."""

    headings: Mapping[SectionKind, Entry]
    completed_by: Mapping[SectionKind, Entry]
    columns: Mapping[SectionKind, Entry]
    broad: frozenset[SectionKind]
    mixed: frozenset[SectionKind]
    told_by_answers: frozenset[SectionKind]
    keeps: Mapping[SectionKind, frozenset[SectionKind]]


class FieldData(Strict):
    """data/fields.yaml."""

    fields: Mapping[str, FieldEntry]
    dated_parts: frozenset[SectionKind]
    dated_parts_else: frozenset[SectionKind]
    plan_words: frozenset[str]
    own_words: frozenset[str]
    bare_dates: frozenset[str]
    signing_dates: frozenset[str]
    asks_day: frozenset[str]
    placeholders: tuple[str, ...]
    placeholder_starts: tuple[str, ...]
    not_held: tuple[str, ...]
    ticked: str
    unticked: str


class PeopleData(Strict):
    """data/roles.yaml."""

    roles: Mapping[str, Entry]
    role_of_field: Mapping[str, str]
    name_columns: tuple[str, ...]
    role_columns: tuple[str, ...]
    came_columns: tuple[str, ...]
    status_columns: tuple[str, ...]
    came_cues: tuple[str, ...]
    came_ways: tuple[str, ...]
    came_verbs: tuple[str, ...]
    stayed_away_verbs: tuple[str, ...]
    ticks: str
    crosses: str
    yes: tuple[str, ...]
    no: tuple[str, ...]
    present: tuple[str, ...]
    absent: tuple[str, ...]
    child_came: tuple[str, ...]
    child_stayed_away: tuple[str, ...]
    sign_off_fields: tuple[str, ...]
    not_sign_offs: tuple[str, ...]
    not_names: frozenset[str]
    not_people: frozenset[str]
    names_too: frozenset[str]

    @cached_property
    def nobody(self) -> frozenset[str]:
        """Words that name nobody at the meeting, in lower case: those listed, and the commonest of the language."""
        return self.not_people | (STOP_WORDS - self.names_too)


class FormData(Strict):
    """data/forms.yaml. ``every_form`` is what any PEP must have filled in, on a form known by name or not."""

    every_form: Mapping[Completer, MustHave]
    forms: Mapping[str, Form]
    mandatory_marks: tuple[str, ...]
    said: Mapping[str, str]
    pep_words: tuple[str, ...]
    plan_titles: tuple[str, ...]
    phases: Mapping[str, tuple[str, ...]]
    other_documents: tuple[str, ...]
    parts: Mapping[str, frozenset[SectionKind]]
    personal: frozenset[str]
    surely_personal: frozenset[str]
    of_one_child: frozenset[str]
    of_all_children: frozenset[str]
    of_one_child_too: tuple[str, ...]


@cache
def section_data() -> SectionData:
    """Headings and what they open."""
    return load(_DATA / "sections.yaml", SectionData)


@cache
def field_data() -> FieldData:
    """Labels and what they ask."""
    return load(_DATA / "fields.yaml", FieldData)


@cache
def form_data() -> FormData:
    """The known forms, and the words that tell a PEP from another document."""
    return load(_DATA / "forms.yaml", FormData)


@cache
def known_forms() -> Mapping[str, Form]:
    """The forms known by name: an authority's own before those that come with pepinsight."""
    own = own_forms(field_data().fields)
    return {**own, **{id: form for id, form in form_data().forms.items() if id not in own}}


def comes_over(form: str, item: Field) -> bool:
    """Whether the form of this id carries the field's answer over from earlier, or fills it in by itself."""
    known = known_forms().get(form)
    if known is None or item.kind not in known.prefilled | known.automatic:
        return False
    section = field_data().fields[item.kind].section
    return section is None or section is item.section  # "Social worker:" under wellbeing is their own word


@cache
def phases() -> Mapping[str, re.Pattern[str]]:
    """What a form's titles say of each phase, the most telling first."""
    found = {phase: "|".join(map(re.escape, said)) for phase, said in form_data().phases.items()}
    return {
        phase: re.compile(rf"(?<!\w)(?:{said})(?!\w)".replace(r"\ ", r"[\s/–-]{0,3}"), re.IGNORECASE)
        for phase, said in found.items()
    }


@cache
def people_data() -> PeopleData:
    """Roles, and how attendance lists are filled in."""
    return load(_DATA / "roles.yaml", PeopleData)


@cache
def headings() -> Lexicon:
    """Headings by section kind."""
    return Lexicon({kind.value: entry for kind, entry in section_data().headings.items()}, own_headings())


@cache
def form_titles() -> Lexicon:
    """Headings that name the whole form."""
    return Lexicon({SectionKind.FRONT.value: section_data().headings[SectionKind.FRONT]})


@cache
def completers() -> Lexicon:
    """Who fills a part in, by section kind."""
    return Lexicon({kind.value: entry for kind, entry in section_data().completed_by.items()})


@cache
def columns() -> Lexicon:
    """First rows of tables by section kind."""
    return Lexicon({kind.value: entry for kind, entry in section_data().columns.items()})


@cache
def labels() -> Lexicon:
    """Field labels by field kind."""
    return Lexicon(field_data().fields, own_labels(field_data().fields))


@cache
def local_labels() -> Mapping[tuple[SectionKind, str], str]:
    """Labels that mean a kind of field only within its own section."""
    return {
        (entry.section, words(name)): kind
        for kind, entry in field_data().fields.items()
        if entry.section is not None
        for name in entry.local
    }


@cache
def roles() -> Lexicon:
    """Words for a person's role."""
    return Lexicon(people_data().roles)
