"""The readers that a stranger's input reaches, each run on to the pages that come out of it."""

from __future__ import annotations

import io
import os
import subprocess
import zipfile
from contextlib import suppress
from datetime import date
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from egov_tracker.checks.run import check_files
from egov_tracker.errors import EgovError
from egov_tracker.render.templates import Templates
from egov_tracker.render.word.document import render_docx
from egov_tracker.render.word.reference import open_reference
from egov_tracker.store.archive import Extract, archive
from egov_tracker.store.discovery import bundled
from egov_tracker.store.git import is_revision, read_revision
from egov_tracker.views.page import Lang, Page, Section
from tests.building import LETTERS as LEDGER
from tests.building import ROOT, open_data
from tests.documents import W, make_docx, make_pdf, pack_docx
from tests.fuzz.mutation import NASTY, dump, every_field, mutate_bytes, mutate_tree, parse
from tests.running import need, run_egov

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from random import Random

QUARTERS = ("2016Q1", "2016Q2")
INTERNAL = "internal error"  # what the last guard of the command line says
COMMANDS = (
    ("status",),
    ("status", "--agencies", "--lang", "en"),
    ("status", "-f", "json", "--agencies"),
    ("status", "-f", "csv"),
    ("status", "-f", "html"),
    ("status", "-f", "md", "--agencies"),
    ("diff", *QUARTERS),
    ("diff", *QUARTERS, "-f", "json"),
    ("diff", *QUARTERS, "-f", "html", "--lang", "en"),
    ("diff", *QUARTERS, "-f", "csv"),
    ("diff", *reversed(QUARTERS)),
    ("report", "2016Q2", "-o", "out.md"),
    ("report", "2016Q2", "-o", "out.html"),
    ("report", "2016Q2", "-o", "out.docx"),
    ("quarters", "-f", "json"),
    ("check", "-f", "sarif"),
    ("check", "-f", "github"),
    ("check",),
    ("appendix", "2016Q1", "-i", "action_plan", "-g", "provinces", "-f", "md"),
    ("letter", "letter", "-o", "out.md"),
)
READS = (("read", "seed", "--into", "2016Q2"), ("read", "seed", "-f", "json"))
TRACES = (("trace", "2016Q3", "1"), ("trace", "2016Q3", "-f", "json"), ("trace", "2016Q3", "1", "-f", "html"))
LETTERS = (
    ("letter", "letter", "-o", "out.html"),
    ("letter", "letter", "-o", "out.docx"),
    ("letter", "letter"),
    ("letter", "--check", "letter"),
)
SHARE = 2  # one input of so many goes on to a whole command; all are checked


class CrashError(Exception):
    """A command that said it met an internal error."""


def run_command(root: Path, command: tuple[str, ...]) -> int:
    """Run a command on a ledger; its exit code is 0, 1 or 2, and it breaks down nowhere."""
    ran = run_egov(*command, "--data", root, cwd=root)
    if INTERNAL in ran.err or ran.code not in {0, 1, 2}:
        raise CrashError(f"{' '.join(command)}: exit {ran.code}: {ran.err[:500]}")
    if any(line.lstrip().startswith("::") for line in ran.err.splitlines()) or "\x1b" in ran.err + ran.out:
        raise CrashError(f"{' '.join(command)}: obeyed: {ran.err[:500]!r}")
    return 1


def _joined(*parts: bytes) -> bytes:
    return b"".join(parts)


class YamlTarget:
    """A file of a ledger; the rest of the ledger is small and sound."""

    def __init__(
        self, name: str, root: Path, path: str, seeds: tuple[Any, ...], commands: tuple[tuple[str, ...], ...]
    ) -> None:
        self.name, self.root, self.seeds, self.commands = name, root, seeds, commands
        self.path = root / path
        self.sound = self.path.read_bytes()

    def systematic(self) -> Iterator[Callable[[], bytes]]:
        """Every field of the first seed with every nasty value."""
        return every_field(self.seeds[0])

    def random(self, rng: Random) -> bytes:
        """A seed changed as a tree, or as bytes."""
        tree, other = rng.choice(self.seeds), rng.choice(self.seeds)
        return mutate_tree(tree, other, rng) if rng.random() < 0.8 else mutate_bytes(dump(tree), dump(other), rng)

    def run(self, raw: bytes, rng: Random) -> int:
        """Check the ledger, and now and then run a command on it; how many runs there were."""
        self.path.write_bytes(raw)
        try:
            check_files(open_data(self.root))
            return 1 + (run_command(self.root, rng.choice(self.commands)) if rng.randrange(SHARE) == 0 else 0)
        except EgovError:
            return 1
        finally:
            self.path.write_bytes(self.sound)


