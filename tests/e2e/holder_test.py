# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One holder an external connection (DESIGN.md section 1): two computers of a firm, its server, and another system that only one
of them may speak to. The other system is a server of its own, of which the firm's knows nothing."""

import sqlite3
import unittest
from contextlib import closing

from office import BUSY, COMPANY, DEADLINE, AtWork, Server, count_rows

OTHER = "other"


class Holder(AtWork):
    users = ("anna", "bert")

    def setUp(self):
        super().setUp()
        self.other = Server(self.folder / "elsewhere")
        self.other.data.parent.mkdir()
        token = self.other.add_user("firm@other.example")
        self.other.start()
        self.addCleanup(self.other.kill)
        self.anna = self.at_both("anna", token)
        self.bert = self.at_both("bert", token)

    def at_both(self, name, token):
        device = self.device(name)
        device.token_file.write_text(token + "\n", encoding="utf-8")
        device.must("connect", COMPANY, "frostserver", "--name", OTHER, "--url", self.other.url, "--token-file", str(device.token_file))
        return device

    def sync(self, device, connection):
        return device.run("sync", "--company", COMPANY, "--connection", connection)

    def must_sync(self, device, *connections):
        for connection in connections:
            answer = self.sync(device, connection)
            self.assertEqual(answer.code, 0, answer)

    def ten_minutes_pass(self):
        """For the hold, as the firm's server has written it down."""
        (file,) = (self.server.data / "tenants").glob("*.frostdb")
        with closing(sqlite3.connect(file)) as tenant, tenant:
            tenant.execute("UPDATE holders SET valid_until = 0")

    def customers_there(self):
        count = "records WHERE type = 'customers' AND deleted = 0"
        (file,) = (self.other.data / "tenants").glob("*.frostdb")
        return count_rows(file, count)

    def test_the_second_computer_waits_and_takes_over(self):
        self.anna.put("customers", {"name": "Ada"})
        self.must_sync(self.anna, "frostserver", OTHER)
        self.assertEqual(self.customers_there(), 1)
        self.must_sync(self.bert, "frostserver")
        refused = self.sync(self.bert, OTHER)
        self.assertEqual(refused.code, BUSY, refused)
        self.assertIn("anna@firm.example", refused.output + refused.messages)

        # What Bert types goes there through the firm's server and Anna's computer, and waits nowhere afterwards.
        self.bert.put("customers", {"name": "Bea"})
        self.must_sync(self.bert, "frostserver")
        self.assertEqual([item["connection"] for item in self.bert.queue()], [OTHER])
        self.must_sync(self.anna, "frostserver", OTHER)
        self.assertEqual(self.customers_there(), 2)
        self.must_sync(self.bert, "frostserver")
        self.assertEqual(self.bert.queue(), [])

        self.anna.must("let-go", "--company", COMPANY)
        self.must_sync(self.bert, OTHER)
        refused = self.sync(self.anna, OTHER)
        self.assertEqual(refused.code, BUSY, refused)
        self.bert.put("customers", {"name": "Cleo"})
        self.must_sync(self.bert, "frostserver", OTHER)
        self.must_sync(self.anna, "frostserver")
        self.assertEqual(self.customers_there(), 3)
        for device in (self.anna, self.bert):
            device.verify()
            self.assertEqual(device.queue(), [])
            self.assertEqual(sorted(one["name"] for one in device.list("customers")), ["Ada", "Bea", "Cleo"])

    def test_a_computer_that_died_between_the_two_makes_nothing_twice(self):
        """Anna's computer dies after the other system has answered, before the firm's server was told."""
        self.anna.put("customers", {"name": "Ada"})
        self.must_sync(self.anna, "frostserver", OTHER)
        self.anna.put("customers", {"name": "Bea"})
        self.must_sync(self.anna, "frostserver")
        running = self.anna.start("sync", "--company", COMPANY, "--connection", OTHER)
        while self.customers_there() < 2 and running.poll() is None:
            pass
        running.kill()
        running.communicate(timeout=DEADLINE)
        self.assertEqual(self.customers_there(), 2)
        self.ten_minutes_pass()
        self.must_sync(self.bert, "frostserver", OTHER)
        self.must_sync(self.bert, "frostserver", OTHER)
        self.assertEqual(self.customers_there(), 2)
        self.assertEqual(sorted(one["name"] for one in self.bert.list("customers")), ["Ada", "Bea"])
        self.assertEqual(self.bert.queue(), [])
        self.bert.verify()


if __name__ == "__main__":
    unittest.main()
