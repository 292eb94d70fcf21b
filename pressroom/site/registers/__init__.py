"""The registers as readers ask for them: questions behind filtered lists, their counts and their files."""
