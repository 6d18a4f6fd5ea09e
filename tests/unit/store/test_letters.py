"""Letters: found by name, read, and refused with what is wrong in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from egov_tracker.errors import EgovError
from egov_tracker.store.cache import Cache
from egov_tracker.store.discovery import DataFolder, Origin
from egov_tracker.store.ledger import FaultyDataError, Ledger
from egov_tracker.store.letters import find_letter, read_letter, read_letter_so_far
from tests.building import LETTERS, open_data, write_ledger
from tests.wording import spoken

LEDGER = open_data(LETTERS / "data")
HEAD = """\
role: record
number: 1375/VPCP-KGVX
date: 2016-03-04
place: Hà Nội
issuer: V
subject: s
recipients: [R]
copies: [C]
appendices:
  - title: T
    lists:
"""
SOUND = "{quarter: 2016Q1, indicator: action_plan, group: central}"
MPI = "Bộ Kế hoạch và Đầu tư"
PLAN = SOUND[:-1] + f", as_of: %, names: [{MPI}]}}"
SIGNED = (
    "LTR007 a record has no 'signer': the letter was signed when it was sent, and nobody signs what is printed of it "
    "here; delete the block, or write 'role: draft' for a letter to be signed"
)


def letter(tmp_path: Path, *lists: str, head: str = HEAD) -> Path:
    path = tmp_path / "letter.yaml"
    path.write_text(head + "".join(f"      - {one}\n" for one in lists), encoding="utf-8")
    return path


def test_the_lists_of_a_letter_have_their_groups_and_the_bodies_that_they_name(tmp_path: Path) -> None:
    names = "{quarter: 2016Q1, indicator: action_plan, group: Bộ Y tế, names: [Bộ Y tế], asked_before: 2}"
    made = read_letter(letter(tmp_path, SOUND, names, SOUND[:-1] + ", names: []}"), LEDGER)
    whole, single, none = made.lists[0]
    assert (whole.group, whole.bodies, whole.known) == (LEDGER.definitions.registry.groups["central"], None, True)
    assert (single.group.id, [body.id for body in single.bodies or ()], none.bodies) == ("bo-y-te", ["bo-y-te"], ())
    assert single.where == ("appendices", 0, "lists", 1)
    assert str(made.location(*single.where)).removeprefix(str(tmp_path)) == "/letter.yaml:13:9"


@pytest.mark.parametrize(
    ("listed", "findings", "known"),
    [
        (SOUND, [], True),
        (
            SOUND.replace("action_plan", "action_plans"),
            ["12:38 REG005 unknown indicator 'action_plans'; did you mean 'action_plan'?"],
            False,
        ),
        (
            SOUND.replace("central", "centrl"),
            ["12:58 REG001 unknown group, cohort or body 'centrl'; did you mean 'central'?"],
            False,
        ),
        (
            SOUND.replace("central", "Bộ Y té"),
            ["12:58 REG001 unknown group, cohort or body 'Bộ Y té'; did you mean 'Bộ Y tế'?"],
            False,
        ),
        (SOUND.replace("central", "xyz"), ["12:58 REG001 unknown group, cohort or body 'xyz'"], False),
        (
            SOUND[:-1] + ", state: done, asked_before: 1}",
            ["12:94 SHP003 only the outstanding are reminded: expected no 'asked_before' in a list of the done"],
            False,
        ),
        (SOUND[:-1] + ", state: done}", [], True),
        (
            SOUND[:-1] + ", names: [Bộ Y té]}",
            ["12:75 REG001 no body 'Bộ Y té' on 2016Q1; did you mean 'Bộ Y tế'?"],
            False,
        ),
        (
            SOUND[:-1] + ", names: [Bộ Y tế, Bộ Văn hóa, Thể thao và Du lịch]}",
            [
                "12:84 REG001 no body 'Bộ Văn hóa' on 2016Q1; quote it: 'Bộ Văn hóa, Thể thao và Du lịch'",
                "12:96 REG001 no body 'Thể thao và Du lịch' on 2016Q1; quote it: 'Bộ Văn hóa, Thể thao và Du lịch'",
            ],
            False,
        ),
        (PLAN.replace("2016Q1", "2025Q1").replace("%", "unknown"), [], True),
        (PLAN.replace("2016Q1", "2025Q1").replace("%", "2025-02"), [], True),
        (
            PLAN.replace("2016Q1", "2025Q1").replace("%", "2025-03-15"),
            [f"12:94 REG001 no body '{MPI}' on 2025-03-15; did you mean '{MPI}'?"],
            False,
        ),
    ],
)
def test_what_a_list_names_that_nobody_knows_is_said_at_its_place(
    listed: str, findings: list[str], *, known: bool, tmp_path: Path
) -> None:
    reading = read_letter_so_far(letter(tmp_path, listed), LEDGER)
    assert reading.letter is not None
    assert (spoken(reading.findings), reading.letter.lists[0][0].known) == (findings, known)
    if findings:
        with pytest.raises(FaultyDataError):
            read_letter(letter(tmp_path, listed), LEDGER)


@pytest.mark.parametrize(
    ("head", "findings", "faulty"),
    [
        (HEAD.replace("role: record", "role: record\nsigner: {lines: [T], name: N}"), [f"2:1 {SIGNED}"], set()),
        (
            HEAD.replace("role: record", "role: draft"),
            [
                "1:1 SHP002 the field 'signer' is missing: a draft needs it",
                "1:1 SHP002 the field 'body' is missing: a draft needs it",
            ],
            set(),
        ),
        (HEAD.replace("role: record", "role: draft\nsigner: {lines: [T], name: N}\nbody: [B]"), [], set()),
        (HEAD.replace("place: Hà Nội\n", ""), ["1:1 SHP002 the field 'place' is missing"], {"place"}),
        (
            HEAD.replace("1375/VPCP-KGVX", "1375"),
            ['2:9 SHP003 number: expected number and sign such as 1375/VPCP-KGVX, got "1375"'],
            {"number"},
        ),
    ],
)
def test_what_a_record_and_a_draft_cannot_be_without_is_said(
    head: str, findings: list[str], faulty: set[str], tmp_path: Path
) -> None:
    reading = read_letter_so_far(letter(tmp_path, SOUND, head=head), LEDGER)
    assert (spoken(reading.findings), {*reading.faulty}) == (findings, faulty)


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("[", ["2:1 YML002 not YAML: did not find expected node content"]),
        ("x\n", ["1:1 SHP003 expected a mapping, got 'x'"]),
    ],
)
def test_what_is_no_letter_at_all_is_refused(text: str, findings: list[str], tmp_path: Path) -> None:
    reading = read_letter_so_far(letter(tmp_path, head=text), LEDGER)
    assert (reading.letter, spoken(reading.findings)) == (None, findings)
    with pytest.raises(FaultyDataError):
        read_letter(tmp_path / "letter.yaml", LEDGER)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataFolder:
    """A ledger with two letters, beside a folder and a file of one's own."""
    monkeypatch.chdir(tmp_path)
    root = write_ledger(tmp_path / "data", {"2016Q2": "period: 2016Q2\n"})
    (root / "letters").mkdir()
    for name in ("data/letters/ra-soat.YAML", "data/letters/a-1.yml", "data/letters/notes.txt", "own.yaml"):
        (tmp_path / name).touch()
    (tmp_path / "a-1").mkdir()
    return DataFolder(Origin.OPTION, root)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("own.yaml", "own.yaml"),
        ("data/letters/notes.txt", "data/letters/notes.txt"),
        ("a-1", "{root}/letters/a-1.yml"),
        ("a-1.yml", "{root}/letters/a-1.yml"),
        ("ra-soat", "{root}/letters/ra-soat.YAML"),
    ],
)
def test_a_letter_is_a_file_or_one_of_the_ledger_by_its_name(name: str, path: str, folder: DataFolder) -> None:
    assert find_letter(name, folder) == Path(path.format(root=folder.root))


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("ra-soatx", "; did you mean 'ra-soat'?"),
        ("owm.yaml", "; did you mean 'own.yaml'?"),
        ("notes", "; there are a-1, ra-soat"),
        ("xyz", "; there are a-1, ra-soat"),
    ],
)
def test_a_letter_that_is_not_there_is_answered_with_the_nearest_or_with_all(
    name: str, hint: str, folder: DataFolder
) -> None:
    with pytest.raises(EgovError) as refusal:
        find_letter(name, folder)
    what = f"expected a letter file, or the name of a letter in {folder.root}/letters"
    assert str(refusal.value) == f'{what}, got "{name}"{hint}'


def test_a_letter_that_was_read_before_is_read_the_same_way(tmp_path: Path) -> None:
    path = letter(tmp_path, SOUND)
    cache = Cache(tmp_path / "cache", 2_000_000_000.0)
    made = [read_letter(path, Ledger(LEDGER.folder, cache)) for _ in range(2)]
    assert made == [read_letter(path, LEDGER)] * 2
    entries = cache.size().entries
    for _ in range(2):
        path = letter(tmp_path, SOUND, head=HEAD.replace("place: Hà Nội\n", ""))
        assert len(read_letter_so_far(path, Ledger(LEDGER.folder, cache)).findings) == 1
    assert cache.size().entries == entries
    read_letter(letter(tmp_path, SOUND, SOUND), Ledger(LEDGER.folder, cache))
    assert cache.size().entries == entries + 1
