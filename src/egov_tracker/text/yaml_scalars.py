"""Texts as scalars of YAML 1.1, which every reader of YAML reads back as they were."""

from __future__ import annotations

import json

from egov_tracker.text.patterns import late

# Plain in a block: from a letter or a digit on, nothing that YAML or a careless reader could take for more.
_PLAIN = late(r"[^\W_](?:[\w .,%/&()+–-]*[\w.%)])?")
# What YAML does not allow within quotes, or takes for a line break there.
_UNPRINTABLE = late("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def yaml_scalar(text: str, *, flow: bool = False) -> str:
    """A text as a scalar, in quotes where it is not plain beyond doubt; `flow`: also plain within [] and {}."""
    plain = _PLAIN.fullmatch(text) and text.lower() != "null" and not (flow and "," in text)
    return text if plain else quoted_scalar(text)


def quoted_scalar(text: str) -> str:
    """A text in double quotes."""
    return _UNPRINTABLE.sub(lambda found: f"\\U{ord(found[0]):08x}", json.dumps(text, ensure_ascii=False))
