"""`egov site` from end to end: whole pages, links, the folder that it writes, and its search in a real browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from egov_tracker.render.site.dead_links import dead_links
from tests.building import LETTERS, ROOT, SMALL, snapshot_text, write_ledger
from tests.printing import faults_for_readers, run
from tests.running import need, run_egov, spawn_egov

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser import Browser


def site_of(ledger: Path, out: Path, *args: str) -> dict[str, bytes]:
    """The files of a site of a ledger, by their paths."""
    outcome = run_egov("site", out, *args, cwd=ledger)
    assert (outcome.code, outcome.out) == (0, ""), outcome.err
    return content_of(out)


def content_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of a ledger with letters and of the registry that the package brings."""
    out = tmp_path_factory.mktemp("letters") / "out"
    site_of(LETTERS, out)
    return out


@pytest.mark.parametrize(
    "name",
    [
        "index.html", "bodies.html", "sources.html", "downloads.html", "about.html", "search.html", "q/2016Q2.html",
        "s/2016Q2-most-repost-9-agencies.html", "b/thanh-tra-chinh-phu.html",
    ],
)  # fmt: skip
def test_the_whole_page(golden: Callable[[str, str], None], name: str, letters: Path) -> None:
    golden(f"site-{name.replace('/', '-')}", (letters / name).read_text(encoding="utf-8"))


def test_every_link_leads_to_a_page_and_to_a_place_in_it_in_both_languages(tmp_path: Path) -> None:
    files = site_of(LETTERS, tmp_path / "out", "--lang", "both")
    assert dead_links(files) == ()
    assert {name.removeprefix("en/") for name in files if name.startswith("en/")} == {
        name for name in files if not name.startswith(("en/", ".egov"))
    }
    assert b'<a href="../en/b/ha-nam.html" lang="en" hreflang="en">English</a>' in files["b/ha-nam.html"]
    assert '<a href="../../b/ha-nam.html" lang="vi" hreflang="vi">Tiếng Việt</a>' in files["en/b/ha-nam.html"].decode()
    assert run_egov("site", tmp_path / "no", "--check", cwd=LETTERS) == (0, "", "")
    assert not (tmp_path / "no").exists()


def test_a_dead_link_is_said_with_its_page() -> None:
    files = {
        "index.html": b'<a href="b/one.html">1</a> <a href="b/two.html#here">2</a> <a href="https://vpcp.vn/x">3</a>',
        "b/one.html": b'<h2 id="here"></h2><a href="../index.html#there">4</a> <a href="#here">5</a>',
    }
    assert dead_links(files) == ("index.html: b/two.html#here", "b/one.html: ../index.html#there")


def test_every_page_forbids_the_network_and_runs_no_script_but_for_the_search(letters: Path) -> None:
    pages = {name: text.decode() for name, text in content_of(letters).items() if ".html" in name}
    own = "'self' file:"
    policy = f"content=\"default-src 'none'; style-src {own}; script-src {own}; form-action {own}; base-uri 'none'\""
    assert [name for name, text in pages.items() if policy not in text] == []
    assert [name for name, text in pages.items() if "<script" in text] == ["search.html"]
    assert [name for name, text in pages.items() if re.search(r'style="|onclick|javascript:', text)] == []


@pytest.mark.parametrize("args", [(), ("--lang", "both")])
def test_the_same_bytes_come_out_twice_and_under_any_hash_seed(args: tuple[str, ...], tmp_path: Path) -> None:
    first = site_of(SMALL, tmp_path / "first", *args)
    assert first == site_of(SMALL, tmp_path / "first", *args)
    for seed in ("1", "2"):
        out = tmp_path / seed
        assert spawn_egov("site", out, *args, cwd=SMALL, env={"PYTHONHASHSEED": seed}).code == 0
        assert content_of(out) == first


def test_a_folder_that_it_did_not_make_or_that_was_changed_is_left_alone(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    assert len(site_of(SMALL, own)) > 20
    (own / "index.html").write_text("mine", encoding="utf-8")
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "letter.txt").write_text("mine", encoding="utf-8")
    for folder in (own, foreign):
        before = content_of(folder)
        outcome = run_egov("site", folder, cwd=SMALL)
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err.endswith("; nothing was written\n")
        assert content_of(folder) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["foreign", "own"]


def test_where_it_cannot_be_written_whole_nothing_is_written(tmp_path: Path) -> None:
    outcome = run_egov("site", tmp_path / "no" / "site", cwd=SMALL)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == f"egov: cannot write {tmp_path / 'no' / 'site'}: No such file or directory\n"
    assert list(tmp_path.iterdir()) == []


