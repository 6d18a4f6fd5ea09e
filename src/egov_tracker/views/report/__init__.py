"""The written report of a quarter, part by part."""
