"""A site of static pages: HTML that opens from a disk, without scripts but for its search, and fetches nothing."""
