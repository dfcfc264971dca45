"""The moderators' pages: our own routes on a Datasette that has no database attached, behind a sign-in."""
