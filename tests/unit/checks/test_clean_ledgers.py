from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from egov_tracker.model.terms import Level
from egov_tracker.text.quarters import Quarter
from tests.generating import Entry, Ledger, ledgers, write
from tests.running import check_raw

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    from hypothesis.strategies import DataObject

SLOW = settings(
    max_examples=20,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to shrink a whole ledger takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
# Years in which no body comes or goes, so that a change of the ledger is the only one.
STEADY = ledgers(Quarter(2015, 4), Quarter(2016, 4))


def seen(files: dict[str, bytes]) -> list[tuple[str, str]]:
    """Rule and file of every finding at warning or above."""
    return [(found.rule, found.location.path) for found in check_raw(files) if found.level is not Level.NOTE]


@SLOW
@given(ledgers())
def test_a_clean_and_complete_ledger_has_nothing_at_warning_or_above(ledger: Ledger) -> None:
    assert seen(write(ledger)) == []


def changed(ledger: Ledger, data: DataObject, fit: Callable[[Entry], bool], change: Callable[[Entry], Entry]) -> Ledger:
    """The ledger with one fitting entry of its last file changed."""
    last = ledger[-1]
    locations = [number for number, entry in enumerate(last.entries) if fit(entry)]
    assume(locations)
    location = data.draw(st.sampled_from(locations))
    entries = [change(entry) if number == location else entry for number, entry in enumerate(last.entries)]
    return (*ledger[:-1], replace(last, entries=tuple(entries)))


def several_late(entry: Entry) -> bool:
    return len(entry.outstanding) > 1


def without_total(ledger: Ledger) -> Ledger:
    """The ledger without the figures that others are parts of, and without percentages."""
    return tuple(
        replace(
            file,
            entries=tuple(
                entry.having(value=entry.get("value").partition(" (")[0])
                for entry in file.entries
                if entry.get("group") != "all" and entry.source == "report"
            ),
            sources=("report",),
        )
        for file in ledger
    )


@SLOW
@given(STEADY, st.data())
def test_a_dropped_name_is_a_miscounted_list(ledger: Ledger, data: DataObject) -> None:
    bad = changed(ledger, data, several_late, lambda entry: replace(entry, outstanding=entry.outstanding[1:]))
    assert seen(write(bad)) == [("FIG002", f"{ledger[-1].period}.yaml")]


def swap(entry: Entry) -> Entry:
    done, _, of = entry.get("value").partition("/")
    return entry.having(value=f"{of}/{done}")


@SLOW
@given(STEADY, st.data())
def test_done_and_n_swapped_are_more_done_than_there_are(ledger: Ledger, data: DataObject) -> None:
    def fit(entry: Entry) -> bool:
        done, _, of = entry.get("value").partition("/")
        return of.isdigit() and 0 < int(done) < int(of)

    bad = changed(without_total(ledger), data, fit, swap)
    assert seen(write(bad)) == [("FIG001", f"{ledger[-1].period}.yaml")]


@SLOW
@given(STEADY, st.data())
def test_a_digit_more_is_a_sum_that_is_not_n(ledger: Ledger, data: DataObject) -> None:
    def more(entry: Entry) -> Entry:
        done, _, of = entry.get("value").partition("/")
        return entry.having(value=f"{int(done) + 1}/{of}")

    bad = changed(without_total(ledger), data, several_late, more)
    assert seen(write(bad)) == [("FIG003", f"{ledger[-1].period}.yaml")]


@SLOW
@given(STEADY, st.data())
def test_a_changed_digit_of_a_percentage_does_not_recompute(ledger: Ledger, data: DataObject) -> None:
    def worse(entry: Entry) -> Entry:
        value = entry.get("value")
        return entry.having(value=f"{value[:-3]}{(int(value[-3]) + 5) % 10}{value[-2:]}")

    def fit(entry: Entry) -> bool:
        return entry.get("value").endswith("%)") and entry.source == "report"

    assert seen(write(changed(ledger, data, fit, worse))) == [("FIG004", f"{ledger[-1].period}.yaml")]


@SLOW
@given(STEADY, st.data())
def test_a_changed_part_no_longer_adds_up(ledger: Ledger, data: DataObject) -> None:
    def fit(entry: Entry) -> bool:
        return entry.get("indicator") == "online_services" and entry.get("group") == "central"

    def more(entry: Entry) -> Entry:
        return entry.having(value=str(int(entry.get("value").replace(".", "")) + 1))

    assert seen(write(changed(ledger, data, fit, more))) == [("FIG005", f"{ledger[-1].period}.yaml")]


@SLOW
@given(STEADY, st.data(), st.integers(1, 4))
def test_a_date_moved_out_of_the_quarter_is_seen(ledger: Ledger, data: DataObject, days: int) -> None:
    def later(entry: Entry) -> Entry:
        return entry.having(as_of=str(date.fromisoformat(entry.get("as_of")) + timedelta(days=days)))

    bad = changed(without_total(ledger), data, several_late, later)
    assert seen(write(bad)) == [("SRC004", f"{ledger[-1].period}.yaml")]


@SLOW
@given(STEADY, st.data())
def test_a_date_after_the_document_is_seen_too(ledger: Ledger, data: DataObject) -> None:
    bad = changed(
        without_total(ledger), data, several_late, lambda entry: entry.having(as_of=f"20{entry.get('as_of')[2:]}")
    )
    assert seen(write(bad)) == []
    moved = changed(bad, data, several_late, lambda entry: entry.having(as_of="2017-12-31"))
    path = f"{ledger[-1].period}.yaml"
    assert seen(write(moved)) == [("SRC003", path), ("SRC004", path)]


@SLOW
@given(STEADY, st.data())
def test_a_renamed_body_is_unknown(ledger: Ledger, data: DataObject) -> None:
    def rename(entry: Entry) -> Entry:
        return replace(entry, outstanding=("Bộ Không Đâu", *entry.outstanding[1:]))

    bad = changed(ledger, data, several_late, rename)
    assert seen(write(bad)) == [("REG001", f"{ledger[-1].period}.yaml")]


@SLOW
@given(STEADY, st.data())
def test_a_body_under_the_name_of_another_is_named_twice(ledger: Ledger, data: DataObject) -> None:
    def rename(entry: Entry) -> Entry:
        return replace(entry, outstanding=(entry.outstanding[1], *entry.outstanding[1:]))

    path = f"{ledger[-1].period}.yaml"
    assert seen(write(changed(ledger, data, several_late, rename))) == [("FIG002", path), ("REG004", path)]


@SLOW
@given(STEADY, st.data())
def test_a_repeated_line_is_a_body_named_twice(ledger: Ledger, data: DataObject) -> None:
    def repeat(entry: Entry) -> Entry:
        return replace(entry, outstanding=(*entry.outstanding, entry.outstanding[0]))

    bad = changed(ledger, data, several_late, repeat)
    assert seen(write(bad)) == [("REG004", f"{ledger[-1].period}.yaml")]


@SLOW
@given(STEADY, st.data())
def test_a_repeated_key_is_seen(ledger: Ledger, data: DataObject) -> None:
    def repeat(entry: Entry) -> Entry:
        return replace(entry, fields=(*entry.fields, entry.fields[-1]))

    bad = changed(ledger, data, lambda _: True, repeat)
    assert seen(write(bad)) == [("YML003", f"{ledger[-1].period}.yaml")]


@settings(SLOW, max_examples=10)
@given(ledgers(), st.randoms(use_true_random=False))
def test_the_order_of_entries_and_names_changes_no_finding(ledger: Ledger, random: Random) -> None:
    last = ledger[-1]
    wrong = random.sample(last.entries, 3)
    spoilt = (*ledger[:-1], replace(last, entries=tuple(lowered(one) if one in wrong else one for one in last.entries)))
    mixed = tuple(replace(file, entries=tuple(in_another_order(file.entries, random))) for file in spoilt)
    assert said(write(mixed)) == said(write(spoilt))


def lowered(entry: Entry) -> Entry:
    """The entry with a figure that no other one agrees with."""
    return entry.having(value="1")


def in_another_order(entries: Sequence[Entry], random: Random) -> list[Entry]:
    mixed = random.sample(entries, len(entries))
    return [replace(one, outstanding=tuple(random.sample(one.outstanding, len(one.outstanding)))) for one in mixed]


def said(files: dict[str, bytes]) -> list[tuple[str, str, str]]:
    """Rule, file and words of every finding, without its line."""
    return sorted((found.rule, found.location.path, found.message) for found in check_raw(files))
