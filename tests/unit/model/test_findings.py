"""Findings: what they say, in which order, and of which files."""

from __future__ import annotations

from egov_tracker.model.findings import Finding, Location, error, errors_only
from egov_tracker.model.terms import Level

HERE, THERE = Location("a.yaml", 5, 7), Location("b.yaml", 1, 2)


def test_a_finding_is_one_line_with_its_place_whatever_it_quotes() -> None:
    assert str(error("FIG001", "x\n\x1b[0m", HERE)) == "a.yaml:5:7: FIG001 error x\\n\\x1b[0m"
    assert repr(error("FIG001", "x", HERE)) == "<Finding a.yaml:5:7: FIG001 error x>"


def test_an_error_has_the_places_that_it_concerns() -> None:
    assert error("FIG001", "x", HERE, THERE) == Finding("FIG001", Level.ERROR, "x", HERE, (THERE,), None)


def test_findings_come_by_place_then_rule_then_words() -> None:
    ordered = [
        error("B", "a", Location("a", 2, 3)),
        error("A", "b", Location("a", 2, 4)),
        error("B", "a", Location("a", 2, 4)),
        error("B", "b", Location("a", 2, 4)),
        error("A", "a", Location("a", 10, 1)),
        error("A", "a", Location("b", 1, 1)),
    ]
    mixed = ordered[::-1]
    assert sorted(mixed, key=lambda found: found.sort_key) == ordered


def test_all_places_of_a_finding_get_the_other_names_of_their_files() -> None:
    renamed = Finding("A", Level.NOTE, "x", HERE, (THERE, HERE), "why").with_paths(str.upper)
    here, there = Location("A.YAML", 5, 7), Location("B.YAML", 1, 2)
    assert renamed == Finding("A", Level.NOTE, "x", here, (there, here), "why")


def test_only_errors_make_a_snapshot_unusable() -> None:
    findings = tuple(Finding("A", level, "x", HERE) for level in Level)
    assert errors_only(findings) == (error("A", "x", HERE),)
