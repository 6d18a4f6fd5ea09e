"""Office files: what an office puts around a report, read from YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.model.findings import errors_only
from egov_tracker.model.office import OfficeFile
from egov_tracker.store.files import read_file
from egov_tracker.store.ledger import FaultyDataError

if TYPE_CHECKING:
    from pathlib import Path


def read_office(path: Path) -> OfficeFile:
    """Read an office file; raises `FaultyDataError` with all that is wrong in it, each at its line and column."""
    from egov_tracker.store.validation import validate_document
    from egov_tracker.store.yaml_reader import RefusedError, read_document

    try:
        document = read_document(read_file(path), str(path))
    except RefusedError as refused:
        raise FaultyDataError((refused.finding,)) from refused
    validated = validate_document(OfficeFile, document)
    faults = errors_only(validated.findings)
    if faults or not validated.model:
        raise FaultyDataError(faults)
    return validated.model
