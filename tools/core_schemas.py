"""Writes what pydantic makes of the models of files, so that no start has to ask it; a test compares.

.venv/bin/python tools/core_schemas.py
"""

from __future__ import annotations

from egov_tracker.render.schema import FILES
from egov_tracker.store.core_schemas import FILE, write

if __name__ == "__main__":
    FILE.write_text(write(model for model, _ in FILES.values()), encoding="utf-8")
