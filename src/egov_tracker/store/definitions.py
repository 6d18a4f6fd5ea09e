"""The registry and the obligations, read from their files."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from egov_tracker.errors import hint_at, there_are
from egov_tracker.model.fields import FileModel
from egov_tracker.model.findings import Finding, Location, error
from egov_tracker.model.groups import GroupsFile, groups_of
from egov_tracker.model.hierarchy import part_of_themselves
from egov_tracker.model.registry import Cohort, CohortsFile, Registry, RegistryFile
from egov_tracker.store.discovery import COHORTS_FILE, DEFINITION_FILES, GROUPS_FILE, OBLIGATIONS_FILE, REGISTRY_FILES
from egov_tracker.store.files import UnreadableError, read_file
from egov_tracker.store.validation import validate_document
from egov_tracker.store.yaml_reader import RefusedError, read_document
from egov_tracker.text.names import suggester

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from egov_tracker.model.catalogue import Indicator
    from egov_tracker.model.groups import Group, GroupEntry
    from egov_tracker.model.obligations import PlacedObligation
    from egov_tracker.store.discovery import DataFolder
    from egov_tracker.store.document import Document

Model = TypeVar("Model", bound=FileModel)

LINKS = ("predecessors", "successors")


def read_registry(folder: DataFolder) -> tuple[Registry, tuple[Finding, ...]]:
    """All bodies and groups; a link to one that is not there is a finding, as is every fault of the files."""
    groups, faults = _read_groups(folder)
    read = [read_by_id(RegistryFile, folder.registry_file(name), "bodies") for name in REGISTRY_FILES]
    files = [(model, document) for model, document, _ in read if model and document]
    cohorts, document, more = _read_cohorts(folder, groups)
    registry = Registry(
        tuple(body for model, _ in files for body in model.bodies.values()),
        {name: basis for model, _ in files for name, basis in model.legal_basis.items()},
        groups,
        cohorts,
    )
    findings = (*faults, *(found for _, _, some in read for found in some), *more)
    loose = [found for model, document in files for found in _loose_links(model, document, registry)]
    loose += [found for model, document in files for found in _shared_tiles(model, document)]
    if document and _answers_for_names(folder, COHORTS_FILE):
        loose += _unknown_names(document, registry)
    return registry, findings or tuple(loose)


def _answers_for_names(folder: DataFolder, name: str) -> bool:
    """Whether the names in a file have to be known: not in one of the package beside files of the ledger's own."""
    return folder.is_own(name) or not any(map(folder.is_own, DEFINITION_FILES))


def _read_cohorts(
    folder: DataFolder, groups: Mapping[str, Group]
) -> tuple[dict[str, Cohort], Document | None, tuple[Finding, ...]]:
    """The cohorts by id; one that is picked out of a group that is not there is a fault, and is left out."""
    path = folder.registry_file(COHORTS_FILE)
    if not os.path.lexists(path):
        return {}, None, ()
    model, document, findings = read_by_id(CohortsFile, path, "cohorts")
    if not model or not document:
        return {}, document, findings
    known = {name: cohort for name, cohort in model.cohorts.items() if cohort.within in groups}
    lost = tuple(
        error("REG001", f"unknown group '{model.cohorts[name].within}'", document.location("cohorts", name, "within"))
        for name in model.cohorts
        if name not in known and _answers_for_names(folder, COHORTS_FILE)
    )
    return known, document, findings + lost


def _unknown_names(document: Document, registry: Registry) -> Iterator[Finding]:
    """Names of cohorts that no body ever had."""
    nearest = registry.suggester()
    for cohort in registry.cohorts.values():
        for number, name in enumerate(cohort.names):
            if not registry.named(name):
                location = document.location("cohorts", cohort.id, "names", number)
                yield error("REG001", f"unknown body '{name}'{hint_at(nearest(name))}", location)


def _read_groups(folder: DataFolder) -> tuple[dict[str, Group], tuple[Finding, ...]]:
    """The groups by id, in the order of the file; where their parts are wrong, they are read without parts."""
    file, document, findings = read_by_id(GroupsFile, folder.registry_file(GROUPS_FILE), "groups")
    if not file or not document:
        return {}, findings
    wrong = tuple(_wrong_parts(file.groups, document))
    entries = {name: entry.changed(parts=()) if wrong else entry for name, entry in file.groups.items()}
    return groups_of(entries), findings + wrong


def _wrong_parts(entries: Mapping[str, GroupEntry], document: Document) -> Iterator[Finding]:
    """Parts of groups that are not there, and groups that are a part of themselves."""
    for name, entry in entries.items():
        for number, part in enumerate(entry.parts):
            if part not in entries:
                message = f"unknown group '{part}'{there_are(entries)}"
                yield error("REG001", message, document.location("groups", name, "parts", number))
    for name in part_of_themselves({name: entry.parts for name, entry in entries.items()}):
        yield error("SHP003", f"the group '{name}' is a part of itself", document.location("groups", name, key=True))


