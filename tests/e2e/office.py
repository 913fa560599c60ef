# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sync server and the devices of an office, as real processes."""

import json
import os
import signal
import sqlite3
import subprocess
import tempfile
import threading
import unittest
from contextlib import closing
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

AGENT = os.environ["FROST_AGENT"]
SERVER = os.environ["FROST_SERVER"]
ENVIRONMENT = {**os.environ, "FROST_SECRETS": "file", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
TENANT = "Firm"
COMPANY = "Acme"
CONNECTION = "frostserver"
DEADLINE = 120  # seconds; only a hang reaches it

DONE, LEFT_OVER, USAGE, OFFLINE, SIGN_IN, DAMAGED, BUSY = range(7)
INTERRUPTED = 130

# What a device keeps for itself; everything else is the same on all devices.
OF_THE_DEVICE = ("localId", "revision", "createdAt", "updatedAt", "updatedBy")


class Server:
    """frost-server on a free port, which it keeps over every restart."""

    def __init__(self, folder):
        self.data = Path(folder) / "server"
        self.port = 0
        self.process = None
        self.log = Path(folder) / "server.log"

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def command(self, *arguments):
        done = subprocess.run([SERVER, *arguments, "--data", str(self.data)], env=ENVIRONMENT, capture_output=True, text=True,
                              timeout=DEADLINE, check=False)
        if done.returncode:
            raise AssertionError(f"frost-server {' '.join(arguments)}: exit {done.returncode}\n{done.stderr}")
        return done.stdout

    def add_user(self, email, role="admin", tenant=TENANT):
        return self.command("user", "add", "--tenant", tenant, "--company", COMPANY, "--email", email, "--role", role).strip()

    def start(self):
        with open(self.log, "a", encoding="utf-8") as log:
            self.process = subprocess.Popen([SERVER, "--data", str(self.data), "--listen", f"127.0.0.1:{self.port}"], env=ENVIRONMENT,
                                            stdout=subprocess.PIPE, stderr=log, text=True)
        overdue = threading.Timer(DEADLINE, self.process.kill)
        overdue.start()
        first = self.process.stdout.readline().strip()
        overdue.cancel()
        if not first.startswith("listening on http://127.0.0.1:"):
            self.kill()
            raise AssertionError(f"the server said {first!r} first\n{self.log.read_text(encoding='utf-8')}")
        self.port = int(first.rsplit(":", 1)[1])

    def stop(self):
        self.end(signal.SIGTERM)

    def kill(self):
        self.end(signal.SIGKILL)

    def end(self, how):
        if self.process is None:
            return
        self.process.send_signal(signal.SIGCONT)
        self.process.send_signal(how)
        self.process.wait(DEADLINE)
        self.process.stdout.close()
        self.process = None

    def pause(self):
        self.process.send_signal(signal.SIGSTOP)

    def go_on(self):
        self.process.send_signal(signal.SIGCONT)


class Between(ThreadingHTTPServer):
    """Stands between devices and the server and passes everything on, but for what on_push makes of the pushes."""

    def __init__(self, server):
        super().__init__(("127.0.0.1", 0), Passing)
        self.server = server
        self.on_push = None  # given the request's body; what it returns is the answer, None is silence until release()
        self.released = threading.Event()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"

    def release(self):
        self.on_push = None
        self.released.set()

    def close(self):
        self.released.set()
        self.shutdown()
        self.server_close()


class Passing(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.answer_with(*self.passed_on(None))

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.server.on_push is None or not self.path.startswith("/api/sync/push"):
            self.answer_with(*self.passed_on(body))
            return
        answer = self.server.on_push(body)
        if answer is None:
            self.server.released.wait(DEADLINE)
            self.close_connection = True
        else:
            self.answer_with(200, json.dumps(answer).encode())

    def passed_on(self, body):
        headers = {name: value for name, value in self.headers.items() if name.lower() in ("authorization", "content-type")}
        with closing(HTTPConnection("127.0.0.1", self.server.server.port, timeout=DEADLINE)) as connection:
            connection.request(self.command, self.path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read()

    def answer_with(self, status, body):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


class Answer:
    def __init__(self, verb, code, output, messages):
        self.verb = verb
        self.code = code
        self.output = output
        self.messages = messages

    @property
    def json(self):
        return json.loads(self.output)

    def __str__(self):
        return f"{self.verb}: exit {self.code}\n{self.output}{self.messages}"


class Device:
    """One data folder and the frost-agent that works on it."""

    def __init__(self, folder, name):
        self.name = name
        self.data = Path(folder) / name
        self.token_file = Path(folder) / f"{name}.token"

    @property
    def file(self):
        return self.data / TENANT / f"{COMPANY}.frost"

    def command(self, *arguments):
        return [AGENT, "--data", str(self.data), "--json", *arguments]

    def start(self, *arguments):
        return subprocess.Popen(self.command(*arguments), env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True)

    def start_sync(self):
        return self.start("sync", "--company", COMPANY)

    def run(self, *arguments, given=""):
        done = subprocess.run(self.command(*arguments), env=ENVIRONMENT, input=given, capture_output=True, text=True,
                              timeout=DEADLINE, check=False)
        return Answer(f"{self.name} {' '.join(arguments)}", done.returncode, done.stdout, done.stderr)

    def words(self, *arguments):
        """What people read."""
        command = [part for part in self.command(*arguments) if part != "--json"]
        return subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, timeout=DEADLINE, check=True).stdout

    def must(self, *arguments, given="", code=DONE):
        answer = self.run(*arguments, given=given)
        if answer.code != code:
            raise AssertionError(f"exit {code} expected\n{answer}")
        return answer.json

    def set_up(self, server, token):
        self.must("company", "add", COMPANY, "--tenant", TENANT)
        return self.connect(server, token)

    def connect(self, server, token, code=DONE):
        self.token_file.write_text(token + "\n", encoding="utf-8")
        return self.must("connect", COMPANY, "frostserver", "--url", server.url, "--token-file", str(self.token_file), code=code)

    def sync(self, code=DONE):
        return self.must("sync", "--company", COMPANY, code=code)[0]

    def status(self):
        return self.must("status", "--company", COMPANY)

    def queue(self):
        return self.must("queue", "--company", COMPANY)

    def conflicts(self):
        return self.must("conflicts", "--company", COMPANY)

    def resolve(self, conflict, strategy, record=None, code=DONE):
        arguments = ["resolve", str(conflict), "--strategy", strategy, "--company", COMPANY]
        if record is None:
            return self.must(*arguments, code=code)
        return self.must(*arguments, "--data", "-", given=json.dumps(record), code=code)

    def settle(self, conflict, *arguments, code=DONE):
        """Field by field, taken back, or restored."""
        return self.must("resolve", str(conflict), *arguments, "--company", COMPANY, code=code)

    def decisions(self, *arguments):
        return self.must("conflicts", "--history", *arguments, "--company", COMPANY)

    def list(self, entity_type, *arguments):
        return self.must("list", entity_type, "--company", COMPANY, "--limit", "100000", *arguments)

    def get(self, entity_type, record):
        return self.must("get", entity_type, record, "--company", COMPANY)

    def put(self, entity_type, fields, record=None):
        place = [entity_type] if record is None else [entity_type, record]
        return self.must("put", *place, "--company", COMPANY, given=json.dumps(fields))

    def delete(self, entity_type, record):
        return self.must("delete", entity_type, record, "--company", COMPANY)

    def verify(self):
        """Raises unless file, audit chain, counters and links are sound."""
        found = self.must("verify", "--company", COMPANY)
        if found["sound"] is not True or any(found["checks"].values()) or found["dangling"]:
            raise AssertionError(f"{self.name} is not sound: {found}")

    def records(self):
        """Every record of every type as every device must have it, in one order."""
        everything = {}
        for entity_type in sorted(self.status()["records"]):
            shared = [{key: value for key, value in record.items() if key not in OF_THE_DEVICE} for record in self.list(entity_type)]
            everything[entity_type] = sorted(shared, key=lambda record: json.dumps(record, sort_keys=True))
        return everything

    def epoch(self):
        """The number of the sync run that last took the lease."""
        return read_rows(self.file, "SELECT coalesce(max(epoch), 0) FROM leases", [(0,)])[0][0]

    def keys_in_flight(self, epoch):
        """Idempotency keys of the operations that the run `epoch` itself has sent without an answer. A run that lives on
        writes down that the answer is lost ("verify"); what earlier runs left behind carries their epoch."""
        return {key for key, in read_rows(self.file, "SELECT sent_key FROM operations WHERE state IN ('processing', 'verify') "
                                                     f"AND sent_epoch = {epoch}", [])}

    def running(self):
        """How many sync runs have begun and not ended."""
        return self.count("runs WHERE ended_at IS NULL")

    def count(self, rows):
        return count_rows(self.file, rows)


class InFolder(unittest.TestCase):
    """Every test has a folder of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="frost-e2e-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)


class AtWork(InFolder):
    """Every test has a server of its own, which runs and knows the users."""

    users = ("anna",)
    role = "admin"

    def setUp(self):
        super().setUp()
        self.server = Server(self.folder)
        self.tokens = self.add_users()
        self.server.start()
        self.addCleanup(self.server.kill)

    def add_users(self):
        return {name: self.server.add_user(f"{name}@firm.example", self.role) for name in self.users}

    def device(self, name, user=None):
        """A computer that is connected as the user, by default the one of its name."""
        device = Device(self.folder, name)
        device.set_up(self.server, self.tokens[user or name])
        return device


def count_rows(path, rows):
    return read_rows(path, f"SELECT count(*) FROM {rows}", [(0,)])[0][0]


def read_rows(path, query, otherwise):
    """Reads beside the program that owns the file, so that the moment is not lost with starting another."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=1)) as file:
            return file.execute(query).fetchall()
    except sqlite3.OperationalError:
        return otherwise
