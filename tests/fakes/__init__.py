"""Small real things that stand in for other people's servers."""
