"""What can go wrong with a file of ours. No message ever carries a person's words.

StorageError
 ├─ NotOurs        the file was made by something else, or for the demonstration, or by a newer care-voice
 ├─ Unsafe         a pragma or a file mode is not what the promises need
 ├─ Busy           the writer has too much to do: try again
 ├─ Closed         the writer has been told to stop
 └─ Refused        the change asked for is not allowed (the voice is gone, was changed meanwhile, …)
"""


class StorageError(Exception):
    """Something about a stored file is wrong; the message says what to do."""


class NotOurs(StorageError):
    """Raised when a file was not made by this product, this version of it, or this kind of deployment."""


class Unsafe(StorageError):
    """Raised when a pragma or a file mode did not take effect."""


class Busy(StorageError):
    """Raised when the writer's queue is full; nothing was stored."""


class Closed(StorageError):
    """Raised when the writer is closing; nothing was stored."""


class Refused(StorageError):
    """Raised when a change is not allowed; the message says why, in plain words."""
