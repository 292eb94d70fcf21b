"""What a restart of PostgreSQL does to a connection that was kept: its other end is gone."""

from django.db import connection


def cut() -> None:
    """End the test's own connection from another one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (backend,) = cursor.fetchone()
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", [backend])
    finally:
        other.close()
