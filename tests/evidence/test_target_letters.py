"""Targets: each SMART letter on the whole row, what they answer, and what pupil premium is said to have done."""

from __future__ import annotations

import pytest
from making_peps import findings_of, plan_of

from pepinsight.evidence import find_evidence

HEADER = ["Target", "How", "How we will know", "By when", "PP+"]
NEED = {
    "Attainment": [
        "Wren reads 62 words a minute and is behind in reading; spelling of common words is the sticking point."
    ],
    "PEP meeting": [
        "Reading was talked about: Mr Dunn timed her on a Year 6 text and she read 62 words a minute, "
        "so paired reading goes on each Friday."
    ],
    "Young person's views": ['Wren said: "I hate reading out loud because I get stuck on the long words."'],
}


def _smart(row: list[str]) -> dict[str, bool]:
    found = findings_of({**NEED, "New SMART targets": [[HEADER, row]]})
    assert len(found.targets) == 1
    return dict(found.targets[0].smart)


GOOD = [
    "Wren will read 80 words a minute from a Year 6 text",
    "Paired reading with Mr Dunn, 15 minutes daily",
    "Timed read each Friday, 80 or more twice running",
    "27/03/2026",
    "£120",
]


def test_a_good_row_misses_no_letter() -> None:
    assert all(_smart(GOOD).values())


@pytest.mark.parametrize(
    ("letter", "row"),
    [
        ("S", ["To get better at reading", "Support in class", "Improvement seen", "27/03/2026", ""]),
        (
            "M",
            [
                "To get better at reading",
                "Paired reading with Mr Dunn, 15 minutes daily",
                "She feels happier",
                "27/03/2026",
                "",
            ],
        ),
        ("T", [GOOD[0], GOOD[1], "Timed read, 80 or more", "Ongoing", ""]),
        ("T", [GOOD[0], GOOD[1], "Timed read, 80 or more", "", ""]),
        ("R", ["Wren will juggle 5 bean bags for 40 seconds", "Circus club", "5 bags, 40 seconds", "27/03/2026", ""]),
        ("A", ["To be the best she can be in everything", "", "", "27/03/2026", ""]),
    ],
)
def test_a_missing_letter_is_named(letter: str, row: list[str]) -> None:
    assert _smart(row)[letter] is False


@pytest.mark.parametrize("help_given", ["Mentor 3 x 20 minutes a week", "10 sessions of tuition", "1:1 for 30 mins"])
def test_the_amount_of_help_is_no_measure(help_given: str) -> None:
    assert _smart(["To improve her reading", help_given, "", "27/03/2026", ""])["M"] is False


def test_each_missed_letter_comes_with_advice() -> None:
    found = findings_of({**NEED, "New SMART targets": [[HEADER, ["To get better at reading", "", "", "Ongoing", ""]]]})
    target = found.targets[0]
    assert len(target.advice) == sum(not met for met in target.smart.values()) > 0


@pytest.mark.parametrize(
    ("row", "letter", "met"),
    [
        (["To be calmer at lunch", "Lots of encouragement from all staff", "", "Ongoing", ""], "A", False),
        (["To be calmer at lunch", "Mentor Weds", "", "Ongoing", ""], "A", True),
        (["Reading", "Mentor Weds", "", "Ongoing", ""], "A", False),
        (["To be calmer at lunch", "Mentor Weds", "", "Ongoing", ""], "R", True),
        (["Juggle three clubs for 40 seconds", "Circus kit", "40 seconds", "27/03/2026", ""], "R", False),
        (["Solve 8 of 10 linear equations", "Tutor Weds", "8 of 10", "27/03/2026", ""], "R", True),
    ],
)
def test_cheering_is_no_help_and_only_a_precise_target_is_off_the_point(row: list[str], letter: str, met: bool) -> None:
    assert _smart(row)[letter] is met


@pytest.mark.parametrize(
    ("wording", "measure", "met"),
    [
        ("Wren will move from 22/50 to 32/50 on the number paper", "", True),
        ("Wren will write two letters to her aunt", "", True),
        ("Wren will do well in A2L", "", False),
        ("Wren will know her 7 and 8 times tables better", "", False),
        ("To get her place on the bricklaying course", "Offer letter", True),
        ("Wren will catch the bus by herself", "Done it 3 weeks running", True),
        ("Wren will catch the bus by herself", "Checked over 3 weeks", False),
    ],
)
def test_what_can_be_measured(wording: str, measure: str, met: bool) -> None:
    assert _smart([wording, "Mentor Weds", measure, "Ongoing", ""])["M"] is met


@pytest.mark.parametrize(
    ("when", "met"),
    [
        ("Ongoing", False),
        ("Ongoing, this term", False),
        ("This year", False),
        ("2025-26", False),
        ("Twice a week, 20 mins", False),
        ("asap", False),
        ("As soon as possible, by Easter", True),
        ("Ongoing until 27/03/2026", True),
        ("6 wks", True),
        ("Half term", True),
        ("HT3", True),
    ],
)
def test_a_time_is_one_by_which_it_is_to_be_done(when: str, met: bool) -> None:
    assert _smart([GOOD[0], GOOD[1], "Timed read, 80 or more", when, ""])["T"] is met


