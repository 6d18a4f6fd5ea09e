"""The gold of a text: claims in the terms of the ledger, one a line, above the text itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import yaml

if TYPE_CHECKING:
    from pathlib import Path

DIVIDER = "====\n"


class Gold(NamedTuple):
    """One true claim; `groups` are the readings that are right, `printed` is empty for a list without a number."""

    indicator: str
    groups: tuple[str, ...]
    as_of: tuple[str, ...]
    slot: str
    printed: str
    names: tuple[str, ...]


class Case(NamedTuple):
    """A text with its gold."""

    name: str
    genre: str
    raw: bytes
    suffix: str
    claims: tuple[Gold, ...]
    proposals: int
    options: dict[str, str]


def load_case(path: Path) -> Case:
    """Read a case: YAML, a line of equals signs, the text."""
    head, _, text = path.read_text(encoding="utf-8").partition(DIVIDER)
    facts = yaml.load(head, yaml.BaseLoader)  # noqa: S506 - makes nothing but texts
    options = {name: facts[name] for name in ("dated", "period") if name in facts}
    claims = tuple(parse_gold(line) for line in facts["claims"])
    return Case(path.stem, facts["genre"], text.encode(), path.suffix, claims, int(facts.get("proposals", 0)), options)


def parse_gold(line: str) -> Gold:
    """Read `indicator[dimension=value] | group or group | date or date | slot | printed | name; name`."""
    indicator, group, as_of, slot, printed, names = (part.strip() for part in (line + " |").split("|")[:6])
    return Gold(
        indicator,
        tuple(each.strip() for each in group.split(" or ")),
        tuple(each.strip() for each in as_of.split(" or ")),
        slot,
        "" if printed == "-" else printed,
        tuple(name.strip() for name in names.split(";") if name.strip()),
    )
