# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Streams of events from a real server: who hears what, when they end, how many there may be (R-SRV-04)."""

import contextlib
import json
import sys
import tempfile
import unittest

import cases
from frostserver import Server
from openapi import Contract

PROGRAM, OPENAPI = sys.argv[1:3]
PER_TOKEN = 16  # of limits.h


class EventsTest(unittest.TestCase):
    def setUp(self):
        self.contract = Contract(OPENAPI)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.server = Server(PROGRAM, folder.name)
        self.anna = self.server.add_user("firm", "acme", "anna@firm.se")
        self.bo = self.server.add_user("firm", "beta", "bo@firm.se")
        self.eve = self.server.add_user("rival", "acme", "eve@rival.se")
        self.server.start()
        self.addCleanup(self.server.stop)
        self.pushed = 0

    def push(self, token):
        self.pushed += 1
        answer = self.server.push(token, [cases.operation(entity_id=f"tmp-{self.pushed}", data={"name": "Secret AB"})])
        self.assertEqual(answer.json()["processed"], 1)

    def listen(self, token, **query):
        """Open, and the event that says where the company stands has been read."""
        listener = self.enterContext(contextlib.closing(self.server.listen(token, **query)))
        self.assertEqual(listener.answer.status, 200)
        self.assertEqual(self.contract.problems("GET", cases.EVENTS, listener.answer), [])
        return listener, self.change(listener)

    def change(self, listener):
        """The change number of the next thing said, which must be an event; None: the stream has ended."""
        fields = listener.next()
        if fields is None:
            return None
        told = json.loads(fields["data"])
        self.assertEqual((fields["event"], set(fields)), ("change", {"event", "id", "data"}))
        self.assertEqual(self.contract.schema_problems("ChangeEvent", told), [])
        self.assertEqual(int(fields["id"]), told["change"])
        return told["change"]

    def test_who_listens_is_told_of_every_commit_of_the_company_and_of_no_other(self):
        anna, at_first = self.listen(self.anna)
        annas_second, _ = self.listen(self.anna, practiceId="ACME")
        bo, _ = self.listen(self.bo)
        eve, _ = self.listen(self.eve)
        self.assertEqual(at_first, 0)
        self.push(self.anna)
        self.assertEqual(self.change(anna), 1)
        self.assertEqual(self.change(annas_second), 1)
        self.push(self.bo)
        self.push(self.eve)
        self.assertEqual(self.change(bo), 2)  # the first thing they hear is their own
        self.assertEqual(self.change(eve), 1)  # another tenant counts for itself
        self.push(self.anna)
        self.assertEqual(self.change(anna), 3)

    def test_what_was_refused_is_not_told(self):
        anna, _ = self.listen(self.anna)
        self.server.push(self.anna, [cases.operation(entity="spaceships")])
        self.server.push(self.anna, [])
        self.push(self.anna)
        self.assertEqual(self.change(anna), 1)

    def test_a_burst_is_told_by_its_end(self):
        anna, _ = self.listen(self.anna)
        for _ in range(30):
            self.push(self.anna)
        heard = [0]
        while heard[-1] != 30:
            heard.append(self.change(anna))
        self.assertEqual(heard, sorted(set(heard)))

    def test_a_new_stream_says_where_the_company_stands(self):
        self.push(self.anna)
        _, change = self.listen(self.anna)
        self.assertEqual(change, 1)

    def test_a_revoked_token_is_told_nothing_more(self):
        anna, _ = self.listen(self.anna)
        other = self.server.add_user("firm", "acme", "olle@firm.se")
        self.assertEqual(self.server.run("token", "revoke", "--email", "anna@firm.se").returncode, 0)
        self.push(other)
        self.assertIsNone(self.change(anna))
        with contextlib.closing(self.server.listen(self.anna)) as again:
            self.assertEqual((again.answer.status, again.answer.code()), (401, "token.invalid"))

    def test_where_a_token_has_all_its_streams_the_oldest_makes_room(self):
        other = self.server.add_user("firm", "acme", "olle@firm.se")
        others, _ = self.listen(other)
        oldest, *rest = [self.listen(self.anna)[0] for _ in range(PER_TOKEN)]
        newest, _ = self.listen(self.anna)
        self.assertIsNone(self.change(oldest))
        self.push(self.anna)
        for listener in [others, *rest, newest]:
            self.assertEqual(self.change(listener), 1)

    def test_streams_end_with_the_server(self):
        anna, _ = self.listen(self.anna)
        self.assertEqual(self.server.stop(), 0)
        self.assertIsNone(self.change(anna))
        self.server.start()


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
