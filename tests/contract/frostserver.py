# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real frost-server process and requests to it, exactly as they are written."""

import gzip
import json
import socket
import subprocess
import tempfile
import urllib.parse


class Answer:
    """One HTTP answer, read to its end."""

    def __init__(self, status, headers, body):
        self.status = status
        self._headers = {name.lower(): value for name, value in headers}
        self.body = body

    def header(self, name):
        return self._headers.get(name.lower())

    def json(self):
        return json.loads(self.body)

    def code(self):
        return self.json()["error"]["code"]


class Server:
    """Starts on a free port; stopped at the end of a with block."""

    def __init__(self, program, data):
        self.program = program
        self.data = data
        self.process = None
        self.port = None
        self.errors = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()

    def start(self):
        self.errors = tempfile.TemporaryFile("w+", encoding="utf-8")  # a pipe that nobody reads would stop the server
        self.process = subprocess.Popen(
            [self.program, "--data", self.data, "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, stderr=self.errors, text=True
        )
        line = self.process.stdout.readline()
        prefix = "listening on http://127.0.0.1:"
        if not line.startswith(prefix):
            self.errors.seek(0)
            raise AssertionError(f"first line {line!r}, then {self.errors.read()!r}")
        self.port = int(line[len(prefix):])

    def stop(self):
        """As an operator does. Returns the exit code."""
        self.process.terminate()
        return self._end()

    def kill(self):
        """As a power cut does."""
        self.process.kill()
        return self._end()

    def _end(self):
        code = self.process.wait(timeout=30)
        self.process.stdout.close()
        self.errors.close()
        return code

    def peak_memory(self):
        """The most that the process has had in memory, in bytes (Linux)."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM:"))

    def run(self, *arguments):
        """A verb of the command line on the same folder."""
        verb = [argument for argument in arguments]
        return subprocess.run([self.program, *verb, "--data", self.data], capture_output=True, text=True, timeout=60, check=False)

    def add_user(self, tenant, company, email, role="bookkeeper"):
        """The new token."""
        done = self.run("user", "add", "--tenant", tenant, "--company", company, "--email", email, "--role", role)
        if done.returncode != 0:
            raise AssertionError(done.stderr)
        return done.stdout.strip()

    def connect(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=30)

    def send(self, method, target, token=None, body=None, headers=()):
        """One request on a connection of its own."""
        lines = [f"{method} {target} HTTP/1.1", "Host: 127.0.0.1", "Connection: close"]
        if token is not None:
            lines.append(f"Authorization: Bearer {token}")
        if body is not None:
            lines.append(f"Content-Length: {len(body)}")
        lines += [f"{name}: {value}" for name, value in headers]
        with self.connect() as connection:
            connection.sendall("\r\n".join(lines).encode() + b"\r\n\r\n" + (body or b""))
            return read_answer(connection.makefile("rb"), method)

    def listen(self, token, **query):
        """Asks for a stream of events."""
        return Listener(self.connect(), "/api/sync/events?" + urllib.parse.urlencode(query), token)

    def push(self, token, operations):
        body = json.dumps({"operations": operations}).encode()
        return self.send("POST", "/api/sync/push", token, body, [("Content-Type", "application/json")])

    def pull(self, token, **query):
        return self.send("GET", "/api/sync/pull?" + urllib.parse.urlencode(query), token)


class Listener:
    """A stream of events; to be closed."""

    def __init__(self, connection, target, token):
        self._connection = connection
        connection.sendall(f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\n\r\n".encode())
        self._stream = connection.makefile("rb")
        self.answer = read_answer(self._stream)

    def close(self):
        self._stream.close()
        self._connection.close()

    def next(self):
        """The fields of the next event; empty for a beat, None at the end."""
        lines = []
        while (line := self._stream.readline()) != b"\n":
            if not line:
                return None
            lines.append(line.decode().rstrip("\n"))
        return dict(line.split(": ", 1) for line in lines if not line.startswith(":"))


def read_answer(stream, method="GET"):
    """Reads one answer from a buffered stream."""
    status_line = stream.readline()
    if not status_line:
        raise ConnectionError("closed without an answer")
    status = int(status_line.split()[1])
    headers = []
    while (line := stream.readline()) not in (b"\r\n", b""):
        name, _, value = line.decode().partition(":")
        headers.append((name.strip(), value.strip()))
    answer = Answer(status, headers, b"")
    if method != "HEAD" and status != 100:
        answer.body = stream.read(int(answer.header("Content-Length") or 0))
        if answer.header("Content-Encoding") == "gzip":
            answer.body = gzip.decompress(answer.body)
    return answer
