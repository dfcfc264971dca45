"""Looks over what councils answer before anybody reads it. Writes nothing down."""
