"""Vietnamese numbers, dates, quarters and names: pure functions between text and values."""
