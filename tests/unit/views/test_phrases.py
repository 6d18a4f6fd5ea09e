"""Every thing that a page may name has its words, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.body_status import Rationale, State
from egov_tracker.model.registry import GROUPS
from egov_tracker.views import observation, phrases, status
from egov_tracker.views.page import Lang

if TYPE_CHECKING:
    from egov_tracker.store.ledger import Definitions


def test_every_part_of_every_indicator_has_words(definitions: Definitions) -> None:
    parts = {
        (dimension, value)
        for indicator in definitions.catalogue.values()
        for dimension, values in indicator.breakdown.items()
        for value in values
    }
    assert parts == set(phrases.BREAKDOWNS)


def test_every_kind_among_which_an_observation_chooses_has_words(definitions: Definitions) -> None:
    kinds = {kind for indicator in definitions.catalogue.values() if len(indicator.kind) > 1 for kind in indicator.kind}
    assert kinds <= set(phrases.KINDS)


def test_every_group_ground_and_state_has_words() -> None:
    assert set(phrases.GROUPS) == set(phrases.SHORT_GROUPS) == set(GROUPS)
    assert set(observation.RATIONALES) == set(Rationale)
    assert set(status.STATES) == set(State)


def test_a_part_without_words_stands_as_it_is_written() -> None:
    assert phrases.breakdown((("level", "3"), ("colour", "red")), Lang.EN) == "level 3, red"


def test_a_group_has_a_long_and_a_short_name() -> None:
    central = GROUPS["central"]
    assert phrases.group(central, Lang.VI) == "Bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ"
    assert phrases.group(central, Lang.VI, short=True) == "Bộ, ngành"
