"""FIG005 and FIG006: what one source prints of a whole and of its parts, and approximate figures beside exact ones."""

from __future__ import annotations

import pytest

from tests.running import said_by

DAY = "as_of: 2016-06-30"
ALL, CENTRAL = f"indicator: lgsp, group: all, {DAY}", f"indicator: lgsp, group: central, {DAY}"
MINISTRIES = f"indicator: lgsp, group: ministries, {DAY}"
AGENCIES = f"indicator: lgsp, group: government_agencies, {DAY}"
PROVINCES = f"indicator: lgsp, group: provinces, {DAY}"
PRESS = "source: press"


def services(level: str, group: str = "national") -> str:
    return f"indicator: online_services, group: {group}, breakdown: {{level: {level}}}, {DAY}"


def flow(stage: str, day: str = DAY) -> str:
    return f"indicator: feedback, group: national, breakdown: {{stage: {stage}}}, kind: flow, from: 2016-01-01, {day}"


DOCUMENTS = "indicator: axis_documents, kind: flow, group: national, as_of: 2016-06, breakdown: {direction: "

# The rule; what is printed; what the rule says of it.
CASES: dict[str, tuple[str, list[str], list[str]]] = {
    # Groups
    "the parts add up": (
        "FIG005",
        [f"{ALL}, value: 30/93", f"{CENTRAL}, value: 10/30", f"{PROVINCES}, value: 20/63"],
        [],
    ),
    "the figures do not add up": (
        "FIG005",
        [f"{ALL}, value: 31/93", f"{CENTRAL}, value: 10/30", f"{PROVINCES}, value: 20/63"],
        [("warning at 31/93: the figure of all is 31; central and provinces add up to 30 (see 10/30; 20/63)")],
    ),
    "neither the figures nor N add up": (
        "FIG005",
        [f"{ALL}, value: 31/94", f"{CENTRAL}, value: 10/30", f"{PROVINCES}, value: 20/63"],
        [
            "warning at 31/94: N of all is 94; central and provinces add up to 93 (see 10/30; 20/63)",
            ("warning at 31/94: the figure of all is 31; central and provinces add up to 30 (see 10/30; 20/63)"),
        ],
    ),
    "the counts of the outstanding do not add up": (
        "FIG005",
        [
            f"{ALL}, outstanding: {{count: 4}}",
            f"{CENTRAL}, outstanding: {{count: 1}}",
            f"{PROVINCES}, outstanding: {{count: 2}}",
        ],
        [
            (
                "warning at {count: 4: the count of 'outstanding' of all is 4; central and provinces add up "
                "to 3 (see {count: 1; {count: 2)"
            )
        ],
    ),
    "a part is missing": ("FIG005", [f"{ALL}, value: 31/93", f"{CENTRAL}, value: 10/30"], []),
    "a part has no figure": (
        "FIG005",
        [f"{ALL}, value: 31/93", f"{CENTRAL}, value: 10/30", f"{PROVINCES}, outstanding: {{count: 2}}"],
        [],
    ),
    "the parts of parts stand for the whole": (
        "FIG005",
        [f"{ALL}, value: 31/93", f"{MINISTRIES}, value: 6/22", f"{AGENCIES}, value: 4/8", f"{PROVINCES}, value: 20/63"],
        [
            (
                "warning at 31/93: the figure of all is 31; ministries and government_agencies and "
                "provinces add up to 30 (see 6/22; 4/8; 20/63)"
            )
        ],
    ),
    "a part is wrong by its own parts": (
        "FIG005",
        [f"{CENTRAL}, value: 11/30", f"{MINISTRIES}, value: 6/22", f"{AGENCIES}, value: 4/8"],
        [
            (
                "warning at 11/30: the figure of central is 11; ministries and government_agencies add up "
                "to 10 (see 6/22; 4/8)"
            )
        ],
    ),
    "another source prints a part": (
        "FIG005",
        [f"{ALL}, value: 31/93", f"{CENTRAL}, value: 10/30", f"{PROVINCES}, value: 20/63, {PRESS}"],
        [],
    ),
    "a part of another date": (
        "FIG005",
        [f"{ALL}, value: 31/93", f"{CENTRAL}, value: 10/30", f"{PROVINCES.replace('-30', '-29')}, value: 20/63"],
        [],
    ),
    "all of no date that is known": (
        "FIG005",
        [
            f"{one.replace('2016-06-30', 'unknown')}, value: {value}"
            for one, value in ((ALL, 31), (CENTRAL, 10), (PROVINCES, 20))
        ],
        [],
    ),
    "all of one month": (
        "FIG005",
        [
            f"{one.replace('2016-06-30', '2016-06')}, value: {value}"
            for one, value in ((ALL, 31), (CENTRAL, 10), (PROVINCES, 20))
        ],
        ["warning at 31: the figure of all is 31; central and provinces add up to 30 (see 10; 20)"],
    ),
    "of two entries for one whole the first": (
        "FIG005",
        [
            f"{ALL}, value: 30/93",
            f"{ALL}, value: 31/93, at: b",
            f"{CENTRAL}, value: 10/30",
            f"{PROVINCES}, value: 20/63",
        ],
        [],
    ),
    # Values of a dimension
    "two levels add up": (
        "FIG005",
        [f"{services('3-4')}, value: 30", f"{services('3')}, value: 10", f"{services('4')}, value: 20"],
        [],
    ),
    "two levels do not add up": (
        "FIG005",
        [f"{services('3-4')}, value: 31", f"{services('3')}, value: 10", f"{services('4')}, value: 20"],
        [("warning at 31: the figure of national 3-4 is 31; national 3 and national 4 add up to 30 (see 10; 20)")],
    ),
    "levels that lie within all of them may be less": (
        "FIG005",
        [f"{services('all')}, value: 90", f"{services('3')}, value: 10", f"{services('4')}, value: 20"],
        [],
    ),
    "levels that lie within all of them are more": (
        "FIG005",
        [f"{services('all')}, value: 29", f"{services('3')}, value: 10", f"{services('4')}, value: 20"],
        [("warning at 29: the figure of national all is 29; national 3 and national 4 add up to 30 (see 10; 20)")],
    ),
    "levels of another group do not add up with these": (
        "FIG005",
        [f"{services('3-4')}, value: 31", f"{services('3', 'all')}, value: 10", f"{services('4')}, value: 20"],
        [],
    ),
    "sent and received": (
        "FIG005",
        [f"{DOCUMENTS}total}}, value: 31", f"{DOCUMENTS}sent}}, value: 10", f"{DOCUMENTS}received}}, value: 20"],
        [
            (
                "warning at 31: the figure of national total is 31; national sent and national received add "
                "up to 30 (see 10; 20)"
            )
        ],
    ),
    "a flow of another beginning is another flow": (
        "FIG005",
        [f"{flow('received')}, value: 9", f"{flow('in_scope').replace('2016-01-01', '2016-04-01')}, value: 10"],
        [],
    ),
    "what is within a flow is more than the flow": (
        "FIG005",
        [f"{flow('received')}, value: 9", f"{flow('in_scope')}, value: 10"],
        ["warning at 9: the figure of national received is 9; national in_scope add up to 10 (see 10)"],
    ),
    # Approximate figures
    "an approximate whole that fits": (
        "FIG006",
        [f"{ALL}, value: gần 32", f"{CENTRAL}, value: 10", f"{PROVINCES}, value: 20"],
        [],
    ),
    "an approximate whole that does not fit": (
        "FIG006",
        [f"{ALL}, value: hơn 32", f"{CENTRAL}, value: 10", f"{PROVINCES}, value: 20"],
        ["warning at hơn 32: the figure of all is hơn 32; central and provinces add up to 30 (see 10; 20)"],
    ),
    "an approximate part that does not fit": (
        "FIG006",
        [f"{ALL}, value: 50", f"{CENTRAL}, value: gần 10", f"{PROVINCES}, value: 20"],
        [("warning at 50: the figure of all is 50; central and provinces add up to 28,5 to 30 (see gần 10; 20)")],
    ),
    "an approximate part of which only the least is known": (
        "FIG006",
        [f"{ALL}, value: 20", f"{CENTRAL}, value: ít nhất 10", f"{PROVINCES}, value: 20"],
        [
            (
                "warning at 20: the figure of all is 20; central and provinces add up to something else "
                "(see ít nhất 10; 20)"
            )
        ],
    ),
    "an approximate part of which only the most is known": (
        "FIG006",
        [f"{ALL}, value: 50", f"{CENTRAL}, value: không quá 10", f"{PROVINCES}, value: 20"],
        [
            (
                "warning at 50: the figure of all is 50; central and provinces add up to something else "
                "(see không quá 10; 20)"
            )
        ],
    ),
    "an approximate count of the outstanding that does not fit": (
        "FIG006",
        [
            f"{ALL}, outstanding: {{count: hơn 32}}",
            f"{CENTRAL}, outstanding: {{count: 10}}",
            f"{PROVINCES}, outstanding: {{count: 20}}",
        ],
        [
            (
                "warning at {count: hơn 32: the count of 'outstanding' of all is hơn 32; central and "
                "provinces add up to 30 (see {count: 10; {count: 20)"
            )
        ],
    ),
    "an approximate count of the outstanding beside a figure": (
        "FIG006",
        [
            f"{ALL}, value: 60, outstanding: {{count: hơn 32}}",
            f"{CENTRAL}, outstanding: {{count: 10}}",
            f"{PROVINCES}, outstanding: {{count: 20}}",
        ],
        [
            (
                "warning at {count: hơn 32: the count of 'outstanding' of all is hơn 32; central and "
                "provinces add up to 30 (see {count: 10; {count: 20)"
            )
        ],
    ),
    "N beside the lists does not add up": (
        "FIG005",
        [
            f"{ALL}, of: 94, outstanding: {{count: 3}}",
            f"{CENTRAL}, of: 30, outstanding: {{count: 1}}",
            f"{PROVINCES}, value: 20/63, outstanding: {{count: 2}}",
        ],
        ["warning at 94: N of all is 94; central and provinces add up to 93 (see 30; 20/63)"],
    ),
    "an approximate N does not fit": (
        "FIG006",
        [f"{ALL}, value: 30, of: hơn 100", f"{CENTRAL}, value: 10/30", f"{PROVINCES}, value: 20/63"],
        ["warning at hơn 100: N of all is hơn 100; central and provinces add up to 93 (see 10/30; 20/63)"],
    ),
    "exact figures that do not add up are for another rule": (
        "FIG006",
        [f"{ALL}, value: 31", f"{CENTRAL}, value: 10", f"{PROVINCES}, value: 20"],
        [],
    ),
    "approximate figures that do not add up are for this rule alone": (
        "FIG005",
        [f"{ALL}, value: hơn 32", f"{CENTRAL}, value: 10", f"{PROVINCES}, value: 20"],
        [],
    ),
    "an approximate share that fits its figures": (
        "FIG006",
        [f"{services('3')}, value: 10.872, share: {{of: 109.644, printed: gần 10%}}"],
        [],
    ),
    "an approximate share that does not fit its figures": (
        "FIG006",
        [f"{services('3')}, value: 10.872, share: {{of: 109.644, printed: hơn 10%}}"],
        ["warning at {of: 109.644: 10.872/109.644 is 9,92%, which is not 'hơn 10%'"],
    ),
    "an exact share is for another rule": (
        "FIG006",
        [f"{services('3')}, value: 10.872, share: {{of: 109.644, printed: '11%'}}"],
        [],
    ),
    "an approximate percentage beside its figures": (
        "FIG006",
        [f"{ALL}, value: 'hơn 60% (10/20)'"],
        ["warning at 'hơn 60% (10/20)': 10/20 is 50,00%, which is not 'hơn 60%'"],
    ),
    "one source prints an approximate figure and an exact one": (
        "FIG006",
        [f"{ALL}, value: 900", f"{ALL}, value: hơn 900, at: b"],
        ["warning at 900: lgsp all at 2016-06-30 is 900 here and hơn 900 in the same source (see hơn 900)"],
    ),
    "one source prints two exact figures": ("FIG006", [f"{ALL}, value: 900", f"{ALL}, value: 901, at: b"], []),
    "two sources print an approximate figure and an exact one": (
        "FIG006",
        [f"{ALL}, value: 900", f"{ALL}, value: hơn 900, {PRESS}"],
        [],
    ),
}


@pytest.mark.parametrize(("rule", "entries", "expected"), CASES.values(), ids=CASES.keys())
def test_a_whole_held_against_its_parts(rule: str, entries: list[str], expected: list[str]) -> None:
    assert said_by(rule, {"2016Q2": entries}) == expected
