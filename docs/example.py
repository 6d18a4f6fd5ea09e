"""Three questions to the ledger, answered from Python.

    python docs/example.py

Run it in a checkout, or anywhere else with egov-tracker installed: `open_ledger` finds the ledger that `egov` finds.
"""

from __future__ import annotations

from collections import Counter

import egov_tracker as egov


def who_was_outstanding(ledger: egov.Ledger) -> None:
    """Say who did not exchange documents electronically by the middle of 2016."""
    # Two sources print one figure and name different bodies. Neither is chosen here: each stands with what follows from
    # it. Where a source counts more bodies than it names, the others stay unknown.
    for observation in ledger.find("document_interconnection", group="central", as_of="2016-06-30"):
        counts = ledger.body_status(observation)
        if observation.figure and counts:
            print(f"{observation.source.id}: {observation.figure.printed}")
            print(f"  outstanding: {counts.outstanding}, {counts.unnamed} of them unnamed; unknown: {counts.unknown}")
            print("  " + "; ".join(status.body.name_vi for status in counts.bodies(egov.State.OUTSTANDING)))


def how_accounts_grew(ledger: egov.Ledger) -> None:
    """Say how the accounts of the National Public Service Portal grew."""
    # "hơn 130.000", more than 130,000, is an interval and no number. What is approximate is not subtracted, and the
    # steps say so.
    timeline = ledger.timeline("portal_accounts")
    for point in timeline.points:
        figure = point.observation.figure
        if figure:
            low, high = figure.interval.low, figure.interval.high
            print(f"{point.as_of}: {figure.printed}, between {low} and {high}; {point.observation.source.id}")
    for step in timeline.steps:
        print(f"{step.old.as_of} to {step.new.as_of}: {', '.join(step.reasons) or 'comparable'}")


def what_changed(ledger: egov.Ledger) -> None:
    """Say what changed from the first quarter of 2016 to the second, and what was missed or overdue by then."""
    # A change is of one of eight kinds, among them FigureChanged, BodiesMoved and NotComparable.
    for change in ledger.compare("2016Q1", "2016Q2"):
        match change:
            case egov.BodiesMoved():
                states = Counter(transition.kind for transition in change.transitions)
                print(f"{change.pair}: {', '.join(f'{kind} {number}' for kind, number in states.items())}")
            case egov.NotComparable():
                print(f"{change.pair}: not comparable, {', '.join(change.reasons)}")
    # "missed": a figure at or after the due date shows it. "overdue": no figure says how it stands.
    for verdict in ledger.obligations("2016Q2"):
        if verdict.outcome in {egov.Outcome.MISSED, egov.Outcome.OVERDUE}:
            print(f"{verdict.outcome}: {verdict.obligation}")


def main() -> None:
    """Ask the questions one after the other."""
    ledger = egov.open_ledger()
    print("Who was outstanding in interconnection in the middle of 2016?")
    who_was_outstanding(ledger)
    print("How did the accounts of the portal grow?")
    how_accounts_grew(ledger)
    print("What changed from 2016Q1 to 2016Q2, and what was missed or overdue by then?")
    what_changed(ledger)


if __name__ == "__main__":
    main()
