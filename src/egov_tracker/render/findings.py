"""Findings as text, as JSON, as annotations of GitHub Actions, as SARIF 2.1.0, and as GitLab's Code Quality report."""

from __future__ import annotations

import os
from collections import Counter
from hashlib import blake2s
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote

from egov_tracker.model.terms import Level
from egov_tracker.text.terminal import quiet, spelled_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from egov_tracker.model.findings import Finding, Location
    from egov_tracker.model.rules import Rule
    from egov_tracker.store.discovery import DataFolder
    from egov_tracker.views.findings import FindingView

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
BOLD, PLAIN = "\x1b[1m", "\x1b[0m"
SEVERITIES = {Level.ERROR: "major", Level.WARNING: "minor", Level.NOTE: "info"}
COLOURS = {Level.ERROR: "\x1b[1;31m", Level.WARNING: "\x1b[1;33m", Level.NOTE: "\x1b[1;36m"}

SarifObject: TypeAlias = "dict[str, object]"


def findings_text(views: Iterable[FindingView], *, styled: bool = False) -> str:
    """One block a finding: its line, the line of the file with a caret, the other places, the remark."""
    return "".join(f"{quiet(line)}\n" for view in views for line in _block(view, styled=styled))


def _block(view: FindingView, *, styled: bool) -> Iterator[str]:
    found = view.finding
    level = f"{COLOURS[found.level]}{found.level}{PLAIN}" if styled else str(found.level)
    location = spelled_out(str(found.location))
    yield (
        f"{BOLD}{location}{PLAIN}: {found.rule} {level} {spelled_out(found.message)}"
        if styled
        else (f"{location}: {found.rule} {level} {spelled_out(found.message)}")
    )
    if view.snippet:
        number = str(found.location.line)
        yield f"  {number} | {view.snippet.line}"
        yield f"  {' ' * len(number)} | {view.snippet.blanks}^"
    yield from (f"  see also {spelled_out(str(location))}" for location in found.related)
    if found.remark:
        yield f"  explained: {spelled_out(found.remark)}"


def findings_json(findings: Iterable[Finding], folder: DataFolder) -> str:
    """The findings with the data they are about."""
    from egov_tracker.render.json import dump_list
    from egov_tracker.views.records import envelope_record, finding_record

    return dump_list(envelope_record(folder), "findings", map(finding_record, findings))


def findings_github(findings: Iterable[Finding]) -> str:
    """Workflow commands, which GitHub Actions shows beside the lines of a pull request."""
    return "".join(f"{_annotation(found)}\n" for found in findings)


def _annotation(found: Finding) -> str:
    location = found.location
    more = "".join(f"\nsee also {other}" for other in found.related)
    more += f"\nexplained: {found.remark}" if found.remark else ""
    properties = f"file={_property(location.path)},line={location.line},col={location.column},title={found.rule}"
    return f"::{COMMANDS[found.level]} {properties}::{_data(found.message + more)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def findings_sarif(findings: Iterable[Finding], rules: Sequence[Rule], version: str) -> str:
    """A SARIF 2.1.0 log of one run, with every rule; what a remark explains is a suppressed result."""
    from egov_tracker.render.json import dump

    index = {rule.id: number for number, rule in enumerate(rules)}
    driver = {
        "name": "egov",
        "version": version,
        "rules": [_sarif_rule(rule) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(found, index[found.rule]) for found in findings],
    }
    return dump({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _sarif_rule(rule: Rule) -> SarifObject:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title_en},
        "fullDescription": {"text": rule.summary},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": str(rule.level)},
    }


def _result(found: Finding, index: int) -> SarifObject:
    result: SarifObject = {
        "ruleId": found.rule,
        "ruleIndex": index,
        "level": str(found.level),
        "message": {"text": found.message},
        "locations": [_location(found.location)],
    }
    if found.related:
        result["relatedLocations"] = [_location(location) for location in found.related]
    if found.remark:
        result["suppressions"] = [{"kind": "inSource", "justification": found.remark}]
    return result


def _location(location: Location) -> SarifObject:
    artifact = {"uri": quote(os.fsencode(location.path.replace("\\", "/")))}
    region = {"startLine": location.line, "startColumn": location.column}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def findings_gitlab(findings: Iterable[Finding]) -> str:
    """A Code Quality report of GitLab CI: one issue a finding, with a fingerprint that moved lines do not change."""
    from egov_tracker.render.json import dump

    seen: Counter[tuple[str, ...]] = Counter()
    return dump([_issue(found, seen) for found in findings])


def _issue(found: Finding, seen: Counter[tuple[str, ...]]) -> dict[str, object]:
    """The issue of a finding; `seen` counts those that differ in their line alone."""
    key = (found.rule, found.location.path, found.message)
    seen[key] += 1
    identity = "\0".join((*key, str(seen[key])))
    return {
        "description": found.message + (f" (explained: {found.remark})" if found.remark else ""),
        "check_name": found.rule,
        "fingerprint": blake2s(identity.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest(),
        "severity": SEVERITIES[found.level],
        "location": {"path": found.location.path, "lines": {"begin": found.location.line}},
    }
