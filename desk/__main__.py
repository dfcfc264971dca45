"""`python -m desk` is `care-voice`: how one process of the service starts another."""

from desk.cli import main

if __name__ == "__main__":
    main(prog_name="care-voice")
