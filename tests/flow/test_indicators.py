"""`egov indicators`: the catalogue with its use."""

from __future__ import annotations

import json

import pytest

from tests.running import run_egov

PAGE = """\
Online services (online_services)
Data: data

Definition
Services.
- Kind: at the date (stock)
- Unit: services
- In the ledger: 2 figures in one quarter, 2016Q2

To enter it
- Required fields: indicator, group, breakdown, as_of, source, at
- group: any group, cohort or body
- breakdown level: all, 3, 4, 3-4

Values of level
Value  Meaning
-----  --------------
all    all levels
3      level 3
4      level 4
3-4    levels 3 and 4
"""
ALWAYS = ["indicator", "group", "as_of", "source", "at"]


def test_an_indicator_has_a_page_with_what_an_entry_of_it_needs() -> None:
    assert run_egov("indicators", "online_services", "--lang", "en") == (0, PAGE, "")


def test_every_indicator_says_what_it_needs_and_where_it_is_used() -> None:
    printed = json.loads(run_egov("indicators", "-f", "json").out)["indicators"]
    assert [(one["id"], one["required"], one["figures"], one["quarters"]) for one in printed] == [
        ("document_interconnection", ALWAYS, 6, ["2016Q1", "2016Q2"]),
        ("online_services", ["indicator", "group", "breakdown", *ALWAYS[2:]], 2, ["2016Q2"]),
        ("feedback", ["indicator", "group", "breakdown", "kind", *ALWAYS[2:]], 2, ["2016Q2"]),
        ("level4_share", ALWAYS, 1, ["2016Q2"]),
        ("un_egdi_rank", ALWAYS, 1, ["2016Q2"]),
    ]


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("online_servics",), "expected an indicator, got \"online_servics\"; did you mean 'online_services'?"),
        (("feedback", "-f", "csv", "--lang", "en"), "--lang: expected the format table, md or html, got csv"),
    ],
)
def test_what_is_not_there_is_an_error(args: tuple[str, ...], sentence: str) -> None:
    assert run_egov("indicators", *args) == (2, "", f"egov: {sentence}\n")
