"""Learning from the team: which decisions count and how much, whole children and schools held out, and a way back."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pepinsight.calibration import calibrate_by
from pepinsight.calibration.files import OWN_MODELS, in_use, own_model, shipped
from pepinsight.calibration.ordinal import fit_ordinal
from pepinsight.cli import main
from pepinsight.cli.command import ALL_ASSESSED, WRONG_USAGE
from pepinsight.data_files import DataFileError
from pepinsight.documents import Block, BlockKind, Document, Place
from pepinsight.evaluation.decided import Label, deal, decided_peps, labels_of
from pepinsight.evaluation.learning import Learnt, learn
from pepinsight.evidence import REGISTRY, Findings, Measured, Value
from pepinsight.plan import Child, Plan, PlanKind, Section, SectionKind
from pepinsight.review import Action, Choice, Decision
from pepinsight.rubrics import load_rubric
from pepinsight.store import Store, open_store
from pepinsight.store.writes import sha256_of

RUBRIC = load_rubric("birmingham")
PEPS = 36
NAMES = ("Ivo", "Petra", "Sunniva", "Casimir", "Marigold", "Tavish", "Oriel", "Leander")


def decision(section: str, level: str | None, seen: bool, who: str = "Amal Reyes", number: int = 1) -> Decision:
    action = Action.REOPEN if level is None else Action.CHANGE
    return Decision(number, section, action, level, None, who, datetime.now(UTC), 1, "BT", seen)


def test_every_persons_unseen_level_counts_and_the_last_seen_one() -> None:
    taken = [
        decision("B", "OT", seen=False),
        decision("B", "ET", seen=True),
        decision("B", "BT", seen=True),
        decision("C", "SB", seen=False),
        decision("C", "OT", seen=False),
        decision("C", "BT", seen=False, who="Bryn Castell"),
    ]
    assert labels_of(taken) == (
        Label("B", "OT", False),
        Label("B", "BT", True),
        Label("C", "OT", False),
        Label("C", "BT", False),
    )


def test_what_was_taken_back_teaches_nothing() -> None:
    assert labels_of([decision("B", "OT", seen=False), decision("B", None, seen=True)]) == ()
    again = [decision("B", "OT", seen=False), decision("B", None, seen=True), decision("B", "ET", seen=True)]
    assert labels_of(again) == (Label("B", "ET", True),)


KEYS = st.lists(st.frozensets(st.sampled_from("abcdefgh"), min_size=1, max_size=3), max_size=20)


@given(KEYS)
def test_peps_that_share_a_child_or_a_school_are_never_apart(keys: list[frozenset[str]]) -> None:
    dealt = deal(keys)
    assert dealt == deal(keys)
    assert all(0 <= part < 5 for part in dealt)
    for one, part in zip(keys, dealt, strict=True):
        assert all(part == other for others, other in zip(keys, dealt, strict=True) if one & others)


def test_parts_are_about_equally_large() -> None:
    dealt = deal([frozenset({str(number)}) for number in range(23)])
    assert sorted(dealt.count(part) for part in range(5)) == [4, 4, 5, 5, 5]


@settings(max_examples=15)
@given(st.lists(st.tuples(st.floats(-2, 2), st.integers(0, 2), st.integers(0, 3)), min_size=3, max_size=8))
def test_a_label_that_counts_twice_is_a_label_that_is_there_twice(cases: list[tuple[float, int, int]]) -> None:
    cues = np.array([[[value]] * 2 for value, _, _ in cases])
    levels, times = np.array([level for _, level, _ in cases]), np.array([count for _, _, count in cases])
    weighed = fit_ordinal(cues, levels, 1.0, times.astype(float))
    repeated = fit_ordinal(np.repeat(cues, times, axis=0), np.repeat(levels, times), 1.0)
    assert weighed.weights == pytest.approx(repeated.weights, abs=1e-3)
    assert weighed.cuts == pytest.approx(repeated.cuts, abs=1e-2)


def made_findings(number: int, content: bytes) -> Findings:
    """Findings of a fictional PEP whose every count is more, the better it is."""
    chance, worth = random.Random(number), number % 4

    def value(name: str) -> Value:
        feature = REGISTRY[name]
        if feature.choices:
            return feature.choices[min(worth, len(feature.choices) - 1)]
        if feature.type is bool:
            return worth >= 2 or chance.random() < 0.3
        return float(worth) if feature.type is float else 2 * worth + chance.randrange(3)

    document = Document("made.docx", "docx", sha256_of(content), "PEP", (Block(0, 3, BlockKind.PARAGRAPH, Place(0)),))
    child = Child(f"{NAMES[number % 8]} Penhaligon {number}")
    plan = Plan(document, PlanKind.FULL, "other", (Section(SectionKind.VIEWS, None, (0,)),), child=child, phase="SSA")
    return Findings(plan, {name: Measured(value(name)) for name in REGISTRY}, ())


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The database of a team that decided on some PEPs, on a third of them before seeing what was suggested."""
    path = tmp_path_factory.mktemp("team") / "pepinsight.db"
    store, chance = open_store(path), random.Random(1)
    for number in range(PEPS):
        content = str(number).encode()
        findings = made_findings(number, content)
        suggestion = calibrate_by(None, RUBRIC.rate(findings), findings)
        file_id = store.add_file(content, f"{number}.docx", "Rosa Thornbury", [suggestion]).file_id
        shown = store.suggestion(file_id, "birmingham")
        assert shown is not None
        choices = []
        for section in shown.suggestion.sections:
            level = section.suggested
            if level in RUBRIC.levels and chance.random() < 0.3:
                level = chance.choice(RUBRIC.levels)
            action = Action.CONFIRM if level == section.suggested else Action.CHANGE
            choices.append(Choice(section.id, action, level, "Seen in the PEP.", seen=number % 3 > 0))
        store.decide(shown.id, choices, "Amal Reyes")
    store.close()
    yield path