def read_obligations(
    folder: DataFolder, registry: Registry, catalogue: Mapping[str, Indicator]
) -> tuple[tuple[PlacedObligation, ...], tuple[Finding, ...]]:
    """The obligations with their locations, and what is wrong with them, such as an unknown indicator or group.

    Of the package's obligations beside definitions of the ledger's own, those about something unknown to these are left
    out.
    """
    from egov_tracker.model.obligations import ObligationsFile, PlacedObligation
    from egov_tracker.model.observation import Remark

    model, document, findings = read_by_id(ObligationsFile, folder.registry_file(OBLIGATIONS_FILE), "obligations")
    if not model or not document:
        return (), findings
    obligations = tuple(
        PlacedObligation(
            obligation,
            document.location("obligations", name, key=True),
            document.location("obligations", name, "due"),
            tuple(
                Remark(remark.note, remark.rule, None, None, document.location("obligations", name, "remarks", number))
                for number, remark in enumerate(obligation.remarks)
            ),
        )
        for name, obligation in model.obligations.items()
    )
    nearest = suggester(catalogue)
    unknown = [tuple(_unknown_parts(placed, document, registry, catalogue, nearest)) for placed in obligations]
    if _answers_for_names(folder, OBLIGATIONS_FILE):
        return obligations, findings + tuple(found for some in unknown for found in some)
    return tuple(placed for placed, some in zip(obligations, unknown, strict=True) if not some), findings


def _unknown_parts(
    due: PlacedObligation,
    document: Document,
    registry: Registry,
    catalogue: Mapping[str, Indicator],
    nearest: Callable[[str], tuple[str, ...]],
) -> Iterator[Finding]:
    obligation = due.obligation
    if obligation.indicator and obligation.indicator not in catalogue:
        meant = nearest(obligation.indicator)
        location = document.location("obligations", obligation.id, "indicator")
        yield error("REG005", f"unknown indicator '{obligation.indicator}'{hint_at(meant)}", location)
    if obligation.group not in registry.group_names and not registry.named(obligation.group):
        location = document.location("obligations", obligation.id, "group")
        yield error("REG001", f"unknown group, cohort or body '{obligation.group}'", location)


def read_by_id(model: type[Model], path: Path, field: str) -> tuple[Model | None, Document | None, tuple[Finding, ...]]:
    """Read a file in which things stand by id under `field`; the id becomes a field of each.

    Returns the model and the document, None where there is nothing to use, and what is wrong in the file.
    """
    try:
        document = read_document(read_file(path), str(path))
    except RefusedError as refused:
        return None, None, (refused.finding,)
    except UnreadableError as wrong:
        return None, None, (error("YML002", str(wrong), Location(str(path), 1, 1)),)
    validated = validate_document(model, _with_ids(document, field))
    return validated.model, document, validated.findings


def _with_ids(document: Document, field: str) -> Document:
    content = document.content
    if not isinstance(content, dict) or not isinstance(content.get(field), dict):
        return document
    things = {
        name: {**thing, "id": name} if isinstance(thing, dict) else thing for name, thing in content[field].items()
    }
    return document._replace(content={**content, field: things})


def _shared_tiles(model: RegistryFile, document: Document) -> Iterator[Finding]:
    """Bodies that stand on the tile of another one at some time."""
    tiled = {name: body for name, body in model.bodies.items() if body.tile or body.retiled}
    days = {one.date.first for body in tiled.values() for one in body.retiled if one.date.first}
    days |= {body.valid_from.first for body in tiled.values() if body.valid_from and body.valid_from.first}
    found: set[tuple[str, str]] = set()
    for day in sorted(days | {date.min}):
        taken: dict[tuple[int, int], str] = {}
        for name, body in tiled.items():
            tile = body.tile_on(day) if body.existed_on(day) else None
            first = taken.setdefault(tile, name) if tile else name
            if first != name and (first, name) not in found:
                found.add((first, name))
                yield error(
                    "SHP003", f"the tile of '{first}' is the same on {day}", document.location("bodies", name, "tile")
                )


def _loose_links(model: RegistryFile, document: Document, registry: Registry) -> Iterator[Finding]:
    """Links of bodies to bodies and to legal documents that are nowhere defined."""
    for name, body in model.bodies.items():
        for field in LINKS:
            for number, link in enumerate(getattr(body, field)):
                if link not in registry.by_id:
                    yield error("REG001", f"unknown body '{link}'", document.location("bodies", name, field, number))
        for field in ("basis", "ended_by"):
            if (link := getattr(body, field)) and link not in registry.legal_basis:
                yield error("SHP003", f"unknown legal basis '{link}'", document.location("bodies", name, field))
