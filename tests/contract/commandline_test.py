# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line of frost-server: exit codes and messages (DESIGN.md section 12)."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import unittest

from frostserver import Server

PROGRAM = sys.argv[1]
ADD = ("user", "add", "--tenant", "firm", "--company", "acme", "--email", "a@firm.se", "--role", "admin")

# name, arguments without --data, exit code, words on standard error
WRONG = [
    ("an unknown verb", ("user", "remove"), 2, "user remove"),
    ("an unknown option", ("--frobnicate",), 2, "frobnicate"),
    ("an option of another verb", ("tenant", "list", "--role", "admin"), 2, "--role"),
    ("a missing option", ("user", "add", "--tenant", "firm"), 2, "--company"),
    ("an unknown role", ADD[:-1] + ("king",), 2, "king"),
    ("a tenant that is a path", ("user", "add", "--tenant", "../x", "--company", "a", "--email", "a@b", "--role", "admin"), 2, "../x"),
    ("a company that is a path", ("user", "add", "--tenant", "x", "--company", "a/b", "--email", "a@b", "--role", "admin"), 2, "a/b"),
    ("an address that is none", ("user", "add", "--tenant", "x", "--company", "a", "--email", "ab", "--role", "admin"), 2, "ab"),
    ("an unknown pack", ADD + ("--pack", "spaceships"), 2, "spaceships"),
    ("neither token nor address", ("token", "revoke"), 2, "--token-id"),
    ("both token and address", ("token", "revoke", "--email", "a@b", "--token-id", "x"), 2, "--token-id"),
    ("a place to listen that is none", ("--listen", "here"), 2, "here"),
    ("a port beyond all ports", ("--listen", "127.0.0.1:70000"), 2, "70000"),
    ("an address of somebody else", ("--listen", "192.0.2.1:0"), 2, "192.0.2.1"),
]


class CommandLineTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.data = folder.name
        self.server = Server(PROGRAM, self.data)

    def fails(self, code, words, *arguments, data=None):
        done = subprocess.run(
            [PROGRAM, *arguments, "--data", data or self.data], capture_output=True, text=True, timeout=60, check=False
        )
        self.assertEqual((done.returncode, done.stdout), (code, ""), done.stderr)
        self.assertIn(words, done.stderr)
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)

    def damage(self, name):
        with open(os.path.join(self.data, name), "r+b") as file:
            file.write(b"\x00damaged\x00" * 500)

    def test_wrong_usage(self):
        for name, arguments, code, words in WRONG:
            with self.subTest(name):
                self.fails(code, words, *arguments)
        with self.subTest("no folder"):
            done = subprocess.run([PROGRAM], capture_output=True, text=True, timeout=60, check=False)
            self.assertEqual(done.returncode, 2)
            self.assertIn("--data", done.stderr)

    def test_help_and_version(self):
        for option, words in (("--help", "user add"), ("--version", "frost-server ")):
            done = subprocess.run([PROGRAM, option], capture_output=True, text=True, timeout=60, check=False)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn(words, done.stdout)

    def test_the_token_stands_alone_on_standard_output(self):
        done = self.server.run(*ADD)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertRegex(done.stdout, r"\Afrost_[A-Za-z0-9_-]{43}\n\Z")

    def test_tenants_are_listed(self):
        self.server.run(*ADD)
        self.server.run(*ADD[:-1], "viewer")
        done = self.server.run("tenant", "list", "--json")
        listed = json.loads(done.stdout)
        self.assertEqual([tenant["tenant"] for tenant in listed], ["firm"])
        user = listed[0]["users"][0]
        self.assertEqual(user["roles"], [{"company": "acme", "role": "viewer"}])
        self.assertEqual(len(user["tokens"]), 2)
        revoked = self.server.run("token", "revoke", "--token-id", user["tokens"][0]["id"])
        self.assertEqual(revoked.returncode, 0)
        after = json.loads(self.server.run("tenant", "list", "--json").stdout)[0]["users"][0]["tokens"]
        self.assertEqual([token["revoked"] for token in after], [True, False])
        self.assertIn("acme", self.server.run("tenant", "list").stdout)
        self.fails(2, "nosuch", "token", "revoke", "--token-id", "nosuch")

    def test_a_folder_without_data(self):
        self.fails(2, self.data, "tenant", "list")
        self.fails(2, self.data, "token", "revoke", "--email", "a@b")

    def test_a_folder_that_cannot_be_made(self):
        path = os.path.join(self.data, "file")
        with open(path, "w", encoding="utf-8") as file:
            file.write("not a folder")
        self.fails(2, path, data=path)
        self.fails(2, path, *ADD, data=path)

    def test_a_port_that_is_taken(self):
        with socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            port = other.getsockname()[1]
            self.fails(6, str(port), "--listen", f"127.0.0.1:{port}")

    def test_a_folder_has_one_server(self):
        with self.server:
            self.fails(6, self.data, "--listen", "127.0.0.1:0")
        with self.server:  # free again
            self.server.kill()
            self.server.start()  # also after a kill

    def test_damaged_files(self):
        for name, verb in (("accounts.frostdb", ("tenant", "list")), ("accounts.frostdb", ADD), ("accounts.frostdb", ()), ("tenants/firm.frostdb", ())):
            with self.subTest(f"{name} {verb}"), tempfile.TemporaryDirectory() as data:
                self.data = data
                Server(PROGRAM, data).add_user("firm", "acme", "a@firm.se")
                self.damage(name)
                self.fails(5, name, *verb)

    def test_files_that_are_missing_or_of_another_program(self):
        self.server.run(*ADD)
        os.remove(os.path.join(self.data, "tenants/firm.frostdb"))
        self.fails(5, "firm.frostdb")

    def test_files_of_a_newer_version(self):
        self.server.run(*ADD)
        path = os.path.join(self.data, "accounts.frostdb")
        with open(path, "r+b") as file:
            file.seek(60)  # user_version in SQLite's file header
            file.write((99).to_bytes(4, "big"))
        self.fails(5, "newer", "tenant", "list")
        self.fails(5, "newer")

    def test_listening_to_the_world_is_warned_of(self):
        process = subprocess.Popen(
            [PROGRAM, "--data", self.data, "--listen", "0.0.0.0:0"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        self.assertTrue(process.stdout.readline().startswith("listening on http://0.0.0.0:"))
        process.terminate()
        _, messages = process.communicate(timeout=30)
        self.assertIn("TLS", messages)
        self.assertEqual(process.returncode, 0)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
