"""What editors decide about findings, and how the next run respects it."""
