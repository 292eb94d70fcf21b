#!/usr/bin/env python
"""Runs Django's and our own commands with the settings of the press room."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pressroom.settings")
    execute_from_command_line(sys.argv)
