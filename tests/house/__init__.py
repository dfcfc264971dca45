"""The house itself: rooms, imports, packaging, documents."""
