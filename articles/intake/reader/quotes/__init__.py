"""What was said, word for word or not, and by whom."""
