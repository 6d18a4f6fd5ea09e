"""A draft under review: what each decision makes of its text, and that nothing else of it changes."""

from __future__ import annotations

import pytest

from egov_tracker.errors import EgovError
from egov_tracker.reading.entering import enter_into, read_reviewed
from egov_tracker.reading.review import Draft, accept, finish, read_draft, reject, replace

HASH = "0" * 64
DRAFT = f"""\
# bai-bao: claims 2.
period: 2016Q2

draft:
  read:
    bai-bao: text/1

sources:
  bai-bao:
    kind: press
    title: Bài báo
    text_sha256: {HASH}

observations:

  # Đã có 19/30 bộ.
  # doubt: STATE the words do not say clearly whether it is done
  - indicator: document_interconnection
    group: central
    as_of: 2016-06-30
    value: 19/30
    source: bai-bao
    at: dòng 1
    anchors: {{value: [7, 12]}}

  # Còn 8 tỉnh, gồm: Bạc Liêu.
  - indicator: dossier_publication
    group: provinces
    as_of: unknown
    outstanding: {{count: 8, names: [Bạc Liêu]}}
    source: bai-bao
    at: dòng 2
    anchors: {{outstanding: {{count: [20, 21], names: [[33, 41]]}}}}

# bai-bao: date
# - 30/6/2016, dòng 1, 30–39
"""
FIRST, SECOND = "document_interconnection/central/2016-06-30@7", "dossier_publication/provinces/unknown@20"
REVIEWED = DRAFT.replace("draft:\n  read:\n    bai-bao: text/1\n\n", "")


def draft(text: str = DRAFT) -> Draft:
    return read_draft(text.encode(), "draft.yaml")


def without(text: str, *lines: str) -> str:
    for line in lines:
        assert text.count(f"{line}\n") == 1
        text = text.replace(f"{line}\n", "")
    return text


def test_a_draft_tells_its_observations_apart() -> None:
    first, second = draft().items
    assert (first.key, first.printed, first.quotes) == (FIRST, "19/30", ("Đã có 19/30 bộ.",))
    assert first.doubts == (("STATE", "the words do not say clearly whether it is done"),)
    assert (second.key, second.printed, second.doubts) == (SECOND, "8 outstanding", ())
    assert second.shown[-1] == "outstanding: {count: 8, names: [Bạc Liêu]}"


def test_accepting_takes_out_quote_and_doubts_and_keeps_the_anchor() -> None:
    text = without(
        DRAFT, "  # Đã có 19/30 bộ.", "  # doubt: STATE the words do not say clearly whether it is done"
    ).replace("    bai-bao: text/1\n", f'    bai-bao: text/1\n  accepted:\n    - "{FIRST}"\n')
    assert accept(draft(), FIRST) == text
    assert [item.key for item in draft(text).open] == [SECOND]


def test_what_is_no_figure_goes_and_its_place_is_kept() -> None:
    start, end = DRAFT.index("\n  # Đã có"), DRAFT.index("\n  # Còn 8")
    text = (DRAFT[:start] + DRAFT[end:]).replace(HASH, f"{HASH}\n    rejected: [[7, 12]]")
    assert reject(draft(), FIRST) == f"{text}# bai-bao: no figure, says a reviewer: 19/30, dòng 1: {FIRST}\n"


def test_where_nothing_is_left_the_list_is_empty() -> None:
    text = reject(draft(reject(draft(), FIRST)), SECOND)
    assert "\nobservations: []\n" in text
    assert "    rejected: [[7, 12], [20, 21], [33, 41]]\n" in text
    assert draft(text).items == ()


def test_an_edit_changes_the_lines_of_one_observation_alone() -> None:
    item = draft().item(FIRST)
    text = replace(draft(), FIRST, "\n".join(item.block).replace("central", "ministries") + "\n\n")
    assert text == DRAFT.replace("group: central", "group: ministries")


def test_a_finished_draft_is_a_snapshot() -> None:
    text = finish(draft(accept(draft(accept(draft(), FIRST)), SECOND)))
    assert text == without(
        REVIEWED,
        "  # Đã có 19/30 bộ.",
        "  # doubt: STATE the words do not say clearly whether it is done",
        "  # Còn 8 tỉnh, gồm: Bạc Liêu.",
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (REVIEWED, "draft.yaml: expected a draft, got a file without the field draft"),
        ("[", "YML002 error not YAML"),
        (DRAFT.replace("value: 19/30", "value: 19.30"), "SHP004 error value"),
        ("period: 2016Q2\ndraft: {}\nobservations: [{indicator: a, group: b, as_of: 2016, source: c, at: d}]\n",
         "draft.yaml:3: expected an observation that begins with -, got braces"),
    ],
)  # fmt: skip
def test_what_is_no_draft_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(EgovError) as raised:
        draft(text)
    assert sentence in str(raised.value)


