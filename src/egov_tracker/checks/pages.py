"""The pages of the rules that are checked while a file is read."""

PAGES = {
    "YML001": """The file is not UTF-8.

**Why it matters.** Vietnamese letters of another encoding (TCVN3, VNI, Windows-1258) would be read as something else.

**What to do.** Save the file as UTF-8. The place is that of the first byte that cannot be read.""",
    "YML002": """The file is not YAML as a ledger uses it.

**What it saw.** A bracket or a quotation mark without its partner, a tab where blanks are meant, a character that YAML
does not allow, two documents in one file, or a tag such as `!!int`.

**What to do.** Mend the place it points at; the fault may begin a line or two before it. Nothing else in the file is
checked until then.""",
    "YML003": """A key stands twice in one mapping.

**Why it matters.** YAML would silently keep one of the two values and lose the other.

**What to do.** Delete the one that is wrong, or give the second source or field its own name. The first one is used
meanwhile.""",
    "YML004": """The file is too large or too deep.

**What it allows.** 4 MiB, 70.000 values with aliases expanded, 40 levels. A quarter needs a tenth of that.

**What to do.** Split the file by quarters; take out aliases that refer to aliases.""",
    "SHP001": """A field that the format does not know.

**Why it matters.** A misspelt field would be ignored, and its content lost.

**What to do.** Use the name that is suggested; docs/format.md lists all.""",
    "SHP002": """A field is missing.

**What to do.** Add it. What the source does not print is written as `unknown` (`as_of`) or `null`, so that it is seen
to be missing. An observation needs at least one of value, done, exempt, outstanding, in_progress, table.""",
    "SHP003": """A value of the wrong kind.

**What it saw.** A list where a text is meant, a date that no calendar has, a choice that is not among the choices, a
row of a table with too many numbers, a `period` that is not the quarter in the file's name, or a file in `reports/`
whose name is no quarter, so that every other command passes over it.

**What to do.** Write what is meant, as docs/format.md has it.""",
    "SHP004": """Not a Vietnamese number.

**Why it matters.** `36.95` is 3.695 or 36,95 depending on who reads it. A dot separates thousands, a comma decimals.

**What to do.** Write the figure as the source prints it: `109.644`, `36,95%`, `19/30`, `gần 1.400`, `12,7 triệu`. A
figure from an English text is rewritten the Vietnamese way, with a `note` that says so.""",
    "REG001": """A body that the registry does not know under this name.

**Why it matters.** A name that is not resolved would be lost from every list.

**What to do.** Mend a misspelling; the nearest names are suggested, but look them up: Hà Nam is not Hạ Nam. If the
source really prints it so, add the spelling to the `aliases` of the body.""",
    "REG002": """The body did not exist at the as-of date.

**Why it matters.** On 1 July 2025 provinces merged; a list of 2016 cannot name the new ones, nor one of 2026 the old
ones.

**What to do.** Check the as-of date and the name. If the source itself uses the old name, explain it in a remark with
`rule: REG002`.""",
    "REG003": """The body does not belong to the group.

**What it saw.** A ministry in a list of provinces, or an agency of the Government among the ministries.

**What to do.** Check the group of the observation and the name. If the source itself lists it there, explain it in a
remark with `rule: REG003`.""",
    "REG005": """An indicator that the catalogue does not know.

**What to do.** Use the id that is suggested. A new indicator is first defined in `registry/indicators.yaml`.""",
    "FIG001": """More are done than there are.

**Why it matters.** 30/19 has its numbers in the wrong order, or one of them is wrong.

**What to do.** Compare with the source and mend it. If the source prints it so, explain it in a remark with
`rule: FIG001`.""",
    "SRC001": """A source that is nowhere defined.

**Why it matters.** A figure without its document cannot be traced.

**What to do.** Define the document under `sources`, or mend the id. It is checked for observations and for `repeats`
and `supersedes` of sources; in another quarter, a source is written `2016Q1/letter-1375`.""",
}
