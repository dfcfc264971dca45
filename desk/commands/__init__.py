"""What people type, by what it is for. desk/cli.py puts it together."""
