"""Disks that fill up, fail or lose power while we write."""
