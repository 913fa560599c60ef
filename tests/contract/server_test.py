# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Good and bad requests to a real server, every answer held to the OpenAPI file (R-SRV-01, R-SRV-03)."""

import dataclasses
import json
import os
import sqlite3
import sys
import tempfile
import unittest

import cases
from frostserver import Server
from openapi import Contract

PROGRAM, OPENAPI = sys.argv[1:3]


def outcome(result):
    """What became of one operation, in a word."""
    if result["success"]:
        return "applied"
    return result["conflictData"]["conflictType"] if "conflict" in result else result["error"]["code"]


class ServerTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.contract = Contract(OPENAPI)
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.server = Server(PROGRAM, cls.folder.name)
        cls.server.start()
        cls.addClassCleanup(cls.server.stop)
        cls.tokens = {
            "bookkeeper": cls.server.add_user("firm", "acme", "anna@firm.se"),
            "viewer": cls.server.add_user("firm", "acme", "vera@firm.se", "viewer"),
            "beta": cls.server.add_user("firm", "beta", "bo@firm.se"),
            "rival": cls.server.add_user("rival", "acme", "eve@rival.se"),
        }
        for case in cases.GOOD:
            cls.run_case(case)

    @classmethod
    def run_case(cls, case):
        target = case.path + ("?" + case.query if case.query else "")
        token = cls.tokens.get(case.sender, case.sender)
        answer = cls.server.send(case.method, target, token, case.body, case.headers)
        problems = cls.contract.problems(case.method, case.path, answer)
        if answer.status != case.status:
            problems.append(f"status {answer.status} instead of {case.status}: {answer.body[:300]!r}")
        elif case.code and answer.code() != case.code:
            problems.append(f"code {answer.code()} instead of {case.code}")
        elif case.results:
            results = tuple(outcome(result) for result in answer.json()["results"])
            if results != case.results:
                problems.append(f"results {results} instead of {case.results}")
        if problems:
            raise AssertionError(f"{case.name}: " + "; ".join(problems))
        return answer

    def state(self):
        """Everything that every company shows."""
        shown = {}
        for name, token in self.tokens.items():
            page = self.server.pull(token, limit=1000).json()
            shown[name] = (page["cursor"], page["changes"])
        return shown

    def test_the_file_is_sound(self):
        self.assertEqual(self.contract.component_problems(), [])

    def test_every_described_operation_is_asked(self):
        for kind in (cases.GOOD, cases.BAD):
            asked = {(case.method, case.path) for case in kind}
            self.assertEqual(set(self.contract.operations()) - asked, set())

    def test_everything_that_needs_a_token_is_asked_without_a_good_one(self):
        for code in ("token.missing", "token.invalid"):
            asked = {(case.method, case.path) for case in cases.BAD if case.code == code}
            self.assertEqual(set(self.contract.guarded_operations()) - asked, set())

    def test_good_bodies_are_good_by_the_file(self):
        for case in cases.GOOD:
            if case.method == "POST" and case.headers == (cases.JSON,):
                with self.subTest(case.name):
                    self.assertEqual(self.contract.request_problems(case.path, json.loads(case.body)), [])

    def test_bad_requests_are_refused_and_change_nothing(self):
        before = self.state()
        self.assertGreater(len(before["bookkeeper"][1]), 0)
        for case in cases.BAD:
            with self.subTest(case.name):
                self.run_case(case)
                self.assertEqual(self.state(), before)

    def test_a_revoked_token_is_refused_at_once(self):
        token = self.server.add_user("firm", "acme", "gone@firm.se")
        self.assertEqual(self.server.pull(token).status, 200)
        self.assertEqual(self.server.run("token", "revoke", "--email", "gone@firm.se").returncode, 0)
        answer = self.server.pull(token)
        self.assertEqual((answer.status, answer.code()), (401, "token.invalid"))

    def test_a_push_that_meets_another_program_is_asked_to_come_again(self):
        other = sqlite3.connect(os.path.join(self.folder.name, "tenants", "firm.frostdb"), isolation_level=None)
        self.addCleanup(other.close)
        push = cases.push("while another program writes", [cases.operation(entity_id="tmp-late", idempotencyKey="late")], "applied")
        other.execute("BEGIN IMMEDIATE")
        refused = dataclasses.replace(push, status=503, code="store.locked", results=())
        self.assertRegex(self.run_case(refused).header("Retry-After"), r"\A[0-9]+\Z")
        self.assertEqual(self.server.pull(self.tokens["bookkeeper"]).status, 200)  # readers wait for nobody
        other.execute("ROLLBACK")
        made = self.run_case(push).json()["results"][0]["realId"]
        self.assertEqual(self.server.pull(self.tokens["bookkeeper"], limit=1000).json()["changes"][-1]["id"], made)

    def test_users_can_be_added_while_the_server_runs(self):
        token = self.server.add_user("newfirm", "newco", "nora@newfirm.se")
        answer = self.server.push(token, [cases.operation(entity_id="tmp-1")])
        self.assertEqual(self.contract.problems("POST", cases.PUSH, answer), [])
        self.assertEqual(answer.json()["processed"], 1)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
