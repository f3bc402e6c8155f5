"""Many articles: work spread over local processes."""
