# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A shop's export comes in on one computer, goes through a server, and is the same on another, to the last figure."""

import json
import subprocess
import sys
import unittest
from decimal import Decimal
from pathlib import Path

from office import COMPANY, AtWork

DATA = Path(__file__).parent.parent / "data" / "retail"
FILE = DATA / "retail.csv"


def computed_apart():
    """Counts and exact sum by a program that shares nothing with Frost."""
    return json.loads(subprocess.run([sys.executable, "-B", str(DATA / "sum.py"), str(FILE)], capture_output=True, check=True).stdout)


class Retail(AtWork):
    def setUp(self):
        super().setUp()
        self.shop, self.office = (self.device(name, user="anna") for name in ("shop", "office"))

    def assert_as_in_the_file(self, device, expected):
        invoices = device.list("invoices")
        rows = [row for invoice in invoices for row in invoice["rows"]]
        self.assertEqual((len(invoices), len(rows)), (expected["invoices"], expected["rows"]))
        self.assertEqual(sum(Decimal(row["quantity"]) * Decimal(row["price"]) for row in rows), Decimal(expected["sum"]))
        self.assertEqual(len(device.list("articles")), expected["articles"])
        self.assertEqual(len(device.list("customers")), expected["customers"] + 1)  # and the one for rows without a customer

    def test_import_sync_pull_and_compare(self):
        expected = computed_apart()
        report = self.shop.must("import", "csv", str(FILE), "--profile", "online-retail", "--company", COMPANY)
        self.assertEqual((report["rows"]["read"], report["rows"]["imported"]), (expected["rows"], expected["rows"]))
        self.assert_as_in_the_file(self.shop, expected)

        self.shop.sync()
        self.office.sync()
        self.assert_as_in_the_file(self.office, expected)
        self.assertEqual(self.office.records(), self.shop.records())
        self.assertTrue(all(not record["id"].startswith("tmp-") for records in self.office.records().values() for record in records))
        for device in (self.shop, self.office):
            self.assertEqual((device.queue(), device.conflicts()), ([], []))
            device.verify()


if __name__ == "__main__":
    unittest.main(verbosity=2)
