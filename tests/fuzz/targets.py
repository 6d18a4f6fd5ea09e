"""The readers that a stranger's input reaches, each run on to the pages that come out of it."""

from __future__ import annotations

import io
import os
import subprocess
import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any

from egov_tracker.checks.run import check_files
from egov_tracker.errors import EgovError
from egov_tracker.render.templates import Templates
from egov_tracker.render.word.document import render_docx
from egov_tracker.render.word.reference import open_reference
from egov_tracker.store.git import is_revision, read_revision
from egov_tracker.views.page import Lang, Page, Section
from tests.fuzz.mutation import NASTY, dump, every_field, mutate_bytes, mutate_tree, parse
from tests.programs import need
from tests.support import DATA, ROOT, open_data, run_egov

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator
    from pathlib import Path

QUARTERS = ("2016Q1", "2016Q2")
INTERNAL = "internal error"  # what the last guard of the command line says
COMMANDS = (
    ("status",), ("status", "--agencies", "--lang", "en"), ("status", "-f", "json", "--agencies"), ("status", "-f", "csv"),
    ("status", "-f", "html"), ("status", "-f", "md", "--agencies"), ("diff", *QUARTERS), ("diff", *QUARTERS, "-f", "json"),
    ("diff", *QUARTERS, "-f", "html", "--lang", "en"), ("diff", *QUARTERS, "-f", "csv"), ("diff", *reversed(QUARTERS)),
    ("report", "2016Q2", "-o", "out.md"), ("report", "2016Q2", "-o", "out.html"), ("report", "2016Q2", "-o", "out.docx"),
    ("quarters", "-f", "json"), ("check", "-f", "sarif"), ("check", "-f", "github"), ("check",),
    ("appendix", "2016Q2", "-i", "document_interconnection", "-g", "provinces", "-f", "md"), ("letter", "letter", "-o", "out.md"),
)  # fmt: skip
LETTERS = (
    ("letter", "letter", "-o", "out.html"), ("letter", "letter", "-o", "out.docx"), ("letter", "letter"), ("letter", "--check", "letter"),
)  # fmt: skip
SHARE = 4  # one input of so many goes on to a whole command; all are checked


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


