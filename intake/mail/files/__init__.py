"""Files that come with a mail: which they are, and the words in them, read in a process of its own."""
