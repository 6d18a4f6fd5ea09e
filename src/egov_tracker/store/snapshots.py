"""From a snapshot file to its meaning: names, sources and indicators are looked up at the as-of date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.errors import hint_at
from egov_tracker.model.findings import Finding, error
from egov_tracker.model.observation import Loaded, Observation, Snapshot, Source
from egov_tracker.model.snapshot_file import FULL_ID, LINKS, SnapshotFile
from egov_tracker.store.observations import EntryResolver, ReadContext
from egov_tracker.store.validation import MOST_FAULTS, validate_document
from egov_tracker.store.yaml_reader import RefusedError, read_document
from egov_tracker.text.names import suggester

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.model.registry import Registry
    from egov_tracker.store.document import Document
    from egov_tracker.text.quarters import Quarter


MAX_OBSERVATIONS = 4_000
MAX_STATES = 70_000
TOO_MANY = f"more than {MAX_OBSERVATIONS:,} figures, or figures that speak of more than {MAX_STATES:,} bodies in all"


def read_snapshot(
    raw: bytes, path: str, named: Quarter | None, registry: Registry, catalogue: Mapping[str, Indicator]
) -> Loaded:
    """Read a snapshot as far as it can be read; `named` is the quarter in the file's name, None if it has none."""
    try:
        document = read_document(raw, path)
    except RefusedError as refused:
        return Loaded(path, None, (refused.finding,))
    validated = validate_document(SnapshotFile, document, {"period": str(named)} if named else None)
    if not validated.model:
        return Loaded(path, None, validated.findings)
    file = validated.model
    sources = {
        name: Source(name, entry, document.location("sources", name, key=True)) for name, entry in file.sources.items()
    }
    context = ReadContext(document, file.period, sources, registry, catalogue, {})
    findings = [*_undefined_links(sources, file.period, document)]
    observations: list[Observation] = []
    states = 0
    for index, entry in validated.numbered("observations", file.observations):
        reader = EntryResolver(context, index, entry)
        made = reader.observations()
        states += sum(max(len(registry.members(one.group, one.as_of)), 1) for one in made)
        if states > MAX_STATES or len(observations) + len(made) > MAX_OBSERVATIONS:
            findings.append(error("YML004", TOO_MANY, document.location("observations", index)))
            break
        observations += made
        findings += reader.findings
    if file.draft:
        message = "this is a draft that nobody has reviewed; egov review asks for every figure"
        findings.append(error("DRF001", message, document.location("draft", key=True)))
    if named and file.period != named:
        message = f"period: {file.period} is not the quarter of the file's name"
        findings.append(error("SHP003", message, document.location("period")))
    return Loaded(
        path, Snapshot(file.period, sources, tuple(observations), path), (*validated.findings, *_first(findings))
    )


def _undefined_links(sources: Mapping[str, Source], period: Quarter, document: Document) -> Iterator[Finding]:
    """SRC001: `repeats` or `supersedes` names a source of this quarter that the file does not define."""
    nearest = suggester(sources)
    for name, source in sources.items():
        for field in LINKS:
            link: str | None = getattr(source.entry, field)
            here = link.removeprefix(f"{period}/") if link else ""
            if here and here not in sources and not FULL_ID.fullmatch(here):
                message = f"undefined source '{link}'{hint_at(nearest(here))}"
                yield error("SRC001", message, document.location("sources", name, field))


def _first(findings: list[Finding]) -> list[Finding]:
    """The first `MOST_FAULTS` findings, and one that says how many more there are."""
    kept, more = findings[:MOST_FAULTS], findings[MOST_FAULTS:]
    return [*kept, error("SHP003", f"{len(more):,} more faults from here on", more[0].location)] if more else kept
