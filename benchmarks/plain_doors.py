"""`care-voice` on Python's own event loop instead of uvloop: `python -m benchmarks.plain_doors --data DATA doors`."""

import asyncio

import uvloop

from desk.cli import main

if __name__ == "__main__":
    vars(uvloop)["run"] = asyncio.run
    main()
