"""The words of pages: Vietnamese and English beside each other, and words for every thing that a page may name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from egov_tracker.changes.model import Transition
from egov_tracker.inference.body_status import Rationale, State
from egov_tracker.model.snapshot_file import AskedEntry
from egov_tracker.store.core_schemas import file_reader
from egov_tracker.text.dates import parse_as_of
from egov_tracker.text.quarters import Quarter
from egov_tracker.views import observation, phrases
from egov_tracker.views.diff import phrases as diff_phrases
from egov_tracker.views.page import Lang
from egov_tracker.views.phrases import Phrases
from tests.building import entry, load_one

if TYPE_CHECKING:
    from egov_tracker.model.observation import Listing
    from egov_tracker.store.ledger import Definitions

VI, EN = Phrases(Lang.VI), Phrases(Lang.EN)
Fields = dict[str, str | None]


@pytest.mark.parametrize(
    ("method", "arguments", "vi", "en"),
    [
        ("number", (Decimal(109644),), "109.644", "109,644"),
        ("number", (Decimal("36.951"), 2), "36,95", "36.95"),
        ("percent", (Decimal("63.3333"),), "63,33%", "63.33%"),
        ("signed", (Decimal(3),), "+3", "+3"),
        ("signed", (Decimal("-1234.5"),), "-1.234,5", "-1,234.5"),
        ("signed", (None,), "", ""),
        ("day", (parse_as_of("2016-03-04"),), "04/3/2016", "4 March 2016"),
        ("day", (parse_as_of("2016-09"),), "tháng 9/2016", "September 2016"),
        ("day", (parse_as_of("unknown"),), "không rõ ngày", "date unknown"),
        ("day", (date(2016, 6, 30),), "30/6/2016", "30 June 2016"),
        ("quarter", (Quarter(2016, 2),), "quý II/2016", "Q2 2016"),
        ("quarter_in_title", (Quarter(2016, 2),), "quý II năm 2016", "Q2 2016"),
        ("inferred", ("A",), "A (suy ra)", "A (inferred)"),
        ("data", ("ledger",), "Dữ liệu: ledger", "Data: ledger"),
    ],
)
def test_a_value_is_written_as_the_language_writes_it(
    method: str, arguments: tuple[object, ...], vi: str, en: str
) -> None:
    assert (getattr(VI, method)(*arguments), getattr(EN, method)(*arguments)) == (vi, en)


def test_a_group_has_a_short_name_and_a_group_of_one_body_is_called_after_it(definitions: Definitions) -> None:
    central = definitions.registry.groups["central"]
    assert VI.group(central) == "Bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ"
    assert (VI.group(central, short=True), EN.group(central, short=True)) == ("Bộ, ngành", "Central bodies")
    one = load_one(entry(group="Hà Nội", value=None, done="{names: [Hà Nội]}"), definitions).group
    assert (VI.group(one), EN.group(one)) == ("Hà Nội", "Ha Noi City")


LEVELS: Fields = {"indicator": "online_services", "group": "national", "breakdown": "{level: 3-4}"}
FLOW: Fields = {"indicator": "feedback", "group": "national", "breakdown": "{stage: received}", "kind": "flow"}
THREE: Fields = {"value": None, "outstanding": "{count: 3, names: [Bộ Y tế]}"}
NEARLY: Fields = {"value": None, "outstanding": "{count: gần 20, names: [Bộ Y tế]}"}


@pytest.mark.parametrize(
    ("method", "fields", "vi", "en"),
    [
        ("who", {}, "Bộ, ngành", "Central bodies"),
        ("who", LEVELS, "Cả nước, mức độ 3, 4", "National, levels 3 and 4"),
        ("who", FLOW, "Cả nước, tiếp nhận, trong kỳ", "National, received, in the period"),
        ("days", {**FLOW, "from": "2016-06-30"}, "30/6/2016", "30 June 2016"),
        ("days", {"as_of": "2016-06"}, "tháng 6/2016", "June 2016"),
        ("days", {**FLOW, "from": "2016-04-01"}, "01/4/2016 – 30/6/2016", "1 April 2016 – 30 June 2016"),
        ("when", {"repeats": "true"}, "30/6/2016 (nhắc lại)", "30 June 2016 (repeated)"),
        ("figure", {}, "19/30", "19/30"),
        ("figure", {**LEVELS, "value": "1.578", "share": "{printed: '3,2%'}"}, "1.578 (3,2%)", "1,578 (3.2%)"),
        ("figure", {"value": None, "done": "{names: [Bộ Y tế]}"}, "nêu tên 1 đã hoàn thành", "1 named as done"),
        ("figure", THREE, "", ""),
        ("outstanding", {}, "", ""),
        ("outstanding", THREE, "3 (2 không nêu tên)", "3 (2 not named)"),
        ("outstanding", {"value": None, "outstanding": "{count: 4}"}, "4 (không nêu tên)", "4 (not named)"),
        ("outstanding", {"in_progress": "{names: [Bộ Y tế]}"}, "1 đang thực hiện", "1 in progress"),
        ("figure", {"value": None, "done": "{count: 25}"}, "25 đã hoàn thành (không nêu tên)", "25 done (not named)"),
        ("outstanding", {"outstanding": "{count: khoảng 4}"}, "khoảng 4 (không nêu tên)", "about 4 (not named)"),
        ("outstanding", NEARLY, "gần 20 (nêu tên 1)", "nearly 20 (1 named)"),
        ("value", {}, "19/30", "19/30"),
        ("value", {"value": None, "done": "{names: [Bộ Y tế]}"}, "nêu tên 1 đã hoàn thành", "1 named as done"),
        ("value", THREE, "3 chưa hoàn thành (2 không nêu tên)", "3 outstanding (2 not named)"),
        ("value", {"exempt": "{count: 2}"}, "19/30; 2 đặc thù (không nêu tên)", "19/30; 2 exempt (not named)"),
        ("with_date", {}, "19/30 (30/6/2016)", "19/30 (30 June 2016)"),
        ("with_source", {}, "19/30 (30/6/2016, press)", "19/30 (30 June 2016, press)"),
    ],
)
def test_an_observation_is_worded_alike_on_every_page(
    method: str, fields: Fields, vi: str, en: str, definitions: Definitions
) -> None:
    seen = load_one(entry(**fields), definitions)
    assert (getattr(VI, method)(seen), getattr(EN, method)(seen)) == (vi, en)


def test_a_source_is_listed_with_what_is_known_of_it(definitions: Definitions) -> None:
    source = load_one(entry(), definitions).source
    assert (VI.source(source), EN.source(source)) == ("Bài viết, không rõ ngày", "“Bài viết”, date unknown")
    dated = source._replace(entry=replace(source.entry, number="1/BC", date=parse_as_of("2016-07-01"), publisher="P"))
    assert (VI.source(dated), EN.source(dated)) == ("1/BC, Bài viết, P, 01/7/2016", "1/BC, “Bài viết”, P, 1 July 2016")


def test_a_list_of_names_keeps_apart_names_that_have_a_comma(definitions: Definitions) -> None:
    listing = load_one(entry(value=None, done="{names: [Y tế, 'Văn hóa, Thể thao và Du lịch']}"), definitions).done
    assert listing is not None
    assert VI.bodies(listing.bodies) == "Bộ Y tế; Bộ Văn hóa, Thể thao và Du lịch"


@pytest.mark.parametrize(
    ("state", "vi", "en"),
    [
        (State.DONE, "2 cơ quan đã hoàn thành nhưng không nêu tên", "2 more as done, without naming them"),
        (
            State.OUTSTANDING,
            "2 cơ quan chưa hoàn thành nhưng không nêu tên",
            "2 more as outstanding, without naming them",
        ),
        (State.EXEMPT, "2 cơ quan đặc thù nhưng không nêu tên", "2 more as exempt, without naming them"),
    ],
)
def test_the_unnamed_are_said_to_be_in_the_state_of_their_list(
    state: State, vi: str, en: str, definitions: Definitions
) -> None:
    listing = listed("{count: 3, names: [Bộ Y tế]}", definitions)
    assert VI.more_unnamed(listing, state) == f"nguồn còn ghi nhận {vi}"
    assert EN.more_unnamed(listing, state) == f"the source counts {en}"


@pytest.mark.parametrize(
    ("listing", "vi", "en"),
    [
        (
            "{count: gần 20, names: [Bộ Y tế]}",
            "nguồn ghi nhận gần 20 cơ quan chưa hoàn thành, nêu tên 1",
            "the source counts gần 20 as outstanding and names 1",
        ),
        (
            "{count: gần 20}",
            "nguồn ghi nhận gần 20 cơ quan chưa hoàn thành nhưng không nêu tên",
            "the source counts gần 20 as outstanding without naming them",
        ),
        (
            "{count: 9}",
            "nguồn ghi nhận 9 cơ quan chưa hoàn thành nhưng không nêu tên",
            "the source counts 9 as outstanding without naming them",
        ),
        ("{count: 1, names: [Bộ Y tế]}", "", ""),
        ("{names: [Bộ Y tế]}", "", ""),
    ],
)
def test_nothing_is_subtracted_from_an_approximate_count(
    listing: str, vi: str, en: str, definitions: Definitions
) -> None:
    seen = listed(listing, definitions)
    assert (VI.more_unnamed(seen, State.OUTSTANDING), EN.more_unnamed(seen, State.OUTSTANDING)) == (vi, en)


def listed(listing: str, definitions: Definitions) -> Listing | None:
    return load_one(entry(outstanding=listing), definitions).outstanding


def test_a_reminder_is_told_with_what_is_known_of_it() -> None:
    asked = file_reader(AskedEntry).validate_python(
        {"by": "Văn phòng Chính phủ", "document": "4075/VPCP-HC", "due": "2016-08-01"}
    )
    assert VI.asked(asked) == "đã được đề nghị tại văn bản 4075/VPCP-HC của Văn phòng Chính phủ, thời hạn 01/8/2016"
    assert EN.asked(asked) == "asked in a letter 4075/VPCP-HC by the Office of the Government, due 1 August 2016"
    assert (
        VI.asked(file_reader(AskedEntry).validate_python({"date": "2016-06-28"}))
        == "đã được đề nghị tại văn bản ngày 28/6/2016"
    )


@pytest.mark.parametrize(
    ("count", "nouns", "text"),
    [(1, ("figure",), "1 figure"), (0, ("figure",), "0 figures"), (2, ("body", "bodies"), "2 bodies")],
)
def test_english_counts_one_or_many(count: int, nouns: tuple[str, ...], text: str) -> None:
    assert phrases.plural(count, *nouns) == text


def test_a_part_of_an_indicator_is_named_by_the_labels_of_the_catalogue(definitions: Definitions) -> None:
    services = definitions.catalogue["online_services"]
    assert EN.breakdown(services, (("level", "3"),)) == "level 3"
    assert VI.breakdown(services, (("level", "3-4"),)) == "mức độ 3, 4"


def test_every_kind_among_which_an_observation_chooses_has_words(definitions: Definitions) -> None:
    kinds = {kind for indicator in definitions.catalogue.values() if len(indicator.kind) > 1 for kind in indicator.kind}
    assert kinds <= set(phrases.KINDS)


def test_every_rationale_state_and_transition_has_words() -> None:
    assert set(observation.RATIONALES) == set(Rationale)
    assert set(phrases.STATES) == set(State)
    assert set(diff_phrases.TRANSITIONS) == set(Transition) - {Transition.SAME}