class LetterTarget(YamlTarget):
    """A letter: read, filled from the ledger and printed."""

    def run(self, raw: bytes, rng: Random) -> int:
        """Run one of the commands on letters."""
        self.path.write_bytes(raw)
        try:
            return run_command(self.root, rng.choice(self.commands))
        finally:
            self.path.write_bytes(self.sound)


class TemplateTarget:
    """A template of the user."""

    name = "template"
    seeds = tuple(path.read_bytes() for path in sorted((ROOT / "templates").glob("page.*.j2")))
    parts = (
        b"{{ page }}",
        b"{{ page.title.__class__ }}",
        b"{% for x in page %}",
        b"{% endfor %}",
        b"{% if x %}",
        b"{% endif %}",
        b"{{ self }}",
        b"{{ 'x' * 10 ** 9 }}",
        b"{% include 'page.md.j2' %}",
        b"{% import '../x' as y %}",
        b"{{ range(10 ** 9) | list }}",
        b"{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        b"{{ ''.join }}",
        b"{{ page | map(attribute='x') | list }}",
        b"{% raw %}",
        b"{{ namespace(x=1).x }}",
        b"{{ 2 ** 9 ** 9 }}",
        b"{{ page.title | center(10 ** 9) }}",
        b"{% extends 'packaged/page.html.j2' %}",
        b"{{ " + b"(" * 500,
        b"{% if 1 %}" * 120,
        b"{{ '%9999999999d' % 1 }}",
        b"{{ lipsum() }}",
        b"{{ page.sections[0].blocks }}",
    )
    page = Page(
        Lang.VI, "Trang", ("a",), (Section("Mục", ()),), (), ("s",), {"footnotes": "Chú thích", "sources": "Nguồn"}
    )

    def __init__(self, root: Path) -> None:
        self.folder = root / "own"
        self.folder.mkdir()

    def systematic(self) -> Iterator[Callable[[], bytes]]:
        """Every hostile part alone and at three places of a template."""
        for part in self.parts:
            yield partial(_joined, part)
            for seed in self.seeds:
                for cut in (len(seed) * n // 3 for n in range(4)):
                    yield partial(_joined, seed[:cut], part, seed[cut:])

    def random(self, rng: Random) -> bytes:
        """A template with other bytes, or with a hostile part somewhere."""
        seed = rng.choice(self.seeds)
        cut = rng.randrange(len(seed))
        part = rng.choice(self.parts)
        return mutate_bytes(seed, rng.choice(self.seeds), rng) if rng.random() < 0.6 else seed[:cut] + part + seed[cut:]

    def run(self, raw: bytes, rng: Random) -> int:
        """Fill the template with a page."""
        name = rng.choice(("page.md.j2", "page.html.j2"))
        (self.folder / name).write_bytes(raw)
        with suppress(EgovError):
            Templates(self.folder).render(name, page=self.page)
        return 1


class ReferenceTarget:
    """A reference document."""

    name = "reference document"

    def __init__(self) -> None:
        raw = render_docx(TemplateTarget.page, date(2016, 6, 30))
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}

    def packed(self, name: str, content: bytes) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
            for part, old in {**self.parts, name: content}.items():
                package.writestr(part, old if part != name else content)
        return out.getvalue()

    def systematic(self) -> Iterator[Callable[[], bytes]]:
        """Every part as something else."""
        for name in self.parts:
            for nasty in (
                *NASTY[:20],
                "<a/>",
                "<a",
                "<!DOCTYPE x [<!ENTITY y 'z'>]><a>&y;</a>",
                "<a>" * 300 + "</a>" * 300,
            ):
                yield partial(self.packed, name, str(nasty).encode("utf-8", "replace"))

    def random(self, rng: Random) -> bytes:
        """One part with other bytes, or the whole archive."""
        name = rng.choice(list(self.parts))
        raw = self.packed(name, mutate_bytes(self.parts[name], self.parts[rng.choice(list(self.parts))], rng))
        return mutate_bytes(raw, raw, rng) if rng.random() < 0.1 else raw

    def run(self, raw: bytes, _rng: Random) -> int:
        """Make a document in its form."""
        with suppress(EgovError):
            render_docx(TemplateTarget.page, date(2016, 6, 30), open_reference(raw, "ours.docx"))
        return 1


