"""A real nginx, set up as docs/deploy says, hands on what Telegram posts, and keeps nothing of it."""

from __future__ import annotations

import ssl
import subprocess
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import httpx
import pytest
import trustme

from bot.application import make_application
from bot.hook_door import LARGEST, SECRET
from bot.offset import Offset
from bot.settings import Hook
from bot.webhook import Webhook
from tests.bot.over_http import HOOK_SECRET, to_summary
from tests.bot.polling import QUICK, saying_sorry
from tests.bot.talking import SETTINGS, Kept, wording
from tests.deploy.postfixes import DEPLOY, changed
from tests.fakes.bot_api import BotApi
from tests.product import free_port, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LIVE = "/etc/letsencrypt/live/voice.council.example"
WORDS = "The taster flat was good. Zephyrine Quillfeather showed me."
MAIN = """
daemon off;
user root;
pid {folder}/pid;
error_log {folder}/error.log info;
events {{}}
http {{
    client_body_temp_path {folder}/bodies;
    proxy_temp_path {folder}/proxied;
    fastcgi_temp_path {folder}/fast;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    access_log {folder}/access.log;
    include {folder}/care-voice.conf;
}}
"""


@contextmanager
def nginx(folder: Path, authority: trustme.CA, inner: int, may_post: str = "127.0.0.1") -> Iterator[int]:
    """Run nginx with the settings of docs/deploy in front of a port; give its own."""
    folder.mkdir()
    certificate, port = authority.issue_cert("127.0.0.1"), free_port()
    certificate.private_key_and_cert_chain_pem.write_to_path(folder / "both.pem")
    ours = {
        "127.0.0.1:8003": f"127.0.0.1:{inner}",
        "listen 443 ssl": f"listen 127.0.0.1:{port} ssl",
        f"{LIVE}/fullchain.pem": f"{folder}/both.pem",
        f"{LIVE}/privkey.pem": f"{folder}/both.pem",
        "91.108.4.0/22": may_post,
    }
    (folder / "care-voice.conf").write_text(changed((DEPLOY / "nginx" / "care-voice.conf").read_text(), ours))
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder))
    argv = ["nginx", "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf")]
    process = subprocess.Popen(argv)
    try:
        wait_for(port, process, folder / "error.log")
        yield port
    finally:
        process.terminate()
        process.wait(10)


async def converse(folder: Path, kept: Kept, hook: Hook) -> None:
    """Send a long voice by way of a webhook."""
    async with BotApi() as api:
        api.poster.trusts = str(folder / "trusted.pem")
        settings = replace(SETTINGS, token=api.token, base_url=api.base_url)
        application = make_application(settings, kept.passage, kept.voices, wording())
        webhook, alex = (
            Webhook(application, Offset(kept.writer), hook, saying_sorry(application), QUICK),
            api.person("Zephyrine"),
        )
        await webhook.open()
        await to_summary(alex, WORDS * 60)
        await alex.taps("Send")
        await alex.hears("Your code")
        await api.all_confirmed()
        await webhook.close()
    assert set(api.poster.statuses) == {200}


@pytest.mark.faults
async def test_a_conversation_through_nginx_leaves_nothing_there(tmp_path: Path) -> None:
    """It is answered by way of TLS; no word, name or secret is in a file of nginx's, whose logs are at their widest."""
    authority, kept, inner = trustme.CA(), Kept(tmp_path), free_port()
    authority.cert_pem.write_to_path(tmp_path / "trusted.pem")
    with nginx(tmp_path / "nginx", authority, inner) as port:
        await converse(tmp_path, kept, Hook(f"https://127.0.0.1:{port}/telegram", inner, HOOK_SECRET))
    await kept.writer.close()
    said = b"".join(path.read_bytes() for path in (tmp_path / "nginx").rglob("*") if path.is_file())
    assert [each for each in ("taster", "Zephyrine", HOOK_SECRET) if each.encode() in said] == []


@pytest.mark.faults
async def test_only_telegram_gets_through_and_only_to_the_webhook(tmp_path: Path) -> None:
    """Other paths, too much at once, other networks, and no care-voice behind it: each is refused."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "trusted.pem")

    async def post(port: int, path: str = "/telegram", body: bytes = b"{}") -> int:
        async with httpx.AsyncClient(verify=ssl.create_default_context(cafile=tmp_path / "trusted.pem")) as client:
            url = f"https://127.0.0.1:{port}{path}"
            return (await client.post(url, content=body, headers={SECRET: HOOK_SECRET})).status_code

    with nginx(tmp_path / "nginx", authority, free_port()) as port:
        assert await post(port, "/") == 404
        assert await post(port, body=b"x" * (LARGEST * 2)) == 413
        assert await post(port) == 502  # Telegram comes again
    with nginx(tmp_path / "strict", authority, free_port(), "91.108.4.0/22") as port:
        assert await post(port) == 403
