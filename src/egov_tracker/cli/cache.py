"""`egov cache`: where what was read is kept, how large that is, and its end."""

import time
from typing import Annotated

import typer


def cache(
    clear: Annotated[bool, typer.Option("--clear", help="Remove it; the next run reads everything anew.")] = False,
) -> None:
    """Say where what was read is kept for the next run, and how large that is; or remove it."""
    from egov_tracker.cli.output import write_text
    from egov_tracker.cli.runtime import cache_folder
    from egov_tracker.errors import EgovError
    from egov_tracker.store.cache import Cache
    from egov_tracker.views.phrases import plural

    folder = cache_folder()
    if not folder:
        raise EgovError("there is no folder for a cache; EGOV_CACHE_DIR names one")
    kept = Cache(folder, time.time())
    if clear:
        write_text(f"{folder}: {plural(kept.clear(), 'entry', 'entries')} removed\n")
    else:
        size = kept.size()
        write_text(f"{folder}: {plural(size.entries, 'entry', 'entries')}, {size.kibibytes:,} KiB\n")