class GitTarget:
    """The name of a revision, in a repository whose configuration names programs."""

    name = "revision"
    seeds = (
        b"HEAD:data/reports/2016Q2.yaml",
        b"HEAD~1:x.yaml",
        b":2016Q2.yaml",
        b"HEAD:../x.yaml",
        b"@{-1}:a.yml",
        b":/x:y.yaml",
    )

    def __init__(self, root: Path) -> None:
        self.root = root / "repository"
        self.root.mkdir()
        (self.root / "x.yaml").write_text("period: 2016Q2\n", encoding="utf-8")
        who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        for args in (("init", "-q"), ("add", "."), ("commit", "-qm", "x"), ("config", "core.fsmonitor", "touch PWNED")):
            subprocess.run([need("git"), *who, *args], cwd=self.root, check=True, capture_output=True)  # noqa: S603

    def systematic(self) -> Iterator[Callable[[], bytes]]:
        """Every nasty text as a revision and as a path."""
        for nasty in NASTY:
            text = str(nasty).encode("utf-8", "surrogatepass")
            yield partial(_joined, text, b":x.yaml")
            yield partial(_joined, b"HEAD:", text, b".yaml")

    def random(self, rng: Random) -> bytes:
        """A name with other bytes."""
        return mutate_bytes(rng.choice(self.seeds), rng.choice(self.seeds), rng)[:4000]

    def run(self, raw: bytes, _rng: Random) -> int:
        """Read the revision as the command line would be given it: no text of a command line holds a NUL."""
        text = os.fsdecode(raw.replace(b"\x00", b""))
        before = os.curdir and os.getcwd()  # noqa: PTH109
        os.chdir(self.root)
        try:
            if is_revision(text):
                read_revision(text, os.environ)
        except EgovError:
            pass
        finally:
            os.chdir(before)
        if (self.root / "PWNED").exists():
            raise CrashError("the repository ran a program")
        return 1


DOCUMENT = """Báo cáo số 1375/VPCP-KGVX ngày 04 tháng 3 năm 2016

Đến ngày 01/3/2016, có 19/30 bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ và 44/63 tỉnh, thành phố đã kết nối.
Các bộ chưa báo cáo: Bộ Công an, Bộ Quốc phòng, Đài Tiếng nói Việt Nam (3 cơ quan). Tỷ lệ đạt gần 96,8%.
1. Tính đến quý II năm 2016, cả nước có 109.644 hồ sơ trực tuyến mức độ 4, tăng 12,5% so với cùng kỳ.
Số TT\tTên đơn vị\tMức độ 3\tMức độ 4
1\tHà Nội\t120\t15
2\tĐà Nẵng\t1.578\t0
Đề nghị các địa phương hoàn thành trước ngày 30/6/2016; đã quá hạn hơn 3 tháng.
"""
WRAPPED = f"<html><body><nav>19/30</nav><p>{DOCUMENT.replace(chr(10), '</p><p>')}</p></body></html>"


class DocumentTarget:
    """A document to be read: text, HTML, DOCX or PDF."""

    name = "document"
    seeds = (DOCUMENT.encode(), WRAPPED.encode(), make_docx(DOCUMENT), make_pdf(DOCUMENT), DOCUMENT.encode("utf-16"))
    body = f"<w:document {W}><w:body><w:p><w:r><w:t>{DOCUMENT}</w:t></w:r></w:p></w:body></w:document>".encode()

    def __init__(self, root: Path) -> None:
        self.root, self.path = root, root / "document"

    def systematic(self) -> Iterator[Callable[[], bytes]]:
        """Every nasty text alone, in the place of a line, and as the XML of a Word document."""
        lines = DOCUMENT.split("\n")
        for nasty in NASTY:
            text = str(nasty).encode("utf-8", "surrogatepass")
            yield partial(_joined, text)
            yield partial(pack_docx, text)
            for number in range(len(lines)):
                before, after = "\n".join(lines[:number]), "\n".join(lines[number + 1 :])
                yield partial(_joined, before.encode(), b"\n", text, b"\n", after.encode())

    def random(self, rng: Random) -> bytes:
        """A document of one of the forms with other bytes."""
        if rng.random() < 0.2:
            return pack_docx(mutate_bytes(self.body, self.seeds[0], rng))
        return mutate_bytes(rng.choice(self.seeds), rng.choice(self.seeds), rng)

    def run(self, raw: bytes, rng: Random) -> int:
        """Read it into a draft or into records."""
        self.path.write_bytes(raw)
        options = rng.choice(((), ("-f", "json"), ("--into", "2016Q1"), ("--all", "--dated", "2016-03-04")))
        return run_command(self.root, ("read", "document", *options))


