"""People's work on a suggestion: pure functions, no database, no rating logic."""

from pepinsight.review.choices import (
    ConfirmAll,
    Judgement,
    RollUp,
    change,
    confirm,
    confirm_all_remaining,
    judge,
    keep,
    rate_unseen,
    reopen,
)
from pepinsight.review.decision import Action, Choice, Decision, ReviewError
from pepinsight.review.state import Review, SectionReview, State, Suggested, review_of, standing, that_fit
from pepinsight.review.triage import Reason, reasons_to_read, told_while
from pepinsight.review.withheld import Withheld, Withholding, is_rated_first

__all__ = [
    "Action",
    "Choice",
    "ConfirmAll",
    "Decision",
    "Judgement",
    "Reason",
    "Review",
    "ReviewError",
    "RollUp",
    "SectionReview",
    "State",
    "Suggested",
    "Withheld",
    "Withholding",
    "change",
    "confirm",
    "confirm_all_remaining",
    "is_rated_first",
    "judge",
    "keep",
    "rate_unseen",
    "reasons_to_read",
    "reopen",
    "review_of",
    "standing",
    "that_fit",
    "told_while",
]
