"""Encrypted copies of a deployment and what comes back from them. Words are never written in clear on the way."""
