"""Everything public, crawled from its first page and its sitemaps, held against the rules of its kind."""
