"""The titles of the pages of a quarter: which resolutions it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.text.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable

    from egov_tracker.model.obligations import PlacedObligation
    from egov_tracker.text.quarters import Quarter
    from egov_tracker.views.phrases import Phrases

RESOLUTION = late(r"Nghị quyết (?:số )?(?P<number>[0-9]+[a-z]?/NQ-CP)\b")
FIRST = "36a/NQ-CP"


def status_title(period: Quarter, obligations: Iterable[PlacedObligation], say: Phrases) -> str:
    """What the page of a quarter is about."""
    subject = title_subject(period, obligations, say)
    return say(f"Tình hình thực hiện {subject}", f"Implementation of {subject}")


def report_title(period: Quarter, obligations: Iterable[PlacedObligation], say: Phrases) -> str:
    """What the report of a quarter is about."""
    subject = title_subject(period, obligations, say)
    return say(f"Báo cáo tình hình thực hiện {subject}", f"Report on the implementation of {subject}")


def title_subject(period: Quarter, obligations: Iterable[PlacedObligation], say: Phrases) -> str:
    """The resolutions and the quarter: 36a/NQ-CP, and what the obligations announced by then stand under besides."""
    numbers = [FIRST, *(one for one in resolutions(period, obligations) if one != FIRST)]
    several = len(numbers) > 1
    vi = f"{'các ' if several else ''}Nghị quyết {_listed([f'số {number}' for number in numbers], 'và')}"
    en = f"Resolution{'s' if several else ''} {_listed(numbers, 'and')}"
    quarter = say.quarter_in_title(period)
    return say(f"{vi} {quarter}", f"{en}, {quarter}")


def _listed(names: list[str], last: str) -> str:
    """Names in a row, with a word before the last."""
    return f" {last} ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def resolutions(period: Quarter, obligations: Iterable[PlacedObligation]) -> tuple[str, ...]:
    """The numbers of the Government's resolutions under which something is due, by the dates of the resolutions."""
    dated = [
        (bound.announced.sort_key, bound.under)
        for bound in (one.obligation for one in obligations)
        if bound.announced and bound.is_announced(period.last_day)
    ]
    found = (RESOLUTION.match(under) for _, under in sorted(dated))
    return tuple(dict.fromkeys(match["number"] for match in found if match))
