"""A web server for the terminal browser that trusts no other site and loads nothing from the net.

Textual's own server (textual-serve) runs one process of the browser for each visitor. Around
it stand here: a page of our own, whose fonts and scripts come from this server; a policy that
forbids the page anything else; and a check of who is asking, since any page that a reader has
open may try to reach a server on the reader's own machine.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp_jinja2
from aiohttp import web
from textual_serve.server import Server

__all__ = ["BrowserServer", "Site"]

_TEMPLATES = Path(__file__).parent / "templates"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self';"
    " img-src 'self' data:; connect-src 'self' {websocket}; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'"
)

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Site:
    """Where the browser is served, and to how many."""

    host: str
    """Address to listen on."""
    port: int
    """Port to listen on."""
    public_url: str
    """The address under which readers come, without a slash at its end."""
    visitors: int
    """How many may be there at once; each costs a process."""


class BrowserServer(Server):
    """Serves the browser to readers who come by one of its own names."""

    def __init__(self, command: str, site: Site, started: Callable[[str], None]) -> None:
        """Prepare a server.

        Args:
            command: Shell command that runs the browser.
            site: Where and to how many.
            started: Is told the public address once the server listens.
        """
        super().__init__(
            command,
            host=site.host,
            port=site.port,
            title="政策演进 · policy-evolve",
            public_url=site.public_url,
            templates_path=_TEMPLATES,
        )
        self._names = _names(site.public_url, site.port)
        self._places = asyncio.Semaphore(site.visitors)
        self._started = started

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._guard)
        return app

    async def on_startup(self, app: web.Application) -> None:
        """Print nothing, unlike the base."""

    def serve(self, debug: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - the base's signature
        """Serve until Ctrl+C.

        Raises:
            OSError: the address cannot be listened on.
        """
        web.run_app(
            self._make_app(),
            host=self.host,
            port=self.port,
            print=lambda *_: self._started(self.public_url),
        )

    @web.middleware
    async def _guard(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        """Refuse who comes by another name or from another site."""
        if request.host.lower() not in self._names:
            raise web.HTTPForbidden(text="This server is not known by that name.")
        if request.path == "/ws" and _host_of(request.headers.get("Origin", "")) not in self._names:
            raise web.HTTPForbidden(text="Only the page of this server may open the browser.")
        response = await handler(request)
        if not response.prepared:
            websocket = self.public_url.replace("http", "ws", 1)
            response.headers["Content-Security-Policy"] = _POLICY.format(websocket=websocket)
            response.headers["X-Content-Type-Options"] = "nosniff"
            response.headers["Referrer-Policy"] = "no-referrer"
        return response

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Run the browser for one visitor, if there is room."""
        if self._places.locked():
            raise web.HTTPServiceUnavailable(text="Too many visitors at once; try again later.")
        async with self._places:
            return await super().handle_websocket(request)

    @aiohttp_jinja2.template("app_index.html")
    async def handle_index(self, request: web.Request) -> dict[str, str | int]:
        """Fill the page."""
        asked = request.query.get("fontsize", "")
        size = int(asked) if asked.isdecimal() else 16
        websocket = self.public_url.replace("http", "ws", 1)
        return {
            "font_size": max(6, min(size, 72)),
            "websocket": f"{websocket}/ws",
            "title": str(self.title),
        }


def _names(public_url: str, port: int) -> frozenset[str]:
    """Names by which this server may be asked for: its own, and those of the same machine."""
    own = {_host_of(public_url)}
    if own & {f"{name}:{port}" for name in ("localhost", "127.0.0.1", "[::1]")}:
        own |= {f"{name}:{port}" for name in ("localhost", "127.0.0.1", "[::1]")}
    return frozenset(own)


def _host_of(url: str) -> str:
    """Host and, where it is printed, port of an address."""
    return urlsplit(url).netloc.lower()
