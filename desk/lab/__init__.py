"""The lab's pages: Datasette on published.db, behind a sign-in. Reads that one file and never writes anything."""
