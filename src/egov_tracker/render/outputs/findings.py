"""The outputs of the checker, and the pages of its rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from egov_tracker.render.formats import JSON, MD, TEXT, Format, Kind, Means

if TYPE_CHECKING:
    from egov_tracker.render.contents import (
        FindingsContent,
        RulesContent,
    )


GITHUB = Format("github", (".txt",))
SARIF = Format("sarif", (".sarif", ".sarif.json"))
GITLAB = Format("gitlab", (".json",))


def _findings_text(content: FindingsContent, means: Means) -> str:
    from egov_tracker.render.findings import findings_text
    from egov_tracker.views.findings import by_weight, view_findings

    shown = [found for found in content.findings if content.explained or found.remark is None]
    return findings_text(view_findings(by_weight(shown, content.data), content.read), styled=means.styled)


def _findings_json(content: FindingsContent, _: Means) -> str:
    from egov_tracker.render.findings import findings_json

    return findings_json(content.findings, content.data)


def _findings_github(content: FindingsContent, _: Means) -> str:
    from egov_tracker.render.findings import findings_github

    return findings_github(content.findings)


def _findings_sarif(content: FindingsContent, _: Means) -> str:
    from egov_tracker import __version__
    from egov_tracker.model.rules import CHECK_RULES
    from egov_tracker.render.findings import findings_sarif

    return findings_sarif(content.findings, CHECK_RULES, __version__)


def _findings_gitlab(content: FindingsContent, _: Means) -> str:
    from egov_tracker.render.findings import findings_gitlab

    return findings_gitlab(content.findings)


def _rules_text(content: RulesContent, means: Means) -> str:
    from egov_tracker.render.rules import rule_text, rules_text

    return rule_text(content.one, means.width, styled=means.styled) if content.one else rules_text(content.rules)


def _rules_markdown(content: RulesContent, _: Means) -> str:
    from egov_tracker.render.rules import rule_markdown, rules_markdown

    return rule_markdown(content.one) if content.one else rules_markdown(content.rules)


CHECK: Kind[FindingsContent] = Kind(
    "check",
    {
        TEXT: _findings_text,
        JSON: _findings_json,
        GITHUB: _findings_github,
        SARIF: _findings_sarif,
        GITLAB: _findings_gitlab,
    },
    options={"--all": (TEXT,)},
)


EXPLAIN: Kind[RulesContent] = Kind("explain", {TEXT: _rules_text, MD: _rules_markdown})
