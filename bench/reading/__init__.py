"""Texts with gold: what a reader of documents must find, and what it must never call certain."""
