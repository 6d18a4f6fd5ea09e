"""Hold a reading against its gold."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from egov_tracker.text.dates import parse_as_of
from egov_tracker.text.names import match_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bench.reading.gold import Case, Gold
    from egov_tracker.reading.claims import Claim
    from egov_tracker.reading.reader import Reading


class Score(NamedTuple):
    """Counts of one text, or of many added up."""

    facts: int = 0
    found: int = 0
    claims: int = 0
    true: int = 0
    clean: int = 0
    false_clean: int = 0
    dates_exact: int = 0
    dates_unknown: int = 0
    dates_wrong: int = 0
    lists: int = 0
    lists_whole: int = 0
    digits: int = 0
    digits_lost: int = 0
    anchors: int = 0
    anchors_wrong: int = 0
    plans: int = 0
    plans_found: int = 0

    def plus(self, other: Score) -> Score:
        """Add up."""
        return Score(*(left + right for left, right in zip(self, other, strict=True)))


class Judged(NamedTuple):
    """A score with what was missed and what was wrong, as sentences."""

    score: Score
    complaints: tuple[str, ...]


def judge(case: Case, reading: Reading) -> Judged:
    """Compare claim by claim: a fact is found where indicator, group, part, slot and figure agree."""
    text = reading.source.text
    complaints: list[str] = []
    exact = unknown = wrong = whole = lists = found = 0
    for gold in case.claims:
        claim = _best(gold, reading.claims)
        if claim is None:
            complaints.append(
                f"missed: {gold.indicator} {gold.groups} {gold.slot} {gold.printed} {len(gold.names)} names"
            )
            continue
        found += 1
        verdict = _date(gold, claim)
        exact, unknown, wrong = (
            exact + (verdict == "exact"),
            unknown + (verdict == "unknown"),
            wrong + (verdict == "wrong"),
        )
        if verdict != "exact":
            complaints.append(f"date {verdict}: {gold.indicator} {gold.printed} {claim.as_of}, should be {gold.as_of}")
        if gold.names:
            lists += 1
            same = _names(gold) == sorted(match_key(name.printed) for name in claim.names)
            whole += same
            if not same:
                complaints.append(f"list: {gold.indicator} {gold.slot} has {[name.printed for name in claim.names]}")
    true = [claim for claim in reading.claims if any(_agrees(gold, claim) for gold in case.claims)]
    clean = [claim for claim in reading.claims if claim.is_clean]
    false_clean = [
        claim
        for claim in clean
        if not any(_agrees(gold, claim) and _date(gold, claim) == "exact" for gold in case.claims)
    ]
    complaints += [f"FALSE CLEAN: {_told(claim)}" for claim in false_clean]
    complaints += [
        f"untrue: {_told(claim)} {[each.code.value for each in claim.doubts]}"
        for claim in reading.claims
        if claim not in true
    ]
    anchors, wrong_anchors = _anchors(reading.claims, text)
    runs = len(re.findall(r"\d+", text))
    score = Score(
        len(case.claims), found, len(reading.claims), len(true), len(clean), len(false_clean),
        exact, unknown, wrong, lists, whole, runs, runs - reading.digits.classified, anchors, wrong_anchors,
        case.proposals, min(case.proposals, len(reading.proposals)),
    )  # fmt: skip
    return Judged(score, tuple(complaints))


def _told(claim: Claim) -> str:
    what = f"{claim.indicator}{dict(claim.breakdown)} {claim.group} {claim.slot}"
    return f"{what} {claim.printed} {claim.as_of} {len(claim.names)} names"


def _agrees(gold: Gold, claim: Claim) -> bool:
    parts = "".join(f"[{name}={value}]" for name, value in claim.breakdown)
    if gold.indicator != claim.indicator + parts or claim.slot not in _slots(gold):
        return False
    if not any(match_key(group) == match_key(claim.group) for group in gold.groups):
        return False
    if gold.printed:
        return _plain(claim.printed or "").startswith(_plain(gold.printed))
    return claim.printed is None and bool({match_key(name.printed) for name in claim.names} & set(_names(gold)))


def _slots(gold: Gold) -> tuple[str, ...]:
    return ("value", "done") if gold.slot in {"value", "done"} and not gold.printed else (gold.slot,)


def _plain(printed: str) -> str:
    return " ".join(unicodedata.normalize("NFC", printed).lower().split())


def _names(gold: Gold) -> list[str]:
    return sorted(match_key(name) for name in gold.names)


def _best(gold: Gold, claims: Iterable[Claim]) -> Claim | None:
    agreeing = [claim for claim in claims if _agrees(gold, claim)]
    return min(
        agreeing, key=lambda claim: (_date(gold, claim) != "exact", len(claim.names) != len(gold.names)), default=None
    )


def _date(gold: Gold, claim: Claim) -> str:
    if claim.as_of in gold.as_of:
        return "exact"
    if claim.as_of == "unknown":
        return "unknown"
    if claim.start and any(parse_as_of(each).last == parse_as_of(claim.as_of).last for each in gold.as_of):
        return "exact"
    return "wrong"


def _anchors(claims: Iterable[Claim], text: str) -> tuple[int, int]:
    pairs = [(claim.value, claim.printed) for claim in claims if claim.value]
    pairs += [(name.anchor, name.printed) for claim in claims for name in claim.names]
    return len(pairs), sum(text[at[0] : at[1]] != printed for at, printed in pairs if at)
