"""OBL001 to OBL004: what was due and not done, moved, missed or contradicted."""

from __future__ import annotations

import pytest

from tests.building import placed_obligation
from tests.running import said_by

D = "indicator: document_interconnection"
JUNE, JULY = "as_of: 2016-06-30", "as_of: 2016-07-31"
SERVED = "indicator: level4_share, group: central"
Due = dict[str, object]
SHARE: Due = {"indicator": "level4_share", "target": "30%"}
SETTLED: Due = {"indicator": None, "settled": {"date": "2016-06-20", "source": "2016Q2/press", "at": "dòng 1"}}
LATER: Due = {"id": "y", "due": "2016-08-01"}

# The rule; what was due, beside the central bodies' task x of 2016-06-15; what the quarters print; what the rule says.
CASES: dict[str, tuple[str, list[Due], dict[str, list[str]], list[str]]] = {
    # Missed dates
    "some had done it": (
        "OBL001",
        [{}],
        {"2016Q2": [f"{D}, group: central, {JUNE}, value: 19/30"]},
        ["note at o:1:1: x was due by 2016-06-15; at 2016-06-30, 19/30 of central had done it (see 19/30)"],
    ),
    "so many were outstanding": (
        "OBL001",
        [{}],
        {"2016Q2": [f"{D}, group: central, {JUNE}, outstanding: {{count: 4}}"]},
        [("note at o:1:1: x was due by 2016-06-15; at 2016-06-30, 4 of central were outstanding (see {count: 4)")],
    ),
    "some were on trial": (
        "OBL001",
        [{}],
        {"2016Q2": [f"{D}, group: central, {JUNE}, in_progress: {{count: 4}}"]},
        [
            (
                "note at o:1:1: x was due by 2016-06-15; at 2016-06-30, less than all of central had done "
                "it (see {count: 4)"
            )
        ],
    ),
    "a body was named as outstanding": (
        "OBL001",
        [{"group": "VOV"}],
        {"2016Q2": [f"{D}, group: central, {JUNE}, value: 29/30, outstanding: {{names: [VOV]}}"]},
        [("note at o:1:1: x was due by 2016-06-15; at 2016-06-30, 1 of central were outstanding (see 29/30)")],
    ),
    "a figure beside nobody outstanding": (
        "OBL001",
        [{}],
        {"2016Q2": [f"{D}, group: central, {JUNE}, value: 29/30, outstanding: {{count: 0}}"]},
        ["note at o:1:1: x was due by 2016-06-15; at 2016-06-30, 29/30 of central had done it (see 29/30)"],
    ),
    "done late": (
        "OBL001",
        [{}],
        {
            "2016Q2": [f"{D}, group: central, {JUNE}, value: 19/30"],
            "2016Q3": [f"{D}, group: central, {JULY}, value: 30/30"],
        },
        [
            (
                "note at o:1:1: x was due by 2016-06-15; at 2016-06-30, 19/30 of central had done it; done "
                "by 2016-07-31 (see 19/30; 30/30)"
            )
        ],
    ),
    "done in time": ("OBL001", [{"due": "2016-06-30"}], {"2016Q2": [f"{D}, group: central, {JUNE}, value: 30/30"]}, []),
    "nothing is known": ("OBL001", [{}], {"2016Q2": []}, []),
    "settled late": (
        "OBL001",
        [SETTLED],
        {"2016Q2": []},
        ["note at o:1:1: x was due by 2016-06-15; it was settled on 2016-06-20"],
    ),
    "a target is missed": ("OBL001", [SHARE], {"2016Q2": [f"{SERVED}, {JUNE}, value: 10%"]}, []),
    "no quarter is there": ("OBL001", [{}], {}, []),
    # Moved dates
    "moved for all": (
        "OBL002",
        [{}, {**LATER, "supersedes": "x"}],
        {"2016Q2": []},
        ["note at o:2:1: x: due date moved from 2016-06-15 to 2016-08-01 (see o:2:1)"],
    ),
    "moved for some": (
        "OBL002",
        [{}, {**LATER, "supersedes": "x", "group": "ministries"}],
        {"2016Q2": []},
        ["note at o:2:1: x: due date moved for ministries from 2016-06-15 to 2016-08-01 (see o:2:1)"],
    ),
    "moved to before a day": (
        "OBL002",
        [{"before": "true"}, {**LATER, "supersedes": "x", "before": "true"}],
        {"2016Q2": []},
        ["note at o:2:1: x: due date moved from before 2016-06-15 to before 2016-08-01 (see o:2:1)"],
    ),
    "moved to the same day, said otherwise": (
        "OBL002",
        [{"due": "2016-06-30"}, {"id": "y", "supersedes": "x", "due": "2016-06"}],
        {"2016Q2": []},
        [],
    ),
    "moved from an obligation that is nowhere": (
        "OBL002",
        [{"id": "plans"}, {**LATER, "supersedes": "plan"}],
        {"2016Q2": []},
        ["error at o:1:1: supersedes 'plan', which is nowhere defined; did you mean 'plans'?"],
    ),
    "moved from an obligation unlike any": (
        "OBL002",
        [{"id": "plans"}, {**LATER, "supersedes": "qqqq"}],
        {"2016Q2": []},
        ["error at o:1:1: supersedes 'qqqq', which is nowhere defined"],
    ),
    # Missed targets
    "a share below the target": (
        "OBL003",
        [SHARE],
        {"2016Q2": [f"{SERVED}, {JUNE}, value: '10,76%'"]},
        [
            (
                "note at o:1:1: x was due by 2016-06-15; at 2016-06-30, it was 10,76%; the target was 30%, "
                "19,24 percentage points away (see '10)"
            )
        ],
    ),
    "a share above the most": (
        "OBL003",
        [{**SHARE, "target_is": "at_most"}],
        {"2016Q2": [f"{SERVED}, {JUNE}, value: '40,5%'"]},
        [
            (
                "note at o:1:1: x was due by 2016-06-15; at 2016-06-30, it was 40,5%; the target was at "
                "most 30%, 10,50 percentage points away (see '40)"
            )
        ],
    ),
    "a share of which only the most is known": (
        "OBL003",
        [SHARE],
        {"2016Q2": [f"{SERVED}, {JUNE}, value: không quá 10%"]},
        [
            (
                "note at o:1:1: x was due by 2016-06-15; at 2016-06-30, it was không quá 10%; the target "
                "was 30% (see không quá 10%)"
            )
        ],
    ),
    "a share of which only the least is known": (
        "OBL003",
        [{**SHARE, "target_is": "at_most"}],
        {"2016Q2": [f"{SERVED}, {JUNE}, value: ít nhất 50%"]},
        [
            (
                "note at o:1:1: x was due by 2016-06-15; at 2016-06-30, it was ít nhất 50%; the target was "
                "at most 30% (see ít nhất 50%)"
            )
        ],
    ),
    "a share by its figures": (
        "OBL003",
        [{"target": "60%"}],
        {"2016Q2": [f"{D}, group: central, {JUNE}, value: 15/30"]},
        [
            (
                "note at o:1:1: x was due by 2016-06-15; at 2016-06-30, it was 15/30; the target was 60%, "
                "10,00 percentage points away (see 15/30)"
            )
        ],
    ),
    "a count below the target": (
        "OBL003",
        [{"target": "20"}],
        {"2016Q2": [f"{D}, group: central, {JUNE}, value: 19/30"]},
        [("note at o:1:1: x was due by 2016-06-15; at 2016-06-30, it was 19/30; the target was 20 (see 19/30)")],
    ),
    "a count beside a percentage below the target": (
        "OBL003",
        [{"target": "20 (70%)"}],
        {"2016Q2": [f"{D}, group: central, {JUNE}, value: 19/30"]},
        [("note at o:1:1: x was due by 2016-06-15; at 2016-06-30, it was 19/30; the target was 20 (70%) (see 19/30)")],
    ),
    "a list of those who have not done what all were to do": (
        "OBL003",
        [{"target": "100%", "group": "VOV"}],
        {"2016Q2": [f"{D}, group: central, {JUNE}, outstanding: {{names: [VOV]}}"]},
        [
            (
                "note at o:1:1: x was due by 2016-06-15; at 2016-06-30, it was less; the target was 100% "
                "(see {names: [VOV])"
            )
        ],
    ),
    "a share reached late": (
        "OBL003",
        [SHARE],
        {"2016Q2": [f"{SERVED}, {JUNE}, value: 10%"], "2016Q3": [f"{SERVED}, {JULY}, value: 35%"]},
        [
            (
                "note at o:1:1: x was due by 2016-06-15; at 2016-06-30, it was 10%; the target was 30%, "
                "20,00 percentage points away; done by 2016-07-31 (see 10%; 35%)"
            )
        ],
    ),
    "a share reached": ("OBL003", [SHARE], {"2016Q2": [f"{SERVED}, {JUNE}, value: 35%"]}, []),
    "a larger group is below the target": (
        "OBL003",
        [{"group": "ministries", "target": "50%"}],
        {"2016Q2": [f"{D}, group: central, {JUNE}, value: 12/30"]},
        [
            (
                "note at o:1:1: x was due by 2016-06-15, target 50%; no figure speaks of ministries; at "
                "2016-06-30, central had 12/30, which does not prove it of a part (see 12/30)"
            )
        ],
    ),
    "a larger group is above the most": (
        "OBL003",
        [{"group": "ministries", "target": "50%", "target_is": "at_most"}],
        {"2016Q2": [f"{D}, group: central, {JUNE}, value: 18/30"]},
        [
            (
                "note at o:1:1: x was due by 2016-06-15, target at most 50%; no figure speaks of "
                "ministries; at 2016-06-30, central had 18/30, which does not prove it of a part (see "
                "18/30)"
            )
        ],
    ),
    "a list of a larger group": (
        "OBL003",
        [{"group": "ministries", "target": "100%"}],
        {"2016Q2": [f"{D}, group: all, {JUNE}, outstanding: {{count: 3}}"]},
        [],
    ),
    "a larger group is below the target, which is not due yet": (
        "OBL003",
        [{"group": "ministries", "target": "50%", "due": "2016-12-31"}],
        {"2016Q2": [f"{D}, group: central, {JUNE}, value: 12/30"]},
        [],
    ),
    "a date is missed": ("OBL003", [{}], {"2016Q2": [f"{D}, group: central, {JUNE}, value: 19/30"]}, []),
    # Contradicting dates
    "one task, two days": (
        "OBL004",
        [{}, {"id": "y", "due": "2016-06-16"}],
        {"2016Q2": []},
        ["warning at o:2:1: x: due 2016-06-16 here and 2016-06-15 in x (see o:2:1)"],
    ),
    "one task, one day": ("OBL004", [{}, {"id": "y"}], {"2016Q2": []}, []),
    "two tasks, two days": ("OBL004", [{}, {**LATER, "task": "y"}], {"2016Q2": []}, []),
    "one task that was moved": ("OBL004", [{}, {**LATER, "supersedes": "x"}], {"2016Q2": []}, []),
    "a day and the month that holds it": ("OBL004", [{}, {"id": "y", "due": "2016-06"}], {"2016Q2": []}, []),
    "a month and its first day": ("OBL004", [{"due": "2016-06"}, {"id": "y", "due": "2016-06-01"}], {"2016Q2": []}, []),
    "a month and its last day": ("OBL004", [{"due": "2016-06"}, {"id": "y", "due": "2016-06-30"}], {"2016Q2": []}, []),
    "a month and the day after it": (
        "OBL004",
        [{"due": "2016-06"}, {"id": "y", "due": "2016-07-01"}],
        {"2016Q2": []},
        ["warning at o:2:1: x: due 2016-07-01 here and 2016-06 in x (see o:2:1)"],
    ),
    "a month and the day before it": (
        "OBL004",
        [{"due": "2016-06"}, {"id": "y", "due": "2016-05-31"}],
        {"2016Q2": []},
        ["warning at o:2:1: x: due 2016-05-31 here and 2016-06 in x (see o:2:1)"],
    ),
    "before a month, and a day in it": (
        "OBL004",
        [{"due": "2016-06", "before": "true"}, {"id": "y"}],
        {"2016Q2": []},
        ["warning at o:2:1: x: due 2016-06-15 here and before 2016-06 in x (see o:2:1)"],
    ),
    "a day in a month, and before the month": (
        "OBL004",
        [{}, {"id": "y", "due": "2016-06", "before": "true"}],
        {"2016Q2": []},
        ["warning at o:2:1: x: due before 2016-06 here and 2016-06-15 in x (see o:2:1)"],
    ),
    "before a day, and the day before it": (
        "OBL004",
        [{"before": "true"}, {"id": "y", "due": "2016-06-14"}],
        {"2016Q2": []},
        [],
    ),
    "a day, and no day that is known": ("OBL004", [{}, {"id": "y", "due": "unknown"}], {"2016Q2": []}, []),
    "no day that is known, and a day": ("OBL004", [{"due": "unknown"}, {"id": "y"}], {"2016Q2": []}, []),
    "one task, two targets": (
        "OBL004",
        [{"target": "50%"}, {"id": "y", "target": "60%"}],
        {"2016Q2": []},
        ["warning at o:1:1: x: target 60% here and 50% in x (see o:1:1)"],
    ),
    "one task, a percentage and as many": (
        "OBL004",
        [{"target": "50%"}, {"id": "y", "target": "50"}],
        {"2016Q2": []},
        ["warning at o:1:1: x: target 50 here and 50% in x (see o:1:1)"],
    ),
    "one task, so many and as many beside a percentage": (
        "OBL004",
        [{"target": "20"}, {"id": "y", "target": "20 (70%)"}],
        {"2016Q2": []},
        [],
    ),
    "one task, so many and more": (
        "OBL004",
        [{"target": "20"}, {"id": "y", "target": "21"}],
        {"2016Q2": []},
        ["warning at o:1:1: x: target 21 here and 20 in x (see o:1:1)"],
    ),
    "one task, two ways to print one target": (
        "OBL004",
        [{"target": "50%"}, {"id": "y", "target": "tối thiểu 50%"}],
        {"2016Q2": []},
        [],
    ),
    "one task, at least and at most": (
        "OBL004",
        [{"target": "50%"}, {"id": "y", "target": "50%", "target_is": "at_most"}],
        {"2016Q2": []},
        ["warning at o:1:1: x: target at most 50% here and 50% in x (see o:1:1)"],
    ),
    "one task, a target of one of them": ("OBL004", [{"target": "50%"}, {"id": "y"}], {"2016Q2": []}, []),
    "one task, a target of the other": ("OBL004", [{}, {"id": "y", "target": "50%"}], {"2016Q2": []}, []),
    "one task, targets of two groups": (
        "OBL004",
        [{"target": "50%"}, {"id": "y", "target": "60%", "group": "provinces"}],
        {"2016Q2": []},
        [],
    ),
    "three of one task: each against the first": (
        "OBL004",
        [{}, {"id": "y", "due": "2016-06-16"}, {"id": "z", "due": "2016-06-17"}],
        {"2016Q2": []},
        [
            "warning at o:2:1: x: due 2016-06-16 here and 2016-06-15 in x (see o:2:1)",
            "warning at o:2:1: x: due 2016-06-17 here and 2016-06-15 in x (see o:2:1)",
        ],
    ),
}


@pytest.mark.parametrize(("rule", "due", "quarters", "expected"), CASES.values(), ids=CASES.keys())
def test_what_was_due_held_against_what_is_printed(
    rule: str, due: list[Due], quarters: dict[str, list[str]], expected: list[str]
) -> None:
    assert said_by(rule, quarters, [placed_obligation(**changes) for changes in due]) == expected
