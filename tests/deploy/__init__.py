"""What docs/deploy says, run as it stands there, with Debian's own programs."""
