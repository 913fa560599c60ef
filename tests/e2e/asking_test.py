# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person says when a run may go on: pause, resume and cancel, and the question about a mass change (R-SYN-05, RELIABILITY I15)."""

import json
import sqlite3
import time
import unittest
from contextlib import ExitStack, closing, contextmanager

from office import COMPANY, CONNECTION, DEADLINE, DONE, INTERRUPTED, LEFT_OVER, AtWork, Device

MANY = 101  # more than the mass guard lets pass unasked
PLACES = 5  # runs of a company that go on at the same time


@contextmanager
def no_place_free(device):
    """As if other programs were at as many runs as may go on."""
    with ExitStack() as held:
        for place in range(1, PLACES + 1):
            file = held.enter_context(closing(sqlite3.connect(f"{device.file}.run-{place}.lease", isolation_level=None)))
            file.execute("BEGIN IMMEDIATE")
        yield


class Asking(AtWork):
    def setUp(self):
        super().setUp()
        self.anna = Device(self.folder, "anna")
        self.anna.set_up(self.server, self.tokens["anna"])

    def sync_error(self, *options):
        run = self.anna.must("sync", "--company", COMPANY, *options, code=LEFT_OVER)[0]
        return run["error"]

    def status_in_words(self):
        return self.anna.words("status", "--company", COMPANY)

    def run_that_waits(self):
        """Returned once its place in the history says that it waits."""
        run = self.anna.start("sync", "--company", COMPANY, "--connection", CONNECTION)
        self.addCleanup(run.kill)
        latest = time.monotonic() + DEADLINE
        while "queued" not in [row["state"] for row in self.anna.must("history", "--company", COMPANY)]:
            self.assertLess(time.monotonic(), latest, "it does not wait")
        return run

    def outcome(self, run, code):
        output, messages = run.communicate(timeout=DEADLINE)
        self.assertEqual(run.returncode, code, output + messages)
        return json.loads(output)[0]

    def have_more_connections_than_may_run_at_once(self):
        for number in range(PLACES):
            self.anna.must("connect", COMPANY, "frostserver", "--name", f"other{number}", "--url", self.server.url, "--token-file",
                           str(self.anna.token_file))

    def test_a_paused_company_sends_nothing_until_it_is_resumed(self):
        self.anna.put("customers", {"name": "Waits"})
        self.anna.must("pause", "--company", COMPANY)
        self.assertEqual(self.sync_error()["code"], "run.paused")
        self.assertEqual(len(self.anna.queue()), 1)
        self.assertIn(f'Synchronising "{CONNECTION}" is paused.', self.status_in_words())
        self.anna.must("resume", "--company", COMPANY)
        self.assertNotIn("paused", self.status_in_words())
        self.anna.sync()
        self.assertEqual(self.anna.queue(), [])

    def test_a_wish_to_cancel_that_came_too_late_ends_no_later_run(self):
        self.anna.put("customers", {"name": "Waits"})
        self.anna.must("cancel", "--company", COMPANY)
        self.anna.sync()
        self.assertEqual(self.anna.queue(), [])

    def test_a_run_that_waits_for_its_turn_is_cancelled(self):
        self.have_more_connections_than_may_run_at_once()
        self.anna.put("customers", {"name": "Waits"})
        with no_place_free(self.anna):
            waiting = self.run_that_waits()
            self.anna.must("cancel", "--company", COMPANY)
            outcome = self.outcome(waiting, INTERRUPTED)
        self.assertEqual(outcome["error"]["code"], "run.stopped")
        self.assertEqual([run["state"] for run in self.anna.must("history", "--company", COMPANY)], ["cancelled"])
        self.anna.must("sync", "--company", COMPANY, "--connection", CONNECTION)  # the wish ended no other
        self.assertEqual(self.anna.status()["counts"]["completed"], 1)

    def test_a_wish_to_cancel_from_before_a_run_was_queued_does_not_end_it(self):
        self.have_more_connections_than_may_run_at_once()
        self.anna.must("cancel", "--company", COMPANY)
        with no_place_free(self.anna):
            waiting = self.run_that_waits()
        self.assertEqual(self.outcome(waiting, DONE)["state"], "done")

    def test_a_mass_deletion_is_asked_about_and_done_once_confirmed(self):
        for number in range(MANY):
            self.anna.put("customers", {"name": f"Customer {number}"})
        self.anna.sync()
        other = self.device("other", user="anna")
        other.sync()
        for customer in other.list("customers"):
            other.delete("customers", customer["id"])
        other.sync()
        error = self.sync_error()
        self.assertEqual((error["code"], error["args"]), ("run.massChange", ["deletions", str(MANY), str(MANY)]))
        self.assertIn("--confirm-mass-change", error["message"])
        self.assertEqual(len(self.anna.list("customers")), MANY)
        self.assertIn(f"deletions: {MANY} of {MANY} records", self.status_in_words())
        self.anna.must("sync", "--company", COMPANY, "--confirm-mass-change", code=DONE)
        self.assertNotIn("deletions", self.status_in_words())
        self.assertEqual(self.anna.list("customers"), [])
        again = self.anna.run("sync", "--company", COMPANY, "--confirm-mass-change")
        self.assertIn("Nothing was confirmed", again.messages)
        self.anna.verify()


if __name__ == "__main__":
    unittest.main(verbosity=2)
