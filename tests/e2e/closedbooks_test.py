# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is in the books, with real processes (R-CON-11): a numbered voucher is corrected by another one, closed periods stay closed."""

import json
import unittest

from office import COMPANY, CONNECTION, LEFT_OVER, AtWork

ROWS = [{"account": "5010", "debit": "900"}, {"account": "1930", "credit": "900"}]


def voucher(date="2026-03-31", rows=None, **more):
    return {"series": "A", "transactionDate": date, "description": "Hyra", "rows": rows or ROWS, **more}


class ClosedBooks(AtWork):
    users = ("anna", "bert")
    role = "bookkeeper"

    def setUp(self):
        super().setUp()
        self.anna = self.device("anna")

    def real(self, device, entity_type, record):
        return device.get(entity_type, record)["remoteIds"][CONNECTION]

    def refused(self, device, *arguments, given=""):
        answer = device.run(*arguments, "--company", COMPANY, given=given)
        self.assertEqual(answer.code, LEFT_OVER, answer)
        return answer.json["error"]["code"], answer.json["error"]["message"]

    def test_a_numbered_voucher_is_corrected_by_another(self):
        local = self.anna.put("vouchers", voucher())["localId"]
        self.anna.put("vouchers", {"description": "Lokalhyra"}, local)
        self.anna.sync()
        number = self.anna.get("vouchers", local)["number"]
        code, said = self.refused(self.anna, "put", "vouchers", local, given='{"description": "x"}')
        self.assertEqual(code, "record.numbered")
        self.assertIn(f"({number})", said)
        self.assertIn("correct", said)
        self.assertEqual(self.refused(self.anna, "delete", "vouchers", local)[0], "record.numbered")

        correction = self.anna.must("step", "vouchers", local, "correct", "--company", COMPANY)
        self.assertEqual(correction["correctionOf"], self.real(self.anna, "vouchers", local))
        self.assertEqual(correction["description"], f"Rättelse av A {number}")
        self.assertEqual([row.get("credit") for row in correction["rows"]], ["900.00", None])
        self.anna.sync()
        bert = self.device("bert")
        bert.sync()
        self.assertEqual(bert.records(), self.anna.records())

        rows = self.anna.get("vouchers", local)["rows"]
        struck = {"rows": [rows[1], {"account": "5011", "debit": "900", "added": True}],
                  "struckRows": [{"account": "5010", "debit": "900"}]}
        self.anna.put("vouchers", struck, local)
        self.anna.sync()
        bert.sync()
        self.assertEqual(bert.records(), self.anna.records())
        self.anna.verify()

    def test_a_closed_period_is_closed_on_every_device(self):
        bert = self.device("bert")
        invoice = self.anna.put("invoices", {"customer": self.anna.put("customers", {"name": "Ek"})["localId"],
                                             "invoiceDate": "2026-03-31", "currency": "SEK"})["localId"]
        self.anna.sync()
        bert.sync()
        closing = bert.put("bookClosings", {"closedTo": "2026-03-31"})["localId"]
        self.assertEqual(self.refused(bert, "put", "vouchers", given=json.dumps(voucher()))[0], "books.closed")
        bert.sync()
        self.anna.sync()
        self.assertEqual([item["closedTo"] for item in self.anna.must("list", "bookClosings", "--company", COMPANY)],
                         ["2026-03-31"])
        code, said = self.refused(self.anna, "put", "vouchers", given=json.dumps(voucher()))
        self.assertEqual(code, "books.closed")
        self.assertIn("2026-03-31", said)
        self.assertEqual(self.refused(self.anna, "delete", "invoices", invoice)[0], "books.closed")
        self.anna.put("vouchers", voucher("2026-04-01"))
        bert.delete("bookClosings", closing)
        bert.sync()
        self.anna.sync()
        self.anna.put("vouchers", voucher())
        self.anna.sync()
        self.anna.verify()

    def test_both_changed_what_is_closed_now(self):
        bert = self.device("bert")
        customer = self.anna.put("customers", {"name": "Ek"})["localId"]
        local = self.anna.put("invoices", {"customer": customer, "invoiceDate": "2026-03-31", "currency": "SEK"})["localId"]
        self.anna.sync()
        bert.sync()
        bert.put("invoices", {"yourReference": "F1"}, self.real(self.anna, "invoices", local))
        bert.put("bookClosings", {"closedTo": "2026-03-31"})
        bert.sync()
        self.anna.put("invoices", {"ourReference": "Anna"}, local)  # it has not heard of it yet
        self.anna.put("bookClosings", {"closedTo": "2026-03-31"})
        self.anna.sync(code=LEFT_OVER)
        conflict = self.anna.conflicts()[0]
        self.assertEqual(conflict["severity"], "critical")
        self.assertEqual(self.refused(self.anna, "resolve", str(conflict["id"]), "--strategy", "client-wins")[0], "merge.booksClosed")
        self.assertEqual(self.refused(self.anna, "resolve", str(conflict["id"]), "--strategy", "merge")[0], "merge.open")
        self.anna.resolve(conflict["id"], "server-wins")
        self.anna.sync()
        self.assertEqual(self.anna.get("invoices", local)["yourReference"], "F1")
        self.assertNotIn("ourReference", self.anna.get("invoices", local))


if __name__ == "__main__":
    unittest.main()
