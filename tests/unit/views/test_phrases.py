"""Every thing that a page may name has its words, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.inference.body_status import Rationale, State
from egov_tracker.views import observation, phrases, status
from egov_tracker.views.page import Lang

if TYPE_CHECKING:
    from egov_tracker.store.ledger import Definitions


def test_every_kind_among_which_an_observation_chooses_has_words(definitions: Definitions) -> None:
    kinds = {kind for indicator in definitions.catalogue.values() if len(indicator.kind) > 1 for kind in indicator.kind}
    assert kinds <= set(phrases.KINDS)


def test_every_rationale_and_state_has_words() -> None:
    assert set(observation.RATIONALES) == set(Rationale)
    assert set(status.STATES) == set(State)


def test_a_part_of_an_indicator_is_named_by_the_labels_of_the_catalogue(definitions: Definitions) -> None:
    services = definitions.catalogue["online_services"]
    assert phrases.breakdown(services, (("level", "3"),), Lang.EN) == "level 3"
    assert phrases.breakdown(services, (("level", "3-4"),), Lang.VI) == "mức độ 3, 4"


def test_a_group_has_a_long_and_a_short_name(definitions: Definitions) -> None:
    central = definitions.registry.groups["central"]
    assert phrases.group(central, Lang.VI) == "Bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ"
    assert phrases.group(central, Lang.VI, short=True) == "Bộ, ngành"
