"""A brief on a pair, for people: at the terminal, as Markdown, and as a page with charts."""
