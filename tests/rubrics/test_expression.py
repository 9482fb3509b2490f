"""The language of criteria: what may be written, what is refused, and what it comes to when not all is known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pepinsight.rubrics.expression import NUMBER, YES_NO, ExpressionError, Function, Kind, Vocabulary, parse

VOCABULARY = Vocabulary(
    {
        "declined": YES_NO,
        "asked": YES_NO,
        "views": NUMBER,
        "days": NUMBER,
        "review": Kind("text", ("none", "brief", "detailed")),
    },
    {"words_in": Function(NUMBER, ("views", "meeting"), "section kind")},
)


class Facts:
    def __init__(self, **values: object) -> None:
        self.values = values

    def name(self, name: str) -> object:
        return self.values.get(name)

    def call(self, function: str, words: tuple[str, ...]) -> object:
        return self.values.get(function)


def holds(text: str, slack: float = 0.0, **values: object) -> bool | None:
    return parse(text, VOCABULARY).holds(Facts(**values), slack)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("veiws >= 2", "did you mean 'views'?"),
        ("declined == 'yes'", "cannot be compared"),
        ("views", "must be something that holds or does not"),
        ("review == 'detaled'", "did you mean 'detailed'?"),
        ("review in ('brief', 'long')", "not one of none, brief, detailed"),
        ("review >= 'brief'", "neither can be more or less"),
        ("views and declined", "takes a yes/no, but 'views' is a number"),
        ("declined + 1 >= 2", "arithmetic takes a number"),
        ("cuont(declined) >= 1", "did you mean 'count'?"),
        ("count() >= 1", "needs something in its brackets"),
        ("count(views) >= 1", "count() takes a yes/no"),
        ("words_in('veiws') > 3", "did you mean 'views'?"),
        ("words_in(views) > 3", "in quotes"),
        ("words_in() > 3", "takes at least one section kind"),
        ("views >=", "is not an expression"),
        ("__import__('os')", "there is no function '__import__'"),
        ("views.real > 1", "cannot stand in a criterion"),
        ("[v for v in (1, 2)] == 1", "cannot stand in a criterion"),
        ("(lambda: declined)()", "cannot stand in a criterion"),
        ("declined is True", "compare with"),
        ("views ** 9 > 1", "cannot stand in a criterion"),
        ("count(declined, key=1) > 1", "cannot stand in a criterion"),
        ("not " * 900 + "declined", "too many parts within parts"),
        ("(" * 900 + "declined" + ")" * 900, "is not an expression"),
        ("declined or " * 500 + "declined", "too long"),
        ("declined\x00", "is not an expression"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_says_why(text: str, told: str) -> None:
    with pytest.raises(ExpressionError) as error:
        parse(text, VOCABULARY)
    assert told in str(error.value)


@pytest.mark.parametrize(
    ("text", "values", "answer"),
    [
        ("views >= 5", {"views": 5}, True),
        ("views >= 5", {"views": 4}, False),
        ("views >= 5", {}, None),
        ("1 <= views <= 3", {"views": 2}, True),
        ("1 <= views <= 3", {"views": 4}, False),
        ("not declined", {"declined": False}, True),
        ("not declined", {}, None),
        ("asked or declined", {"asked": True}, True),
        ("asked and declined", {"asked": False}, False),
        ("asked and declined", {"asked": True}, None),
        ("any(asked, views >= 2)", {"views": 3}, True),
        ("all(asked, views >= 2)", {"views": 3}, None),
        ("count(asked, declined, views >= 2) >= 2", {"asked": True, "views": 2}, True),
        ("count(asked, declined, views >= 2) >= 2", {"asked": True, "views": 1}, None),
        ("count(asked, declined, views >= 2) >= 2", {"asked": False, "views": 1}, False),
        ("views / days > 0.5", {"views": 3, "days": 4}, True),
        ("views / days > 0.5", {"views": 3, "days": 0}, None),
        ("views + days == 7", {"views": 3, "days": 4}, True),
        ("views * days - 2 < 10", {"views": 3, "days": 4}, False),
        ("max(views, days) >= 4", {"days": 4}, True),
        ("min(views, days) >= 4", {"days": 4}, None),
        ("min(views, days) >= 5", {"days": 4}, False),
        ("-views < 0", {"views": 1}, True),
        ("review == 'brief'", {"review": "brief"}, True),
        ("review != 'brief'", {"review": "none"}, True),
        ("review in ('brief', 'detailed')", {"review": "detailed"}, True),
        ("review not in ('brief', 'detailed')", {"review": "detailed"}, False),
        ("review not in ('brief', 'detailed')", {}, None),
        ("views == 3", {"views": 3.0}, True),
        ("views != days", {"views": 3}, None),
        ("declined == asked", {"declined": True, "asked": True}, True),
        ("declined == True", {"declined": False}, False),
        ("words_in('views', 'meeting') > 20", {"words_in": 21}, True),
    ],
)
def test_it_holds_does_not_or_cannot_be_told(text: str, values: dict[str, object], answer: bool | None) -> None:
    assert holds(text, **values) is answer


@pytest.mark.parametrize(
    ("text", "views", "eased", "stiffened"),
    [
        ("views >= 5", 4, True, False),
        ("views >= 5", 5, True, False),
        ("views <= 5", 6, True, False),
        ("not views < 5", 4, True, False),
        ("5 <= views", 4, True, False),
        ("count(views >= 5, asked) >= 1", 4, True, False),
        ("count(views >= 5, asked) < 1", 4, True, False),
        ("views >= 1", 1, True, True),
        ("views >= 0.5", 0.45, True, False),
    ],
)
def test_slack_eases_and_stiffens_what_is_written_out(text: str, views: float, eased: bool, stiffened: bool) -> None:
    assert holds(text, 0.2, views=views, asked=False) is eased
    assert holds(text, -0.2, views=views, asked=False) is stiffened


NAMES = st.sampled_from(["asked", "declined", "views >= 3", "views < 2", "days > views", "review == 'brief'"])
EXPRESSIONS = st.recursive(
    NAMES,
    lambda inner: st.one_of(
        inner.map(lambda text: f"not ({text})"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]}) and ({two[1]})"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]}) or ({two[1]})"),
        st.tuples(inner, inner, st.integers(0, 2)).map(lambda three: f"count({three[0]}, {three[1]}) >= {three[2]}"),
    ),
    max_leaves=8,
)
KNOWN = st.fixed_dictionaries(
    {
        "asked": st.booleans(),
        "declined": st.booleans(),
        "views": st.integers(0, 6),
        "days": st.integers(0, 6),
        "review": st.sampled_from(["none", "brief", "detailed"]),
    }
)


@given(EXPRESSIONS, KNOWN)
def test_with_everything_known_it_holds_or_not(text: str, values: dict[str, object]) -> None:
    assert holds(text, **values) is not None


@given(EXPRESSIONS, KNOWN, st.sets(st.sampled_from(["asked", "declined", "views", "days", "review"])))
def test_what_is_told_with_less_known_stays_so_with_more(
    text: str, values: dict[str, object], unknown: set[str]
) -> None:
    less = {name: None if name in unknown else value for name, value in values.items()}
    answer = holds(text, **less)
    assert answer is None or answer is holds(text, **values)


@given(EXPRESSIONS, KNOWN)
def test_easing_never_takes_away_and_stiffening_never_gives(text: str, values: dict[str, object]) -> None:
    plain = holds(text, **values)
    assert holds(text, 0.4, **values) or not plain
    assert not holds(text, -0.4, **values) or plain


def test_surely_takes_what_cannot_be_told_as_no() -> None:
    """A reviewer's fact that nobody has stated must not hold a section back."""
    assert holds("not declined") is None
    assert holds("not surely(declined)") is True
    assert holds("not surely(declined)", declined=True) is False
