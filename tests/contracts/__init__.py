"""The promises of the design, one file each."""
