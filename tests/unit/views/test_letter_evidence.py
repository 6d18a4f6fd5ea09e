"""What a letter is held against: the indicators whose words it uses, and the figures that its writer could know."""

from __future__ import annotations

from datetime import date

import pytest

from egov_tracker.text.dates import parse_as_of
from egov_tracker.text.statements import Relation, StatedDate
from egov_tracker.views.letter_evidence import fits_dates, indicators_in, known_at
from tests.building import definitions, entry, load_one, snapshot


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("nền tảng tích", set()),
        ("nền tảng tích hợp", {"lgsp"}),
        ("đã có Nền tảng TÍCH HỢP, chia sẻ dữ liệu", {"lgsp"}),
        ("nền tảng và tích hợp chia", set()),
        ("", set()),
    ],
    ids=["three words", "four words", "its name", "never four in a row", "nothing"],
)
def test_four_words_in_a_row_name_an_indicator(text: str, meant: set[str]) -> None:
    assert indicators_in(text, definitions().catalogue.values()) == meant


@pytest.mark.parametrize(
    ("as_of", "relation", "when", "fits"),
    [
        ("2016-06-30", Relation.AT, "2016-06-30", True),
        ("2016-06-30", Relation.AT, "2016-06", True),
        ("2016-06-30", Relation.AT, "2016Q2", True),
        ("2016-06-30", Relation.AT, "2016-07", False),
        ("2016-03-24", Relation.AT, "2016Q2", True),
        ("2016-03-24", Relation.AT, "2016-06", False),
        ("2016-06-30", Relation.SINCE, "2016-06-30", True),
        ("2016-06-30", Relation.SINCE, "2016-07-01", False),
        ("2016-06", Relation.SINCE, "2016-06-30", True),
        ("2016-06-30", Relation.AFTER, "2016-06-30", False),
        ("2016-06-30", Relation.AFTER, "2016-06-29", True),
        ("2016-06", Relation.AFTER, "2016-06-15", False),
        ("unknown", Relation.AT, "2016Q2", True),
        ("unknown", Relation.AT, "2016-03", False),
    ],
)
def test_a_figure_is_meant_by_a_date_that_it_can_be_of(
    as_of: str,
    relation: Relation,
    when: str,
    fits: bool,  # noqa: FBT001
) -> None:
    seen = load_one(entry(as_of=as_of), definitions())
    assert fits_dates(seen, [StatedDate(parse_as_of(when), relation)]) is fits
    assert fits_dates(seen, [])


@pytest.mark.parametrize(
    ("entry", "day", "known"),
    [
        ("as_of: 2016-06-15", date(2016, 6, 14), False),
        ("as_of: 2016-06-15", date(2016, 6, 15), True),
        ("as_of: 2016-05", date(2016, 5, 30), False),
        ("as_of: 2016-05", date(2016, 5, 31), True),
        ("as_of: unknown", date(2016, 6, 29), False),
        ("as_of: unknown", date(2016, 6, 30), True),
        ("as_of: 2016-06-15, source: repost", date(2016, 7, 1), False),
    ],
)
def test_a_writer_knows_what_was_counted_by_that_day_first_hand(
    entry: str,
    day: date,
    known: bool,  # noqa: FBT001
) -> None:
    seen = snapshot([f"indicator: lgsp, group: central, value: 1/30, {entry}"], "2016Q2")
    assert bool(known_at([seen], day)) is known
