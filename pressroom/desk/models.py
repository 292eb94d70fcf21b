"""No tables; Django sends `post_migrate`, which the roles wait for, only to apps that have this module."""
