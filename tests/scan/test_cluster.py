"""A real Dask cluster on this machine: workers are killed, files are poison, and every other file has its result."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import bad_work
import pytest
from making_archives import GOOD
from scanning import LIMITS, Scanned, told_of

from pepinsight.scan import Asked, Limits, Outcome, Progress, scan
from pepinsight.scan.cluster import A_THREAD, DAEMON_SETTING, DaskPool, unfit
from pepinsight.scan.supervise import supervised

HERE = str(Path(__file__).parent)


class Cluster:
    """A scheduler and workers as processes of their own, as an administrator starts them."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "scheduler.json"
        self.processes: list[subprocess.Popen[bytes]] = []
        self.start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show")
        until = time.monotonic() + 120
        while not self.file.exists():
            assert time.monotonic() < until
            time.sleep(0.05)

    def start(self, what: str, *arguments: str, **environment: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.{what}", "--scheduler-file", str(self.file), *arguments]
        env = {**os.environ, "PYTHONPATH": os.pathsep.join([HERE, *sys.path]), **environment}
        process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.processes.append(process)
        return process

    def worker(self, name: str) -> subprocess.Popen[bytes]:
        return self.start("dask_worker", "--nthreads", "1", "--no-nanny", "--no-dashboard", "--name", name)

    @property
    def address(self) -> str:
        return str(json.loads(self.file.read_text())["address"])

    def stop(self) -> None:
        for process in self.processes:
            process.kill()
        for process in self.processes:
            process.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A scheduler and two workers of one thread each."""
    cluster = Cluster(tmp_path_factory.mktemp("cluster"))
    cluster.worker("first")
    cluster.worker("second")
    try:
        yield cluster
    finally:
        cluster.stop()


def pool_of(cluster: Cluster, limits: Limits, workers: int, *starts: str) -> DaskPool:
    pool = DaskPool(cluster.address, limits, starts)
    pool._client.wait_for_workers(workers, timeout=120)
    pool._counted = -1e9  # count its threads anew
    return pool


def test_poison_is_given_up_and_memory_stays_flat(cluster: Cluster) -> None:
    pool = pool_of(cluster, Limits(seconds=5, megabytes=300), 2)
    poison = {3: bad_work.crash, 30: bad_work.hold_the_interpreter, 50: bad_work.swell}
    jobs = iter(range(200))
    most, values, reasons = 0, {}, {}
    while len(values) < 200:
        while pool.room > 0 and (job := next(jobs, None)) is not None:
            pool.start(job, *((poison[job],) if job in poison else (bad_work.double, job)))
            most = max(most, len(pool._under_way))
        for job, answer in pool.answers(5):
            values[job], reasons[job] = answer.value, answer.status
    pool.stop()
    assert values == {job: None if job in poison else 2 * job for job in range(200)}
    assert [reasons[job] for job in poison] == [Outcome.TOO_LARGE, Outcome.TOO_SLOW, Outcome.TOO_LARGE]
    assert most <= 2 * A_THREAD


def test_a_worker_killed_on_the_way_costs_no_result(cluster: Cluster, scanned: Scanned, tmp_path: Path) -> None:
    for path in sorted(GOOD[0].parent.glob("[ab]1-0[1-3].docx")):
        scanned.put(path.name, path.read_bytes())
    scanned.put("cut.docx", GOOD[0].read_bytes()[:9000])
    scanned.run.begin(Asked((str(scanned.files),)))
    killed: list[int] = []

    def kill(told: Progress) -> None:
        if told.done >= 3 and not killed:
            killed.append(cluster.processes[1].pid)
            os.kill(killed[0], signal.SIGKILL)

    pool = pool_of(cluster, LIMITS, 2, str(scanned.files))
    assert scan(scanned.run, pool, kill)
    assert killed
    lines = scanned.lines()
    assert {path for path, line in lines.items() if line.status != "assessed"} == {"cut.docx"}
    assert len(lines) == 7
    here = Scanned(scanned.files, tmp_path / "here")
    here.scan()
    assert told_of(lines) == told_of(here.lines())


def test_a_worker_that_cannot_help_is_named_before_a_night_is_spent(tmp_path: Path) -> None:
    from importlib.metadata import version

    now = version("pepinsight")
    assert unfit(now, [str(tmp_path)]) is None
    assert unfit("0.0", []) == f"it has pepinsight {now}, not 0.0."
    assert unfit(now, ["/nowhere/at/all"]) == "it does not see /nowhere/at/all."
    in_a_daemon = supervised(LIMITS, unfit, now, [])
    assert in_a_daemon.value == f"it may not have killable children: start it with {DAEMON_SETTING}."
