"""The command line: reads options, loads, calls, writes, exits."""

from egov_tracker.cli.app import main

__all__ = ["main"]