@pytest.mark.parametrize(
    ("wording", "met"),
    [
        ("Wren will read 80 words a minute (now 62, March test)", False),
        ("Wren will read 80 words a minute (62 in November)", False),
        ("Wren will read 80 words a minute by the March test", True),
    ],
)
def test_when_things_stood_as_they_did_is_no_deadline(wording: str, met: bool) -> None:
    assert _smart([wording, GOOD[1], "Timed read", "", ""])["T"] is met


def test_a_short_cell_that_is_a_date_is_the_deadline_whatever_its_column_is_called() -> None:
    rows = [["Target", "How", "Look at it", "PP+"], [GOOD[0], GOOD[1], "half way 6 Feb, end 27 March", ""]]
    found = findings_of({**NEED, "New SMART targets": [rows]})
    assert found.targets[0].smart["T"]


def test_what_stands_with_the_sum_tells_of_the_money() -> None:
    told = ["Met", "Read 3 books and liked one", "£60 for books. Reading age 9:4 to 9:8, and asks for more."]
    rows = [["Target from June", "Met?", "Comment", "PP+ and what it did"], ["Wren will read 4 books", *told]]
    assert findings_of({"Review of previous targets": [rows]}).value("previous_targets_reviewed") == "detailed"
    rows[1][2] = "Read 3, liked one"
    assert findings_of({"Review of previous targets": [rows]}).value("previous_targets_reviewed") == "brief"


@pytest.mark.parametrize(
    ("wording", "missed"),
    [
        ("Wren to be working at the expected level in reading by July", ""),
        ("Wren will hold a place on the plumbing course", ""),
        ("Wren will write her name without a model", ""),
        ("Wren will reach 4.0 in English and 5.0 in maths", ""),
        ("Wren will take part in the school show with the others", "M"),
        ("Wren to keep up the good work in reading", "SM"),
        ("Wren to stay focused in reading lessons each day", "SM"),
        ("Wren to enjoy reading with others and build on this", "SM"),
    ],
)
def test_a_standard_reached_or_a_thing_done_measures(wording: str, missed: str) -> None:
    found = _smart([wording, "Mr Dunn reads with her daily", "", "17/07/2026", ""])
    assert "".join(letter for letter in "SM" if not found[letter]) == missed


def test_what_was_bought_reviews_no_target() -> None:
    rows = [["Target from June", "Review", "PP+"], ["Wren will read 60 words a minute", "Met", "£300 tutor for Wren"]]
    assert findings_of({"Review of previous targets": [rows]}).value("previous_targets_reviewed") == "none"


def test_pupil_premium_in_the_row_is_linked_and_elsewhere_is_not() -> None:
    rows = [HEADER, GOOD, ["Wren will spell 40 of the 50 common words", "Daily practice", "40 of 50", "27/03/2026", ""]]
    found = findings_of(
        {**NEED, "New SMART targets": [rows], "Pupil Premium Plus": ["£600 was received in September."]}
    )
    assert [target.premium_linked for target in found.targets] == [True, False]
    assert [target.amount for target in found.targets] == [120.0, None]


@pytest.mark.parametrize(
    ("reviews", "expected"),
    [
        (["Met. She read 64 words a minute on 3 October, up from 51, and chose her own book.",
          "Partly met: 6 of 10 sessions attended because of the bus, so a taxi starts in November."], "detailed"),
        (["Met, a good try", "Nearly there now"], "brief"),
        (["Ongoing", "Met"], "none"),
        (["Met, 64.", "Nearly, 27. Carry on."], "brief"),
        (["Met 12.10.25", "Ongoing"], "none"),
        (["", ""], "none"),
    ],
)  # fmt: skip
def test_how_far_old_targets_are_reviewed(reviews: list[str], expected: str) -> None:
    rows = [
        ["Target from June", "Review"],
        ["Wren will read 60 words a minute", reviews[0]],
        ["Wren will attend homework club", reviews[1]],
    ]
    assert findings_of({"Review of previous targets": [rows]}).value("previous_targets_reviewed") == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "Last term's PP+ (£300) paid for ten tuition sessions: her reading age rose from 9y2m to 9y11m.",
            "quantified",
        ),
        ("Last term's PP+ (£300) paid for a mentor. It has helped her settle and she is calmer in lessons.", "some"),
        ("Last term's PP+ (£300) bought a mount, which means she can now choose her own songs.", "some"),
        ("PP+ of £300 will be used for a mentor next term.", "none"),
    ],
)
def test_what_is_told_of_the_effect_of_the_spend(told: str, expected: str) -> None:
    assert findings_of({"Pupil Premium Plus": [told]}).value("premium_impact") == expected


def test_a_targets_evidence_stands_at_its_words() -> None:
    found = find_evidence(plan_of({**NEED, "New SMART targets": [[HEADER, GOOD]]}))
    for item in found.evidence:
        assert found.plan.document.text[item.start : item.end] == item.quote


def test_a_date_in_the_wording_counts_where_the_column_tells_only_how_often_it_is_looked_at() -> None:
    assert _smart(["By July 2026 Wren will read 80 words a minute", GOOD[1], "", "At each meeting", ""])["T"]
