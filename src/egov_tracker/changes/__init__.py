"""What changed between two snapshots, and what cannot be compared: typed changes, neither judged nor worded."""
