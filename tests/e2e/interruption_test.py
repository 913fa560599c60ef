# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ctrl+C during sync, import and demo: exit code 130, nothing lost, nothing left behind, and the same again goes on."""

import csv
import json
import signal
import subprocess
import time
import unittest
from pathlib import Path

from office import AGENT, COMPANY, DEADLINE, ENVIRONMENT, INTERRUPTED, AtWork, Between, Device, InFolder

PATIENCE = 20  # seconds; a request that hangs is given up after 30, Ctrl+C must not wait for that
CUSTOMERS = 30000
PROFILE = {
    "format": 1, "name": "customers", "delimiter": ",", "encoding": "utf-8",
    "values": {"name": {"column": "name", "required": True}},
    "records": [{"name": "customer", "type": "customers", "key": "name", "fields": {"name": "name"}}],
}


def until(condition, process):
    """Waits for it while the process lives."""
    end = time.monotonic() + DEADLINE
    while not condition():
        if process.poll() is not None:
            raise AssertionError(f"it ended before: exit {process.returncode}\n{process.stderr.read()}")
        if time.monotonic() > end:
            raise AssertionError("it never came to that")
        time.sleep(0.002)


class Interruption(InFolder):
    def interrupt(self, process):
        """The document it gives when it is asked to end."""
        process.send_signal(signal.SIGINT)
        output, messages = process.communicate(timeout=PATIENCE)
        self.assertEqual(process.returncode, INTERRUPTED, messages)
        self.assertIn("Stopped", messages)
        return json.loads(output)


class Sync(Interruption, AtWork):
    def setUp(self):
        super().setUp()
        self.anna = Device(self.folder, "anna")

    def assert_arrives_once(self, device):
        device.sync()
        fresh = self.device("fresh", user="anna")
        fresh.sync()
        self.assertEqual([customer["name"] for customer in fresh.list("customers")], ["Birch & Co"])
        self.assertEqual(device.records(), fresh.records())
        self.assertEqual(device.queue(), [])
        device.verify()

    def assert_cancelled(self, run):
        self.assertEqual((run["state"], run["error"]["code"]), ("cancelled", "run.stopped"))

    # R-SYN-04
    def test_while_the_server_does_not_answer_the_pull(self):
        self.anna.set_up(self.server, self.tokens["anna"])
        self.anna.put("customers", {"name": "Birch & Co"})
        self.server.pause()
        sync = self.anna.start_sync()
        self.addCleanup(sync.kill)
        until(self.anna.running, sync)
        self.assert_cancelled(self.interrupt(sync)[0])
        self.assertEqual([item["state"] for item in self.anna.queue()], ["pending"])
        self.server.go_on()
        self.assert_arrives_once(self.anna)

    # R-SYN-04, R-IDM-04
    def test_while_the_server_does_not_answer_the_push_that_it_has_got(self):
        between = Between(self.server)
        self.addCleanup(between.close)
        self.anna.set_up(between, self.tokens["anna"])
        self.anna.put("customers", {"name": "Birch & Co"})
        pushed = []
        between.on_push = pushed.append
        sync = self.anna.start_sync()
        self.addCleanup(sync.kill)
        until(lambda: pushed, sync)
        self.assert_cancelled(self.interrupt(sync)[0])
        self.assertEqual([item["state"] for item in self.anna.queue()], ["verify"])
        between.release()
        self.assert_arrives_once(self.anna)

    def test_while_the_server_does_not_say_whose_data_it_is(self):
        self.server.stop()
        self.anna.set_up(self.server, self.tokens["anna"])
        self.anna.put("customers", {"name": "Birch & Co"})
        self.server.start()
        self.server.pause()
        sync = self.anna.start_sync()
        self.addCleanup(sync.kill)
        time.sleep(1)  # there is nothing to see from outside: no run has begun
        self.assert_cancelled(self.interrupt(sync)[0])
        self.server.go_on()
        self.assert_arrives_once(self.anna)


class Import(Interruption):
    def test_the_same_import_goes_on(self):
        profile = self.folder / "profile.json"
        profile.write_text(json.dumps(PROFILE), encoding="utf-8")
        names = [f"Customer {number}" for number in range(CUSTOMERS)]
        with open(self.folder / "customers.csv", "w", newline="", encoding="utf-8") as lines:
            csv.writer(lines).writerows([["name"], *([name] for name in names)])
        device = Device(self.folder, "anna")
        device.must("company", "add", COMPANY, "--tenant", "Firm")
        arguments = ("import", "csv", str(self.folder / "customers.csv"), "--profile", str(profile), "--company", COMPANY)
        running = device.start(*arguments)
        self.addCleanup(running.kill)
        until(lambda: device.count("os_customers"), running)
        report = self.interrupt(running)
        self.assertGreater(report["rows"]["pending"], 0)
        self.assertLess(len(device.list("customers")), CUSTOMERS)
        device.verify()

        device.must(*arguments)
        self.assertEqual(sorted(customer["name"] for customer in device.list("customers")), sorted(names))
        device.verify()


class Demo(Interruption):
    def test_leaves_neither_a_folder_nor_a_process_behind(self):
        running = subprocess.Popen([AGENT, "demo", "--json"], env={**ENVIRONMENT, "TMPDIR": str(self.folder)}, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(running.kill)
        until(lambda: list(self.folder.glob("frost-demo-*/anna/*/*.frost")), running)
        self.assertEqual(self.interrupt(running)["error"]["code"], "demo.stopped")
        self.assertEqual(list(self.folder.iterdir()), [])
        self.assertEqual(self.processes(), [])

    def processes(self):
        """Those that work in our folder."""
        found = []
        for command in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                words = command.read_bytes()
            except OSError:  # ended meanwhile
                continue
            if str(self.folder).encode() in words:
                found.append(words)
        return found


if __name__ == "__main__":
    unittest.main(verbosity=2)