ROWS = (
    "id,indicator,group,breakdown,as_of,printed,percent,outstanding,outstanding_names,source,source_kind,source_title,at\n"
    '1,document_interconnection,central,,2016-09-30,19/30,63.33,2,"Bộ Tài chính; Bộ Y tế",press,press,Bài viết,dòng 4\n'
    "2,online_services,Hà Nội,level=3,2016Q3,gần 1.200,,,,press,press,Bài viết,dòng 5\n"
)


class RowsTarget:
    """A CSV file of figures to be imported."""

    name = "rows"
    seeds = (ROWS.encode(), ("\ufeff" + ROWS.replace(",", ";")).encode(), ROWS.encode("utf-16"))

    def __init__(self, root: Path) -> None:
        self.root, self.path = root, root / "rows.csv"

    def systematic(self) -> Iterator[Callable[[], bytes]]:
        """Every nasty text in the place of every cell of the first row of figures."""
        head, first, *_ = ROWS.splitlines()
        cells = first.split(",")
        for nasty in NASTY:
            text = str(nasty).encode("utf-8", "surrogatepass").replace(b'"', b'""')
            for number in range(len(cells)):
                before, after = ",".join(cells[:number]), ",".join(cells[number + 1 :])
                yield partial(_joined, head.encode(), b"\n", before.encode(), b',"', text, b'",', after.encode())

    def random(self, rng: Random) -> bytes:
        """Rows with other bytes."""
        return mutate_bytes(rng.choice(self.seeds), rng.choice(self.seeds), rng)

    def run(self, raw: bytes, _rng: Random) -> int:
        """Import them into a quarter that is not there."""
        self.path.write_bytes(raw)
        try:
            return run_command(self.root, ("import", "rows.csv", "--into", "2016Q3"))
        finally:
            (self.root / "reports" / "2016Q3.yaml").unlink(missing_ok=True)


class FormTarget:
    """A form that was sent back."""

    name = "form"

    def __init__(self, root: Path) -> None:
        self.root, self.path = root, root / "form.xlsx"
        run_command(root, ("form", "2016Q3", "-i", "action_plan", "-o", "blank.xlsx"))
        with zipfile.ZipFile(root / "blank.xlsx") as package:
            self.parts = {name: package.read(name) for name in package.namelist()}

    def packed(self, name: str, content: bytes) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
            for part, old in self.parts.items():
                package.writestr(part, content if part == name else old)
        return out.getvalue()

    def systematic(self) -> Iterator[Callable[[], bytes]]:
        """Every part as something else."""
        for name in self.parts:
            for nasty in (*NASTY[:10], "<a/>", "<a", "<!DOCTYPE x [<!ENTITY y 'z'>]><a>&y;</a>"):
                yield partial(self.packed, name, str(nasty).encode("utf-8", "replace"))

    def random(self, rng: Random) -> bytes:
        """One part with other bytes, or the whole archive."""
        name = rng.choice(list(self.parts))
        raw = self.packed(name, mutate_bytes(self.parts[name], self.parts[rng.choice(list(self.parts))], rng))
        return mutate_bytes(raw, raw, rng) if rng.random() < 0.2 else raw

    def run(self, raw: bytes, _rng: Random) -> int:
        """Collect it."""
        self.path.write_bytes(raw)
        return run_command(self.root, ("collect", "2016Q3", "form.xlsx", "-i", "action_plan"))


