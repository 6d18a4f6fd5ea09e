"""Forms beside each other: what is kept, what contradicts, and the totals with their parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from egov_tracker.model.terms import Kind
from egov_tracker.reading.collection import Collection, collect_forms
from egov_tracker.reading.entries import Given, NewEntry
from egov_tracker.reading.filled_form import Answer, FilledForm
from egov_tracker.reading.report_form import Question, ReportForm
from egov_tracker.text.quarters import Quarter
from tests.building import definitions

if TYPE_CHECKING:
    from egov_tracker.model.registry import Body

REGISTRY, CATALOGUE = definitions().registry, definitions().catalogue
EXCHANGE = Question(CATALOGUE["document_interconnection"], Kind.ADOPTION)
SERVICES = Question(CATALOGUE["online_services"], Kind.STOCK, (("level", "3"),))
SHARE = Question(CATALOGUE["edocument_share"], Kind.SHARE)
HEALTH, HOME, HA_NAM = (REGISTRY.by_id[name] for name in ("bo-y-te", "bo-noi-vu", "ha-nam"))
ASKED = ReportForm(
    Quarter(2016, 3), {"central": (HEALTH, HOME), "provinces": (HA_NAM,)}, (EXCHANGE, SERVICES, SHARE)
)  # fmt: skip
DAY = "2016-09-15"


def form(file: str, body: Body, *answers: tuple[Question, str], as_of: str = DAY, **more: str) -> FilledForm:
    """A form in which each answer stands in a row of its own, from F1 on."""
    given = {
        question.key: Answer(question, Given(text, f"{file}: F{row}"), as_of, f"F{row}", more.get("evidence"), None)
        for row, (question, text) in enumerate(answers, 1)
    }
    return FilledForm(file, body, as_of, more.get("number"), more.get("date"), more.get("contact"), "hash", given)


def told(entry: NewEntry) -> str:
    """An entry on one line: its fields, its parts, its lists, and the comments above it."""
    fields = ", ".join(f"{name} {given.text}" for name, given in (*entry.fields.items(), *entry.breakdown.items()))
    lists = "".join(
        f"; {name} {f'{one.stated.text} ' if one.stated else ''}[{', '.join(name.text for name in one.names)}]"
        for name, one in entry.lists.items()
    )
    return f"{fields}{lists}{''.join(f' # {comment}' for comment in entry.comments)}"


def totals(made: Collection) -> list[str]:
    return [told(entry) for entry in made.snapshot.entries if entry.fields["source"].text == "tong-hop"]


def test_every_answer_is_an_observation_of_its_body_alone() -> None:
    made = collect_forms(
        ASKED,
        [
            form("a.xlsx", HEALTH, (EXCHANGE, "done"), (SERVICES, "7"), evidence="Quyết định 5"),
            form("b.xlsx", HA_NAM, (SHARE, "50%"), number="1/BC", date="2016-09-20", contact="Bà Lan"),
        ],
    )
    own = [told(entry) for entry in made.snapshot.entries if entry.fields["source"].text != "tong-hop"]
    assert own == [
        (
            "indicator document_interconnection, group Bộ Y tế, as_of 2016-09-15, source bo-y-te, at ô F1, "
            "note Căn cứ: Quyết định 5; done [Bộ Y tế]"
        ),
        (
            "indicator online_services, group Bộ Y tế, as_of 2016-09-15, value 7, source bo-y-te, at ô F2, "
            "note Căn cứ: Quyết định 5, level 3"
        ),
        "indicator edocument_share, group Hà Nam, as_of 2016-09-15, value 50%, source ha-nam, at ô F1",
    ]
    sources = [(one.id, {name: given.text for name, given in one.fields.items()}) for one in made.snapshot.sources]
    assert sources == [
        ("bo-y-te", {
            "kind": "report", "title": "Biểu báo cáo quý III/2016", "publisher": "Bộ Y tế", "reports": "Bộ Y tế",
            "note": "Tệp a.xlsx, sha256 hash",
        }),
        ("ha-nam", {
            "kind": "report", "title": "Biểu báo cáo quý III/2016", "publisher": "Hà Nam", "number": "1/BC",
            "date": "2016-09-20", "reports": "Hà Nam", "note": "Tệp b.xlsx, sha256 hash; người lập: Bà Lan",
        }),
    ]  # fmt: skip
    assert {source.extractor for source in made.snapshot.sources} == {"egov collect"}
    assert made.sentences == ("1 of 3 have not answered: Bộ Nội vụ",)


def test_a_total_of_a_list_names_everybody_on_it() -> None:
    made = collect_forms(
        ASKED, [form("a.xlsx", HEALTH, (EXCHANGE, "done")), form("b.xlsx", HOME, (EXCHANGE, "exempt"))]
    )
    assert totals(made) == [
        (
            "indicator document_interconnection, group central, as_of 2016-09-15, source tong-hop, at tổng hợp; "
            "done 1 [Bộ Y tế]; exempt 1 [Bộ Nội vụ] # 1 đã hoàn thành + 1 đặc thù, không áp dụng + 0 chưa hoàn thành + "
            "0 đang thực hiện = 2 cơ quan"
        )
    ]
    (source,) = [source for source in made.snapshot.sources if source.id == "tong-hop"]
    assert {name: given.text for name, given in source.fields.items()} == {
        "kind": "statistics", "title": "Tổng hợp 2 biểu báo cáo quý III/2016",
    }  # fmt: skip


def test_a_sum_has_its_parts_beside_it() -> None:
    made = collect_forms(ASKED, [form("b.xlsx", HOME, (SERVICES, "1.200")), form("a.xlsx", HEALTH, (SERVICES, "34"))])
    assert totals(made) == [
        (
            "indicator online_services, group central, as_of 2016-09-15, source tong-hop, at tổng hợp, value 1.234, "
            "level 3 # 1.234 = tổng của 2 biểu: # + 34 Bộ Y tế (a.xlsx: F1) # + 1.200 Bộ Nội vụ (b.xlsx: F1)"
        )
    ]
    assert made.snapshot.comments == ()


@pytest.mark.parametrize(
    ("forms", "comments"),
    [
        (
            [form("a.xlsx", HEALTH, (EXCHANGE, "done"))],
            [
                (
                    f"{EXCHANGE.name}, central, 2016-09-15: 1 đã hoàn thành + 0 đặc thù, không áp dụng + "
                    "0 chưa hoàn thành + 0 đang thực hiện = 1 cơ quan; 1 chưa trả lời"
                )
            ],
        ),
        (
            [form("a.xlsx", HEALTH, (SERVICES, "7"))],
            [
                f"{SERVICES.name}, central, 2016-09-15: 7 = tổng của 1 biểu; 1 chưa trả lời",
                "+ 7 Bộ Y tế (a.xlsx: F1)",
            ],
        ),
        (
            [form("a.xlsx", HEALTH, (SERVICES, "hơn 7")), form("b.xlsx", HOME, (SERVICES, "5"))],
            [
                f"{SERVICES.name}, central, 2016-09-15: 5 = tổng của 1 biểu; 0 chưa trả lời; 1 số ước lượng",
                "+ hơn 7 Bộ Y tế (a.xlsx: F1)",
                "+ 5 Bộ Nội vụ (b.xlsx: F1)",
            ],
        ),
        (
            [
                form("a.xlsx", HEALTH, (SERVICES, "7"), as_of="2016-06-30"),
                form("b.xlsx", HOME, (SERVICES, "5")),
            ],
            [f"{SERVICES.name}, central: no total, as not every answer is of 2016Q3"],
        ),
        (
            [
                form("a.xlsx", HEALTH, (SERVICES, "7"), as_of="unknown"),
                form("b.xlsx", HOME, (SERVICES, "5"), as_of="unknown"),
            ],
            [f"{SERVICES.name}, central: no total, as not every answer is of 2016Q3"],
        ),
        ([form("a.xlsx", HEALTH, (SHARE, "7%")), form("b.xlsx", HOME, (SHARE, "5%"))], []),
    ],
    ids=["a list", "a sum", "a vague number", "of another quarter", "undated", "no sum of percentages"],
)
def test_what_is_no_total_of_the_group_is_a_comment(forms: list[FilledForm], comments: list[str]) -> None:
    made = collect_forms(ASKED, forms)
    assert (totals(made), [*made.snapshot.comments]) == ([], comments)
    assert "tong-hop" not in [source.id for source in made.snapshot.sources]


def test_answers_of_several_days_of_the_quarter_are_of_the_quarter() -> None:
    forms = [
        form("a.xlsx", HEALTH, (SERVICES, "7"), as_of="2016-07-01"),
        form("b.xlsx", HOME, (SERVICES, "5"), as_of="2016-09-30"),
    ]
    (total,) = totals(collect_forms(ASKED, forms))
    assert "as_of 2016Q3" in total


def test_a_form_that_says_the_same_again_is_taken_once() -> None:
    first, again = form("a.xlsx", HEALTH, (EXCHANGE, "done")), form("b.xlsx", HEALTH, (EXCHANGE, "done"))
    other = form("c.xlsx", HOME, (EXCHANGE, "done"))
    made = collect_forms(ASKED, [first, again, other])
    assert made.sentences == (
        "b.xlsx: it says of Bộ Y tế what a.xlsx says; taken once", "1 of 3 have not answered: Hà Nam"
    )  # fmt: skip
    assert [source.id for source in made.snapshot.sources] == ["bo-y-te", "bo-noi-vu", "tong-hop"]


def test_two_forms_that_contradict_each_other_are_both_kept_and_in_no_total() -> None:
    forms = [
        form("a.xlsx", HEALTH, (EXCHANGE, "done"), (SERVICES, "7")),
        form("b.xlsx", HEALTH, (EXCHANGE, "outstanding"), (SERVICES, "7")),
        form("c.xlsx", HOME, (EXCHANGE, "done"), (SERVICES, "5")),
        form("d.xlsx", HA_NAM, (EXCHANGE, "done")),
    ]
    made = collect_forms(ASKED, forms)
    assert made.sentences == (
        (
            "b.xlsx: F1: Bộ Y tế says “chưa hoàn thành” of 2016-09-15, and “đã hoàn thành” of 2016-09-15 at a.xlsx: "
            "F1; both are kept, and neither is part of a total"
        ),
    )
    assert [source.id for source in made.snapshot.sources] == [
        "bo-y-te",
        "bo-y-te-2",
        "bo-noi-vu",
        "ha-nam",
        "tong-hop",
    ]
    assert [total.partition(",")[0] for total in totals(made)] == [
        "indicator online_services", "indicator document_interconnection"
    ]  # fmt: skip
    assert [*made.snapshot.comments] == [
        (
            f"{EXCHANGE.name}, central, 2016-09-15: 1 đã hoàn thành + 0 đặc thù, không áp dụng + 0 chưa hoàn thành + "
            "0 đang thực hiện = 1 cơ quan; 1 chưa trả lời"
        )
    ]
    assert "value 12" in totals(made)[0]
