"""The ledger as a site of static pages: which pages there are, what they say, and where their texts lead."""
