"""Known phrasing: the bank, the pivot senses, and the search for phrases that were lost."""
