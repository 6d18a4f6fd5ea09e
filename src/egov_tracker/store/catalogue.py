"""The catalogue, read from its file: code lists, and indicators with their dimensions looked up in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.errors import hint_at, there_are
from egov_tracker.model.catalogue import CatalogueFile, Dimension, Indicator, parts_of
from egov_tracker.model.findings import Finding, error
from egov_tracker.model.hierarchy import part_of_themselves
from egov_tracker.store.definitions import read_by_id
from egov_tracker.store.discovery import CATALOGUE_FILE, GROUPS_FILE, bundled
from egov_tracker.text.names import suggester

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from egov_tracker.model.catalogue import Code, CodeList, IndicatorEntry, SeriesEntry
    from egov_tracker.store.discovery import DataFolder
    from egov_tracker.store.document import Document


def read_catalogue(
    folder: DataFolder, groups: Mapping[str, object]
) -> tuple[dict[str, Indicator], tuple[Finding, ...]]:
    """The indicators by id, in the order of the file, and what is wrong with them.

    A dimension for which the file has no code list has that of the package, if there is one. The groups that the
    package's indicators name are not looked for where the ledger has groups of its own.
    """
    file, document, findings = read_by_id(CatalogueFile, folder.registry_file(CATALOGUE_FILE), "indicators")
    if not file or not document:
        return {}, findings
    known = groups if folder.is_own(CATALOGUE_FILE) or not folder.is_own(GROUPS_FILE) else {}
    wrong = [*_wrong_codes(file, document), *_wrong_indicators(file, document, known)]
    codes = {name: _without_cycles(one) for name, one in file.dimensions.items()}
    used = {name for entry in file.indicators.values() for name in entry.breakdown}
    if not used <= codes.keys():
        codes = _packaged_codes() | codes
    catalogue = {name: _indicator(entry, codes, file.series) for name, entry in file.indicators.items()}
    return catalogue, findings + tuple(wrong)


def _packaged_codes() -> dict[str, CodeList]:
    file, _, _ = read_by_id(CatalogueFile, bundled("data") / "registry" / CATALOGUE_FILE, "indicators")
    return dict(file.dimensions) if file else {}


def _indicator(entry: IndicatorEntry, codes: Mapping[str, CodeList], series: Mapping[str, SeriesEntry]) -> Indicator:
    dimensions = {
        name: Dimension(values or tuple(codes.get(name, {})), codes.get(name, {}))
        for name, values in entry.breakdown.items()
    }
    fields = {name: value for name, value in entry.__dict__.items() if name != "breakdown"}
    if named := series.get(entry.series or ""):
        fields |= {"series_vi": named.name_vi, "series_en": named.name_en}
    return Indicator(**fields, dimensions=dimensions)


def _without_cycles(codes: CodeList) -> CodeList:
    """The code list without the relations of values that would be a part of themselves."""
    wrong = part_of_themselves(parts_of(codes))
    return {name: code.changed(sum_of=(), within=None) if wrong else code for name, code in codes.items()}


def _wrong_codes(file: CatalogueFile, document: Document) -> Iterator[Finding]:
    """Values that name others which their code list does not have, or that are a part of themselves."""
    for dimension, codes in file.dimensions.items():
        for value, code in codes.items():
            where = ("dimensions", dimension, value)
            for number, part in enumerate(code.sum_of):
                if part not in codes:
                    yield error(
                        "SHP003", _no_value(part, dimension, codes), document.location(*where, "sum_of", number)
                    )
            if code.within and code.within not in codes:
                yield error("SHP003", _no_value(code.within, dimension, codes), document.location(*where, "within"))
        for value in part_of_themselves(parts_of(codes)):
            location = document.location("dimensions", dimension, value, key=True)
            yield error("SHP003", f"the {dimension} '{value}' is a part of itself", location)


def _wrong_indicators(file: CatalogueFile, document: Document, groups: Mapping[str, object]) -> Iterator[Finding]:
    """Indicators that name a dimension, a value of one, or a group that is not there."""
    near_list, near_group = suggester(file.dimensions), suggester(groups)
    for name, entry in file.indicators.items():
        for dimension, values in entry.breakdown.items():
            where = ("indicators", name, "breakdown", dimension)
            codes = file.dimensions.get(dimension, {})
            if not values and not codes:
                message = f"no code list '{dimension}'{hint_at(near_list(dimension)) or there_are(file.dimensions)}"
                yield error("SHP003", message, document.location(*where))
            for number, value in enumerate(values if codes else ()):
                if value not in codes:
                    yield error("SHP003", _no_value(value, dimension, codes), document.location(*where, number))
        for number, group in enumerate(entry.groups if groups else ()):
            if group not in groups:
                location = document.location("indicators", name, "groups", number)
                yield error(
                    "REG001", f"unknown group '{group}'{hint_at(near_group(group)) or there_are(groups)}", location
                )


def _no_value(value: str, dimension: str, codes: Mapping[str, Code]) -> str:
    return f"'{value}' is no {dimension}{there_are(codes)}"
