"""Our redactor beside what others use, each in a process of its own, in one run."""
