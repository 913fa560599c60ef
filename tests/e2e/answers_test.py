# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What frost-agent answers when something goes wrong half-way: exit codes that mean what they say, and whole JSON."""

import json
import os
import sqlite3
import subprocess
import unittest
from contextlib import closing

from office import COMPANY, DAMAGED, DEADLINE, ENVIRONMENT, LEFT_OVER, TENANT, AtWork, Between, Device, InFolder

IN = ("--company", COMPANY)
LATER = 2000  # records before the damaged one: it lies on another page


class Local(InFolder):
    """Without a server."""

    def setUp(self):
        super().setUp()
        self.device = Device(self.folder, "anna")
        self.device.must("company", "add", COMPANY, "--tenant", TENANT)

    def change(self, statement, *values):
        with closing(sqlite3.connect(self.device.file)) as file, file:
            file.execute(statement, values)

    @unittest.skipUnless(os.path.exists("/dev/full"), "needs a device that is always full")
    def test_an_answer_that_cannot_be_written_is_no_damaged_file(self):
        command = self.device.command("put", "customers", *IN)
        for words in (command, [word for word in command if word != "--json"]):
            with self.subTest(words), open("/dev/full", "wb") as full:
                done = subprocess.run(words, env=ENVIRONMENT,
                                      input=b'{"name": "Birch"}', stdout=full, stderr=subprocess.PIPE, timeout=DEADLINE, check=False)
                self.assertEqual(done.returncode, LEFT_OVER, done.stderr)
                self.assertIn(b"could not be written", done.stderr)
        self.assertEqual(len(self.device.list("customers")), 2)

    def test_a_list_with_a_damaged_record_is_a_whole_document(self):
        first = self.device.put("customers", {"name": "Birch"})["localId"]
        self.copy_record(first)
        self.change("UPDATE os_customers SET body = 'damaged' WHERE id = (SELECT max(id) FROM os_customers)")
        done = self.device.run("list", "customers", *IN)
        self.assertEqual(done.code, DAMAGED)
        self.assertTrue(0 < len(done.json) < LATER + 1)
        self.assertIn("damaged", done.messages)

    def test_a_list_that_begins_with_a_damaged_record_is_the_error(self):
        self.device.put("customers", {"name": "Birch"})
        self.change("UPDATE os_customers SET body = 'damaged'")
        done = self.device.run("list", "customers", *IN)
        self.assertEqual((done.code, done.json["error"]["kind"]), (DAMAGED, "corrupt"))

    def test_empty_lists_are_whole_documents(self):
        for arguments in (("list", "customers"), ("list", "customers", "--limit", "0"), ("queue",), ("history",), ("conflicts",)):
            with self.subTest(arguments):
                self.assertEqual(self.device.must(*arguments, *IN), [])

    def copy_record(self, record):
        """Many more of it, behind the program's back."""
        with closing(sqlite3.connect(self.device.file)) as file, file:
            columns = [column[1] for column in file.execute("PRAGMA table_info(os_customers)")]
            names = ", ".join(column for column in columns if column not in ("rid", "id"))
            for number in range(LATER):
                file.execute(f"INSERT INTO os_customers (id, {names}) SELECT id || ?, {names} FROM os_customers WHERE id = ?",
                             (f"{number:05}", record))

    def test_status_goes_on_after_a_damaged_company(self):
        for company in ("Before", "Zulu"):
            self.device.must("company", "add", company, "--tenant", TENANT)
        self.device.file.write_bytes(b"damaged" * 20)
        done = self.device.run("status")
        self.assertEqual(done.code, DAMAGED)
        self.assertEqual({entry["company"]: "error" in entry for entry in done.json}, {COMPANY: True, "Before": False, "Zulu": False})
        self.assertIn(f"{COMPANY}: ", done.messages)

    def test_a_place_for_tokens_that_cannot_be_written_is_no_damaged_file(self):
        (self.device.data / "secrets").write_text("in the way", encoding="utf-8")
        done = self.device.run("connect", COMPANY, "frostserver", "--url", "http://127.0.0.1:1", "--token-file", "-", given="t")
        self.assertEqual((done.code, done.json["error"]["code"]), (LEFT_OVER, "secret.unwritable"))


class WithServer(AtWork):
    def setUp(self):
        super().setUp()
        self.between = Between(self.server)
        self.addCleanup(self.between.close)
        self.anna = Device(self.folder, "anna")
        self.anna.set_up(self.between, self.tokens["anna"])

    def test_a_lock_that_cannot_be_made_is_no_damaged_file(self):
        self.anna.sync()
        for lock in self.anna.file.parent.glob("*.lease"):
            lock.unlink()
            lock.mkdir()
        run = self.anna.sync(code=LEFT_OVER)
        self.assertEqual(run["error"]["code"], "lease.noLockFile")

    # R-SYN-04
    def test_a_sync_that_leaves_work_is_not_done(self):
        self.anna.put("customers", {"name": "Birch"})
        self.between.on_push = lambda body: {"results": [
            {"operationId": operation["id"], "success": False, "retryable": True, "error": {"code": "server.busy", "message": "", "args": []}}
            for operation in json.loads(body)["operations"]]}
        done = self.anna.run("sync", *IN)
        self.assertEqual(done.code, LEFT_OVER, done)
        self.assertEqual((done.json[0]["state"], done.json[0]["left"]), ("partial", 1))
        self.assertIn("1 change(s) still wait to be sent", done.messages)
        self.between.release()
        self.assertEqual(self.anna.run("sync", *IN).code, LEFT_OVER, "the remote asked for a pause")


if __name__ == "__main__":
    unittest.main(verbosity=2)
