"""Clearly fictional voices, so that no page of a demonstration is empty."""
