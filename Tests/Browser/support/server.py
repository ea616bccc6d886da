"""Serves a folder on 127.0.0.1 below a sub-path, so that only relative links can work."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Iterator

SUB_PATH = "/a/report/"


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # keeps connections open

    def __init__(self, *arguments: object, mounts: tuple[str, ...], directory: str) -> None:
        self.mounts = mounts
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        for mount in self.mounts:
            if path.startswith(mount):
                return super().translate_path("/" + path[len(mount) :])
        return super().translate_path("/nothing-is-here")

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving(folder: Path, *mounts: str) -> Iterator[str]:
    """Yields the server's origin, without a closing "/". Longer mounts come first."""
    ordered = tuple(sorted(mounts, key=len, reverse=True))
    handler = partial(_Handler, mounts=ordered, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
