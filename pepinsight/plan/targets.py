"""This term's new targets as whole rows, in order, wherever and in whatever shape they stand."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from rapidfuzz import fuzz, utils

from pepinsight.plan.columns import FORWARD, any_of, has_word, words_of
from pepinsight.plan.contents import Contents
from pepinsight.plan.groups import groups_of
from pepinsight.plan.money import amount, sums
from pepinsight.plan.own_targets import own_targets
from pepinsight.plan.pieces import Text
from pepinsight.plan.plan import PreviousTarget, SectionKind, Span, Target
from pepinsight.plan.previous import find_previous, is_previous
from pepinsight.plan.records import Group, Part, Record, is_to_come

_PARTS = ("why", "how", "measure", "who", "when", "cost", "baseline", "review", "voice", "term", "subject")
_OWN_WORDS = re.compile(rf"\b(?!(?:{any_of('target')}|and|all|both)\b)[^\W\d_]{{2,}}", re.IGNORECASE)
LONGEST_TIME = 10  # words of a cell that says no more than by when, whatever its column is called
_OPENING_SUM = re.compile(
    r"\s*(\d{2,4}) (?!hours?|hrs?|min|sessions?|weeks?|wks?|days?|lessons?|x |at |of )[a-z]", re.IGNORECASE
)
_CLAUSES = re.compile(r"\s*(?:[;/\n]|,(?!\d)|\band\b)\s*")
_SAME = 92  # of 100: the wording of an old target standing again, but for a comma or a name


def find_targets(
    contents: Contents,
    meeting: date | None = None,
    dates_in: Callable[[str], list[date]] | None = None,
    groups: list[Group] | None = None,
) -> tuple[Target, ...]:
    """This term's new targets. Those left over from last term are not new: worded as before, or due before the meeting.

    ``dates_in`` gives the dates in a text, in order; without it no target has a date.
    """
    groups = groups if groups is not None else groups_of(contents)
    new = [
        replace(group, records=[one for one in group.records if not is_to_come(one.wording.text)])
        for group in _new_groups(groups)
    ]
    old = find_previous(contents, groups)
    if _go_on_unchanged(contents):
        return ()
    found = []
    for group in new:
        due = [_by(record, dates_in) for record in group.records]
        # Where all that is dated is past, these are last term's; one past date among later ones is a slip.
        over = meeting is not None and all(by < meeting for by in due if by)
        left = [_is_left_over(contents, record, old) for record in group.records]
        for record, by, same in zip(group.records, due, left, strict=True):
            again = not all(left) and by is not None and _is_planned_anew(record)
            if not (over and by) and (not same or again):
                found.append(_target(record, group, by))
    return tuple(found)


def _new_groups(groups: list[Group]) -> list[Group]:
    new = [group for group in groups if not is_previous(group, groups) and not _refers(group, groups)]
    new = own_targets(new)
    planned = [group for group in new if _is_planned(group)]
    listed = [group for group in new if group.shape != "prose"]
    return planned or listed or new


def _refers(group: Group, groups: list[Group]) -> bool:
    """Whether a list of spending only says which target each sum is for: by number, or in words that stand before."""
    if group.kind is not SectionKind.PREMIUM or "cost" not in group.columns:
        return False
    others = {utils.default_process(item.wording.text) for one in groups if one is not group for item in one.records}
    wordings = [item.wording.text for item in group.records]
    known = [not _OWN_WORDS.search(words) or utils.default_process(words) in others for words in wordings]
    return sum(known) * 2 > len(known)


def _is_planned(group: Group) -> bool:
    """Whether the form asks for more than the bare words of a target, or numbers them."""
    if group.shape in ("list", "prose"):
        return False
    return bool(group.columns & FORWARD) or any(letter.isdigit() for letter in group.wording_label)


def _go_on_unchanged(contents: Contents) -> bool:
    """Whether the target section says that last term's targets simply go on."""
    return any(
        has_word(placed.piece.text, "unchanged")
        for placed in contents.placed
        if placed.kind is SectionKind.TARGETS and isinstance(placed.piece, Text)
    )


