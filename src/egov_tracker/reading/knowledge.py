"""The lexicon of a ledger, straight from its registry files: the only place where reading meets the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from egov_tracker.errors import EgovError, TextError
from egov_tracker.reading.lexicon import Lexicon, build_lexicon
from egov_tracker.store.files import read_file
from egov_tracker.store.yaml_reader import RefusedError, read_document

if TYPE_CHECKING:
    from egov_tracker.store.discovery import DataFolder


def load_lexicon(folder: DataFolder) -> Lexicon:
    """Read names, units and cues; `EgovError` where a file cannot be read or a cue is not of the language."""
    catalogue, words = _content(folder, "indicators.yaml"), _content(folder, "cues.yaml")
    agencies, provinces = _content(folder, "agencies.yaml"), _content(folder, "provinces.yaml")
    try:
        bodies = {**agencies["bodies"], **provinces["bodies"]}
        return build_lexicon(bodies, catalogue, words)
    except (TextError, KeyError, TypeError, AttributeError, ValueError) as wrong:
        raise EgovError(f"{folder.registry_file('cues.yaml')}: {wrong}") from wrong


def _content(folder: DataFolder, name: str) -> Any:
    path = folder.registry_file(name)
    try:
        return read_document(read_file(path), str(path)).content
    except RefusedError as refused:
        raise EgovError(str(refused)) from refused
