"""Trends: the figures of a line over all quarters, and where the provinces stand."""
