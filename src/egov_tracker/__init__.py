"""A ledger of what the quarterly reports on e-government in Vietnam print, and where."""

__version__ = "0.1.0"