class YamlTarget:
    """A file of a ledger; the rest of the ledger is small and sound."""

    def __init__(self, name: str, root: Path, path: str, seeds: tuple[Any, ...], commands: tuple[tuple[str, ...], ...]) -> None:
        self.name, self.root, self.seeds, self.commands = name, root, seeds, commands
        self.path = root / path
        self.sound = self.path.read_bytes()

    def systematic(self) -> Iterator[Callable[[], bytes]]:
        """Every field of the first seed with every nasty value."""
        return every_field(self.seeds[0])

    def random(self, rng: random.Random) -> bytes:
        """A seed changed as a tree, or as bytes."""
        tree, other = rng.choice(self.seeds), rng.choice(self.seeds)
        return mutate_tree(tree, other, rng) if rng.random() < 0.8 else mutate_bytes(dump(tree), dump(other), rng)

    def run(self, raw: bytes, rng: random.Random) -> int:
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

    def run(self, raw: bytes, rng: random.Random) -> int:
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
        b"{{ page }}", b"{{ page.title.__class__ }}", b"{% for x in page %}", b"{% endfor %}", b"{% if x %}", b"{% endif %}",
        b"{{ self }}", b"{{ 'x' * 10 ** 9 }}", b"{% include 'page.md.j2' %}", b"{% import '../x' as y %}", b"{{ range(10 ** 9) | list }}",
        b"{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", b"{{ ''.join }}", b"{{ page | map(attribute='x') | list }}", b"{% raw %}",
        b"{{ namespace(x=1).x }}", b"{{ 2 ** 9 ** 9 }}", b"{{ page.title | center(10 ** 9) }}", b"{% extends 'packaged/page.html.j2' %}",
        b"{{ " + b"(" * 500, b"{% if 1 %}" * 120, b"{{ '%9999999999d' % 1 }}", b"{{ lipsum() }}", b"{{ page.sections[0].blocks }}",
    )  # fmt: skip
    page = Page(Lang.VI, "Trang", ("a",), (Section("Mục", ()),), (), ("s",), {"footnotes": "Chú thích", "sources": "Nguồn"})

    def __init__(self, root: Path) -> None:
        self.folder = root / "own"
        self.folder.mkdir()

    def systematic(self) -> Iterator[Callable[[], bytes]]:
        """Every hostile part alone and at three places of a template."""
        for part in self.parts:
            yield lambda part=part: part
            for seed in self.seeds:
                for cut in (len(seed) * n // 3 for n in range(4)):
                    yield lambda part=part, seed=seed, cut=cut: seed[:cut] + part + seed[cut:]

    def random(self, rng: random.Random) -> bytes:
        """A template with other bytes, or with a hostile part somewhere."""
        seed = rng.choice(self.seeds)
        cut = rng.randrange(len(seed))
        part = rng.choice(self.parts)
        return mutate_bytes(seed, rng.choice(self.seeds), rng) if rng.random() < 0.6 else seed[:cut] + part + seed[cut:]

    def run(self, raw: bytes, rng: random.Random) -> int:
        """Fill the template with a page."""
        name = rng.choice(("page.md.j2", "page.html.j2"))
        (self.folder / name).write_bytes(raw)
        try:
            Templates(self.folder).render(name, page=self.page)
        except EgovError:
            pass
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
            for nasty in (*NASTY[:20], "<a/>", "<a", "<!DOCTYPE x [<!ENTITY y 'z'>]><a>&y;</a>", "<a>" * 300 + "</a>" * 300):
                yield lambda name=name, nasty=nasty: self.packed(name, str(nasty).encode("utf-8", "replace"))

    def random(self, rng: random.Random) -> bytes:
        """One part with other bytes, or the whole archive."""
        name = rng.choice(list(self.parts))
        raw = self.packed(name, mutate_bytes(self.parts[name], self.parts[rng.choice(list(self.parts))], rng))
        return mutate_bytes(raw, raw, rng) if rng.random() < 0.1 else raw

    def run(self, raw: bytes, _rng: random.Random) -> int:
        """Make a document in its form."""
        try:
            render_docx(TemplateTarget.page, date(2016, 6, 30), open_reference(raw, "ours.docx"))
        except EgovError:
            pass
        return 1


class GitTarget:
    """The name of a revision, in a repository whose configuration names programs."""

    name = "revision"
    seeds = (b"HEAD:data/reports/2016Q2.yaml", b"HEAD~1:x.yaml", b":2016Q2.yaml", b"HEAD:../x.yaml", b"@{-1}:a.yml", b":/x:y.yaml")

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
            yield lambda text=text: text + b":x.yaml"
            yield lambda text=text: b"HEAD:" + text + b".yaml"

    def random(self, rng: random.Random) -> bytes:
        """A name with other bytes."""
        return mutate_bytes(rng.choice(self.seeds), rng.choice(self.seeds), rng)[:4000]

    def run(self, raw: bytes, _rng: random.Random) -> int:
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


def small_ledger(root: Path) -> None:
    """A ledger of two quarters with a registry of few bodies: it is read ten thousands of times."""
    for folder in ("reports", "registry", "letters"):
        (root / folder).mkdir(parents=True)
    for name in QUARTERS:
        tree = parse((DATA / "reports" / f"{name}.yaml").read_bytes())
        tree["observations"] = _telling(tree["observations"])
        used = {one["source"] for one in tree["observations"]}
        tree["sources"] = {name: source for name, source in tree["sources"].items() if name in used}
        (root / "reports" / f"{name}.yaml").write_bytes(dump(tree))
    for path in sorted((DATA / "registry").glob("*.yaml")):
        (root / "registry" / path.name).write_bytes(dump(_shortened(parse(path.read_bytes()))))
    letter = parse((DATA / "letters" / "1375-vpcp-kgvx.yaml").read_bytes())
    (root / "letters" / "letter.yaml").write_bytes(dump(letter))


def _telling(entries: list[Any]) -> list[Any]:
    """The first entry with each set of fields, names cut to a few."""
    first: dict[frozenset[str], Any] = {}
    for one in entries:
        first.setdefault(frozenset(one), _shortened(one))
    return list(first.values())[:8]


KEPT = {"document_interconnection", "action_plan", "document_connection", "lgsp"}


def _shortened(tree: Any) -> Any:
    """The tree with no mapping or list of more than twelve, those that others refer to first."""
    if isinstance(tree, dict):
        keys = sorted(tree, key=lambda key: key not in KEPT)[:12] if len(tree) > 25 else list(tree)
        return {key: _shortened(tree[key]) for key in tree if key in keys}
    return [_shortened(one) for one in tree[:12]] if isinstance(tree, list) else tree


def all_targets(root: Path) -> list[Any]:
    """Every target, on a ledger in a folder; each file of the registry is one."""
    small_ledger(root)
    reports = tuple(parse(path.read_bytes()) for path in sorted((ROOT / "tests" / "examples").rglob("*.yaml")) if _is_yaml(path))
    snapshots = tuple(parse((root / "reports" / f"{name}.yaml").read_bytes()) for name in reversed(QUARTERS))
    targets: list[Any] = [YamlTarget("snapshot", root, "reports/2016Q2.yaml", (*snapshots, *snapshots * 30, *reports), COMMANDS)]
    for path in sorted((root / "registry").glob("*.yaml")):
        targets.append(YamlTarget(path.stem, root, f"registry/{path.name}", (parse(path.read_bytes()),), COMMANDS))
    letter = parse((root / "letters" / "letter.yaml").read_bytes())
    targets.append(LetterTarget("letter", root, "letters/letter.yaml", (letter,), LETTERS))
    return [*targets, TemplateTarget(root), ReferenceTarget(), GitTarget(root)]


def _is_yaml(path: Path) -> bool:
    try:
        return isinstance(parse(path.read_bytes()), dict)
    except Exception:  # noqa: BLE001 - some examples are no YAML on purpose
        return False
