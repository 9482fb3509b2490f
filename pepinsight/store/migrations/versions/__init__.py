"""Revisions, each a file."""
