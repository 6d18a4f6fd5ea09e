"""A ledger on disk: which quarters it has, what it says when asked for another, and of definitions that are broken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from egov_tracker.errors import EgovError
from egov_tracker.store.cache import Cache
from egov_tracker.store.discovery import DataFolder, Origin, bundled
from egov_tracker.store.ledger import FaultyDataError, Ledger
from tests.building import HEAD, LETTERS, entry, open_data, write_ledger

if TYPE_CHECKING:
    from pathlib import Path

    from egov_tracker.store.ledger import Definitions

NOTHING = "period: 2016Q2\n"


def ledger_of(tmp_path: Path, *names: str) -> Ledger:
    return open_data(write_ledger(tmp_path, dict.fromkeys(names, NOTHING)))


def test_the_quarters_stand_in_the_order_of_time_and_other_files_are_none(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path, "2020Q1", "2016Q4", "2016Q2", "draft", "2016Q5")
    (tmp_path / "reports" / "2017Q1.yml").write_text("period: 2017Q1\n", encoding="utf-8")
    (tmp_path / "reports" / "2017Q2.txt").write_text("period: 2017Q2\n", encoding="utf-8")
    assert [str(quarter) for quarter in ledger.quarters] == ["2016Q2", "2016Q4", "2017Q1", "2020Q1"]
    assert [path.name for path in ledger.all_files] == [
        "2016Q2.yaml", "2016Q4.yaml", "2016Q5.yaml", "2017Q1.yml", "2020Q1.yaml", "draft.yaml",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "found"),
    [(None, "2020Q1"), ("2016Q2", "2016Q2"), ("2016-q2", "2016Q2"), ("quý II/2016", "2016Q2"), ("Q4 2016", "2016Q4")],
)
def test_a_quarter_is_asked_for_in_any_usual_form_and_is_the_latest_by_default(
    tmp_path: Path, wanted: str | None, found: str
) -> None:
    assert str(ledger_of(tmp_path, "2016Q2", "2020Q1", "2016Q4").resolve(wanted)) == found


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (
            "2016Q3",
            "expected a quarter with a snapshot, got 2016Q3; did you mean '2016Q2'? There are 2016Q2, 2016Q4, 2020Q1",
        ),
        (
            "2017Q1",
            "expected a quarter with a snapshot, got 2017Q1; did you mean '2016Q4'? There are 2016Q2, 2016Q4, 2020Q1",
        ),
        (
            "2030Q1",
            "expected a quarter with a snapshot, got 2030Q1; did you mean '2020Q1'? There are 2016Q2, 2016Q4, 2020Q1",
        ),
        ("2016Q9", "there is no quarter 9: 1 to 4; there are 2016Q2, 2016Q4, 2020Q1"),
        ("latest", 'expected a quarter such as 2016Q2, got "latest"; there are 2016Q2, 2016Q4, 2020Q1'),
        ("", 'expected a quarter such as 2016Q2, got ""; there are 2016Q2, 2016Q4, 2020Q1'),
    ],
)
def test_an_unknown_quarter_is_refused_with_the_nearest_and_all_that_exist(
    tmp_path: Path, wanted: str, sentence: str
) -> None:
    with pytest.raises(EgovError, match=f"^{re.escape(sentence)}$"):
        ledger_of(tmp_path, "2016Q2", "2020Q1", "2016Q4").resolve(wanted)


def test_the_nearest_quarter_may_be_one_of_the_next_year(tmp_path: Path) -> None:
    with pytest.raises(EgovError, match=r"got 2016Q4; did you mean '2017Q1'\? There are 2016Q2, 2017Q1$"):
        ledger_of(tmp_path, "2016Q2", "2017Q1").resolve("2016Q4")


def test_a_ledger_without_snapshots_says_what_is_meant_there(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    sentence = f"expected a snapshot such as 2016Q2.yaml in {tmp_path}/reports, got none"
    with pytest.raises(EgovError, match=f"^{re.escape(sentence)}$"):
        open_data(tmp_path).resolve(None)


def test_a_folder_that_cannot_be_read_is_said_so(tmp_path: Path) -> None:
    sentence = f"cannot read {tmp_path}/reports: No such file or directory"
    with pytest.raises(EgovError, match=f"^{re.escape(sentence)}$"):
        _ = open_data(tmp_path).files


def test_only_the_file_of_the_wanted_quarter_is_read(tmp_path: Path) -> None:
    root = write_ledger(tmp_path, {"2016Q1": "broken: [", "2016Q2": HEAD + entry()})
    assert len(open_data(root).snapshot(open_data(root).resolve("2016Q2")).observations) == 1


def test_a_faulty_snapshot_stops_with_every_fault_in_the_order_of_the_file(tmp_path: Path) -> None:
    root = write_ledger(tmp_path, {"2016Q2": HEAD + entry(value="31/30", source="zzz") + entry(value="1.57")})
    with pytest.raises(FaultyDataError) as stopped:
        open_data(root).snapshot(open_data(root).resolve(None))
    path = root / "reports" / "2016Q2.yaml"
    assert str(stopped.value).splitlines() == [
        f"{path}:8:12: FIG001 error 31/30: more are done than there are",
        f"{path}:9:13: SRC001 error undefined source 'zzz'",
        f"{path}:14:12: SHP004 error value: expected a Vietnamese number, got \"1.57\"; did you mean '1,57%'?",
    ]


def test_a_ledger_of_reports_alone_is_read_against_the_packages_registry(
    tmp_path: Path, definitions: Definitions
) -> None:
    root = write_ledger(tmp_path, {"2016Q2": HEAD + entry(outstanding="{names: [Bộ Y tế]}")})
    snapshot = open_data(root).snapshot(open_data(root).resolve(None))
    assert snapshot.observations[0].listings["outstanding"].bodies[0].id == "bo-y-te"
    assert open_data(root).definitions == definitions


BODY = "kind: ministry, name_vi: Bộ Y tế, name_en: Ministry of Health"
ROW = "kind: adoption, unit: bodies, name_vi: Một, name_en: One, definition_vi: Là một., definition_en: It is one."


@pytest.mark.parametrize(
    ("name", "text", "findings"),
    [
        ("agencies", "bodies: [", ["{path}:2:1: YML002 error not YAML: did not find expected node content"]),
        ("agencies", "", ["{path}:1:1: SHP003 error expected a mapping, got nothing"]),
        ("agencies", "bodies: [a]\n", ["{path}:1:9: SHP003 error bodies: expected a mapping, got a list"]),
        ("agencies", "bodies:\n  y: x\n", ["{path}:2:6: SHP003 error y: expected a mapping, got 'x'"]),
        (
            "agencies",
            f"bodies:\n  y: {{{BODY}, aliasses: [a]}}\n  x: {{kind: ministri}}\n",
            [
                "{path}:2:70: SHP001 error unknown field 'aliasses'; did you mean 'aliases'?",
                "{path}:3:6: SHP002 error the field 'name_en' is missing in 'x'",
                "{path}:3:6: SHP002 error the field 'name_vi' is missing in 'x'",
                (
                    "{path}:3:13: SHP003 error kind: expected ministry, ministry_level, "
                    "government_agency, province or city, got 'ministri'; did you mean 'ministry'?"
                ),
            ],
        ),
        (
            "agencies",
            f"bodies:\n  y: {{{BODY}, tile: [1, 2]}}\n  x: {{{BODY}, tile: [1, 2]}}\n",
            ["{path}:3:76: SHP003 error the tile of 'y' is the same on 0001-01-01"],
        ),
        (
            "agencies",
            f"bodies:\n  y: {{{BODY}, tile: [1, 99]}}\n",
            ["{path}:2:76: SHP003 error tile: expected a row and a column below 40, such as [3, 4], got a list"],
        ),
        (
            "agencies",
            f"bodies:\n  y: {{{BODY}, successors: [z], basis: none}}\n",
            [
                "{path}:2:83: REG001 error unknown body 'z'",
                "{path}:2:94: SHP003 error unknown legal basis 'none'",
            ],
        ),
        (
            "agencies",
            f"bodies:\n  y: {{{BODY}, valid_to: 2016-02-30}}\n",
            ["{path}:2:80: SHP003 error valid_to: there is no day 30 in February 2016: 1 to 29"],
        ),
        (
            "indicators",
            f"indicators:\n  a: {{{ROW}}}\n  a: {{{ROW}}}\n",
            ["{path}:3:3: YML003 error the key 'a' is repeated; it stands in line 2 already"],
        ),
        (
            "indicators",
            f"indicators:\n  a: {{{ROW}, one_way: ja}}\n",
            ["{path}:2:125: SHP003 error one_way: expected true or false, got 'ja'"],
        ),
    ],
)
def test_a_broken_registry_or_catalogue_says_so_with_its_place(
    tmp_path: Path, name: str, text: str, findings: list[str]
) -> None:
    root = write_ledger(tmp_path, {"2016Q2": NOTHING}, {name: text})
    with pytest.raises(FaultyDataError) as stopped:
        open_data(root).snapshot(open_data(root).resolve(None))
    assert str(stopped.value).splitlines() == [
        found.format(path=root / "registry" / f"{name}.yaml") for found in findings
    ]


def test_faults_of_the_registry_and_of_the_catalogue_are_all_said_in_one_run(tmp_path: Path) -> None:
    broken = {"agencies": "bodies: [a]\n", "provinces": "\tx", "indicators": "indicator: {}\n"}
    root = write_ledger(tmp_path, {"2016Q2": NOTHING}, broken)
    with pytest.raises(FaultyDataError) as stopped:
        _ = open_data(root).definitions
    assert [(found.rule, found.location.path.rpartition("/")[2]) for found in stopped.value.findings] == [
        ("SHP003", "agencies.yaml"),
        ("YML002", "provinces.yaml"),
        ("SHP002", "indicators.yaml"),
        ("SHP001", "indicators.yaml"),
    ]


OBLIGATION = "task: t, group: central, by: Các bộ, what_vi: Việc, what_en: Work, under: NQ 36a"


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("obligations: {", ["{path}:2:1: YML002 error not YAML: did not find expected node content"]),
        ("obligations: []\n", ["{path}:1:14: SHP003 error obligations: expected a mapping, got an empty list"]),
        ("obligations: {o: x}\n", ["{path}:1:18: SHP003 error o: expected a mapping, got 'x'"]),
        (
            f"obligations:\n  o: {{{OBLIGATION}}}\n",
            ["{path}:2:6: SHP002 error the field 'due' is missing in 'o'"],
        ),
        (
            f"obligations:\n  o: {{{OBLIGATION}, due: soon, target: 36.95}}\n",
            [
                (
                    "{path}:2:94: SHP003 error due: expected a date such as "
                    '2016-06-30, 2016-06, 2016Q2, 2016 or unknown, got "soon"'
                ),
                (
                    '{path}:2:108: SHP004 error target: expected a Vietnamese number, got "36.95"; '
                    "did you mean '36,95%'?"
                ),
            ],
        ),
        (
            f"obligations:\n  o: {{{OBLIGATION.replace('central', 'centre')}, due: 2016, indicator: action_plans}}\n",
            [
                "{path}:2:23: REG001 error unknown group, cohort or body 'centre'",
                "{path}:2:110: REG005 error unknown indicator 'action_plans'; did you mean 'action_plan'?",
            ],
        ),
    ],
)
def test_broken_obligations_say_so_with_their_place(tmp_path: Path, text: str, findings: list[str]) -> None:
    root = write_ledger(tmp_path, {"2016Q2": NOTHING}, {"obligations": text})
    with pytest.raises(FaultyDataError) as stopped:
        _ = open_data(root).obligations
    assert str(stopped.value).splitlines() == [
        found.format(path=root / "registry" / "obligations.yaml") for found in findings
    ]


def test_names_of_the_packages_cohorts_and_obligations_need_not_be_those_of_a_registry_of_ones_own(
    tmp_path: Path, definitions: Definitions
) -> None:
    root = write_ledger(tmp_path, {"2016Q2": NOTHING}, {"agencies": f"bodies:\n  y: {{{BODY}}}\n"})
    known = open_data(root)
    assert known.definitions.registry.cohorts == definitions.registry.cohorts
    groups = {placed.obligation.group for placed in known.obligations}
    assert groups >= {"all", "provinces"}
    assert not any(definitions.registry.named(group) for group in groups)


def test_an_unknown_name_in_a_cohort_of_ones_own_says_so_with_its_place(tmp_path: Path) -> None:
    cohort = "name_vi: Một, name_en: One, within: all, names: [Bộ Y tế, Bộ Y té], under: CV 1, source: s, at: d"
    root = write_ledger(tmp_path, {"2016Q2": NOTHING}, {"cohorts": f"cohorts:\n  c: {{{cohort}}}\n"})
    with pytest.raises(FaultyDataError) as stopped:
        _ = open_data(root).definitions
    path = root / "registry" / "cohorts.yaml"
    assert str(stopped.value) == f"{path}:2:65: REG001 error unknown body 'Bộ Y té'; did you mean 'Bộ Y tế'?"


def test_a_registry_file_that_is_missing_from_the_ledger_is_the_package_s(tmp_path: Path) -> None:
    folder = DataFolder(Origin.OPTION, tmp_path)
    assert folder.registry_file("obligations.yaml") == bundled("data") / "registry" / "obligations.yaml"


def test_two_files_of_one_quarter_are_refused_by_name(tmp_path: Path) -> None:
    ledger = ledger_of(tmp_path, "2016Q2")
    (tmp_path / "reports" / "2016Q2.yml").write_text(NOTHING, encoding="utf-8")
    with pytest.raises(EgovError, match=r"two files of 2016Q2: .*2016Q2\.yaml and .*2016Q2\.yml"):
        _ = ledger.files


def test_an_obligation_knows_its_place_and_that_of_its_due_date() -> None:
    letters = open_data(LETTERS / "data")
    due = {due.obligation.id: due for due in letters.obligations}["interconnection-central-july"]
    lines = (LETTERS / "data" / "registry" / "obligations.yaml").read_text(encoding="utf-8").splitlines()
    assert (str(due.obligation.due), due.obligation.before, due.obligation.target) == ("2016-07-01", True, None)
    assert lines[due.location.line - 1] == "  interconnection-central-july:"
    assert lines[due.due_location.line - 1] == "    due: 2016-07-01"


def test_a_snapshot_is_given_as_far_as_it_can_be_read_or_not_at_all(tmp_path: Path) -> None:
    ledger = open_data(write_ledger(tmp_path, {"2016Q2": HEAD + entry(value="31/30") + entry()}))
    found = ledger.snapshot_or_none(ledger.quarters[0])
    assert found is not None
    assert len(found.observations) == 1
    assert ledger.snapshot_or_none(ledger.quarters[0].next) is ledger.snapshot_or_none(None) is None


def test_without_a_cache_everything_is_made_anew(tmp_path: Path) -> None:
    ledger = open_data(write_ledger(tmp_path, {"2016Q2": HEAD + entry()}))
    last = ledger.snapshot(ledger.quarters[0])
    made = iter("abcd")
    assert [ledger.recall_until("what", last, lambda: (next(made), True)) for _ in range(2)] == ["a", "b"]
    path = ledger.files[ledger.quarters[0]]
    read = [ledger.read_once(path, lambda raw, name: (len(raw), name, next(made)), lambda _: True) for _ in range(2)]
    assert read == [(path.stat().st_size, str(path), "c"), (path.stat().st_size, str(path), "d")]
    assert ledger.key_of_definitions() == ledger.key_of_definitions()


def test_the_definitions_say_what_they_hold(definitions: Definitions) -> None:
    bodies, indicators = len(definitions.registry.bodies), len(definitions.catalogue)
    assert repr(definitions) == f"<Definitions indicators: {indicators}, bodies: {bodies}>"


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("cohorts: [", ["2:1: YML002 error not YAML: did not find expected node content"]),
        ("cohorts: []\n", ["1:10: SHP003 error cohorts: expected a mapping, got an empty list"]),
        (
            "cohorts:\n  c: {name_vi: Một, name_en: One, within: centre, under: CV 1}\n",
            ["2:43: REG001 error unknown group 'centre'"],
        ),
    ],
)
def test_broken_cohorts_say_so_with_their_place(text: str, findings: list[str], tmp_path: Path) -> None:
    ledger = open_data(write_ledger(tmp_path, {}, {"cohorts": text}))
    known, found = ledger.read_definitions()
    assert [str(one) for one in found] == [f"{tmp_path}/registry/cohorts.yaml:{one}" for one in findings]
    assert known.registry.cohorts == {}


def test_a_registry_that_cannot_be_read_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "registry" / "agencies.yaml").mkdir(parents=True)
    _, (found,) = open_data(write_ledger(tmp_path, {"2016Q2": NOTHING})).read_definitions()
    path = tmp_path / "registry" / "agencies.yaml"
    assert str(found) == f"{path}:1:1: YML002 error cannot read {path}: Is a directory"


@pytest.mark.parametrize(
    ("first", "second", "findings"),
    [
        ("tile: [1, 2]", "tile: [1, 3]", []),
        ("tile: [1, 2]", "tile: [1, 2], valid_from: 2008-08-01", ["the tile of 'y' is the same on 2008-08-01"]),
        ("tile: [1, 2], valid_to: 2008-07-31", "tile: [1, 2], valid_from: 2008-08-01", []),
        (
            "tile: [1, 2], valid_to: 2008-08-01",
            "tile: [1, 2], valid_from: 2008-08-01",
            ["the tile of 'y' is the same on 2008-08-01"],
        ),
        (
            "tile: [1, 2]",
            "tile: [1, 3], retiled: [{date: 2025-07-01, tile: [1, 2]}]",
            ["the tile of 'y' is the same on 2025-07-01"],
        ),
        (
            "tile: [1, 2], retiled: [{date: 2025-07-01, tile: [1, 4]}]",
            "tile: [1, 2], retiled: [{date: 2025-07-01, tile: [1, 4]}]",
            ["the tile of 'y' is the same on 0001-01-01"],
        ),
        ("valid_from: 2008-08-01", "valid_from: 2008-08-01", []),
    ],
)
def test_two_bodies_stand_on_one_tile_only_one_after_the_other(
    first: str, second: str, findings: list[str], tmp_path: Path
) -> None:
    text = f"bodies:\n  y: {{{BODY}, {first}}}\n  x: {{{BODY}, {second}}}\n"
    _, found = open_data(write_ledger(tmp_path, {}, {"agencies": text})).read_definitions()
    assert [one.message for one in found] == findings


def test_obligations_of_the_package_that_speak_of_unknown_things_are_left_out(
    tmp_path: Path, definitions: Definitions
) -> None:
    root = write_ledger(tmp_path, {"2016Q2": NOTHING}, {"indicators": f"indicators:\n  lgsp: {{{ROW}}}\n"})
    obligations = open_data(root).obligations
    assert {placed.obligation.indicator for placed in obligations} == {None, "lgsp"}
    groups = {placed.obligation.group for placed in obligations}
    assert groups - {*definitions.registry.group_names} <= {
        name for body in definitions.registry.bodies for name in body.names
    }


def test_what_is_kept_of_definitions_follows_from_all_of_their_files(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache", 2_000_000_000.0)
    root = write_ledger(tmp_path / "data", {"2016Q2": HEAD + entry()}, {"agencies": f"bodies:\n  y: {{{BODY}}}\n"})

    def read() -> tuple[list[str], int, int]:
        ledger = Ledger(DataFolder(Origin.OPTION, root), cache)
        loaded = ledger.read(ledger.files[ledger.quarters[0]])
        known = ledger.definitions.registry.bodies
        return [body.id for body in known if body.id in {"x", "y"}], len(loaded.findings), len(ledger.obligations)

    first = read()
    assert (first[:2], read(), cache.size().entries) == ((["y"], 0), first, 3)
    write_ledger(root, {}, {"agencies": f"bodies:\n  x: {{{BODY}}}\n"})
    assert read()[0] == ["x"]
    write_ledger(root, {}, {"obligations": "obligations: {}\n"})
    assert read() == (["x"], 0, 0)
    write_ledger(root, {"2016Q2": HEAD + entry(value="31/30")})
    assert (read()[1], read()[1]) == (1, 1)


class Kept:
    """A ledger of three quarters that keeps what it made; each question is put to a fresh one."""

    def __init__(self, root: Path) -> None:
        self.cache = Cache(root / "cache", 2_000_000_000.0)
        quarters = {name: (HEAD + entry()).replace("2016Q2", name) for name in ("2016Q1", "2016Q2", "2016Q3")}
        self.root = write_ledger(root / "data", quarters, {"obligations": "obligations: {}\n"})

    def ledger(self) -> Ledger:
        return Ledger(DataFolder(Origin.OPTION, self.root), self.cache)

    def write(self, quarter: str, note: str) -> None:
        write_ledger(self.root, {quarter: (HEAD + entry(note=note)).replace("2016Q2", quarter)})

    def recalled(self, value: str, what: str = "what", *, sound: bool = True, meanwhile: str = "") -> str:
        """What is recalled of the second quarter, where this value would be made; while it is, a file is written."""
        ledger = self.ledger()
        last = ledger.snapshot(ledger.quarters[1])

        def make() -> tuple[str, bool]:
            if meanwhile:
                self.write(meanwhile, value)
            return value, sound

        return ledger.recall_until(what, last, make)


def test_what_follows_from_a_quarter_and_those_before_it_is_made_once(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    assert [kept.recalled("a"), kept.recalled("b"), kept.recalled("c", "other")] == ["a", "a", "c"]
    kept.write("2016Q3", "later")
    assert kept.recalled("d") == "a"
    kept.write("2016Q1", "earlier")
    assert [kept.recalled("e"), kept.recalled("f")] == ["e", "e"]
    write_ledger(kept.root, {}, {"obligations": "# Other.\nobligations: {}\n"})
    assert kept.recalled("g") == "g"


def test_what_is_not_sound_or_was_overtaken_is_not_kept(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    assert [kept.recalled("a", sound=False), kept.recalled("b", meanwhile="2016Q1"), kept.recalled("c")] == [
        "a",
        "b",
        "c",
    ]
    ledger = kept.ledger()
    last = ledger.snapshot(ledger.quarters[1])
    kept.write("2016Q2", "changed since it was read")
    assert ledger.recall_until("what", last, lambda: ("d", True)) == "d"
    assert kept.recalled("e") == "e"


def test_where_an_earlier_quarter_cannot_be_read_nothing_is_kept(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    (kept.root / "reports" / "2016Q1.yaml").unlink()
    (kept.root / "reports" / "2016Q1.yaml").mkdir()
    assert [kept.recalled("a"), kept.recalled("b")] == ["a", "b"]


def test_what_is_read_of_one_file_is_kept_where_it_is_sound(tmp_path: Path) -> None:
    kept, path = Kept(tmp_path), tmp_path / "x.yaml"
    made: list[bytes] = []

    def read(raw: bytes, name: str) -> tuple[str, bool]:
        made.append(raw)
        return name, raw != b"bad"

    for raw in (b"one", b"one", b"bad", b"bad", b"one"):
        path.write_bytes(raw)
        assert kept.ledger().read_once(path, read, lambda result: result[1]) == (str(path), raw != b"bad")
    assert made == [b"one", b"bad", b"bad"]


@pytest.mark.parametrize(("most", "together"), [(3, 1), (2, 0)])
def test_snapshots_are_kept_together_once_each_is_kept_unless_there_are_very_many(
    most: int, together: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("egov_tracker.store.ledger.MOST_TOGETHER", most)
    kept = Kept(tmp_path)
    plain = [*open_data(kept.root).snapshots()]
    entries = []
    for _ in range(3):
        assert [*kept.ledger().snapshots()] == plain
        entries.append(kept.cache.size().entries)
    assert [entries[1] - entries[0], entries[2] - entries[1]] == [together, 0]
    kept.write("2016Q2", "changed")
    assert [*kept.ledger().snapshots()] == [*open_data(kept.root).snapshots()]
    assert [one.observations[0].note for one in kept.ledger().snapshots()] == [None, "changed", None]


def test_a_faulty_snapshot_stops_all_of_them_each_time(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    write_ledger(kept.root, {"2016Q3": HEAD.replace("2016Q2", "2016Q3") + entry(value="31/30")})
    for _ in range(3):
        with pytest.raises(FaultyDataError, match="31/30: more are done than there are"):
            _ = [*kept.ledger().snapshots()]
    (kept.root / "reports" / "2016Q3.yaml").unlink()
    (kept.root / "reports" / "2016Q3.yaml").mkdir()
    with pytest.raises(EgovError, match=r"cannot read .*2016Q3\.yaml: Is a directory"):
        _ = [*kept.ledger().snapshots()]


def test_what_was_recalled_together_counts_as_read(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    for _ in range(2):
        _ = [*kept.ledger().snapshots()]
    ledger = kept.ledger()
    last = [*ledger.snapshots()][1]
    kept.write("2016Q1", "changed since it was read")
    assert ledger.recall_until("what", last, lambda: ("a", True)) == "a"
    assert kept.recalled("b") == "b"


def test_snapshots_that_were_kept_together_are_read_anew_with_other_definitions(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    for _ in range(2):
        _ = [*kept.ledger().snapshots()]
    write_ledger(kept.root, {}, {"indicators": f"indicators:\n  lgsp: {{{ROW}}}\n"})
    with pytest.raises(FaultyDataError, match="unknown indicator 'document_interconnection'"):
        _ = [*kept.ledger().snapshots()]


def test_definitions_that_are_wrong_are_not_kept(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    write_ledger(kept.root, {}, {"indicators": f"indicators:\n  lgsp: {{{ROW}, one_way: ja}}\n"})
    assert [len(kept.ledger().read_definitions()[1]) for _ in range(2)] == [1, 1]
    assert kept.cache.size().entries == 0
