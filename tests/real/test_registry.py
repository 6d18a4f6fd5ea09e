"""The real registry: how many bodies there were on which day, what became of them, and by which names they go."""

from __future__ import annotations

import unicodedata
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from egov_tracker.text.dates import parse_as_of

if TYPE_CHECKING:
    from egov_tracker.model.registry import Body, Registry
    from egov_tracker.store.ledger import Definitions


@pytest.fixture(scope="session")
def registry(definitions: Definitions) -> Registry:
    return definitions.registry


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        ("2016-06-30", (30, 22, 8, 63)),
        ("2018-06-30", (31, 22, 9, 63)),
        ("2025-01-01", (30, 22, 8, 63)),
        ("2025-02-28", (30, 22, 8, 63)),
        ("2025-03-01", (22, 17, 5, 63)),
        ("2025-06-30", (22, 17, 5, 63)),
        ("2025-07-01", (22, 17, 5, 34)),
        ("2026-04-30", (22, 17, 5, 34)),
    ],
)
def test_the_bodies_of_a_day_are_counted(registry: Registry, day: str, counts: tuple[int, int, int, int]) -> None:
    central, ministries, agencies, provinces = counts
    assert {name: len(registry.members(group, parse_as_of(day))) for name, group in registry.groups.items()} == {
        "central": central,
        "ministries": ministries,
        "government_agencies": agencies,
        "provinces": provinces,
        "all": central + provinces,
        "national": 0,
    }


@pytest.mark.parametrize(
    ("day", "cities"), [("2016-06-30", 5), ("2025-01-01", 6), ("2025-07-01", 6), ("2026-04-30", 7)]
)
def test_the_cities_of_a_day_are_counted(registry: Registry, day: str, cities: int) -> None:
    members = registry.members(registry.groups["provinces"], parse_as_of(day))
    assert sum(body.kind == "city" for body in members) == cities


def test_two_bodies_of_2016_are_special(registry: Registry) -> None:
    assert [body.name_vi for body in registry.bodies if body.special] == ["Bộ Quốc phòng", "Bộ Công an"]


def links(body: Body) -> list[str]:
    absorbed = [name for one in body.absorbed for name in one.bodies]
    return [*body.predecessors, *body.successors, *absorbed]


def test_every_link_leads_to_a_body_and_every_basis_to_a_document(registry: Registry) -> None:
    bases = {basis for body in registry.bodies for basis in (body.basis, body.ended_by) if basis}
    bases |= {one.basis for body in registry.bodies for one in body.absorbed}
    assert {link for body in registry.bodies for link in links(body)} <= set(registry.by_id)
    assert bases == set(registry.legal_basis)


def test_a_link_is_seen_from_both_ends_unless_it_is_unverified(registry: Registry) -> None:
    by_id = registry.by_id
    forward = {(body.id, name) for body in registry.bodies for name in body.successors}
    backward = {(name, body.id) for body in registry.bodies for name in body.predecessors}
    backward |= {(name, body.id) for body in registry.bodies for one in body.absorbed for name in one.bodies}
    assert backward <= forward
    assert {old for old, _ in forward - backward} <= {
        body.id for body in by_id.values() if "successors" in body.unverified
    }
    assert all(by_id[old].valid_to is not None for old, _ in forward)


def test_who_ends_has_a_day_and_successors_begin_when_predecessors_end(registry: Registry) -> None:
    for body in registry.bodies:
        for name in body.predecessors:
            before = registry.by_id[name].valid_to
            assert body.valid_from is not None
            assert before is not None
            assert before.last is not None
            assert body.valid_from.first == before.last + timedelta(days=1), (name, body.id)


def test_ids_and_names_are_unique_on_every_day(registry: Registry) -> None:
    assert len(registry.by_id) == len(registry.bodies)
    for day in ("2016-06-30", "2018-06-30", "2025-03-01", "2025-07-01", "2026-04-30"):
        members = registry.members(registry.groups["all"], parse_as_of(day))
        names = [(name, body.id) for body in members for name in body.names]
        found = [registry.find(name, parse_as_of(day)) for name, _ in names]
        assert [body.id if body else None for body in found] == [body_id for _, body_id in names]


@pytest.mark.parametrize(
    ("printed", "when", "body"),
    [
        ("Tuyên Quang", "2025-06-30", "tuyen-quang"),
        ("Tuyên Quang", "2025-07-01", "tuyen-quang-2025"),
        ("Tuyên Quang", "2025", "tuyen-quang-2025"),
        ("Hà Giang", "2025-06-30", "ha-giang"),
        ("Hà Giang", "2025-07-01", None),
        ("Hà Giang", "2025Q3", None),
        ("Hà Giang", "2025", "ha-giang"),
        ("Bộ Giao thông vận tải", "2025-02-28", "bo-giao-thong-van-tai"),
        ("Bộ Giao thông vận tải", "2025-03-01", None),
        ("Bộ Dân tộc và Tôn giáo", "2025-02-28", None),
        ("Bộ Dân tộc và Tôn giáo", "2025-03-01", "bo-dan-toc-va-ton-giao"),
        ("Bộ Xây dựng", "2016-06-30", "bo-xay-dung"),
        ("Bộ Xây dựng", "2025-03-01", "bo-xay-dung"),
        ("Đài Tiếng Nói Việt Nam", "2016-06-30", "dai-tieng-noi-viet-nam"),
        ("Bảo hiểm Xã hội Việt Nam", "2016-06-30", "bao-hiem-xa-hoi-viet-nam"),
        ("LĐTB&XH", "2016-06-28", "bo-lao-dong-thuong-binh-va-xa-hoi"),
        ("VHTT&DL", "2016-06-28", "bo-van-hoa-the-thao-va-du-lich"),
        ("NN&PTNT", "2016-06-28", "bo-nong-nghiep-va-phat-trien-nong-thon"),
        ("Bộ TT&TT", "2016-06-14", "bo-thong-tin-va-truyen-thong"),
        ("Tư pháp", "2016-06-28", "bo-tu-phap"),
        ("Hoà Bình", "2016-06-28", "hoa-binh"),
        ("UBND TP.HCM", "2016-03-31", "ho-chi-minh"),
        ("TP.HCM", "2016-03-31", "ho-chi-minh"),
        ("TP. Hồ Chí Minh", "2016-03-31", "ho-chi-minh"),
        (unicodedata.normalize("NFD", "Đắk Lắk"), "2016-06-28", "dak-lak"),
        (unicodedata.normalize("NFD", "Thừa Thiên Huế"), "2016-06-28", "thua-thien-hue"),
        ("Bộ Phép thuật", "2016-06-28", None),
        ("", "2016-06-28", None),
    ],
)
def test_a_name_as_printed_finds_the_body_of_that_date(
    registry: Registry, printed: str, when: str, body: str | None
) -> None:
    found = registry.find(printed, parse_as_of(when))
    assert (found.id if found else None) == body


@pytest.mark.parametrize(
    ("wrong", "group", "meant"),
    [
        ("Bộ Tài chánh", None, "Bộ Tài chính"),
        ("Bộ tài chinh", None, "Bộ Tài chính"),
        ("Đắc Lắc", "provinces", "Đắk Lắk"),
        ("Bắc Cạn", "provinces", "Bắc Kạn"),
        ("Vĩnh Lông", "provinces", "Vĩnh Long"),
    ],
)
def test_a_wrong_name_is_answered_with_the_nearest(
    registry: Registry, wrong: str, group: str | None, meant: str
) -> None:
    assert registry.suggest(wrong, registry.groups[group] if group else None)[0] == meant