def test_a_wrong_key_is_told_the_nearest() -> None:
    with pytest.raises(EgovError, match=r"got .*@8.*; did you mean '.*@7'"):
        draft().item(FIRST.replace("@7", "@8"))


QUARTER = """\
period: 2016Q2

sources:
  bao-cao:
    kind: report
    title: Báo cáo

observations:
  - indicator: document_interconnection
    group: central
    as_of: 2016-06-30
    value: 20/30
    source: bao-cao
    at: dòng 1
"""


def test_a_reviewed_draft_is_entered_behind_what_is_there() -> None:
    reviewed = read_reviewed(REVIEWED.encode(), "draft.yaml")
    entered = enter_into(reviewed, QUARTER.encode(), "2016Q2.yaml")
    source = f"\n  bai-bao:\n    kind: press\n    title: Bài báo\n    text_sha256: {HASH}\n"
    blocks = "\n" + "\n\n".join("\n".join(item.block) for item in reviewed.items) + "\n"
    assert entered == (QUARTER.replace("    title: Báo cáo\n", f"    title: Báo cáo\n{source}") + blocks, 2)
    assert enter_into(reviewed, entered.text.encode(), "2016Q2.yaml") == (entered.text, 0)


def test_a_source_that_is_there_learns_of_its_text() -> None:
    quarter = QUARTER.replace("bao-cao", "bai-bao").replace("observations:", "# behind\nobservations:")
    entered = enter_into(read_reviewed(REVIEWED.encode(), "d"), quarter.encode(), "2016Q2.yaml")
    assert f"    title: Báo cáo\n    text_sha256: {HASH}\n\n# behind\n" in entered.text
    other = quarter.replace("title: Báo cáo", f"title: Báo cáo\n    text_sha256: {'1' * 64}")
    with pytest.raises(EgovError, match="its source 'bai-bao' is another text"):
        enter_into(read_reviewed(REVIEWED.encode(), "d"), other.encode(), "2016Q2.yaml")


def test_an_undecided_draft_is_not_entered() -> None:
    with pytest.raises(EgovError, match="expected a reviewed file, got a draft; egov review decides what is left"):
        read_reviewed(DRAFT.encode(), "draft.yaml")


def entry(**fields: str) -> str:
    sound = {
        "indicator": "dossier_publication", "group": "provinces", "as_of": "2016-06-30", "source": "bai-bao",
        "at": "dòng 2", **fields,
    }  # fmt: skip
    return "  - " + "\n    ".join(f"{name}: {text}" for name, text in sound.items())


def draft_with(*entries: str, head: str = "draft: {}", more: str = "") -> Draft:
    source = f"  bai-bao:\n    kind: press\n    title: Bài báo\n{more}"
    text = f"period: 2016Q2\n\n{head}\n\nsources:\n{source}\nobservations:\n\n" + "\n\n".join(entries) + "\n"
    return read_draft(text.encode(), "draft.yaml")


@pytest.mark.parametrize(
    ("fields", "printed", "key"),
    [
        ({"value": "55/63"}, "55/63", "dossier_publication/provinces/2016-06-30"),
        ({"outstanding": "{count: 8}"}, "8 outstanding", "dossier_publication/provinces/2016-06-30"),
        ({"outstanding": "{names: [Hà Nam, Cà Mau]}", "exempt": "{count: 1}"}, "1 exempt, 2 outstanding",
         "dossier_publication/provinces/2016-06-30"),
        ({"table": "{columns: [done], rows: {Hà Nam: [3]}}"}, "a table", "dossier_publication/provinces/2016-06-30"),
        ({"value": "7", "breakdown": "{level: 3, part: a}"}, "7",
         "dossier_publication/provinces/level=3/part=a/2016-06-30"),
        ({"value": "7", "anchors": "{value: [12, 13], as_of: [1, 2]}"}, "7",
         "dossier_publication/provinces/2016-06-30@12"),
    ],
)  # fmt: skip
def test_an_observation_is_called_by_what_it_states(fields: dict[str, str], printed: str, key: str) -> None:
    (item,) = draft_with(entry(**fields)).items
    assert (item.printed, item.key) == (printed, key)