class DraftTarget:
    """A draft under review, with what a person may decide of it."""

    name = "draft"

    def __init__(self, root: Path) -> None:
        self.root, self.path = root, root / "draft.yaml"
        assert run_command(root, ("read", "seed", "--into", "2016Q4", "-o", "draft.yaml"))
        self.seed = self.path.read_bytes()
        self.tree = parse(self.seed)

    def systematic(self) -> Iterator[Callable[[], bytes]]:
        """Every field with every nasty value."""
        return every_field(self.tree)

    def random(self, rng: Random) -> bytes:
        """The draft as it is written, or its tree, with changes."""
        if rng.random() < 0.6:
            return mutate_bytes(self.seed, self.seed, rng)
        return mutate_tree(self.tree, self.tree, rng)

    def run(self, raw: bytes, rng: Random) -> int:
        """List it, and decide on one of its observations."""
        self.path.write_bytes(raw)
        listed = run_egov("review", "draft.yaml", "--list", "--data", self.root, cwd=self.root)
        keys = [line.split("\t")[1] for line in listed.out.splitlines() if line.count("\t")]
        if not keys:
            return run_command(self.root, ("review", "draft.yaml", "--list"))
        return run_command(self.root, ("review", "draft.yaml", rng.choice(("--accept", "--reject")), rng.choice(keys)))


def archived_source(root: Path) -> str:
    """Archive the document of the ledger, by quotes, with a quarter that has one figure of it; the path of its file."""
    text = "Báo cáo số 1375/VPCP-KGVX"
    at = DOCUMENT.index("44/63")
    inside = archive(root / "sources", "seed", Extract(DOCUMENT.encode(), ".txt", DOCUMENT, "text/1"), [(0, at + 40)])
    anchors = f"{{value: [{at}, {at + 5}]}}"
    (root / "reports" / "2016Q3.yaml").write_text(
        f"period: 2016Q3\nsources:\n  seed: {{kind: report, title: {text}, text_sha256: {sha256_of(DOCUMENT)}}}\n"
        "observations:\n  - {indicator: document_interconnection, group: provinces, as_of: 2016Q3, value: 44/63, "
        f"source: seed, at: dòng 3, anchors: {anchors}}}\n",
        encoding="utf-8",
    )
    return str((inside / "source.yaml").relative_to(root))


def sha256_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()


KEPT = {"action_plan", "document_interconnection", "dossier_publication"}  # what letters and appendices ask for


def small_ledger(root: Path) -> None:
    """A sound ledger of two quarters with few bodies and indicators: it is read ten thousands of times."""
    for folder in ("reports", "registry", "letters"):
        (root / folder).mkdir(parents=True)
    letter = _real("letters/1375-vpcp-kgvx")
    reports = {name: _telling(_real(f"reports/{name}")) for name in QUARTERS}
    bodies = [_few_bodies(_real(f"registry/{name}")) for name in ("agencies", "provinces")]
    known = {
        name: kind
        for kind, tree in zip(("agencies", "provinces"), bodies, strict=True)
        for body in tree["bodies"].values()
        for name in (body["name_vi"], *body.get("aliases", ()))
    }
    used = {one["indicator"] for tree in reports.values() for one in tree["observations"]}
    used |= {one["indicator"] for appendix in letter["appendices"] for one in appendix["lists"]}
    indicators, obligations = _real("registry/indicators"), _real("registry/obligations")
    cohorts = _real("registry/cohorts")
    groups = {**_real("registry/groups")["groups"], **cohorts["cohorts"]}
    indicators["indicators"] = {name: one for name, one in indicators["indicators"].items() if name in used}
    obligations["obligations"] = {
        name: one
        for name, one in obligations["obligations"].items()
        if one["group"] in groups and one.get("indicator", "action_plan") in used and "supersedes" not in one
    }
    files = {"agencies": bodies[0], "provinces": bodies[1], "cohorts": cohorts, "indicators": indicators}
    files["obligations"] = obligations
    trees = {f"registry/{name}": tree for name, tree in files.items()} | {
        f"reports/{name}": tree for name, tree in reports.items()
    }
    for name, tree in {**trees, "letters/letter": letter}.items():
        (root / f"{name}.yaml").write_bytes(dump(_with_known_names(tree, known)))
    for path in (bundled("data") / "registry").glob("*.yaml"):
        if not (root / "registry" / path.name).exists():
            (root / "registry" / path.name).write_bytes(path.read_bytes())


def _real(name: str) -> Any:
    """A file of the package's registry, or of a ledger of some figures and letters as of the real one."""
    root = bundled("data") if name.startswith("registry/") else LEDGER / "data"
    return parse((root / f"{name}.yaml").read_bytes())


