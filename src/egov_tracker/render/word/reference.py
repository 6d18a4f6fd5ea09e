"""The reference document of an office: its styles, margins and heads, and nothing in it that runs or calls outside."""

from __future__ import annotations

import io
import posixpath
import warnings
import zipfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

from lxml import etree

from egov_tracker.errors import EgovError
from egov_tracker.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BYTES = 16 * 1024 * 1024  # packed
MOST_UNPACKED = 24 * 1024 * 1024
MOST_XML, MOST_XML_PART = 8 * 1024 * 1024, 4 * 1024 * 1024
MOST_PARTS, MOST_STYLES = 1000, 1000

RELATIONS, TYPES = "_rels/.rels", "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = f"{{{OFFICE}}}"
# The relations that carry the look of a document, by the last word of their type; all others are left behind.
PACKAGE_KEEPS = frozenset({"officeDocument", "core-properties", "extended-properties"})
DOCUMENT_KEEPS = frozenset(
    {"styles", "numbering", "settings", "fontTable", "theme", "header", "footer", "footnotes", "endnotes"}
)
PICTURES = frozenset({"image"})
PARTS_KEEP = frozenset({"image", "font"})
# What is said to have been left out, by the last word of the type of relation.
SAID = {
    "vbaProject": "macros",
    "wordVbaData": "macros",
    "keyMapCustomizations": "macros",
    "extensibility": "macros",
    "attachedTemplate": "a template",
    "oleObject": "embedded objects",
    "package": "embedded objects",
    "control": "controls",
    "aFChunk": "embedded documents",
    "subDocument": "embedded documents",
}
EXTERNAL = "links to the outside"
FIELDS = "fields that fetch"
FETCHING = frozenset(
    [
        "DATABASE",
        "DDE",
        "DDEAUTO",
        "EMBED",
        "IMPORT",
        "INCLUDE",
        "INCLUDEPICTURE",
        "INCLUDETEXT",
        "LINK",
        "MACROBUTTON",
        "RD",
        "AUTOTEXT",
        "HYPERLINK",
    ]
)
UNWANTED = (
    "attachedTemplate",
    "mailMerge",
    "saveThroughXslt",
    "attachedSchema",
    "control",
    "object",
    "altChunk",
    "subDoc",
)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
LIKE_MAIN = (
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)


class Reference(NamedTuple):
    """A reference document that is safe to open, under the name that the user gave it; `dropped` is what it lost."""

    name: str
    content: bytes
    dropped: tuple[str, ...]

    @property
    def note(self) -> str | None:
        """One sentence on what was left out."""
        return f"{self.name}: left out of the reference document: {', '.join(self.dropped)}" if self.dropped else None


def open_reference(raw: bytes, name: str, *, body: bool = False) -> Reference:
    """Take what a document looks like from a .docx; `EgovError` names the file and says why that cannot be done.

    With `body`, the pictures of its text are kept too.
    """
    with refusing(name):
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            _check_sizes(package)
            parts = {info.filename: package.read(info) for info in package.infolist() if not info.is_dir()}
        return _Cleaner(parts).reference(name, DOCUMENT_KEEPS | PICTURES if body else DOCUMENT_KEEPS)


