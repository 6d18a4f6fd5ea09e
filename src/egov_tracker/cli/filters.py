"""The filters that commands share: quarter, indicators, groups, dates; what is not there is answered with what is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.errors import EgovError, TextError, did_you_mean, expected, hint_at, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from egov_tracker.store.ledger import Ledger
    from egov_tracker.text.dates import AsOf
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
    from egov_tracker.views.status import Filters

    known = tuple(_indicator_id(ledger, name) for name in indicators or ())
    found = tuple(one for name in groups or () for one in _group_ids(ledger, name))
    return Filters(known, found, _as_of(as_of) if as_of else None)


def _indicator_id(ledger: Ledger, name: str) -> str:
    known = ledger.definitions.catalogue
    if name in known:
        return name
    raise EgovError(f"-i: {expected('an indicator', quoted(name))}{did_you_mean(name, known, or_list=True)}")


def _group_ids(ledger: Ledger, name: str) -> tuple[str, ...]:
    from egov_tracker.text.names import suggest

    registry = ledger.definitions.registry
    groups = (*registry.groups, *registry.cohorts)
    if name in groups:
        return (name,)
    if bodies := registry.named(name):
        return tuple(body.id for body in bodies)
    known = {spelled: body.name_vi for body in registry.bodies for spelled in body.names}
    close = suggest(name, (*groups, *known), limit=1)
    hint = hint_at([known.get(one, one) for one in close]) or did_you_mean(name, groups, or_list=True)
    raise EgovError(f"-g: {expected('a group, a cohort or the name of a body', quoted(name))}{hint}")


def _as_of(text: str) -> AsOf:
    from egov_tracker.text.dates import parse_as_of

    try:
        return parse_as_of(text)
    except TextError as wrong:
        raise EgovError(f"--as-of: {wrong.sentence}") from wrong