def _telling(tree: Any) -> Any:
    """A snapshot of the first entry with each set of fields, and of the sources that these name."""
    first: dict[frozenset[str], Any] = {}
    for one in sorted(
        tree["observations"], key=lambda one: (one["indicator"] not in KEPT, one["as_of"] != "2016-03-01")
    ):
        first.setdefault(frozenset((*one, one["group"], one["indicator"])), one)
    tree["observations"] = list(first.values())[:12]
    names = {one["source"] for one in tree["observations"]}
    tree["sources"] = {name: source for name, source in tree["sources"].items() if name in names}
    for source in tree["sources"].values():
        source.pop("repeats", None), source.pop("supersedes", None)
    return tree


def _few_bodies(tree: Any) -> Any:
    """The first bodies that no other is linked with, and two with all that they are linked with."""
    bodies = tree["bodies"]
    linked = {name: _linked(name, bodies) for name in bodies}
    alone = [name for name in bodies if linked[name] == {name}][:8]
    pairs = sorted((len(linked[name]), name) for name in bodies if len(linked[name]) > 1)[:1]
    kept = {*alone, *(one for _, name in pairs for one in linked[name])}
    tree["bodies"] = {name: body for name, body in bodies.items() if name in kept}
    return tree


def _linked(name: str, bodies: Any) -> set[str]:
    """A body and all that it can be reached from, or reached by, through links."""

    def links(body: Any) -> set[str]:
        absorbed = [one for part in body.get("absorbed", ()) for one in part["bodies"]]
        return {*body.get("predecessors", ()), *body.get("successors", ()), *absorbed}

    found, more = {name}, {name}
    while more:
        more = {one for here in more for one in links(bodies[here])} | {
            other for other, body in bodies.items() if links(body) & more
        }
        more -= found
        found |= more
    return found


def _with_known_names(tree: Any, known: dict[str, str], group: str = "all") -> Any:
    """The tree with only the names of bodies that the ledger knows, and one of the group where none is left."""
    if isinstance(tree, list):
        return [_with_known_names(one, known, group) for one in tree]
    if not isinstance(tree, dict):
        return tree
    group = tree.get("group", group) if isinstance(tree.get("group", group), str) else group
    kind = "provinces" if group == "provinces" else "agencies"
    one = next(name for name, of in known.items() if of == kind)
    made: dict[str, Any] = {}
    for key, value in tree.items():
        if key == "names" and isinstance(value, list):
            made[key] = [name for name in value if name in known] or [one]
        elif key == "rows":
            made[key] = {name: row for name, row in value.items() if name in known} or {one: next(iter(value.values()))}
        else:
            made[key] = _with_known_names(value, known, group)
    return made


def all_targets(root: Path) -> list[Any]:
    """Every target, on a ledger in a folder; each file of the registry is one."""
    small_ledger(root)
    reports = tuple(
        parse(path.read_bytes()) for path in sorted((ROOT / "tests" / "examples").rglob("*.yaml")) if _is_yaml(path)
    )
    snapshots = tuple(parse((root / "reports" / f"{name}.yaml").read_bytes()) for name in reversed(QUARTERS))
    wrong = [found for found in check_files(open_data(root)).findings if found.level == "error"]
    assert not wrong, f"the small ledger is not sound: {wrong[0]}"
    targets: list[Any] = [
        YamlTarget("snapshot", root, "reports/2016Q2.yaml", (*snapshots, *snapshots * 30, *reports), COMMANDS)
    ]
    targets += [
        YamlTarget(
            path.stem,
            root,
            f"registry/{path.name}",
            (parse(path.read_bytes()),),
            READS if path.stem == "cues" else COMMANDS,
        )
        for path in sorted((root / "registry").glob("*.yaml"))
    ]
    (root / "seed").write_text(DOCUMENT, encoding="utf-8")
    letter = parse((root / "letters" / "letter.yaml").read_bytes())
    targets.append(LetterTarget("letter", root, "letters/letter.yaml", (letter,), LETTERS))
    path = archived_source(root)
    targets.append(YamlTarget("archived source", root, path, (parse((root / path).read_bytes()),), TRACES))
    given = (DocumentTarget(root), DraftTarget(root), RowsTarget(root), FormTarget(root))
    return [*targets, TemplateTarget(root), ReferenceTarget(), GitTarget(root), *given]


def _is_yaml(path: Path) -> bool:
    try:
        return isinstance(parse(path.read_bytes()), dict)
    except Exception:  # noqa: BLE001 - some examples are no YAML on purpose
        return False