def _is_left_over(contents: Contents, record: Record, old: tuple[PreviousTarget, ...]) -> bool:
    if any(has_word(part.text, "as_before") for part in record.of("how")):
        return True
    words = utils.default_process(record.wording.text)
    return any(
        fuzz.ratio(words, utils.default_process(contents.document.text[item.wording.start : item.wording.end])) >= _SAME
        for item in old
    )


def _is_planned_anew(record: Record) -> bool:
    """Whether a target of last term stands among new ones with a plan of its own: why, and how."""
    return bool(record.of("why") and record.of("how")) and not any(
        has_word(part.text, "as_before") for part in record.of("how")
    )


def _by(record: Record, dates_in: Callable[[str], list[date]] | None) -> date | None:
    if dates_in is None:
        return None
    short = [part for part in record.of("", "review") if len(part.text.split()) <= LONGEST_TIME]
    for parts in (record.of("when"), short, [record.wording], record.of("measure")):
        found = [day for part in parts for day in dates_in(part.text)]
        if found:
            return max(found)
    return None


def _target(record: Record, group: Group, by: date | None) -> Target:
    parts = tuple(dict.fromkeys((part.role, part.span) for part in record.parts if part.role in _PARTS))
    row = tuple(sorted({record.wording.span, *(part.span for part in record.parts)}, key=lambda span: span.start))
    return Target(record.wording.span, row, parts, _amount(record, group), by, _long_term(record, group))


def _amount(record: Record, group: Group) -> float | None:
    """The sum in the row's cost; where the form asks for none, any sum in what will be done."""
    costs = record.of("cost")
    if costs or "cost" in group.columns:
        spans: dict[Span, str] = {part.span: part.text for part in costs if not _is_other_fund(part)}
        plain = any(_is_bare_sum(part) for other in group.records for part in other.of("cost"))
        found = [(text, amount(_of_premium(text))) for text in spans.values()]
        found = [(text, _opening_sum(text) if pounds is None and plain else pounds) for text, pounds in found]
        known = [pounds for _, pounds in found if pounds]  # "£0" sets nothing aside
        return sum(known) if known else None
    others = {part.span: part.text for part in record.parts if sums(part.text) and _is_paid(part)}
    known = [pounds for text in others.values() if (pounds := amount(text)) is not None]
    return sum(known) if known else None


def _of_premium(text: str) -> str:
    """A cost without what somebody else pays of it ("£240 PP+, £100 school")."""
    clauses = [clause for clause in _CLAUSES.split(text) if sums(clause)]
    named = [clause for clause in clauses if has_word(clause, "premium")]
    others = [clause for clause in clauses if clause not in named and has_word(clause, "other_payer")]
    return "; ".join(clause for clause in clauses if clause not in others) if named and others else text


def _is_bare_sum(part: Part) -> bool:
    return "£" not in part.text and amount(part.text) is not None


def _opening_sum(text: str) -> float | None:
    """The number that opens a cell in a column that writes its sums without a pound sign ("40 taxi")."""
    found = _OPENING_SUM.match(text)
    return float(found[1]) if found else None


def _is_paid(part: Part) -> bool:
    return has_word(part.text, "premium") or (has_word(part.text, "pays") and not _is_other_fund(part))


def _is_other_fund(part: Part) -> bool:
    """A bursary's sum is money, but not pupil premium."""
    words = f"{part.label} {part.text}"
    return has_word(words, "other_fund") and not has_word(words, "premium")


def _long_term(record: Record, group: Group) -> bool | None:
    due = (part.text for part in record.of("when") if len(part.text.split()) <= LONGEST_TIME)
    texts = [record.number, *record.around, *(part.text for part in record.of("term")), *due, record.title]
    opening = " ".join(words_of(record.wording.text)[:4])
    for text in (*texts, opening):
        if has_word(text, "long_term"):
            return True
        if has_word(text, "short_term"):
            return False
    return None
