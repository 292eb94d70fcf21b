"""Photographs on the public site: how pages show them, how they are downloaded, alone or as a press kit."""
