"""The dates and their counts stand in the JSON and in the page of plain text."""

import json
from pathlib import Path

from pepinsight.assessing import Options, Record, assess_file
from pepinsight.contract import to_json
from pepinsight.summary import summarise

GOLD = Path(__file__).parent.parent / "corpora" / "gold"


def record() -> Record:
    return assess_file(GOLD / "a2-01.docx", Options(rubrics=()))


def test_json_tells_each_window() -> None:
    told = json.loads(json.dumps(to_json(record())))["timing"]
    by_id = {item["id"]: item for item in told}
    assert by_id["completed"] == {
        "id": "completed",
        "title": "Completed within 10 working days of the meeting",
        "from": "2025-11-06",
        "to": "2025-11-13",
        "days": 5,
        "unit": "working_days",
        "limit": 10,
        "within": True,
        "says": "meeting 6 Nov 2025, completed 13 Nov 2025: 5 working days",
        "source": "seed 002, lines 362-364",
    }
    assert by_id["target"]["within"] is False
    assert by_id["meeting_in_term"]["to"] is None


def test_the_plain_page_tells_them_too() -> None:
    page = " ".join(summarise(record(), {}).split())
    assert "Dates and times (Default school terms for England)" in page
    assert "in time Completed within 5 working days of the meeting: meeting 6 Nov 2025, completed 13 Nov 2025" in page
    assert "not in time Target within 12 weeks" in page