@contextmanager
def refusing(name: str | None) -> Iterator[None]:
    """Whatever goes wrong inside becomes one sentence with the name of the reference document, where there is one."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error" if name else "default")  # two parts of one name are only warned of
            yield
    except EgovError:
        raise
    except (zipfile.BadZipFile, EOFError, UnicodeDecodeError) as wrong:
        if name is None:
            raise
        raise EgovError(f"{name}: the reference document is no Word document (.docx)") from wrong
    except Exception as wrong:
        if name is None:
            raise
        raise EgovError(f"{name}: the reference document cannot be used: {_first_line(wrong)}") from wrong


def _first_line(wrong: Exception) -> str:
    lines = str(wrong).splitlines() or [""]
    return lines[0] or type(wrong).__name__


def _check_sizes(package: zipfile.ZipFile) -> None:
    """Add up what the parts will take before any of them is unpacked."""
    infos = package.infolist()
    if any(info.flag_bits & 1 for info in infos):
        raise ValueError("it is encrypted")
    xml = [info.file_size for info in infos if _is_xml(info.filename)]
    if len(infos) > MOST_PARTS or len({info.filename for info in infos}) < len(infos):
        raise ValueError("it has too many parts, or two of one name")
    if (
        sum(info.file_size for info in infos) > MOST_UNPACKED
        or sum(xml) > MOST_XML
        or max(xml, default=0) > MOST_XML_PART
    ):
        raise ValueError(f"unpacked it is too large: {MOST_UNPACKED:,} bytes are the most, {MOST_XML:,} of them XML")


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _parse(raw: bytes, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(raw, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError(f"{name} declares a document type")
    return root


class _Cleaner:
    """Walks from the package to the document and its parts, and keeps what they may have."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self.parts = parts
        self.kept: dict[str, bytes] = {}
        self.dropped: set[str] = set()

    def reference(self, name: str, keeps: frozenset[str]) -> Reference:
        main = self.main_part()
        for target in self.relations("", PACKAGE_KEEPS):
            if target == main:
                for inner in self.relations(target, keeps):
                    self.take(inner, self.relations(inner, PARTS_KEEP))
            self.take(target, ())
        self.take_types(main)
        self.dropped |= {SAID["vbaProject"] for part in self.parts if part.lower().endswith("vbaproject.bin")}
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
            for part in (TYPES, *sorted(self.kept.keys() - {TYPES})):
                package.writestr(part, self.kept[part])
        return Reference(name, out.getvalue(), tuple(sorted(self.dropped)))

    def main_part(self) -> str:
        """The document itself."""
        if RELATIONS not in self.parts or TYPES not in self.parts:
            raise zipfile.BadZipFile("no package")
        for relation in _parse(self.parts[RELATIONS], RELATIONS):
            if _word_of(relation) == "officeDocument":
                return _target("", relation.get("Target", ""))
        raise ValueError("it holds no document")

    def relations(self, source: str, keeps: frozenset[str]) -> list[str]:
        """Keep some relations of a part, and return where they lead; the part forgets the others."""
        name = _relations_of(source)
        if name not in self.parts or name in self.kept:
            return []
        root = _parse(self.parts[name], name)
        gone, targets = set(), []
        for relation in list(root):
            target = _target(source, relation.get("Target", ""))
            external = relation.get("TargetMode") == "External"
            if external or _word_of(relation) not in keeps or target not in self.parts:
                self.say(relation, external=external)
                gone.add(relation.get("Id"))
                root.remove(relation)
            else:
                targets.append(target)
        self.kept[name] = _written(root)
        if source:
            self.parts[source] = self.cleaned(source, gone)
        return targets

    def say(self, relation: etree._Element, *, external: bool) -> None:
        """Remember a relation that is not kept, if a reader has to know."""
        if (word := _word_of(relation)) in SAID:
            self.dropped.add(SAID[word])
        elif external:
            self.dropped.add(EXTERNAL)

    def take(self, name: str, inner: list[str] | tuple[str, ...]) -> None:
        """Keep a part, cleaned, with the pictures and fonts that it shows."""
        self.kept[name] = self.cleaned(name, set()) if _is_xml(name) else self.parts[name]
        for one in inner:
            if _is_xml(one):
                _parse(self.parts[one], one)
            self.kept[one] = self.parts[one]

    def cleaned(self, name: str, gone: set[str | None]) -> bytes:
        """The XML of a part without what refers to lost relations, and without fields that fetch something."""
        root = _parse(self.parts[name], name)
        for element in list(root.iter(etree.Element)):
            if element.getparent() is None:
                continue
            lost = [key for key, value in element.attrib.items() if str(key).startswith(R) and value in gone]
            if element.tag in {f"{W}{word}" for word in UNWANTED} or (lost and element.tag != f"{W}hyperlink"):
                _remove(element)
            for key in lost:
                del element.attrib[key]
        for element in root.iter(f"{W}instrText", f"{W}fldSimple"):
            self.quieten(element)
        if len(root.findall(f"{W}style")) > MOST_STYLES:
            raise ValueError(f"it has more than {MOST_STYLES:,} styles")
        return _written(root)

    def quieten(self, element: etree._Element) -> None:
        """Empty the code of a field that would fetch, run or open something."""
        code = element.get(f"{W}instr") if element.tag == f"{W}fldSimple" else element.text
        if (code or "").split()[:1] and (code or "").split()[0].upper() in FETCHING:
            self.dropped.add(FIELDS)
            if element.tag == f"{W}fldSimple":
                element.set(f"{W}instr", "")
            else:
                element.text = ""

    def take_types(self, main: str) -> None:
        """The types of the parts that were kept; a template and a document with macros are plain documents now."""
        root = _parse(self.parts[TYPES], TYPES)
        for entry in list(root):
            part = entry.get("PartName")
            if part is not None and part.lstrip("/") not in self.kept:
                root.remove(entry)
            elif part is not None and part.lstrip("/") == main and entry.get("ContentType") in LIKE_MAIN:
                entry.set("ContentType", MAIN)
        self.kept[TYPES] = _written(root)


def _written(root: etree._Element) -> bytes:
    raw: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return raw


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _word_of(relation: etree._Element) -> str:
    return str(relation.get("Type", "")).rsplit("/", 1)[-1]


def _relations_of(source: str) -> str:
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _target(source: str, target: str) -> str:
    """The name of a part in the package, from what a relation says of it."""
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), target)).lstrip("/")