@pytest.fixture
def store(team: Path) -> Iterator[Store]:
    opened = open_store(team)
    yield opened
    opened.close()


def test_decisions_come_with_the_features_that_were_kept(store: Store) -> None:
    peps = decided_peps(store, RUBRIC)
    assert len(peps) == PEPS and len({pep.fold for pep in peps}) == 5
    for pep in peps[:5]:
        content = store.content(pep.file_id)
        made = made_findings(int(content), content)
        assert {name: one.value for name, one in pep.assessment.findings.features.items()} == {
            name: one.value for name, one in made.features.items()
        }
        assert all(label.seen is (int(content) % 3 > 0) for label in pep.labels)


def test_rules_that_changed_since_rate_anew(store: Store) -> None:
    data = RUBRIC.data.model_copy(update={"margin": RUBRIC.data.margin / 2})
    changed = replace(RUBRIC, data=data)
    assert changed.rules != RUBRIC.rules
    [pep, *_] = decided_peps(store, changed)
    assert pep.assessment.rules == changed.rules
    assert pep.assessment.findings.features.keys() >= REGISTRY.keys()


@pytest.fixture(scope="module")
def learnt(team: Path) -> Learnt:
    """Learnt once, since that takes a while."""
    store = open_store(team)
    found = learn(store, "birmingham")
    store.close()
    return found


def test_the_comparison_is_in_plain_words_unseen_decisions_first(learnt: Learnt) -> None:
    report = learnt.report
    assert learnt.model.rules == RUBRIC.rules
    assert f"decisions on {PEPS} PEPs" in report
    unseen, seen = report.index("before the suggestion was seen:"), report.index("after it was seen")
    assert unseen < seen
    assert report.count("in use now: the same level") == report.count("the new one: the same level") == 2
    assert "count 0.3 each" in report
    assert "Penhaligon" not in report


@pytest.fixture
def own(tmp_path: Path, team: Path, learnt: Learnt, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for the team's own models; what the team's decisions teach is at hand already."""
    monkeypatch.setenv(OWN_MODELS, str(tmp_path / "models"))
    monkeypatch.setenv("PEPINSIGHT_DATABASE", str(team))
    monkeypatch.setattr("pepinsight.evaluation.learning.learn", lambda *_: learnt)
    return tmp_path / "models"


def answer(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setattr("builtins.input", lambda _: words)


def test_the_model_is_replaced_only_on_the_users_word_and_can_be_taken_back(
    own: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch, "")
    assert main(["train", "--from-reviews"]) == ALL_ASSESSED
    assert "stays as it was" in capsys.readouterr().out and own_model("birmingham") is None

    answer(monkeypatch, "y")
    assert main(["train", "--from-reviews"]) == ALL_ASSESSED
    first = own_model("birmingham")
    assert first is not None and in_use("birmingham", RUBRIC.rules) == first
    assert (own / "birmingham.md").read_text(encoding="utf-8").startswith("Learnt for the rubric")

    assert main(["train", "--from-reviews", "--replace"]) == ALL_ASSESSED
    assert len(list((own / "replaced").glob("*.skops"))) == 1

    assert main(["train", "--undo"]) == ALL_ASSESSED
    again = own_model("birmingham")
    assert again is not None and again.version == first.version
    assert main(["train", "--undo"]) == ALL_ASSESSED
    assert own_model("birmingham") is None
    assert main(["train", "--undo"]) == WRONG_USAGE
    assert "nothing to undo" in capsys.readouterr().err


def test_a_model_for_other_rules_stands_back_for_the_one_that_comes_with_pepinsight(own: Path) -> None:
    assert main(["train", "--from-reviews", "--replace"]) == ALL_ASSESSED
    assert in_use("birmingham", RUBRIC.rules) == own_model("birmingham") != shipped("birmingham")
    assert in_use("birmingham", "other rules") == shipped("birmingham")


def test_without_anybody_to_ask_nothing_is_replaced(
    own: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def nobody(_: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", nobody)
    assert main(["train", "--from-reviews"]) == ALL_ASSESSED
    assert "stays as it was" in capsys.readouterr().out
    assert own_model("birmingham") is None


def test_too_few_decisions_are_told_in_one_sentence(tmp_path: Path) -> None:
    store = open_store(tmp_path / "pepinsight.db")
    with pytest.raises(DataFileError, match="0 PEPs in the database have decisions"):
        learn(store, "birmingham")
    store.close()


@pytest.mark.parametrize(
    "arguments",
    [["train"], ["train", "--replace"], ["train", "--undo", "--to", "."], ["train", "--from-reviews", "--to", "."]],
)
def test_a_command_that_makes_no_sense_is_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == WRONG_USAGE
    assert capsys.readouterr().err.startswith("pepinsight: ")
