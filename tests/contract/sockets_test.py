# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What only sockets show: connections, malformed HTTP, limits of the front, stopping and killing (R-QUE-08 at the server's end)."""

import contextlib
import json
import os
import resource
import select
import sys
import tempfile
import unittest

import cases
from frostserver import Server, read_answer
from openapi import Contract

PROGRAM, OPENAPI = sys.argv[1:3]
HEALTH = b"GET /health?nonce=%d HTTP/1.1\r\nHost: x\r\n\r\n"

CHUNKED = b"POST /api/sync/push HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
MIB = 1 << 20
CONNECTIONS = 1000  # of limits.h
BODIES = 256 * MIB

# name, bytes, status
MALFORMED = [
    ("no HTTP", b"hello\r\n\r\n", 400),
    ("binary", bytes(range(256)) * 4, 400),
    ("a TLS greeting", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 40, 400),
    ("no version", b"GET /health\r\nHost: x\r\n\r\n", 400),
    ("HTTP of the future", b"GET /health HTTP/3.0\r\nHost: x\r\n\r\n", 400),
    ("no host", b"GET /health HTTP/1.1\r\n\r\n", 400),
    ("two hosts", b"GET /health HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", 400),
    ("a target that is none", b"GET health HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    ("a space in a header's name", b"GET /health HTTP/1.1\r\nHost: x\r\nBad Name: y\r\n\r\n", 400),
    ("two lengths", b"POST /api/sync/push HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}", 400),
    ("a negative length", b"POST /api/sync/push HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400),
    ("a length in words", b"POST /api/sync/push HTTP/1.1\r\nHost: x\r\nContent-Length: two\r\n\r\n{}", 400),
    ("length and chunks", b"POST /api/sync/push HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
    ("chunks and length", b"POST /api/sync/push HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n", 400),
    ("an encoding of transfer we do not know", b"POST /api/sync/push HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\nGET", 400),
    ("chunks twice", b"POST /api/sync/push HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n", 400),
    ("chunks that are none", b"POST /api/sync/push HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", 400),
    ("a chunk's header without end", CHUNKED + b"1;" + b"a" * 200_000, 400),
    ("trailers without end", CHUNKED + b"1\r\n \r\n0\r\n" + b"a: b\r\n" * 50_000, 400),
    ("a body without a token", b"POST /api/sync/push HTTP/1.1\r\nHost: x\r\nContent-Length: 20000\r\n\r\n", 413),
    ("chunks without a token", CHUNKED + b"4e20\r\n" + b" " * 20_000 + b"\r\n0\r\n\r\n", 413),
    ("neither length nor chunks", b"POST /api/sync/push HTTP/1.1\r\nHost: x\r\n\r\n", 411),
    ("a length beyond the limit", b"POST /api/sync/push HTTP/1.1\r\nHost: x\r\nContent-Length: 16777217\r\n\r\n", 413),
    ("a length beyond all numbers", b"POST /api/sync/push HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n", 400),
    ("a large header", b"GET /health HTTP/1.1\r\nHost: x\r\nX: " + b"y" * 20_000 + b"\r\n\r\n", 431),
    ("a large target", b"GET /" + b"y" * 20_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n", 431),
    ("many headers", b"GET /health HTTP/1.1\r\nHost: x\r\n" + b"a: b\r\n" * 5_000 + b"\r\n", 431),
]


def allow_open_files(count):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < count:
        resource.setrlimit(resource.RLIMIT_NOFILE, (count, hard))


class SocketsTest(unittest.TestCase):
    def setUp(self):
        self.contract = Contract(OPENAPI)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.server = Server(PROGRAM, folder.name)
        self.token = self.server.add_user("firm", "acme", "anna@firm.se")
        self.server.start()
        self.addCleanup(self.server.stop)

    def test_malformed_requests_are_refused_and_the_connection_ends(self):
        for name, request, status in MALFORMED:
            with self.subTest(name), self.server.connect() as connection:
                connection.sendall(request)
                stream = connection.makefile("rb")
                answer = read_answer(stream)
                self.assertEqual(answer.status, status)
                self.assertEqual(self.contract.refusal_problems(answer), [])
                self.assertEqual(stream.read(), b"")
        self.assertEqual(self.server.send("GET", "/health").status, 200)

    def test_requests_share_a_connection(self):
        with self.server.connect() as connection:
            stream = connection.makefile("rb")
            for number in range(5):
                connection.sendall(HEALTH % number)
                self.assertEqual(read_answer(stream).json()["nonce"], str(number))

    def test_pipelined_requests_are_answered_in_order(self):
        with self.server.connect() as connection:
            connection.sendall(b"".join(HEALTH % number for number in range(50)))
            stream = connection.makefile("rb")
            self.assertEqual([read_answer(stream).json()["nonce"] for _ in range(50)], [str(number) for number in range(50)])

    def test_a_request_may_come_byte_by_byte(self):
        with self.server.connect() as connection:
            for byte in HEALTH % 7:
                connection.sendall(bytes([byte]))
            self.assertEqual(read_answer(connection.makefile("rb")).status, 200)

    def test_old_and_closing_clients_are_closed(self):
        for request in (b"GET /health HTTP/1.0\r\n\r\n", b"GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"):
            with self.server.connect() as connection:
                connection.sendall(request)
                stream = connection.makefile("rb")
                self.assertEqual(read_answer(stream).status, 200)
                self.assertEqual(stream.read(), b"")

    def test_a_refused_body_of_any_size_leaves_the_client_its_answer(self):
        body = b" " * (32 << 20)
        answer = self.server.send("POST", cases.PUSH, self.token, body, [cases.JSON])
        self.assertEqual((answer.status, answer.code()), (413, "body.tooLarge"))

    def test_chunks_and_expect_are_understood(self):
        head = (
            f"POST {cases.PUSH} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {self.token}\r\n"
            "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n"
        )
        body = cases.pushed([cases.operation()])
        with self.server.connect() as connection:
            connection.sendall(head.encode())
            stream = connection.makefile("rb")
            self.assertEqual(read_answer(stream).status, 100)
            connection.sendall(b"".join(b"1\r\n" + bytes([byte]) + b"\r\n" for byte in body) + b"0\r\n\r\n")
            self.assertEqual(read_answer(stream).json()["processed"], 1)

    def test_a_body_that_is_too_large_gets_no_invitation(self):
        with self.server.connect() as connection:
            connection.sendall(b"POST /api/sync/push HTTP/1.1\r\nHost: x\r\nContent-Length: 17000000\r\nExpect: 100-continue\r\n\r\n")
            self.assertEqual(read_answer(connection.makefile("rb")).status, 413)

    def test_a_request_that_stops_in_the_middle_is_told_so(self):
        with self.server.connect() as connection:
            connection.sendall(b"GET /health HTTP/1.1\r\nHost: x\r\nX-Slow")
            stream = connection.makefile("rb")
            answer = read_answer(stream)
            self.assertEqual((answer.status, answer.code()), (408, "request.timeout"))
            self.assertEqual(stream.read(), b"")

    def test_connections_beyond_the_limit_are_turned_away(self):
        allow_open_files(CONNECTIONS + 200)
        with contextlib.ExitStack() as crowd:
            for _ in range(CONNECTIONS - 1):
                crowd.enter_context(self.server.connect())
            self.assertEqual(self.server.send("GET", "/health").status, 200)  # idle connections keep nobody out
            crowd.enter_context(self.server.connect())
            with self.server.connect() as late:  # is told without having asked
                stream = late.makefile("rb")
                answer = read_answer(stream)
                self.assertEqual((answer.status, answer.code()), (503, "server.tooManyConnections"))
                self.assertEqual(self.contract.refusal_problems(answer), [])
                self.assertEqual(stream.read(), b"")
        self.assertEqual(self.until_served("GET", "/health").status, 200)

    def test_a_line_without_end_takes_no_memory(self):
        self.server.send("GET", "/health")
        for opening in (CHUNKED + b"1;", CHUNKED + b"0\r\na: ", b"GET /"):
            with self.subTest(opening[-6:]), self.server.connect() as connection:
                before = self.server.peak_memory()
                connection.sendall(opening)
                with contextlib.suppress(ConnectionError):  # the server need not hear all of it
                    for _ in range(64):
                        connection.sendall(b"a" * MIB)
                self.assertLess(self.server.peak_memory() - before, 8 * MIB)

    def test_bodies_share_a_budget(self):
        before = self.server.peak_memory()
        head = f"POST {cases.PUSH} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer x\r\nContent-Length: {16 * MIB}\r\n\r\n".encode()
        with contextlib.ExitStack() as crowd:
            connections = [crowd.enter_context(self.server.connect()) for _ in range(BODIES // (16 * MIB) + 4)]
            for connection in connections:  # each keeps its last byte
                connection.sendall(head + b" " * (16 * MIB - 1))
            told, _, _ = select.select(connections, [], [], 30)
            self.assertNotEqual(told, [])
            answer = read_answer(told[0].makefile("rb"))
            self.assertEqual((answer.status, answer.code()), (503, "server.busy"))
            self.assertEqual(self.contract.problems("POST", cases.PUSH, answer), [])
            self.assertEqual(self.server.send("GET", "/health").status, 200)  # what has no body is answered
            self.assertLess(self.server.peak_memory() - before, BODIES + 128 * MIB)
        operations = json.dumps({"operations": [cases.operation()]}).encode()
        answer = self.until_served("POST", cases.PUSH, self.token, operations, [cases.JSON])  # all was given back
        self.assertEqual(answer.json()["processed"], 1)

    def until_served(self, *request):
        """Asks again as long as the server is busy with those who have just left."""
        for _ in range(1000):
            with contextlib.suppress(ConnectionError):
                answer = self.server.send(*request)
                if answer.status != 503:
                    return answer
        raise AssertionError("the server has never time")

    def test_stopping_ends_with_code_0_and_loses_nothing(self):
        self.server.push(self.token, [cases.operation()])
        with self.server.connect() as idle:
            self.assertEqual(self.server.stop(), 0)
            self.assertEqual(idle.recv(1), b"")
        self.server.start()
        self.assertEqual(len(self.server.pull(self.token).json()["changes"]), 1)

    def test_a_killed_server_has_kept_what_it_answered(self):
        sent = 0
        for round_number in range(3):
            operations = [cases.operation(id=n, entity_id=f"tmp-{round_number}-{n}", idempotencyKey=f"{round_number}-{n}") for n in range(20)]
            answer = self.server.push(self.token, operations)
            sent += answer.json()["processed"]
            self.server.kill()
            self.server.start()
            again = self.server.push(self.token, operations)
            self.assertEqual(again.json()["results"], answer.json()["results"])
            changes = self.server.pull(self.token, limit=1000).json()["changes"]
            self.assertEqual(len(changes), sent)

    def test_a_push_that_is_cut_off_by_a_kill_happens_once(self):
        operations = [cases.operation(id=n, entity_id=f"tmp-{n}", idempotencyKey=f"k{n}") for n in range(300)]
        body = json.dumps({"operations": operations}).encode()
        head = f"POST {cases.PUSH} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {self.token}\r\nContent-Type: application/json\r\n"
        with self.server.connect() as connection:
            connection.sendall(head.encode() + f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
            self.server.kill()
        self.server.start()
        kept = len(self.server.pull(self.token, limit=1000).json()["changes"])
        self.assertIn(kept, (0, 300))  # all or nothing
        answer = self.server.push(self.token, operations).json()
        self.assertEqual(answer["processed"], 300)
        self.assertEqual(len({result["realId"] for result in answer["results"]}), 300)
        self.assertEqual(len(self.server.pull(self.token, limit=1000).json()["changes"]), 300)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
