"""What machines read: feeds, tables, calendars, sitemaps, structured data, cards; the facts of the pages."""
