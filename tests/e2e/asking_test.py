# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person says when a run may go on: pause, resume and cancel, and the question about a mass change (R-SYN-05, RELIABILITY I15)."""

import unittest

from office import COMPANY, CONNECTION, DONE, LEFT_OVER, AtWork, Device

MANY = 101  # more than the mass guard lets pass unasked


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
