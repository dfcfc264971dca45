"""`make bench`: every benchmark, or those that are named, one after the other."""

import sys
import tempfile
from importlib import import_module
from pathlib import Path

ALL = ("mail", "bot", "desk", "service", "start", "gate")


def main(names: list[str]) -> None:
    """Run and print."""
    for name in names or ALL:
        module = import_module(f"benchmarks.{name}")
        print(f"\n## {name}\n\n{module.__doc__}")
        with tempfile.TemporaryDirectory() as folder:
            for line in module.report(Path(folder)):
                print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
