"""Serves a folder on 127.0.0.1 below a sub-path, so that only relative links can work."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import sleep
from typing import BinaryIO, Iterator

SUB_PATH = "/a/report/"

# Of a page that comes slowly: what comes at once, in bytes, and how long the next takes, in seconds.
PIECE = 16_384
PAUSE = 0.05


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # keeps connections open

    def __init__(
        self, *arguments: object, mounts: tuple[str, ...], directory: str, is_slow: bool
    ) -> None:
        self.mounts = mounts
        self.is_slow = is_slow
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        for mount in self.mounts:
            if path.startswith(mount):
                return super().translate_path("/" + path[len(mount) :])
        return super().translate_path("/nothing-is-here")

    def copyfile(self, source: BinaryIO, outputfile: BinaryIO) -> None:  # type: ignore[override]
        if not (self.is_slow and self.path.endswith(".html")):
            return super().copyfile(source, outputfile)
        while piece := source.read(PIECE):
            outputfile.write(piece)
            sleep(PAUSE)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving(folder: Path, *mounts: str, is_slow: bool = False) -> Iterator[str]:
    """Yields the server's origin, without a closing "/". Longer mounts come first."""
    ordered = tuple(sorted(mounts, key=len, reverse=True))
    handler = partial(_Handler, mounts=ordered, directory=str(folder), is_slow=is_slow)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
