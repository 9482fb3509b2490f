"""People's work on a suggestion: pure functions, no database, no rating logic."""

from pepinsight.review.choices import (
    ConfirmAll,
    Judgement,
    RollUp,
    change,
    confirm,
    confirm_all_remaining,
    judge,
    reopen,
)
from pepinsight.review.decision import Action, Choice, Decision, ReviewError
from pepinsight.review.state import Review, SectionReview, State, Suggested, review_of, standing

__all__ = [
    "Action",
    "Choice",
    "ConfirmAll",
    "Decision",
    "Judgement",
    "Review",
    "ReviewError",
    "RollUp",
    "SectionReview",
    "State",
    "Suggested",
    "change",
    "confirm",
    "confirm_all_remaining",
    "judge",
    "reopen",
    "review_of",
    "standing",
]
