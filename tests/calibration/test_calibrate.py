"""What a suggestion says of its own sureness, and when it leaves the rule's level."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making_cases import SETTINGS, cases, found, small_rubric

from pepinsight.calibration import Model, calibrate, calibrate_by
from pepinsight.calibration.model import CUES
from pepinsight.calibration.ordinal import Ordinal
from pepinsight.calibration.train import train
from pepinsight.evidence import REGISTRY
from pepinsight.rubrics import Rubric


@pytest.fixture(scope="module")
def rubric(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rubric]:
    """A rubric that can be loaded by its id, as those that models come with can."""
    small = small_rubric(tmp_path_factory.mktemp("rubric"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys.modules["pepinsight.calibration.calibrate"], "load_rubric", {"small": small}.__getitem__)
        yield small


@pytest.fixture(scope="module")
def model(rubric: Rubric) -> Model:
    made = train(cases(rubric), rubric, SETTINGS)
    assert made is not None
    return made


def bold(model: Model) -> Model:
    """The same model, believing the section's features alone, so that it moves levels."""
    weights = np.array([0.0, 0.0, 3.0, *[0.0] * (len(CUES) - 3)])
    assert CUES[2] == "the section's features"
    return replace(model, blend=Ordinal(np.zeros_like(model.blend.cuts), weights))


counts = st.one_of(st.none(), st.integers(0, 10_000))


@settings(max_examples=60, deadline=None)
@given(targets=counts, smart=counts, support=counts, blank=counts, refused=st.sampled_from([None, True, False]))
def test_any_findings_lead_to_a_whole_suggestion(
    rubric: Rubric, model: Model, targets: int, smart: int, support: int, blank: int, refused: bool | None
) -> None:
    findings = found(new_targets=targets, targets_smart=smart, send_support=support, send_blank=blank,
                     child_voice_refused=refused, send_stated_none=False)  # fmt: skip
    for one in (model, bold(model)):
        suggestion = calibrate_by(one, rubric.rate(findings), findings)
        for section in suggestion.sections:
            assert section.probabilities is not None
            assert sum(section.probabilities.values()) == pytest.approx(1)
            assert section.confidence == section.probabilities[section.suggested]
            assert section.suggested in section.likely and len(section.likely) == 2
            assert bool(section.moved_by) == (section.suggested != section.rule_level)


def test_without_a_model_the_rules_stand_and_say_no_confidence(rubric: Rubric) -> None:
    findings = found(new_targets=4)
    assessment = rubric.rate(findings)
    suggestion = calibrate(assessment, findings)  # no model comes with this rubric
    assert suggestion == calibrate_by(None, assessment, findings)
    for section, rating in zip(suggestion.sections, assessment.sections, strict=True):
        assert (section.suggested, section.unsure, section.likely) == (
            rating.rule_level,
            rating.unsure,
            rating.likely,
        )
        assert section.confidence is None and section.probabilities is None and section.moved_by == ()
    assert suggestion.made_with == {"rubric": "1", "rules": rubric.rules, "model": "none"}


def test_a_model_trained_beside_other_rules_is_not_believed(rubric: Rubric, model: Model) -> None:
    findings = found(new_targets=4)
    stranger = replace(model, rules="0" * 12)
    assert calibrate_by(stranger, rubric.rate(findings), findings).sections[0].confidence is None


def test_a_clear_case_is_surer_than_one_whose_signs_disagree(rubric: Rubric, model: Model) -> None:
    clear = found(new_targets=9, targets_smart=5, premium_linked=3, child_voice_refused=False)
    odd = found(new_targets=6, targets_smart=0, premium_linked=0, child_voice_refused=True)
    sure, unsure = (calibrate_by(model, rubric.rate(each), each).sections[0] for each in (clear, odd))
    assert sure.rule_level == unsure.rule_level == "good"
    assert sure.confidence is not None and unsure.confidence is not None
    assert sure.confidence > unsure.confidence
    assert not sure.unsure and unsure.unsure


def test_a_move_goes_one_level_and_names_in_plain_words_what_is_behind_it(rubric: Rubric, model: Model) -> None:
    findings = found(new_targets=3, targets_smart=6, premium_linked=4, child_voice_refused=False, send_support=3)
    section = calibrate_by(bold(model), rubric.rate(findings), findings).sections[0]
    assert (section.rule_level, section.suggested) == ("fair", "good")
    assert f"{REGISTRY['targets_smart'].describes} (6 targets)" in section.moved_by


def test_the_overall_judgement_follows_the_suggested_levels(rubric: Rubric, model: Model) -> None:
    findings = found(
        new_targets=2, targets_smart=3, premium_linked=1, child_voice_refused=False, send_support=3, send_facts=9
    )
    assessment = rubric.rate(findings)
    suggestion = calibrate_by(bold(model), assessment, findings)
    assert assessment.overall is not None and assessment.overall.level == "red"
    assert suggestion.sections[0].suggested == "fair"
    assert suggestion.overall is not None and suggestion.overall.level == "green"


def test_the_lowest_level_is_left_only_on_quoted_evidence(rubric: Rubric, model: Model) -> None:
    values = {"new_targets": 2, "targets_smart": 3, "premium_linked": 1, "child_voice_refused": False}
    levels = [
        calibrate_by(bold(model), rubric.rate(each), each).sections[0].suggested
        for each in (found(quoted=True, **values), found(quoted=False, **values))
    ]
    assert levels == ["fair", "poor"]


def test_whether_a_section_applies_is_never_the_models_to_say(rubric: Rubric, model: Model) -> None:
    not_there, untold = found(send_stated_none=True, send_support=3), found(send_support=3)
    section = calibrate_by(model, rubric.rate(not_there), not_there).sections[1]
    assert (section.suggested, section.confidence) == ("NA", None)
    perhaps = calibrate_by(model, rubric.rate(untold), untold).sections[1]
    assert (perhaps.suggested, perhaps.unsure, perhaps.likely) == ("good", True, ("good", "NA"))


def test_a_section_whose_part_was_not_recognised_is_never_sure(rubric: Rubric, model: Model) -> None:
    findings = found(new_targets=9, targets_smart=9, send_support=9, send_blank=0, child_voice_refused=False,
                     send_stated_none=False)  # fmt: skip
    assessment = rubric.rate(findings)
    for with_model in (model, None):
        for part_found in (True, False):
            sections = tuple(replace(one, part_found=part_found, unsure=False) for one in assessment.sections)
            told = calibrate_by(with_model, replace(assessment, sections=sections), findings).sections
            assert all(section.unsure for section in told) is not part_found


def test_a_model_of_an_earlier_pepinsight_that_looked_at_less_is_left_aside(rubric: Rubric, model: Model) -> None:
    earlier = replace(model, blend=Ordinal(model.blend.cuts, model.blend.weights[:-1]))
    findings = found(new_targets=9)
    suggestion = calibrate_by(earlier, rubric.rate(findings), findings)
    assert suggestion.made_with["model"] == "none"
    assert all(section.confidence is None for section in suggestion.sections)
