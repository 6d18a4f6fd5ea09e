"""What a page says before how it looks: ordered, totalled, worded, frozen."""
