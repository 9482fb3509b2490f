"""Work done in a child process: whatever becomes of the child, its work gets an answer, and the next piece a child."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import bad_work
import pytest

from pepinsight.data_files import DataFileError
from pepinsight.scan import Limits, LocalPool, Outcome
from pepinsight.scan.supervise import supervised

LIMITS = Limits(seconds=30, megabytes=300)
SHORT = Limits(seconds=1, megabytes=300)


def test_good_work_gives_its_value_and_its_time() -> None:
    answer = supervised(LIMITS, bad_work.double, 21)
    assert (answer.value, answer.status) == (42, None)
    assert answer.seconds >= 0


@pytest.mark.parametrize(
    ("work", "status"),
    [
        (bad_work.crash, Outcome.TOO_LARGE),
        (bad_work.leave, Outcome.TOO_LARGE),
        (bad_work.swell, Outcome.TOO_LARGE),
        (bad_work.sleep_deaf, Outcome.TOO_SLOW),
        (bad_work.hold_the_interpreter, Outcome.TOO_SLOW),
        (bad_work.recurse, Outcome.UNREADABLE),
        (bad_work.stumble, Outcome.UNREADABLE),
    ],
)
def test_bad_work_is_given_up_with_a_reason_and_good_work_goes_on(work: Callable[[], Any], status: Outcome) -> None:
    answer = supervised(SHORT if status is Outcome.TOO_SLOW else LIMITS, work)
    assert (answer.value, answer.status) == (None, status)
    assert answer.reason is not None
    assert answer.reason.endswith(".")
    assert "words of a plan" not in answer.reason
    assert supervised(LIMITS, bad_work.double, 2).value == 4


def test_a_child_is_used_again_until_it_is_lost() -> None:
    first = supervised(LIMITS, bad_work.own_process).value
    assert supervised(LIMITS, bad_work.own_process).value == first
    supervised(LIMITS, bad_work.crash)
    assert supervised(LIMITS, bad_work.own_process).value != first


def test_a_child_lost_through_no_fault_of_the_file_costs_a_second_try(tmp_path: Path) -> None:
    assert supervised(LIMITS, bad_work.die_once, str(tmp_path / "mark")).value == "done"


def test_a_wrong_rubric_is_no_fault_of_the_file() -> None:
    with pytest.raises(DataFileError, match="line 3"):
        supervised(LIMITS, bad_work.wrong_rubric)


def test_a_pool_answers_every_job_whatever_its_neighbours_do() -> None:
    pool = LocalPool(2, LIMITS)
    jobs: list[tuple[int, Callable[..., Any], tuple[Any, ...]]] = [
        (number, bad_work.double, (number,)) if number % 5 else (number, bad_work.crash, ()) for number in range(20)
    ]
    values: dict[int, int | None] = {}
    while jobs or len(values) < 20:
        while jobs and pool.room > 0:
            job, work, arguments = jobs.pop()
            pool.start(job, work, *arguments)
        values.update({job: answer.value for job, answer in pool.answers(5)})
    pool.stop()
    assert values == {number: 2 * number if number % 5 else None for number in range(20)}


def test_a_pool_that_is_stopped_leaves_no_process_behind() -> None:
    before = threading.active_count()
    pool = LocalPool(2, Limits(seconds=600, megabytes=300))
    for job in range(4):
        pool.start(job, bad_work.sleep)
    assert pool.answers(0.3) == []
    pool.stop()
    assert threading.active_count() == before
