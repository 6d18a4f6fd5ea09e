from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from egov_tracker.checks.bindings import CHECKS
from egov_tracker.model.rules import CHECK_RULES
from tests.building import EXAMPLES
from tests.running import check_group

if TYPE_CHECKING:
    from egov_tracker.model.rules import Rule

Seen = tuple[str, int, int, str, str, str]

EXPECTED = re.compile(
    r"^# expect (\d+):(\d+) ([A-Z]{3}\d{3}) (error|warning|note)((?:, see \S+:\d+:\d+)*)$", re.MULTILINE
)


def expected(paths: list[Path]) -> list[Seen]:
    """What the comments of the files announce."""
    return sorted(
        (path.name, int(line), int(column), rule, level, see)
        for path in paths
        for line, column, rule, level, see in EXPECTED.findall(path.read_text(encoding="utf-8", errors="replace"))
    )


def seen(paths: list[Path]) -> list[Seen]:
    """What the checker says."""
    return sorted(
        (
            Path(found.location.path).name,
            found.location.line,
            found.location.column,
            found.rule,
            str(found.level),
            "".join(f", see {Path(other.path).name}:{other.line}:{other.column}" for other in found.related),
        )
        for found in check_group(paths)
    )


def files(rule: Rule, kind: str) -> list[Path]:
    return sorted((EXAMPLES / rule.id).glob(f"{kind}*.yaml"))


@pytest.mark.parametrize("rule", CHECK_RULES, ids=lambda rule: rule.id)
def test_a_bad_example_is_seen_where_its_comment_says(rule: Rule) -> None:
    paths = files(rule, "bad")
    assert seen(paths) == expected(paths)
    assert rule.id in {found[3] for found in expected(paths)}


@pytest.mark.parametrize("rule", CHECK_RULES, ids=lambda rule: rule.id)
def test_a_good_example_is_not_seen(rule: Rule) -> None:
    paths = files(rule, "good")
    assert paths
    assert seen(paths) == expected(paths)
    assert rule.id not in {found[3] for found in expected(paths)}


def test_every_rule_of_the_checker_has_a_folder_of_examples_and_every_function_a_rule() -> None:
    ids = [rule.id for rule in CHECK_RULES]
    assert sorted(path.name for path in EXAMPLES.iterdir()) == sorted(ids)
    assert [*CHECKS] == [name for name in ids if name in CHECKS]
