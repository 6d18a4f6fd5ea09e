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

Seen = tuple[str, str]

EXPECTED = re.compile(r"^# expect (.*)$", re.MULTILINE)
RULE = re.compile(r"[A-Z]{3}\d{3}")


def expected(paths: list[Path]) -> list[Seen]:
    """What the comments of the files announce, each for its own file: `15:12 FIG001 error, see bad.yaml:9:3: words`."""
    return sorted(
        (path.name, said)
        for path in paths
        for said in EXPECTED.findall(path.read_text(encoding="utf-8", errors="replace"))
    )


def seen(paths: list[Path]) -> list[Seen]:
    """What the checker says, the whole message; files are named from the folder of the examples."""
    said = []
    for found in check_group(paths):
        path, line, column = found.location
        also = "".join(f", see {Path(other.path).name}:{other.line}:{other.column}" for other in found.related)
        message = found.message.replace(f"{EXAMPLES}/", "")
        said.append((Path(path).name, f"{line}:{column} {found.rule} {found.level}{also}: {message}"))
    return sorted(said)


def rules(said: list[Seen]) -> set[str]:
    """The rules of what is said."""
    return {found for _, words in said for found in RULE.findall(words)[:1]}


def files(rule: Rule, kind: str) -> list[Path]:
    return sorted((EXAMPLES / rule.id).glob(f"{kind}*.yaml"))


@pytest.mark.parametrize("rule", CHECK_RULES, ids=lambda rule: rule.id)
def test_a_bad_example_is_seen_where_its_comment_says(rule: Rule) -> None:
    paths = files(rule, "bad")
    assert seen(paths) == expected(paths)
    assert rule.id in rules(expected(paths))


@pytest.mark.parametrize("rule", CHECK_RULES, ids=lambda rule: rule.id)
def test_a_good_example_is_not_seen(rule: Rule) -> None:
    paths = files(rule, "good")
    assert paths
    assert seen(paths) == expected(paths)
    assert rule.id not in rules(expected(paths))


def test_every_rule_of_the_checker_has_a_folder_of_examples_and_every_function_a_rule() -> None:
    ids = [rule.id for rule in CHECK_RULES]
    assert sorted(path.name for path in EXAMPLES.iterdir()) == sorted(ids)
    assert [*CHECKS] == [name for name in ids if name in CHECKS]
