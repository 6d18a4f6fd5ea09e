"""The filters that commands share: quarter, indicators, groups, dates; what is not there is answered with what is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError, about, expected

if TYPE_CHECKING:
    from collections.abc import Sequence

    from egov_tracker.store.ledger import Ledger
    from egov_tracker.text.quarters import Quarter
    from egov_tracker.views.status import Filters


def pick_quarter(ledger: Ledger, argument: str | None, option: str | None) -> Quarter:
    """The quarter that QUARTER or -q names, else the latest; `EgovError` where they name two."""
    chosen = ledger.resolve(argument or option)
    if argument and option and ledger.resolve(option) != chosen:
        raise EgovError(f"QUARTER and -q: {expected('one quarter', f'{chosen} and {ledger.resolve(option)}')}")
    return chosen


def read_filters(
    ledger: Ledger, indicators: Sequence[str] | None, groups: Sequence[str] | None, as_of: str | None
) -> Filters:
    """The filters of the options; an unknown indicator, group or date is an error that says what was meant."""
    from egov_tracker.store.lookup import find_groups, find_indicator
    from egov_tracker.text.dates import parse_as_of
    from egov_tracker.views.status import Filters

    definitions = ledger.definitions
    with about("-i"):
        known = tuple(find_indicator(name, definitions) for name in indicators or ())
    with about("-g"):
        found = tuple(one for name in groups or () for one in find_groups(name, definitions))
    with about("--as-of"):
        return Filters(known, found, parse_as_of(as_of) if as_of else None)
