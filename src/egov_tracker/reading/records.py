"""A reading as plain records: what `egov read -f json` prints."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from egov_tracker.text.figures import parse_figure

if TYPE_CHECKING:
    from decimal import Decimal

    from egov_tracker.reading.claims import Anchor, Claim, Passage, Proposal
    from egov_tracker.reading.reader import Reading

SCHEMA_VERSION = 1


def reading_record(reading: Reading, source: str) -> dict[str, Any]:
    """Give everything that was read from one document; `source` is its id in the ledger."""
    text = reading.source.text
    return {
        "schema_version": SCHEMA_VERSION,
        "source": {
            "id": source,
            "sha256": reading.source.sha256,
            "text_sha256": reading.source.text_sha256,
            "extractor": reading.source.extractor,
        },
        "digits": reading.digits._asdict(),
        "claims": [
            _claim(claim, key, text) for claim, key in zip(reading.claims, claim_keys(reading.claims), strict=True)
        ],
        "proposals": [_proposal(proposal, text) for proposal in reading.proposals],
        "unread": [_passage(passage, text) for passage in reading.unread],
    }


def claim_keys(claims: tuple[Claim, ...]) -> list[str]:
    """Name every claim by what it states, so that reading again gives the same names; doubles are numbered."""
    seen: Counter[str] = Counter()
    keys = []
    for claim in claims:
        parts = [claim.indicator, claim.group, *(f"{name}={value}" for name, value in claim.breakdown)]
        key = "/".join([*parts, claim.slot, claim.as_of])
        seen[key] += 1
        keys.append(key if seen[key] == 1 else f"{key}#{seen[key]}")
    return keys


def quote_of(text: str, anchor: Anchor) -> str:
    """Give the words at an anchor on one line."""
    return " ".join(text[anchor[0] : anchor[1]].split())


def _claim(claim: Claim, key: str, text: str) -> dict[str, Any]:
    return {
        "key": key,
        "indicator": claim.indicator,
        "group": claim.group,
        "breakdown": dict(claim.breakdown),
        "kind": claim.kind,
        "slot": claim.slot,
        "printed": claim.printed,
        "value": figure_record(claim.printed) if claim.printed else None,
        "names": [name.printed for name in claim.names],
        "as_of": claim.as_of,
        "from": claim.start,
        "quote": quote_of(text, claim.quote),
        "doubts": [{"code": each.code.value, "message": each.message} for each in claim.doubts],
        "anchors": _anchors(claim),
    }


def _anchors(claim: Claim) -> dict[str, Any]:
    anchors: dict[str, Any] = {"quote": list(claim.quote)}
    if claim.value:
        anchors["value"] = list(claim.value)
    if claim.share:
        anchors["share"] = list(claim.share)
    if claim.names:
        anchors["names"] = [list(name.anchor) for name in claim.names]
    if claim.date:
        anchors["as_of"] = list(claim.date)
    return anchors


def figure_record(printed: str) -> dict[str, int | float]:
    """Give the numbers of a figure as `egov status -f json` does."""
    figure = parse_figure(printed)
    if figure.count and figure.base:
        return {"done": _number(figure.count.value), "of": _number(figure.base.value)}
    if figure.count:
        return {"number": _number(figure.count.value)}
    return {"percent": _number(figure.percent.value)} if figure.percent else {}


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _proposal(proposal: Proposal, text: str) -> dict[str, Any]:
    anchors: dict[str, Any] = {"quote": list(proposal.quote), "value": list(proposal.value)}
    if proposal.due_at:
        anchors["due"] = list(proposal.due_at)
    return {
        "quote": quote_of(text, proposal.quote),
        "printed": proposal.printed,
        "due": proposal.due,
        "anchors": anchors,
    }


def _passage(passage: Passage, text: str) -> dict[str, Any]:
    return {
        "text": text[passage.start : passage.end],
        "class": passage.kind.value,
        "reason": passage.reason,
        "start": passage.start,
        "end": passage.end,
    }
