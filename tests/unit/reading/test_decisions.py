"""What was decided about a text is known when it is read again: in the ledger, and in an earlier draft of it."""

from __future__ import annotations

import pytest

from egov_tracker.errors import EgovError
from egov_tracker.reading.decisions import with_draft, with_ledger
from egov_tracker.reading.draft import Entry, describe, write_draft
from egov_tracker.reading.review import accept, read_draft, reject
from egov_tracker.text.quarters import Quarter
from tests.building import definitions, load, snapshot_of
from tests.reading import read

TEXT = "Đến 30/6/2016, 19/30 bộ, ngành đã liên thông với VPCP. Đến 30/6/2016, còn 2 tỉnh chưa liên thông với VPCP.\n"
ENTRY = describe(read(TEXT), "bai-bao.txt")
HASH = ENTRY.reading.source.text_sha256
FIRST, SECOND = (claim.value for claim in ENTRY.reading.claims)


def ledger(name: str = "bai-bao", text: str = HASH, rejected: str = "[]", anchors: str = "{value: [15, 20]}") -> str:
    return f"""\
period: 2016Q2
sources:
  {name}: {{kind: report, title: Báo cáo, number: 1/BC, date: 2016-07-01, text_sha256: '{text}', rejected: {rejected}}}
  other: {{kind: press, title: Khác}}
observations:
  - {{indicator: document_interconnection, group: central, as_of: 2016-06-30, value: 19/30, source: {name}, at: a,
     anchors: {anchors}}}
  - {{indicator: lgsp, group: central, as_of: 2016-06-30, value: 19/30, source: other, at: a}}
"""


def known(text: str, *, named: bool = False) -> Entry:
    return with_ledger(ENTRY, snapshot_of(load(text, definitions())), named=named)


def test_the_claims_of_a_fresh_text_have_the_places_that_these_tests_speak_of() -> None:
    assert (FIRST, SECOND) == ((15, 20), (74, 75))


@pytest.mark.parametrize(
    ("text", "named", "found", "new"),
    [
        (ledger(), False, "bai-bao", [SECOND]),
        (ledger("khac"), False, "khac", [SECOND]),
        (ledger("khac"), True, "bai-bao", [FIRST, SECOND]),
        (ledger(), True, "bai-bao", [SECOND]),
        (ledger(text="1" * 64), False, "bai-bao", [FIRST, SECOND]),
        (ledger(rejected="[[74, 75]]"), False, "bai-bao", []),
        (ledger(anchors="{value: [3, 5]}"), False, "bai-bao", [FIRST, SECOND]),
    ],
    ids=["known", "under another id", "named otherwise", "named so", "another text", "rejected", "elsewhere"],
)  # fmt: skip
def test_a_text_that_the_quarter_has_is_asked_only_for_what_is_new(
    text: str, found: str, new: list[object], *, named: bool
) -> None:
    entry = known(text, named=named)
    assert (entry.id, [claim.value for claim in entry.new]) == (found, new)


def test_a_text_that_the_quarter_has_is_called_as_there() -> None:
    entry = known(ledger("khac", rejected="[[74, 75]]"))
    assert (entry.kind, entry.title, entry.number, entry.date) == ("report", "Báo cáo", "1/BC", "2016-07-01")
    assert (entry.decided.rejected, sorted(entry.decided.starts)) == (((74, 75),), [15, 74])


DRAFT = write_draft([ENTRY], Quarter(2016, 2))
KEYS = [item.key for item in read_draft(DRAFT.encode(), "d").items]


def test_a_draft_that_is_written_anew_keeps_what_was_decided() -> None:
    accepted = accept(read_draft(DRAFT.encode(), "d"), KEYS[0])
    (entry,) = with_draft([ENTRY], accepted.encode(), "d")
    assert [claim.value for claim in entry.new] == [SECOND]
    assert (entry.decided.keys, len(entry.decided.blocks)) == ((KEYS[0],), 1)
    again = write_draft([entry], Quarter(2016, 2))
    assert again == accepted.replace("plans and orders 0.", "plans and orders 0; decided before 1.")
    rejected = reject(read_draft(accepted.encode(), "d"), KEYS[1])
    (entry,) = with_draft([ENTRY], rejected.encode(), "d")
    assert (entry.new, entry.decided.rejected) == ((), (SECOND,))


def test_what_the_ledger_and_the_draft_know_is_united() -> None:
    rejected = reject(read_draft(DRAFT.encode(), "d"), KEYS[1])
    (entry,) = with_draft([known(ledger(rejected="[[1, 2]]"))], rejected.encode(), "d")
    assert (entry.new, entry.decided.rejected) == ((), ((1, 2), (74, 75)))


@pytest.mark.parametrize("decide", [accept, reject])
def test_decisions_about_another_text_are_not_lost(decide: object) -> None:
    assert callable(decide)
    decided = decide(read_draft(DRAFT.encode(), "d"), KEYS[0])
    other = describe(read(f"Mới. {TEXT}"), "bai-bao.txt")
    sentence = "d.yaml holds decisions about another text of 'bai-bao'; -o writes to another file"
    with pytest.raises(EgovError, match=sentence):
        with_draft([other], decided.encode(), "d.yaml")
    assert with_draft([other], DRAFT.encode(), "d.yaml") == (other,)
    assert with_draft([ENTRY, other._replace(id="moi")], decided.encode(), "d.yaml")[1].decided == other.decided
