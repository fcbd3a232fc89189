"""``evolve serve``: the browser in a web browser."""

import asyncio
import base64
import contextlib
import re
import shutil
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from evolve.cli import main

aiohttp = pytest.importorskip("aiohttp", reason="the extra 'serve' is not installed")

PLAN = """广州市教育局2021年工作要点
一、推进教育公平
（一）推进集团化办学。新增教育集团10个，制定集团化办学实施意见。
（二）加强乡村教师培训。全年培训乡村教师2000人次。
二、提升教育质量
（三）办好老年教育。建设社区老年学堂20个。
"""
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync"
    " --disable-background-networking --disable-component-update --window-size=1200,800"
)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one plan."""
    path = tmp_path / "plans"
    path.mkdir()
    (path / "plan.txt").write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
async def address(folder: Path) -> AsyncIterator[str]:
    """Serve a small timeline and give its address."""
    timeline = str(folder / "timeline.json")
    result = CliRunner().invoke(main, ["build", str(folder / "plan.txt"), "-o", timeline])
    assert result.exit_code == 0, result.output
    async with served(timeline) as found:
        yield found


@contextlib.asynccontextmanager
async def served(path: str) -> AsyncIterator[str]:
    port = str(free_port())
    command = [sys.executable, "-m", "evolve", "serve", path, "--port", port, "--lang", "zh"]
    process = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.PIPE)
    assert process.stderr is not None
    try:
        line = (await asyncio.wait_for(process.stderr.readline(), 20)).decode()
        assert f"http://127.0.0.1:{port}" in line
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        await process.wait()


async def test_the_page_loads_nothing_from_the_net(address: str) -> None:
    async with aiohttp.ClientSession() as session, session.get(address) as response:
        page = await response.text()
        policy = response.headers["Content-Security-Policy"]
    assert not [url for url in re.findall(r"https?://[^\"' ]+", page) if address not in url]
    assert "default-src 'none'" in policy


async def test_another_name_for_the_server_is_refused(address: str) -> None:
    headers = {"Host": "evil.example"}
    async with aiohttp.ClientSession() as session:
        async with session.get(address, headers=headers) as response:
            assert response.status == 403
        async with session.get(address.replace("127.0.0.1", "localhost")) as response:
            assert response.status == 200


async def test_another_site_cannot_open_the_browser(address: str) -> None:
    async with aiohttp.ClientSession() as session:
        for origin in ("http://evil.example", "null", ""):
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await session.ws_connect(f"{address}/ws", headers={"Origin": origin})
            assert refused.value.status == 403


def test_other_machines_are_let_in_only_under_a_name() -> None:
    result = CliRunner().invoke(main, ["serve", "timeline.json", "--host", "0.0.0.0"])  # noqa: S104 - what is refused
    assert result.exit_code == 2
    assert "--public-url" in result.output


def test_a_missing_timeline_is_told_in_one_sentence() -> None:
    result = CliRunner().invoke(main, ["serve", "nowhere.json"])
    assert result.exit_code == 2
    assert "nowhere.json: no such file" in result.output


class Page:
    """A tab of headless Chromium, driven by its debugging protocol."""

    def __init__(self, websocket: Any) -> None:
        self.websocket = websocket
        self.asked = 0
        self.urls: list[str] = []
        self.received = ""

    async def do(self, method: str, **params: Any) -> dict[str, Any]:
        self.asked += 1
        await self.websocket.send_json({"id": self.asked, "method": method, "params": params})
        while (message := await self.next()).get("id") != self.asked:
            pass
        return dict(message["result"])

    async def next(self) -> dict[str, Any]:
        message: dict[str, Any] = await self.websocket.receive_json(timeout=30)
        match message.get("method"):
            case "Network.requestWillBeSent":
                self.urls.append(message["params"]["request"]["url"])
            case "Network.webSocketFrameReceived":
                frame = message["params"]["response"]
                if frame["opcode"] == 2:
                    data = base64.b64decode(frame["payloadData"])
                    self.received += data.decode("utf-8", "replace")
        return message

    async def until(self, text: str) -> None:
        """Wait until a text has come for the screen."""
        async with asyncio.timeout(30):
            while text not in self.received:
                await self.next()


@contextlib.asynccontextmanager
async def chromium(folder: Path, url: str) -> AsyncIterator[Page]:
    flags = [*FLAGS.split(), f"--user-data-dir={folder}", "--remote-debugging-port=0"]
    process = await asyncio.create_subprocess_exec(
        str(CHROMIUM), *flags, "about:blank", stderr=asyncio.subprocess.PIPE
    )
    assert process.stderr is not None
    try:
        async with asyncio.timeout(30):
            while b"DevTools listening on" not in (line := await process.stderr.readline()):
                assert line, "Chromium ended"
        base = "http://" + line.decode().split("ws://")[1].split("/")[0]
        async with aiohttp.ClientSession() as session:
            async with session.get(f"{base}/json/list") as response:
                (tab, *_) = [each for each in await response.json() if each["type"] == "page"]
            async with session.ws_connect(tab["webSocketDebuggerUrl"], max_msg_size=0) as websocket:
                page = Page(websocket)
                await page.do("Network.enable")
                await page.do("Page.navigate", url=url)
                yield page
    finally:
        process.terminate()
        await process.wait()


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
async def test_documents_are_built_and_shown_in_chromium(folder: Path, tmp_path: Path) -> None:
    async with (
        served(str(folder)) as address,
        chromium(tmp_path / "profile", address) as page,
    ):
        await page.until("集团化办学")
        page.received = ""
        for kind in ("keyDown", "keyUp"):
            await page.do(
                "Input.dispatchKeyEvent", type=kind, key="?", text="?" * (kind == "keyDown")
            )
        await page.until("帮助")
        assert page.urls
        assert all(url.startswith((address, "data:")) for url in page.urls)
