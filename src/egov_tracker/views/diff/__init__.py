"""The comparison of two quarters: its changes in order, its records, its page."""
