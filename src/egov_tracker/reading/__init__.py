"""Documents become claims with doubts: by rule, offline, with every digit accounted for."""