def test_a_ledger_of_one_quarter_and_without_obligations_has_a_site(tmp_path: Path) -> None:
    entry = "indicator: lgsp, group: provinces, as_of: 2016-06-30, value: 62/63"
    ledger = write_ledger(
        tmp_path / "l", {"2016Q2": snapshot_text([entry], "2016Q2")}, {"obligations": "obligations: {}\n"}
    )
    assert run_egov("site", tmp_path / "out", "--data", ledger).code == 0
    assert dead_links(content_of(tmp_path / "out")) == ()


def test_a_text_of_a_source_is_never_markup_or_script(tmp_path: Path) -> None:
    entry = "indicator: lgsp, group: provinces, as_of: 2016-06-30, value: 62/63, at: <b>&, note: </script><i>"
    text = snapshot_text([entry], "2016Q2").replace("Báo cáo", "</script><script>alert(1)</script>")
    ledger = write_ledger(tmp_path / "l", {"2016Q2": text})
    assert run_egov("site", tmp_path / "out", "--data", ledger).code == 0
    files = content_of(tmp_path / "out")
    pages = {name: text for name, text in files.items() if name.endswith(".html")}
    assert [name for name, text in pages.items() if b"<script>" in text or b"<b>" in text or b"<i>" in text] == []
    assert files["search-index.js"].count(b"</script") == 0


def test_nothing_is_said_of_progress_in_a_pipe(tmp_path: Path) -> None:
    outcome = run_egov("site", tmp_path / "out", cwd=SMALL)
    assert re.fullmatch(rf"egov: \d+ pages, [\d,]+ bytes in {re.escape(str(tmp_path / 'out'))}\n", outcome.err)


def test_on_a_terminal_the_pages_are_counted_and_the_count_is_wiped_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("egov_tracker.cli.site.PATIENCE", 0.0)
    monkeypatch.setattr("egov_tracker.cli.site.PAUSE", 0.0)
    said = run_egov("site", tmp_path / "out", cwd=SMALL, terminal=True).err
    assert re.fullmatch(r"(\regov: \d+ pages)+\r\x1b\[Kegov: \d+ pages, [\d,]+ bytes in [^\n]*\n", said)


LINKS = "[...document.querySelectorAll('#found a')].map((link) => link.textContent)"


def found(browser: Browser, site: Path, query: str) -> object:
    """What the search of a real browser finds: the texts of the links, in order."""
    return browser.open(f"{(site / 'search.html').as_uri()}?q={quote(query)}").value_of(LINKS)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("da nang", ["Đà Nẵng (đến 30/6/2025)", "Đà Nẵng (từ 01/7/2025)"]),
        ("Ðà Nẵng", ["Đà Nẵng (đến 30/6/2025)", "Đà Nẵng (từ 01/7/2025)"]),
        ("dak lak", ["Đắk Lắk (đến 30/6/2025)", "Đắk Lắk (từ 01/7/2025)"]),
        ("ldtbxh", ["Bộ Lao động - Thương binh và Xã hội"]),
        ("Hà Nam", ["Hà Nam"]),
        ("tai chinh", ["Bộ Tài chính"]),
        ("2016Q2", ["quý II/2016"]),
        ("1375", ["1375/VPCP-KGVX, V/v gửi báo cáo đánh giá tình hình triển khai và kết quả thực hiện Nghị…"]),
        ("zzz", []),
    ],
)
def test_the_search_finds_with_marks_and_without(browser: Browser, letters: Path, query: str, first: list[str]) -> None:
    shown = found(browser, letters, query)
    assert isinstance(shown, list)
    assert shown[: len(first)] == first
    assert bool(shown) == bool(first)


CHECKED = ("index.html", "search.html", "q/2016Q2.html", "i/document_exchange.html", "b/thanh-tra-chinh-phu.html")


def test_a_validator_of_html_finds_nothing(letters: Path) -> None:
    run(need("html-validate"), "--preset", "standard", *(str(letters / name) for name in CHECKED))


@pytest.mark.parametrize("name", CHECKED)
def test_the_rules_of_accessibility_find_nothing(browser: Browser, letters: Path, name: str) -> None:
    assert faults_for_readers(browser, letters / name) == []


def test_the_search_is_small() -> None:
    assert (ROOT / "templates" / "search.js").stat().st_size < 2600