def test_of_several_sources_the_key_names_one_and_doubles_are_numbered() -> None:
    more = "  bao-cao:\n    kind: report\n    title: Báo cáo\n"
    found = draft_with(entry(value="1"), entry(value="2"), entry(value="3", source="bao-cao"), more=more).items
    key = "dossier_publication/provinces/2016-06-30"
    assert [item.key for item in found] == [f"bai-bao:{key}", f"bai-bao:{key}#2", f"bao-cao:{key}"]


def test_comments_and_blanks_belong_to_what_is_under_them() -> None:
    first, second = entry(value="1"), entry(value="2")
    found = draft_with(f"  # một\n  # doubt: STATE lạ\n\n  # hai\n{first}", f"  # ba\n{second}\n\n# cuối").items
    assert [(item.quotes, item.doubts, item.block) for item in found] == [
        (("hai",), (), tuple(first.splitlines())),
        (("ba",), (), tuple(second.splitlines())),
    ]
    assert [(item.first, item.start, item.end) for item in found] == [(14, 15, 21), (22, 23, 29)]


def test_a_draft_of_nothing_has_no_observations() -> None:
    text = "period: 2016Q2\ndraft: {}\nobservations: []\n"
    assert draft(text).items == draft(text).open == ()


def test_what_was_accepted_and_is_rejected_is_no_longer_accepted() -> None:
    once = accept(draft(), FIRST)
    twice = reject(draft(once), FIRST)
    assert "accepted:" not in twice
    assert accept(draft(twice), SECOND).count("accepted:") == 1


def test_a_rejected_observation_without_a_place_is_only_said() -> None:
    text = reject(draft_with(entry(value="7")), "dossier_publication/provinces/2016-06-30")
    assert "rejected:" not in text
    assert text.endswith("# bai-bao: no figure, says a reviewer: 7, dòng 2: dossier_publication/provinces/2016-06-30\n")


def test_places_of_rejected_figures_are_sorted_and_each_stands_once() -> None:
    told = "    rejected: [[20, 21],\n      [3, 4]]\n    note: lạ\n"
    item = entry(value="7", anchors="{value: [3, 4]}")
    text = reject(draft_with(item, entry(value="8"), more=told), "dossier_publication/provinces/2016-06-30@3")
    assert "    title: Bài báo\n    note: lạ\n    rejected: [[3, 4], [20, 21]]\n\nobservations:\n" in text


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("draft: {}", "draft:\n  read: {}\n  accepted:\n"),
        ("draft:\n  read: {bai-bao: text/1}", "draft:\n  read:\n    bai-bao: text/1\n  accepted:\n"),
    ],
)
def test_the_mark_of_a_draft_is_written_anew(head: str, field: str) -> None:
    text = accept(draft_with(entry(value="7"), head=head), "dossier_publication/provinces/2016-06-30")
    assert f"period: 2016Q2\n\n{field}    - dossier_publication/provinces/2016-06-30\n\nsources:\n" in text


def test_a_draft_in_braces_cannot_be_changed() -> None:
    sentence = "expected the field draft at the beginning of a line, got none"
    with pytest.raises(EgovError, match=sentence):
        finish(draft("{period: 2016Q2, draft: {}, observations: []}\n"))


def test_a_source_in_braces_cannot_be_changed() -> None:
    text = DRAFT.replace(
        f"  bai-bao:\n    kind: press\n    title: Bài báo\n    text_sha256: {HASH}\n",
        f"  bai-bao: {{kind: press, title: Bài báo, text_sha256: '{HASH}'}}\n",
    )
    sentence = "expected the source bai-bao with its fields on lines of their own, got another form"
    with pytest.raises(EgovError, match=sentence):
        reject(draft(text), FIRST)


def test_what_was_rejected_in_a_draft_is_known_to_the_quarter() -> None:
    told = f"    text_sha256: {HASH}\n"
    quarter = QUARTER.replace("bao-cao", "bai-bao").replace(
        "    title: Báo cáo\n", f"    title: Báo cáo\n    rejected: [[20, 21]]\n{told}"
    )
    reviewed = REVIEWED.replace(told, f"{told}    rejected: [[7, 12], [20, 21]]\n")
    entered = enter_into(read_reviewed(reviewed.encode(), "d"), quarter.encode(), "2016Q2.yaml")
    assert f"    title: Báo cáo\n{told}    rejected: [[7, 12], [20, 21]]\n\nobservations:\n" in entered.text
