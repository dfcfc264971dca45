"""Tests of the storage room, one file a module."""
