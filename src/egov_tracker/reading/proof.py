"""What a claim still has to prove once the whole document is known; and which claims only say it again."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from egov_tracker.reading.claims import Claim, Code, Doubt, doubt
from egov_tracker.reading.dates import UNKNOWN
from egov_tracker.text.dates import parse_as_of
from egov_tracker.text.figures import parse_figure
from egov_tracker.text.numbers import percentage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from egov_tracker.reading.lexicon import Lexicon
    from egov_tracker.reading.sources import SourceText
    from egov_tracker.text.figures import Figure
    from egov_tracker.text.numbers import Number


def prove(
    claims: Sequence[Claim], source: SourceText, lexicon: Lexicon, *, everything: bool, late: str | None
) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """Add the doubts that need the whole document; give the claims in the order of the text, and those that repeat.

    `late` is the day of the document, ISO, where its head or the user says it: nothing can be known of later days.
    """
    kept, repeats = (list(claims), []) if everything else _without_repeats(claims)
    united = _unite(kept)
    rivals = _rivals(united)
    unsound = _sums_that_fail(united)
    proven = [
        _prove(claim, source, lexicon, rival=claim.series in rivals, late=late).doubted(
            *unsound.get(_measured(claim), ())
        )
        for claim in united
    ]
    return tuple(sorted(proven, key=lambda claim: (claim.at, claim.slot))), tuple(repeats)


def _without_repeats(claims: Iterable[Claim]) -> tuple[list[Claim], list[Claim]]:
    """Set aside claims of headings whose figure the running text gives too."""
    said = {(claim.series, printed) for claim in claims if not _is_heading(claim) for printed in _forms(claim.printed)}
    kept: list[Claim] = []
    repeats: list[Claim] = []
    for claim in claims:
        again = _is_heading(claim) and claim.printed and (claim.series, _bare(claim.printed)) in said
        (repeats if again else kept).append(claim)
    return kept, repeats


def _forms(printed: str | None) -> tuple[str | None, ...]:
    """Give what a heading may make of a figure: "80" of "80/92"."""
    bare = _bare(printed)
    return (bare, bare.partition("/")[0].strip()) if bare else (None,)


def _is_heading(claim: Claim) -> bool:
    return any(each.code is Code.HEADING for each in claim.doubts)


def _bare(printed: str | None) -> str | None:
    return printed.lower() if printed else None


def _unite(claims: Iterable[Claim]) -> list[Claim]:
    """Unite claims that say the same of the same at the same place; their doubts are united, none is dropped."""
    united: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        key = (*claim.series, claim.as_of, claim.value, tuple(name.anchor for name in claim.names))
        known = united.get(key)
        united[key] = known.doubted(*claim.doubts) if known else claim
    return list(united.values())


def _rivals(claims: Iterable[Claim]) -> set[tuple[object, ...]]:
    """Give the series for which one date has two figures."""
    values: defaultdict[tuple[object, ...], set[str]] = defaultdict(set)
    for claim in claims:
        if claim.printed:
            values[(claim.series, claim.as_of)].add(claim.printed.lower())
    return {key[0] for key, printed in values.items() if len(printed) > 1}  # type: ignore[misc]


def _measured(claim: Claim) -> tuple[object, ...]:
    return (claim.indicator, claim.group, claim.breakdown, claim.as_of)


def _sums_that_fail(claims: Iterable[Claim]) -> dict[tuple[object, ...], tuple[Doubt, ...]]:
    """Hold done, outstanding and exempt to the printed N; parts that do not add up make all of them doubtful."""
    slots: defaultdict[tuple[object, ...], dict[str, Figure]] = defaultdict(dict)
    for claim in claims:
        if claim.printed:
            slots[_measured(claim)].setdefault(claim.slot, parse_figure(claim.printed))
    return {key: (doubt(Code.SUM, wrong),) for key, found in slots.items() if (wrong := _failed_sum(found))}


def _failed_sum(found: dict[str, Figure]) -> str:
    value, outstanding, exempt = found.get("value"), found.get("outstanding"), found.get("exempt")
    done, of, left = value and value.count, value and value.base, outstanding and _counted(outstanding)
    if not done or not of or not left:
        return ""
    freed = _counted(exempt) if exempt else None
    rest = left.value + (freed.value if freed else 0)
    return "" if done.value + rest == of.value else f"{done.value} and {rest} are not {of.value}"


def _counted(figure: Figure) -> Number | None:
    return None if figure.base else figure.count


def _prove(claim: Claim, source: SourceText, lexicon: Lexicon, *, rival: bool, late: str | None) -> Claim:
    doubts = []
    if rival:
        doubts.append(doubt(Code.RIVAL_VALUE))
    if lexicon.indicators[claim.indicator].unit != "bodies":
        doubts.append(doubt(Code.NOT_ADOPTION))
    if late and claim.as_of != UNKNOWN and str(parse_as_of(claim.as_of).last) > late:
        doubts.append(doubt(Code.PLAN_NEARBY, f"its date is later than the document, {late}"))
    if claim.as_of == UNKNOWN:
        doubts.append(doubt(Code.DATE_UNKNOWN))
    if source.legacy:
        doubts.append(doubt(Code.LEGACY_ENCODING, source.legacy))
    if claim.printed and (wrong := _wrong_percentage(claim, source.text)):
        doubts.append(doubt(Code.SUM, wrong))
    return claim.doubted(*doubts)


def _wrong_percentage(claim: Claim, text: str) -> str:
    """Recompute a printed percentage at its own precision; a cut last digit is no fault."""
    figure = parse_figure(claim.printed or "")
    beside = _percent_beside(figure, claim, text)
    if figure.count is None or figure.base is None or beside is None:
        return ""
    percent, printed = beside
    decimals = -int(percent.value.as_tuple().exponent) if "," in printed else 0
    right = percentage(figure.count.value, figure.base.value, decimals)
    return "" if abs(right - percent.value) <= percent.step else f"{figure.printed} is not {printed}"


def _percent_beside(figure: Figure, claim: Claim, text: str) -> tuple[Number, str] | None:
    """Give the percentage printed with a figure, and the words that print it."""
    if figure.count and figure.percent:
        return figure.percent, figure.printed
    if claim.share:
        share = parse_figure(text[claim.share[0] : claim.share[1]])
        return (share.percent, share.printed) if share.percent else None
    return None
