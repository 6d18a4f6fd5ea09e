"""The ledger as seven tables, the same in every format: their columns, and their rows."""
