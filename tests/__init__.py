"""The tests: mirrors of the rooms, and one file a promise in `contracts/`."""
