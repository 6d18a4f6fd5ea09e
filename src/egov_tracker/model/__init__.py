"""What a ledger says: frozen values that know nothing of files, colours or formats."""
