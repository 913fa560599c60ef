# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 of client and server in the middle of a push: everything arrives exactly once (R-QUE-08, R-IDM-04, R-SYN-04).

Only kills that left an operation which the killed run itself had sent without an answer count. The records carry no key that the server could tell
duplicates by: neither the invoices nor the customers that are pushed have a number of their own.
FROST_TEST_LONG makes it 100 kills instead of 10, FROST_TEST_SEED repeats the random waits of an earlier run.
"""

import csv
import json
import os
import random
import tempfile
import time
import unittest
from collections import Counter
from pathlib import Path

from office import COMPANY, DEADLINE, DONE, OFFLINE, Device, Server, read_rows

WORLDS = 10 if os.environ.get("FROST_TEST_LONG") else 1
KILLS = 10  # in each world
# A killed process loses nothing that the kernel has, so a folder in memory holds the same, and no slow disk blurs the moments.
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
POLL = 0.001  # seconds
CUSTOMERS = 100
INVOICES = 400
OPERATIONS = CUSTOMERS + INVOICES

PROFILE = {
    "format": 1,
    "name": "kill-test",
    "delimiter": ",",
    "encoding": "utf-8",
    "values": {name: {"column": name, "required": True} for name in ("customer", "invoice", "quantity", "price")}
    | {"date": {"column": "date", "as": "date", "formats": ["yyyy-MM-dd"], "required": True}},
    "records": [
        {"name": "customer", "type": "customers", "key": "externalReference",
         "fields": {"externalReference": "customer", "name": {"template": "Customer {customer}"}}},
        {"name": "invoice", "type": "invoices", "key": "externalReference",
         "fields": {"externalReference": "invoice", "customer": {"record": "customer"}, "invoiceDate": "date", "currency": {"constant": "SEK"}},
         "rows": {"field": "rows", "fields": {"description": {"constant": "Work"}, "quantity": "quantity", "price": "price",
                                              "vat": {"constant": "25"}}}},
    ],
}


class KillTest(unittest.TestCase):
    def setUp(self):
        self.seed = int(os.environ.get("FROST_TEST_SEED") or random.SystemRandom().randrange(1 << 32))
        self.random = random.Random(self.seed)

    def new_world(self):
        folder = tempfile.TemporaryDirectory(prefix="frost-kill-", dir=MEMORY)
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.profile = self.folder / "profile.json"
        self.profile.write_text(json.dumps(PROFILE), encoding="utf-8")
        self.server = Server(self.folder)
        self.token = self.server.add_user("anna@firm.example")
        self.server.start()
        self.addCleanup(self.server.kill)
        self.device = Device(self.folder, "anna")
        self.device.set_up(self.server, self.token)
        self.customers = []
        self.invoices = []
        self.pushes = 0

    def prepare_push(self):
        """500 operations more, made while nothing is sent."""
        self.pushes += 1
        customers = [f"c{self.pushes}-{number}" for number in range(CUSTOMERS)]
        invoices = [f"i{self.pushes}-{number}" for number in range(INVOICES)]
        file = self.folder / "push.csv"
        with open(file, "w", newline="", encoding="utf-8") as lines:
            writer = csv.writer(lines)
            writer.writerow(("customer", "invoice", "quantity", "price", "date"))
            for number, invoice in enumerate(invoices):
                writer.writerow((customers[number % CUSTOMERS], invoice, number % 9 + 1, f"{number}.125", "2026-06-01"))
        self.device.must("import", "csv", str(file), "--profile", str(self.profile), "--company", COMPANY)
        self.customers += customers
        self.invoices += invoices
        self.assertGreaterEqual(self.waiting(), OPERATIONS)

    def waiting(self):
        return self.device.count("operations WHERE state IN ('pending', 'processing', 'verify')")

    def start_sending(self):
        """A sync that has sent operations without an answer, or has ended already; and its epoch."""
        epoch = self.device.epoch() + 1
        sync = self.device.start_sync()
        self.addCleanup(sync.kill)
        until = time.monotonic() + DEADLINE
        while sync.poll() is None and not self.device.keys_in_flight(epoch):
            self.assertLess(time.monotonic(), until, "the sync neither sends nor ends")
            time.sleep(POLL)
        return sync, epoch

    def time_a_push(self):
        """How long operations of an undisturbed push are without an answer: the time that the first kills are spread over."""
        self.prepare_push()
        sync, epoch = self.start_sending()
        started = time.monotonic()
        while sync.poll() is None and self.device.keys_in_flight(epoch):
            self.assertLess(time.monotonic() - started, DEADLINE)
            time.sleep(POLL)
        self.span = dict.fromkeys(("client", "server"), time.monotonic() - started)
        sync.communicate(timeout=DEADLINE)
        self.assertEqual(sync.returncode, DONE)

    def kill_during_sync(self, victim):
        """Whether the kill left operations of this very run without an answer, and whether the server has taken any of them."""
        sync, epoch = self.start_sending()
        time.sleep(self.random.uniform(0, self.span[victim]))
        if victim == "client":
            sync.kill()
        else:
            self.server.kill()
        sync.communicate(timeout=DEADLINE)
        left = self.device.keys_in_flight(epoch)
        if victim == "server":
            self.assertIn(sync.returncode, (DONE, OFFLINE))
            self.server.start()
        self.span[victim] *= 1.3 if left else 0.5  # the server is done long before the client
        return bool(left), bool(left & self.answered_by_server())

    def answered_by_server(self):
        return {key for file in self.server.data.glob("tenants/*.frostdb") for key, in read_rows(file, "SELECT key FROM idempotency", [])}

    def finish(self):
        """What an unknown outcome needs may take more than one run; the last one must be done."""
        answer = None
        for _ in range(10):
            answer = self.device.run("sync", "--company", COMPANY)
            if answer.code == DONE and self.waiting() == 0:
                return
        self.fail(f"the sync does not come to its end\n{answer}")

    def assert_exactly_once(self):
        fresh = Device(self.folder, "fresh")
        fresh.set_up(self.server, self.token)
        fresh.sync()
        records = fresh.records()
        self.assertEqual(self.device.records(), records)
        for entity_type, made in (("customers", self.customers), ("invoices", self.invoices)):
            self.assertEqual(Counter(record["externalReference"] for record in records[entity_type]), Counter(made))
        numbers = sorted(int(invoice["documentNumber"]) for invoice in records["invoices"])
        self.assertEqual(numbers, list(range(1, len(self.invoices) + 1)))
        for device in (self.device, fresh):
            device.verify()
            self.assertEqual((device.queue(), device.conflicts()), ([], []))

    def kill_until_enough_count(self):
        counted = Counter()
        attempts = unheard = 0
        while sum(counted.values()) < KILLS or unheard == 0:
            self.assertLess(attempts, 10 * KILLS, f"seed {self.seed}: too few kills met operations without an answer: {counted}, {unheard}")
            if self.random.random() < 0.25:  # a new push; otherwise the kill meets what the one before has left
                self.finish()
            if self.waiting() == 0:
                self.prepare_push()
            victim = ("client", "server")[sum(counted.values()) % 2]
            left, taken = self.kill_during_sync(victim)
            counted[victim] += left
            unheard += taken
            attempts += 1
        print(f"seed {self.seed}: {dict(counted)} of {attempts} kills counted, {unheard} of them with the answer lost; "
              f"{self.pushes} pushes of {OPERATIONS}", flush=True)

    def test_kill_9_of_client_and_server_during_a_push_sends_everything_exactly_once(self):
        print(f"seed {self.seed}", flush=True)
        for _ in range(WORLDS):
            self.new_world()
            self.time_a_push()
            self.kill_until_enough_count()
            self.finish()
            self.assert_exactly_once()
            self.server.stop()


if __name__ == "__main__":
    unittest.main(verbosity=2)
