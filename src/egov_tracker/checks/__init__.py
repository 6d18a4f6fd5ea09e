"""The checks: rules that recompute what the snapshots print and compare it, within and across quarters."""
