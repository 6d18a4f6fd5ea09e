"""A new snapshot as YAML, and the settings of a new ledger; what nobody knows yet is left blank or is a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.model.terms import SourceKind
from egov_tracker.text.yaml_scalars import yaml_scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from egov_tracker.model.obligations import Obligation
    from egov_tracker.model.observation import Observation
    from egov_tracker.views.draft import Draft, Line

MODELINE = "# yaml-language-server: $schema=../schema/snapshot.schema.json"
UNTITLED = "(chưa ghi tên văn bản)"
FIELDS = {
    SourceKind.REPORT: ("publisher", "number", "date", "reports", "url"),
    SourceKind.LETTER: ("publisher", "number", "date", "reports", "url"),
    SourceKind.PRESS: ("publisher", "date", "reports", "url"),
    SourceKind.STATISTICS: ("publisher", "number", "date", "reports", "url"),
}

ATTRIBUTES = """\
# With git config diff.egov.command 'egov git-diff' a diff of a snapshot speaks of its figures; without it, and with
# git config diff.egov.xfuncname '^ *- *\\{? *indicator: .*', each hunk is headed by its indicator.
data/reports/*.yaml text eol=lf diff=egov
# Archived texts are what their hashes say.
data/sources/** -text
"""
EDITOR_SETTINGS = """\
{
  "files.encoding": "utf8",
  "files.eol": "\\n",
  "yaml.schemas": {
    "./data/schema/snapshot.schema.json": "data/reports/*.yaml"
  }
}
"""


def draft_yaml(draft: Draft) -> str:
    """The snapshot file of a draft; its lines are comments that become entries when "# " is taken from their front."""
    parts = [[MODELINE, f"period: {draft.period}"], [*_source(draft.source)], [*_due(draft)], [*_observations(draft)]]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _source(kind: SourceKind) -> Iterator[str]:
    yield from ("sources:", f"  {kind}:", f"    kind: {kind}", f"    title: {UNTITLED}")
    yield from (f"    {field}: null" for field in FIELDS[kind])


def _due(draft: Draft) -> Iterator[str]:
    if draft.due:
        yield f"# Due in {draft.period}:"
    yield from (f"# - {_obligation(one)}" for one in draft.due)


def _obligation(one: Obligation) -> str:
    before = "before " if one.before else ""
    what = " ".join(one.what_vi.split())
    return f"{before}{one.due}: {what} ({one.by}; {one.under}; {one.id})"


def _observations(draft: Draft) -> Iterator[str]:
    if draft.earlier:
        yield f"# As in {draft.earlier}; what is printed again is uncommented and filled in."
    yield "# observations:"
    for line in draft.lines:
        yield from (f"# {text}".rstrip() for text in _entry(line, draft.source))


def _entry(line: Line, source: SourceKind) -> Iterator[str]:
    """The lines of one entry, in the order of the format; values that only a source can give are left blank."""
    seen = line.seen
    yield f"  # {seen.indicator.name_vi}"
    yield f"  - indicator: {seen.indicator.id}"
    yield f"    group: {'' if line.columns else yaml_scalar(str(seen.group))}"
    if seen.breakdown and not line.columns:
        parts = (f"{name}: {yaml_scalar(value, flow=True)}" for name, value in seen.breakdown)
        yield f"    breakdown: {{{', '.join(parts)}}}"
    if len(seen.indicator.kind) > 1:
        yield f"    kind: {seen.kind}"
    if seen.start:
        yield "    from:"
    yield "    as_of:"
    yield from _figures(line)
    yield from (f"    source: {source}", "    at:")


def _figures(line: Line) -> Iterator[str]:
    seen: Observation = line.seen
    if line.columns:
        yield f"    table: {{columns: [{', '.join(line.columns)}], rows: {{}}}}"
        return
    if seen.figure or not seen.listings:
        yield "    value:"
    if seen.of:
        yield "    of:"
    yield from (f"    {name}: {{names: []}}" for name in seen.listings)
