"""The baseline: a bare aiosmtpd that takes every mail and keeps none. Runs until it is told to stop."""

import asyncio
import sys
from functools import partial

from aiosmtpd.smtp import SMTP, Envelope, Session


class Sink:
    """Answers 250 and forgets."""

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: ARG002, N802 - aiosmtpd's name
        """Take a mail."""
        return "250 OK"


async def _serve(port: int) -> None:
    factory = partial(SMTP, Sink(), hostname="sink")
    server = await asyncio.get_running_loop().create_server(factory, "127.0.0.1", port)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1])))
