"""What the ledger says of single bodies: who is named where, who was reminded how often."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from egov_tracker.inference.body_history import BodyHistories
from egov_tracker.inference.reminders import all_reminders

if TYPE_CHECKING:
    from egov_tracker.inference.reminders import Reminded
    from egov_tracker.store.ledger import Ledger

LETTER = "1375/VPCP-KGVX"


@pytest.fixture(scope="module")
def histories(ledger: Ledger) -> BodyHistories:
    return BodyHistories(tuple(map(ledger.snapshot, ledger.quarters)), ledger.definitions.registry)


@pytest.fixture(scope="module")
def reminded(histories: BodyHistories) -> tuple[Reminded, ...]:
    return all_reminders(histories)


def test_every_name_of_the_ledger_is_on_the_page_of_exactly_one_body(histories: BodyHistories) -> None:
    named = Counter(
        mention.location
        for snapshot in histories.snapshots
        for seen in snapshot.observations
        for listing in seen.listings.values()
        for mention in listing.mentions
    )
    on_pages = Counter(
        mention.location
        for body in histories.registry.bodies
        for account in histories.of(body).accounts
        for mention in account.mentions
    )
    assert named == on_pages
    assert set(named.values()) == {1}


def test_letter_1375_names_71_bodies_of_which_one_stands_in_all_appendices(reminded: tuple[Reminded, ...]) -> None:
    named = Counter(one.body.id for one in reminded for told in one.reminders if told.asked.document == LETTER)
    assert (len(named), Counter(named.values())) == (71, Counter({1: 47, 2: 23, 3: 1}))


def test_who_was_asked_on_28_june_2016_had_been_named_in_appendix_3_of_letter_1375(
    reminded: tuple[Reminded, ...],
) -> None:
    asked = [one for one in reminded for told in one.reminders if str(told.asked.date) == "2016-06-28"]
    assert len(asked) == 15
    assert {one.times for one in asked} == {2}
    first = {(one.reminders[0].asked.document, one.reminders[0].account.observation.at) for one in asked}
    assert first == {(LETTER, "phụ lục 3")}
