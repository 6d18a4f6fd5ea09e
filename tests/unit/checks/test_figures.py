"""The figures of one observation: lists and their counts, sums and N, percentages and what they are of."""

from __future__ import annotations

import pytest

from tests.running import said_by

C = "indicator: document_interconnection, group: central, as_of: 2016-06-30"
SERVED = "indicator: services_with_dossiers, group: central, as_of: 2016-06-30"
SERVICES = "indicator: online_services, group: national, breakdown: {level: 3}, as_of: 2016-06-30"
THREE = "names: [Bộ Y tế, Bộ Nội vụ, Bộ Tư pháp]"

# The rule; what is printed; what the rule says of it.
CASES: dict[str, tuple[str, list[str], list[str]]] = {
    # A list and its count
    "as many named as stated": ("FIG002", [f"{C}, outstanding: {{count: 3, {THREE}}}"], []),
    "one named more than stated": (
        "FIG002",
        [f"{C}, outstanding: {{count: 2, {THREE}}}"],
        ["warning at outstanding: {count: 2: 'outstanding' states 2 and names 3"],
    ),
    "one named fewer than stated": (
        "FIG002",
        [f"{C}, exempt: {{count: 4, {THREE}}}"],
        ["warning at exempt: {count: 4: 'exempt' states 4 and names 3"],
    ),
    "a body named twice counts once": ("FIG002", [f"{C}, done: {{count: 1, names: [Bộ Y tế, Y tế]}}"], []),
    "a count without names": ("FIG002", [f"{C}, outstanding: {{count: 3}}"], []),
    "names without a count": ("FIG002", [f"{C}, outstanding: {{{THREE}}}"], []),
    "as many named as nearly so many": (
        "FIG002",
        [f"{C}, outstanding: {{count: gần 3, {THREE}}}"],
        ["warning at outstanding: {count: gần 3: 'outstanding' states gần 3 and names 3"],
    ),
    "fewer named than nearly so many": ("FIG002", [f"{C}, outstanding: {{count: gần 4, {THREE}}}"], []),
    "fewer named than at least so many": ("FIG002", [f"{C}, outstanding: {{count: ít nhất 2, {THREE}}}"], []),
    "more named than at most so many": (
        "FIG002",
        [f"{C}, outstanding: {{count: không quá 2, {THREE}}}"],
        ["warning at outstanding: {count: không quá 2: 'outstanding' states không quá 2 and names 3"],
    ),
    "as many named as at most so many": ("FIG002", [f"{C}, outstanding: {{count: không quá 3, {THREE}}}"], []),
    # Done, outstanding and exempt out of N
    "they add up": ("FIG003", [f"{C}, value: 19/30, outstanding: {{count: 9}}, exempt: {{count: 2}}"], []),
    "they are one more than N": (
        "FIG003",
        [f"{C}, value: 20/30, outstanding: {{count: 9}}, exempt: {{count: 2}}"],
        ["warning at 20/30: 20 done + 9 outstanding + 2 exempt are more than 30"],
    ),
    "they are one fewer than N": (
        "FIG003",
        [f"{C}, value: 18/30, outstanding: {{count: 9}}, exempt: {{count: 2}}"],
        ["warning at 18/30: 18 done + 9 outstanding + 2 exempt are 29, not 30"],
    ),
    "nobody is said to be left, and one is": (
        "FIG003",
        [f"{C}, value: 29/30, outstanding: {{count: 0}}"],
        ["warning at 29/30: 29 done + 0 outstanding are 29, not 30"],
    ),
    "no exempt are told, and one is missing": (
        "FIG003",
        [f"{C}, value: 19/30, outstanding: {{count: 10}}"],
        ["warning at 19/30: 19 done + 10 outstanding are 29, not 30"],
    ),
    "nobody is exempt or on trial, and one is missing": (
        "FIG003",
        [f"{C}, value: 19/30, outstanding: {{count: 10}}, in_progress: {{count: 0}}, exempt: {{count: 0}}"],
        ["warning at 19/30: 19 done + 10 outstanding + 0 in progress + 0 exempt are 29, not 30"],
    ),
    "the names are one fewer than N": (
        "FIG003",
        [f"{C}, value: 26/30, outstanding: {{{THREE}}}"],
        ["note at 26/30: 26 done + 3 outstanding are 29, not 30; the list may not name all"],
    ),
    "the names are one more than N": (
        "FIG003",
        [f"{C}, value: 28/30, outstanding: {{{THREE}}}"],
        ["warning at 28/30: 28 done + 3 outstanding are more than 30"],
    ),
    "the names are fewer than N, and said to be all": (
        "FIG003",
        [f"{C}, value: 26/30, outstanding: {{{THREE}}}, remarks: [{{exhaustive: outstanding, note: x}}]"],
        ["warning at 26/30: 26 done + 3 outstanding are 29, not 30"],
    ),
    "the names are fewer than N, and those of the done are said to be all": (
        "FIG003",
        [f"{C}, value: 26/30, outstanding: {{{THREE}}}, done: {{count: 26}}, remarks: [{{exhaustive: done, note: x}}]"],
        ["note at 26/30: 26 done + 3 outstanding are 29, not 30; the list may not name all"],
    ),
    "those on trial are some of the outstanding": (
        "FIG003",
        [f"{C}, value: 19/30, outstanding: {{count: 11}}, in_progress: {{count: 4}}"],
        [],
    ),
    "those on trial are beside the outstanding": (
        "FIG003",
        [f"{C}, value: 19/30, outstanding: {{count: 7}}, in_progress: {{count: 4}}"],
        [],
    ),
    "neither with those on trial nor without": (
        "FIG003",
        [f"{C}, value: 19/30, outstanding: {{count: 8}}, in_progress: {{count: 4}}, exempt: {{count: 1}}"],
        ["warning at 19/30: 19 done + 8 outstanding + 4 in progress + 1 exempt are 32, not 30"],
    ),
    "neither, and more with those on trial": (
        "FIG003",
        [f"{C}, value: 19/30, outstanding: {{count: 10}}, in_progress: {{count: 4}}"],
        ["warning at 19/30: 19 done + 10 outstanding + 4 in progress are 33, not 30"],
    ),
    "those on trial alone may be some": ("FIG003", [f"{C}, value: 19/30, in_progress: {{count: 4}}"], []),
    "those on trial alone are more than are left": (
        "FIG003",
        [f"{C}, value: 19/30, in_progress: {{count: 12}}"],
        ["warning at 19/30: 19 done + 12 in progress are more than 30"],
    ),
    "the exempt alone may be some": ("FIG003", [f"{C}, value: 19/30, exempt: {{count: 2}}"], []),
    "the exempt alone are more than are left": (
        "FIG003",
        [f"{C}, value: 29/30, exempt: {{count: 2}}"],
        ["warning at 29/30: 29 done + 2 exempt are more than 30"],
    ),
    "an approximate list adds up to nothing": ("FIG003", [f"{C}, value: 19/30, outstanding: {{count: gần 20}}"], []),
    "an approximate list of the exempt adds up to nothing": (
        "FIG003",
        [f"{C}, value: 19/30, outstanding: {{count: 12}}, exempt: {{count: gần 20}}"],
        [],
    ),
    "an approximate figure adds up to nothing": ("FIG003", [f"{C}, value: gần 19/30, outstanding: {{count: 20}}"], []),
    "a count without N adds up to nothing": ("FIG003", [f"{C}, value: 19, outstanding: {{count: 20}}"], []),
    "all are done and nobody is left": ("FIG003", [f"{C}, value: 30/30, outstanding: {{count: 0}}"], []),
    "all are done and one is left": (
        "FIG003",
        [f"{C}, value: 30/30, outstanding: {{count: 1}}"],
        ["warning at 30/30: 30 done + 1 outstanding are more than 30"],
    ),
    "services are no bodies": ("FIG003", [f"{SERVED}, value: '50% (5/10)'"], []),
    # The figure and the list of the done
    "more named as done than the figure says": (
        "FIG003",
        [f"{C}, value: 2, done: {{{THREE}}}"],
        ["warning at done: {names: [Bộ Y tế: the figure says that 2 are done, 'done' has 3 (see 2)"],
    ),
    "more stated as done than the figure says": (
        "FIG003",
        [f"{C}, value: 2/30, done: {{count: 3}}"],
        ["warning at done: {count: 3: the figure says that 2 are done, 'done' has 3 (see 2/30)"],
    ),
    "as many done as the figure says": ("FIG003", [f"{C}, value: 3, done: {{{THREE}}}"], []),
    "fewer named as done than the figure says": ("FIG003", [f"{C}, value: 4, done: {{{THREE}}}"], []),
    "as many done as are not yet": (
        "FIG003",
        [f"{C}, value: chưa đến 3, done: {{{THREE}}}"],
        ["warning at done: {names: [Bộ Y tế: the figure is chưa đến 3, 'done' has 3 (see chưa đến 3)"],
    ),
    "fewer done than are not yet": ("FIG003", [f"{C}, value: chưa đến 4, done: {{{THREE}}}"], []),
    "more done than at least so many": ("FIG003", [f"{C}, value: ít nhất 2, done: {{{THREE}}}"], []),
    "a percentage counts nobody": ("FIG003", [f"{C}, value: 2%, done: {{{THREE}}}"], []),
    "a list without a figure": ("FIG003", [f"{C}, done: {{{THREE}}}"], []),
    # Percentages
    "the percentage of its figures": ("FIG004", [f"{SERVED}, value: '36,95% (583/1.578)'"], []),
    "another percentage than that of its figures": (
        "FIG004",
        [f"{SERVED}, value: '36,59% (583/1.578)'"],
        ["warning at '36: 583/1.578 is 36,95%, not 36,59%"],
    ),
    "a percentage with a digit cut": (
        "FIG004",
        [f"{SERVED}, value: '61,9% (44/71)'"],
        ["note at '61: 44/71 is 61,972%; 61,9% has its last digit cut, not rounded to 62,0%"],
    ),
    "a percentage with two digits cut": (
        "FIG004",
        [f"{SERVED}, value: '61% (44/71)'"],
        ["note at '61% (44/71)': 44/71 is 61,97%; 61% has its last digit cut, not rounded to 62%"],
    ),
    "a whole percentage one too high": (
        "FIG004",
        [f"{SERVED}, value: '63% (44/71)'"],
        ["warning at '63% (44/71)': 44/71 is 62%, not 63%"],
    ),
    "a percentage above a hundred": (
        "FIG004",
        [f"{SERVED}, value: '150% (44/71)'"],
        ["warning at '150% (44/71)': 44/71 is 62%, not 150%"],
    ),
    "half is rounded up": ("FIG004", [f"{SERVED}, value: '13% (1/8)'"], []),
    "half that is cut": (
        "FIG004",
        [f"{SERVED}, value: '12% (1/8)'"],
        ["note at '12% (1/8)': 1/8 is 12,50%; 12% has its last digit cut, not rounded to 13%"],
    ),
    "an approximate percentage": ("FIG004", [f"{SERVED}, value: 'gần 37% (583/1.578)'"], []),
    "a percentage of approximate figures": ("FIG004", [f"{SERVED}, value: '50% (gần 583/1.578)'"], []),
    "a share of a whole": ("FIG004", [f"{SERVICES}, value: 583, share: {{of: 1.578, printed: '36,95%'}}"], []),
    "another share of a whole": (
        "FIG004",
        [f"{SERVICES}, value: 583, share: {{of: 1.578, printed: '36,59%'}}"],
        ["warning at {of: 1.578: 583/1.578 is 36,95%, not 36,59%"],
    ),
    "a share of a whole that is not printed": ("FIG004", [f"{SERVICES}, value: 583, share: {{printed: '36,59%'}}"], []),
    "a share of an approximate whole": (
        "FIG004",
        [f"{SERVICES}, value: 583, share: {{of: gần 1.578, printed: '36,59%'}}"],
        [],
    ),
    "a share by an approximate figure": (
        "FIG004",
        [f"{SERVICES}, value: gần 583, share: {{of: 1.578, printed: '36,59%'}}"],
        [],
    ),
    "a share of nothing": ("FIG004", [f"{SERVICES}, value: 0, share: {{of: 0, printed: '0%'}}"], []),
    "an approximate share": ("FIG004", [f"{SERVICES}, value: 583, share: {{of: 1.578, printed: gần 36%}}"], []),
}


@pytest.mark.parametrize(("rule", "entries", "expected"), CASES.values(), ids=CASES.keys())
def test_one_observation_held_against_itself(rule: str, entries: list[str], expected: list[str]) -> None:
    assert said_by(rule, {"2016Q2": entries}) == expected
