"""The registry, the catalogue and the obligations, read from their files."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from egov_tracker.model.catalogue import CatalogueFile, Indicator
from egov_tracker.model.fields import FileModel
from egov_tracker.model.findings import Finding, Location, error
from egov_tracker.model.registry import GROUPS, Registry, RegistryFile
from egov_tracker.store.files import UnreadableError, read_file
from egov_tracker.store.validation import validate_document
from egov_tracker.store.yaml_reader import Document, RefusedError, read_document
from egov_tracker.text.names import suggester

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from egov_tracker.model.obligations import PlacedObligation
    from egov_tracker.store.discovery import DataFolder

Model = TypeVar("Model", bound=FileModel)

REGISTRY_FILES = ("agencies.yaml", "provinces.yaml")
LINKS = ("predecessors", "successors")


def read_registry(folder: DataFolder) -> tuple[Registry, tuple[Finding, ...]]:
    """All bodies; a link to a body that is not there is a finding, as is every fault of the files."""
    read = [_read(RegistryFile, folder.registry_file(name), "bodies") for name in REGISTRY_FILES]
    files = [(model, document) for model, document, _ in read if model and document]
    registry = Registry(
        tuple(body for model, _ in files for body in model.bodies.values()),
        {name: basis for model, _ in files for name, basis in model.legal_basis.items()},
    )
    findings = tuple(found for _, _, more in read for found in more)
    loose = tuple(found for model, document in files for found in _loose_links(model, document, registry))
    return registry, findings or loose


def read_catalogue(folder: DataFolder) -> tuple[dict[str, Indicator], tuple[Finding, ...]]:
    """The indicators by id, in the order of the file."""
    model, _, findings = _read(CatalogueFile, folder.registry_file("indicators.yaml"), "indicators")
    return (model.indicators if model else {}), findings


def read_obligations(
    folder: DataFolder, registry: Registry, catalogue: Mapping[str, Indicator]
) -> tuple[tuple[PlacedObligation, ...], tuple[Finding, ...]]:
    """The obligations with their places; an unknown indicator or group is a finding."""
    from egov_tracker.model.obligations import ObligationsFile, PlacedObligation

    model, document, findings = _read(ObligationsFile, folder.registry_file("obligations.yaml"), "obligations")
    if not model or not document:
        return (), findings
    obligations = tuple(
        PlacedObligation(
            obligation, document.location("obligations", name, key=True), document.location("obligations", name, "due")
        )
        for name, obligation in model.obligations.items()
    )
    nearest = suggester(catalogue)
    return obligations, findings + tuple(
        found for due in obligations for found in _unknown_parts(due, document, registry, catalogue, nearest)
    )


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
        hint = f"; did you mean '{meant[0]}'?" if meant else ""
        location = document.location("obligations", obligation.id, "indicator")
        yield error("REG005", f"unknown indicator '{obligation.indicator}'{hint}", location)
    if obligation.group not in GROUPS and not registry.named(obligation.group):
        location = document.location("obligations", obligation.id, "group")
        yield error("REG001", f"unknown group or body '{obligation.group}'", location)


def _read(model: type[Model], path: Path, field: str) -> tuple[Model | None, Document | None, tuple[Finding, ...]]:
    """Read a file of things by id; each thing is told its own id."""
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
